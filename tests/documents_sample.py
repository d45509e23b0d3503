"""A document with every kind of block, in all three forms: what the tests of documents/ print."""

from collections.abc import Iterator

from domain.shared.paper import (
    Align,
    Block,
    Cell,
    Document,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from domain.shared.sources import Language

ARTICLES = 65
FORMS: tuple[Form, ...] = ("zh", "en", "bilingual")
MARK = "DRAFT 草稿"
TITLE = {"zh": "客户服务外包合同", "en": "Customer Service Outsourcing Agreement"}
_LANGUAGES: dict[Form, tuple[Language, ...]] = {"zh": ("zh",), "en": ("en",), "bilingual": ("zh", "en")}
_SERVICE_ZH = (
    "乙方应当按照附件一列明的渠道、语言和服务时间，为甲方在德国、法国、意大利和西班牙的客户提供售前、售中与售后服务；"
    "未经甲方书面同意，乙方不得将服务（含夜间与周末时段）转包给任何第三方。“服务时间”指柏林时间周一至周六 09:00–19:00，"
    "首次响应率不低于 93.8%（旺季不低于 45％），逾期每小时扣减 €1,200.00——但不超过 3,000\u00a0欧元……"
)
_SERVICE_EN = (
    "The Vendor shall provide pre-sales, in-sales and after-sales services to the Merchant’s customers in Germany, "
    "France, Italy and Spain through the channels, in the languages and during the hours listed in Annex 1; it shall "
    "not subcontract the services to any third party without the Merchant’s prior written consent. “Service hours” "
    "means Monday to Saturday, 09:00–19:00 Berlin time; the first-response rate shall not fall below 93.8%."
)
_LIABILITY_ZH = "因一方违约致使对方遭受损失的，赔偿总额不超过本合同上一年度服务费的 150%；《民法典》第506条另有规定的除外。"
_LIABILITY_EN = "Liability is limited to 150% of the service fees of the preceding contract year, save as “required by law”."
_NOTE_ZH = (
    "注：见 https://example.com/law/civil-code/article-496?version=2021-01-01&lang=zh-CN&print=yes 一节。"
)
_NOTE_EN = "Note: see https://example.com/law/civil-code/article-496?version=2021-01-01&lang=en-GB&print=yes."
_METRIC_ZH = "首次人工响应时间不超过 24 小时的工单占比；自动回复不计入，客户撤回的工单不计入。"
_METRIC_EN = "Share of tickets with a first human reply within 24 hours; automatic replies are left out."


def paragraphs(
    form: Form, zh: str, en: str, number: str = "", style: ParagraphStyle = "body"
) -> Iterator[Paragraph]:
    """One paragraph per language of the form; the first carries the number."""
    words = {"zh": zh, "en": en}
    for position, language in enumerate(_LANGUAGES[form]):
        half = len(words[language]) // 2
        runs = (Run(text=words[language][:half], field="service_scope"), Run(text=words[language][half:]))
        yield Paragraph(language=language, runs=runs, number="" if position else number, style=style)


def texts(form: Form, zh: str, en: str) -> tuple[tuple[Language, str], ...]:
    """The words in the languages of the form."""
    words = {"zh": zh, "en": en}
    return tuple((language, words[language]) for language in _LANGUAGES[form])


def document(form: Form, *, articles: int = ARTICLES, mark: str = MARK) -> Document:
    """A contract of parts, numbered articles and an annex with a table of long cells."""
    title = texts(form, TITLE["zh"], TITLE["en"])
    blocks = tuple(_blocks(form, articles))
    return Document(form=form, title=title, blocks=blocks, mark=mark, subject="Outsourced customer service")


def _blocks(form: Form, articles: int) -> Iterator[Block]:
    yield from paragraphs(
        form, "未经律师批准不得签署", "Not to be signed before counsel’s approval", style="centred"
    )
    yield from paragraphs(
        form, "甲方：Łódź & Iași <Świętokrzyska> 公司", "Merchant: Łódź & Iași <Świętokrzyska>", style="party"
    )
    yield from paragraphs(form, "乙方：Ђорђе Ђорђевић", "Vendor: Ђорђе Ђорђевић", style="party")
    yield Heading(level=1, texts=texts(form, "第一部分 通用条款", "Part I General terms"))
    for number in range(1, articles + 1):
        heading = texts(
            form, f"第{number}条 服务范围与“服务水平”", f"Article {number} Scope & “service levels”"
        )
        yield Heading(level=2, texts=heading, anchor=f"article-{number}")
        yield from paragraphs(form, _SERVICE_ZH, _SERVICE_EN, f"{number}.1")
        yield from paragraphs(form, _LIABILITY_ZH, _LIABILITY_EN, f"{number}.2", "highlight")
    yield from paragraphs(form, _NOTE_ZH, _NOTE_EN, style="note")
    yield PageBreak()
    yield Heading(level=1, texts=texts(form, "附件三 指标口径与目标", "Annex 3 Metrics and targets"))
    yield Heading(level=3, texts=texts(form, "按月考核", "Assessed monthly"))
    yield _table(form)
    yield from paragraphs(form, "附件完。", "End of the annex.")


def _table(form: Form) -> Table:
    def cell(zh: str, en: str, align: Align = "left") -> Cell:
        return Cell(texts=texts(form, zh, en), align=align)

    header = (cell("指标", "Metric"), cell("口径", "Definition"), cell("目标", "Target", "right"))
    rows = tuple(
        (
            cell(f"首次响应及时率 {number}", f"First response in time {number}"),
            cell(_METRIC_ZH, _METRIC_EN),
            cell("≥ 93.8%", "≥ 93.8%", "right"),
        )
        for number in range(1, 13)
    )
    return Table(header=header, rows=rows, widths=(3, 6, 2), anchor="kpi")
