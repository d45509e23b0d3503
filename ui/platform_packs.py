"""What the merchant's platforms ask of customer service, and the button that fills it in."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import streamlit as st

from domain.requirements.platforms import PackChange, PlatformPack, PlatformRule
from domain.requirements.record import Record
from domain.shared.people import Actor
from domain.shared.sources import Source
from ui.guard import Page
from ui.kit import link, mute, safe
from ui.questionnaire_words import answer_words
from words import say
from words.numbers import day

_TONE = {"rule": "green", "reported": "orange", "guideline": "grey"}


class Packs(Protocol):
    """What can be done with packs: the service's functions."""

    def packs_of(self, record: Record) -> Mapping[str, PlatformPack]:
        """The packs of the platforms the merchant sells on."""

    def preview_pack(self, record: Record, platform: str) -> tuple[PackChange, ...]:
        """What would be filled in, and what stays."""

    def apply_pack(self, actor: Actor, project_id: str, platform: str) -> tuple[PackChange, ...]:
        """Fill it in."""

    def answers_of_pack(self, record: Record, platform: str) -> tuple[str, ...]:
        """What it filled in and nobody has changed since."""

    def take_back_pack(self, actor: Actor, project_id: str, platform: str) -> tuple[str, ...]:
        """Take that away again."""


def offer_packs(
    page: Page, project_id: str, record: Record, sources: Mapping[str, Source], doing: Packs
) -> None:
    """A folded card per platform: its standards, what would be filled in, what stays as somebody answered it."""
    labels = record.book.labels("platforms", page.language)

    def fill(platform: str) -> None:
        page.attempt(doing.apply_pack, project_id, platform)

    def take_back(platform: str) -> None:
        page.attempt(doing.take_back_pack, project_id, platform)

    for platform, pack in doing.packs_of(record).items():
        title = page.t("packs.title", platform=labels[platform])
        box = st.expander(title, key=f"pack_{platform}", on_change="rerun")
        if not box.open:
            continue
        with box:
            mute(pack.note[page.language])
            for rule in pack.rule:
                _standard(page, rule, sources[rule.origin.source])
            changes = doing.preview_pack(record, platform)
            _changes(page, record, changes)
            with st.container(horizontal=True, vertical_alignment="center"):
                if not all(change.kept for change in changes):
                    st.button(
                        page.t("packs.fill"), key=f"fill_pack_{platform}", on_click=fill, args=(platform,)
                    )
                if given := doing.answers_of_pack(record, platform):
                    label = link(f":material/undo: {page.t('packs.take_back', count=len(given))}")
                    key = f"take_back_pack_{platform}"
                    st.button(label, key=key, type="tertiary", on_click=take_back, args=(platform,))


def _standard(page: Page, rule: PlatformRule, source: Source) -> None:
    """One standard with whose it is, where it holds, how sure that is and when it was checked."""
    standing = say(page.language, f"requirements.standing.{rule.standing}")
    badge = f":{_TONE[rule.standing]}-badge[{standing}]"
    st.markdown(f"**{safe(rule.label[page.language])}** {badge}  \n{safe(rule.text[page.language])}")
    bots = "" if rule.counts_bot is None else page.t(f"packs.bots_{'yes' if rule.counts_bot else 'no'}")
    facts = (
        rule.market[page.language],
        bots,
        say(page.language, f"source.confidence.{rule.confidence}"),
        source.title[page.language],
        say(page.language, "source.checked_on", day=day(page.language, rule.origin.checked_on)),
    )
    mute(safe(" · ".join(fact for fact in facts if fact)))


def _changes(page: Page, record: Record, changes: Sequence[PackChange]) -> None:
    """Each answer before and after; kept ones say so."""
    if not changes:
        mute(page.t("packs.nothing"))
    for change in changes:
        question = record.book.questions[change.question]
        before, after = (
            "–" if value is None else answer_words(page.language, record.book, question.id, value)
            for value in (change.before, change.after)
        )
        word = "packs.kept" if change.kept else "packs.filled"
        wording = question.wording[page.language]
        mute(page.t(word, question=safe(wording), before=safe(before), after=safe(after)))
