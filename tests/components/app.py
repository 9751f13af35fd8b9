"""The app's script without a browser: run the shell, go to a page, read what stands there."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

SHELL = Path(__file__).resolve().parents[2] / "components" / "shell.py"
WHOLE = Path(__file__).with_name("whole_app.py")
SECONDS = 60


def opened(**address: str) -> AppTest:
    """Return the first page as the address asks for it."""
    app = AppTest.from_file(str(WHOLE), default_timeout=SECONDS)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def figures_page(**address: str) -> AppTest:
    """Return the page of figures as the address asks for it."""
    app = AppTest.from_file(str(WHOLE), default_timeout=SECONDS)
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return went_to(app, "figures")


def went_to(app: AppTest, name: str) -> AppTest:
    """Return the app after its reader went to another page."""
    return app.switch_page(f"../../components/pages/{name}.py").run()


def words(app: AppTest) -> str:
    """Return all that a reader reads on the page, markdown marks included."""
    elements = (*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.text, *app.info, *app.error)
    return "\n".join(element.value for element in elements)


def assert_runs(app: AppTest) -> None:
    """Fail with the message when the script raised."""
    assert [problem.message for problem in app.exception] == []
