"""The app's script without a browser: run the shell, go to a page, read what stands there."""

import html
import re
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
    """Return all that a reader reads on the page: first what Streamlit shows, marks included, then the papers without theirs."""
    elements = (*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.text, *app.info, *app.error)
    return "\n".join([*(element.value for element in elements), *blocks(app)])


def blocks(app: AppTest, tag: str = "p|li|h2") -> list[str]:
    """Return the words of each block of the page that is such an HTML element, without its marks."""
    found = re.findall(rf"<({tag})\b[^>]*>(.*?)</\1>", papers(app), re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]*>", "", inner)) for _, inner in found]


def papers(app: AppTest) -> str:
    """Return the HTML of the words on the page (`components.paper`)."""
    return "\n".join(element.proto.body for element in app.get("html") if 'class="paper"' in element.proto.body)


def assert_runs(app: AppTest) -> None:
    """Fail with the message when the script raised."""
    assert [problem.message for problem in app.exception] == []
