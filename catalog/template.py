"""What a copy of a project leaves unanswered (`data/requirements/template.toml`)."""

from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

from catalog.reader import DATA, CatalogError, parse, read_toml
from domain.requirements.template import Template


def load_template(
    questions: Collection[str], path: Path = DATA / "requirements" / "template.toml"
) -> Template:
    """The groups of questions a copy leaves out.

    Raises:
        CatalogError: the file is malformed, or names a question that is not asked.
    """
    template = parse(Template, read_toml(path), path=path)
    for group, named in asdict(template).items():
        for index, question in enumerate(named):
            if question not in questions:
                raise CatalogError(path, f"{group}.{index}", "unknown_question", given=question)
    return template
