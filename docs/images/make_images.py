"""The README's pictures, taken from a running portal: `python -m docs.images.make_images`. Needs Chromium."""  # noqa: INP001  # the folder holds pictures, not a package

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from benchmarks.reruns import sample_open
from tests.browser.walking import open_sample, settle, speak
from words import Language

FOLDER = Path(__file__).parent
PICTURES: Mapping[Language, Sequence[tuple[str, str]]] = {
    "en": (("cost-en.png", "cost"), ("contract-en.png", "contract")),
    "zh": (("cost-zh.png", "cost"), ("contract-zh.png", "contract")),
}
_COLOURS = 128
_DRAWN_MS = 2_000


def take(page: Page) -> bytes:
    """What is seen now, as a PNG of few colours and few bytes."""
    seen = Image.open(io.BytesIO(page.screenshot()))
    few = seen.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Take every picture anew."""
    with sample_open() as (_, page, _project):
        for language, pictures in PICTURES.items():
            page.goto("/")
            settle(page)
            speak(page, language)
            project = open_sample(page, language)  # named in the language of whoever opens it
            for name, stage in pictures:
                page.goto(f"/{stage}?project={project}")
                settle(page)
                page.wait_for_timeout(_DRAWN_MS)  # charts and paper are drawn after the page
                content = take(page)
                (FOLDER / name).write_bytes(content)
                print(f"{name}: {len(content) // 1024} KB")  # noqa: T201  # a command says what it did


if __name__ == "__main__":
    main()
