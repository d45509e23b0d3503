"""The Pilot page without a browser, and small ticket files for it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from domain.shared.people import Actor
from services.pilot import read_pilot
from services.pilot_files import list_uploads
from services.requirements import read_requirements

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "samples" / "shenzhen-eu" / "tickets.csv"
HEADINGS = "ticket_id,vendor,channel,language,created_at,first_human_reply_at,status"


def tickets(first: int = 1, count: int = 2, offset: str = "Z") -> bytes:
    """A file with so many tickets, all answered after an hour; without an offset a zone is needed."""
    rows = [
        f"T{number},Demo Nord,email,de,2026-10-05T09:00:00{offset},2026-10-05T10:00:00{offset},resolved"
        for number in range(first, first + count)
    ]
    return "\n".join([HEADINGS, *rows]).encode() + b"\n"


@dataclass
class PilotScreen:
    """What a signed-in person has on the Pilot page of one project."""

    actor: Actor
    project: str
    screen: AppTest

    @classmethod
    def open(cls, actor: Actor, project: str) -> "PilotScreen":
        screen = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=60)
        # The pages are known after a first run.
        screen.run()
        screen.switch_page("../pages/pilot/scorecard.py")
        screen.query_params["project"] = project
        shown = cls(actor, project, screen)
        shown.run()
        return shown

    def run(self) -> None:
        self.screen.run()
        assert not self.screen.exception

    def choose(self, content: bytes, name: str = "tickets.csv") -> None:
        """Put a file into the uploader."""
        self.screen.file_uploader[0].set_value((name, content, "text/csv"))
        self.run()

    def read(self) -> None:
        """Press the button that reads the chosen file."""
        self.screen.button(key="pilot_read").click()
        self.run()

    def field(self, kind: str, name: str) -> Any:
        """A field of the plan."""
        return getattr(self.screen, kind)(key=f"pilot_{self.project}_{name}")

    @property
    def text(self) -> str:
        """Every word on the screen that is no widget."""
        return "\n".join(element.value for element in self.screen.markdown)

    @property
    def errors(self) -> list[str]:
        return [element.value for element in self.screen.error]

    @property
    def stored(self) -> list[str]:
        """Names of the ticket files that count."""
        return [upload.name for upload in list_uploads(self.actor, self.project)]

    @property
    def values(self) -> dict[str, object]:
        """The plan as it is stored."""
        record = read_requirements(self.actor, self.project).record
        return dict(read_pilot(self.actor, self.project, record).values)
