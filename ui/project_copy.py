"""The dialog that copies a project as a template and says what does not go along."""

from collections.abc import Callable, Mapping

from domain.requirements.questions import QuestionBook
from domain.requirements.template import LeftOut
from ui.guard import Page
from ui.projects import name_dialog


def copy_dialog(
    page: Page,
    name: str,
    book: QuestionBook,
    left_out: Mapping[str, LeftOut],
    submit: Callable[..., None],
    *about: str,
    key: str = "",
) -> None:
    """Ask for the name of a copy, and say which answers do not go along; `submit` as in `name_dialog`."""
    paragraphs = [page.t("projects.copy_text")]
    for group in dict.fromkeys(left_out.values()):
        asked = [book.questions[question] for question, why in left_out.items() if why == group]
        lines = "\n".join(f"- {question.wording[page.language]}" for question in asked)
        paragraphs.append(f"{page.t(f'projects.copy_leaves_{group}')}\n\n{lines}")
    title, start = page.t("projects.copy_title"), page.t("projects.copy_name", name=name)
    text = "\n\n".join(paragraphs)
    name_dialog(page, title, page.t("projects.create"), start, submit, *about, key=key, text=text)
