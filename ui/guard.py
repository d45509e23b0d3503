"""Who is looking at a page, asked afresh on every run; the first call of every page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

import streamlit as st

from domain.shared.outcomes import DomainError
from domain.shared.people import Actor
from services import accounts
from ui.assets import component
from ui.kit import link, mute, safe
from ui.places import PLACES, Place
from words import LANGUAGES, Language, say

T = TypeVar("T")
_LANGUAGE, _REFUSAL, _KNOWN = "kefu_language", "kefu_refusal", "kefu_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An open page: where, and on whose behalf its services act."""

    place: Place
    actor: Actor
    login_id: str

    @property
    def language(self) -> Language:
        """In which language it speaks."""
        return self.actor.language

    def t(self, key: str, /, **values: str | int) -> str:
        """The words for a key."""
        return say(self.language, key, **values)

    def refusal(self, error: DomainError) -> str:
        """The sentence of a refusal."""
        return say(self.language, error.code, **error.values)

    def acting(self) -> Actor:
        """Who acts now. A callback runs before the guard of the next run, so the server is asked once more.

        Raises:
            DomainError: ``accounts.signed_out``.
        """
        known = signed_in()
        if known is None:
            raise DomainError("accounts.signed_out")
        return known.actor

    def acting_later(self) -> Actor:
        """The same for a download, which runs at the click and outside of the page's session.

        Raises:
            DomainError: ``accounts.signed_out``.
        """
        known = accounts.by_id(self.login_id)
        if known is None or known.must_change_password:
            raise DomainError("accounts.signed_out")
        return known.actor

    def attempt(self, action: Callable[..., T], *args: Any, **values: Any) -> T | None:
        """Do something on the person's behalf; a refusal is kept for `show_refusal` and None comes back."""
        try:
            return action(self.acting(), *args, **values)
        except DomainError as error:
            st.session_state[_REFUSAL] = self.refusal(error)
            return None

    def show_refusal(self) -> None:
        """The sentence of the last refusal, once, where the page wants it."""
        if sentence := st.session_state.pop(_REFUSAL, ""):
            st.error(sentence)

    def title(self, text: str, facts: str = "", *, actions: Callable[[], None] | None = None) -> None:
        """The title row with the account menu, and one grey line of facts under it."""
        with st.container(horizontal=True, vertical_alignment="center"):
            st.title(text, width="content", anchor=False)
            st.space("stretch")
            _account_menu(self)
            if actions is not None:
                actions()
        if facts:
            mute(facts)


def open_page(place_id: str) -> Page:
    """Let a person in, or end the run with a plain sentence.

    Args:
        place_id: the page's id in ui/places.py.
    """
    place, known = PLACES[place_id], st.session_state.pop(_KNOWN, None) or signed_in()
    if known is None:
        show_signed_out()
        st.stop()
    if known.actor.role not in place.roles:
        st.error(say(known.actor.language, "accounts.not_allowed"))
        st.stop()
    return Page(place=place, actor=known.actor, login_id=known.login_id)


def login_id() -> str:
    """The login that the front door vouched for when this session was opened; tests put another one here."""
    return str(st.user.get("login") or "")


def signed_in() -> accounts.SignedIn | None:
    """Who is there now. An open page outlives a sign-out or a changed role, so the server is asked each time."""
    known = accounts.by_id(login_id())
    if known is None or known.must_change_password:
        return None
    st.session_state[_LANGUAGE] = known.actor.language
    return known


def let_in() -> accounts.SignedIn | None:
    """Who is there, asked by the frame when a run begins; the page of the same run takes this answer, once."""
    known = st.session_state[_KNOWN] = signed_in()
    return known


def current_language() -> Language:
    """The language of this session, also after its login has ended."""
    kept = st.session_state.get(_LANGUAGE)
    return next((language for language in LANGUAGES if language == kept), LANGUAGES[1])


def show_signed_out() -> None:
    """One sentence and the way back in; after signing out by hand the form opens by itself."""
    language, address = current_language(), urlsplit(st.context.url or "/")
    here = address.path + (f"?{address.query}" if address.query else "")
    by_hand = bool(st.session_state.get("kefu_signed_out"))
    href = "/sign-in" if by_hand or here == "/" else f"/sign-in?{urlencode({'next': here})}"
    st.info(say(language, "accounts.signed_out"))
    _way_out(say(language, "front.sign_in.button"), href, at_once=by_hand)


def prepare_way_out() -> None:
    """Load the way to the sign-in form while the login lasts; afterwards the browser gets no more scripts."""
    _way_out("", "", at_once=False)


def _way_out(label: str, href: str, *, at_once: bool) -> None:
    component("leave", "<a></a>")(key="leave", data={"label": label, "href": href, "at_once": at_once})


def _account_menu(page: Page) -> None:
    """Language, own password, sign out."""
    label = link(f":material/account_circle: {safe(page.actor.name)}")
    with st.popover(label, type="tertiary", key="account_menu"):
        mute(f"{safe(page.actor.organisation)} · {page.t(f'role.{page.actor.role.value}')}")
        st.segmented_control(
            page.t("front.language"),
            LANGUAGES,
            default=page.language,
            format_func=lambda code: say(code, "language.own_name"),
            key=f"account_language_{page.language}",
            on_change=_choose_language,
            args=(page,),
            required=True,
        )
        if st.button(page.t("place.password"), key="account_password", type="tertiary"):
            st.switch_page(PLACES["password"].script)
        st.button(page.t("front.sign_out"), key="account_sign_out", on_click=_sign_out, args=(page,))


def _choose_language(page: Page) -> None:
    chosen = st.session_state.get(f"account_language_{page.language}")
    for language in LANGUAGES:
        if language == chosen != page.language:
            page.attempt(accounts.set_language, language)


def _sign_out(page: Page) -> None:
    accounts.sign_out(page.login_id)
    st.session_state["kefu_signed_out"] = True
