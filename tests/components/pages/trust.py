"""The pages that let a reader check the work, opened without a browser."""

from streamlit.testing.v1 import AppTest

from tests.components.app import SECONDS, SHELL


def page(name: str, **address: str) -> AppTest:
    """Return a page as the address asks for it."""
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS)
    app.run()
    for key, value in address.items():
        app.query_params[key] = value
    return app.switch_page(f"pages/{name}.py").run()


def pressed(app: AppTest, label: str) -> AppTest:
    """Return the page after its button of that label was pressed."""
    (button,) = [one for one in app.button if one.label == label]
    return button.click().run()
