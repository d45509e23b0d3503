"""The one table of pages: where each is, who may open it, what it is called. Navigation, guard and links read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from domain.shared.people import BUYING_SIDE, EVERYONE, Role

_FRAME_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page.

    Attributes:
        id: how pages name each other, and the one segment of its address; the home page answers at `/`, too.
        script: the script, relative to ui/frame.py, as Streamlit wants it.
        icon: Material symbol in the navigation.
        roles: who may open it.
        in_navigation: shown in the top bar; a project's stages are reached through its stepper.
        stage_of: the stage a page belongs to that is none itself, empty for the others.
    """

    id: str
    script: str
    icon: str
    roles: frozenset[Role] = BUYING_SIDE
    in_navigation: bool = False
    stage_of: str = ""

    @property
    def word(self) -> str:
        """Key of its name in words/."""
        return f"place.{self.id}"

    @property
    def is_home(self) -> bool:
        """Whether it answers at `/`."""
        return self.id == "home"

    def href(self, **query: str) -> str:
        """Its address, for links that may open a tab."""
        path = "/" if self.is_home else f"/{self.id}"
        return f"{path}?{urlencode(query)}" if query else path


_ADMIN = frozenset({Role.ADMIN})
_VENDOR = frozenset({Role.VENDOR})
_ALL = (
    Place(id="home", script="../pages/projects/home.py", icon=":material/home:", in_navigation=True),
    Place(id="requirements", script="../pages/requirements/answers.py", icon=":material/checklist:"),
    Place(
        id="versions",
        script="../pages/requirements/versions.py",
        icon=":material/history:",
        stage_of="requirements",
    ),
    Place(
        id="exchange",
        script="../pages/requirements/exchange.py",
        icon=":material/swap_vert:",
        stage_of="requirements",
    ),
    Place(id="cost", script="../pages/costing/estimate.py", icon=":material/payments:"),
    Place(id="scenarios", script="../pages/costing/scenarios.py", icon=":material/science:", stage_of="cost"),
    Place(id="scenario", script="../pages/costing/scenario.py", icon=":material/science:", stage_of="cost"),
    Place(id="quotes", script="../pages/costing/quotes.py", icon=":material/sell:", stage_of="cost"),
    Place(id="request", script="../pages/sourcing/request.py", icon=":material/request_quote:"),
    Place(id="pilot", script="../pages/pilot/scorecard.py", icon=":material/experiment:"),
    Place(id="contract", script="../pages/contract/draft.py", icon=":material/contract:"),
    Place(
        id="sources", script="../pages/sources/register.py", icon=":material/menu_book:", in_navigation=True
    ),
    Place(
        id="people",
        script="../pages/accounts/people.py",
        icon=":material/group:",
        roles=_ADMIN,
        in_navigation=True,
    ),
    Place(
        id="inbox",
        script="../pages/accounts/inbox.py",
        icon=":material/inbox:",
        roles=_VENDOR,
        in_navigation=True,
    ),
    Place(id="password", script="../pages/accounts/password.py", icon=":material/key:", roles=EVERYONE),
)
PLACES: Mapping[str, Place] = {place.id: place for place in _ALL}


def open_to(role: Role) -> tuple[Place, ...]:
    """The places a role may open, in the order of the navigation; the first one is where it arrives."""
    return tuple(place for place in _ALL if role in place.roles)


def script_path(place: Place) -> Path:
    """Where the script lies."""
    return (_FRAME_FOLDER / place.script).resolve()
