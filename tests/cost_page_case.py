"""The pages of the cost without a browser."""

from streamlit.testing.v1 import AppTest

from tests.requirements_case import FRAME, Desk


def open_place(desk: Desk, script: str, project: str, **address: str) -> AppTest:
    """A page of the cost of a project, as if its address had been typed."""
    desk.screen = AppTest.from_file(FRAME, default_timeout=30)
    desk.run()
    desk.screen.switch_page(f"../pages/costing/{script}.py")
    for name, value in {"project": project, **address}.items():
        desk.screen.query_params[name] = value
    return desk.run()
