"""Every element of the vocabulary on one page, to be looked at and driven by a test."""

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import streamlit as st

import ui.form_tables  # noqa: F401  (registers the fields with several parts)
from domain.shared.paper import Cell, Document, Heading, Paragraph, Run, Table
from domain.shared.sources import Bilingual, Origin, Source
from ui.charts import ChartText, WeekPoint, weekly
from ui.charts_cost import Band, cost_band
from ui.facts import Fact, facts
from ui.fields import FieldSpec
from ui.forms import field
from ui.kit import empty, head, mute, problem, saved
from ui.paper import Focus, paper
from ui.stepper import Step, stepper
from ui.tables import interval, small_table
from ui.verdict import Badge, Verdict, verdict
from words import Language

st.set_page_config(layout="wide", page_title="gallery")
st.html(Path(__file__).resolve().parents[2] / "ui" / "page.css")
language: Language = "en" if st.query_params.get("lang") == "en" else "zh"


def L(zh: str, en: str) -> str:  # noqa: N802  (one letter keeps the samples readable)
    return zh if language == "zh" else en


article = Source(
    id="a",
    kind="article",
    title=Bilingual(zh="行业文章：欧洲客服外包", en="Trade article on outsourcing to Europe"),
    confidence="low",
    checked_on=date(2026, 11, 22),
)
law = Source(
    id="b",
    kind="law",
    title=Bilingual(zh="民法典", en="Civil Code"),
    confidence="high",
    checked_on=date(2026, 11, 22),
)
origin = Origin(source="a", locator="L108", checked_on=date(2026, 11, 22), valid_from="unknown")
with st.container(horizontal_alignment="center"), st.container(width=1240, gap="small"):
    st.title(L("欧洲五语客服外包", "Five-language desk, Europe"), anchor=False)
    mute(L("示例 · 每月 6,000 次联系", "Sample · 6,000 contacts a month"))
    went = stepper(
        [
            Step(
                id="requirements",
                name=L("需求", "Require\u00adments"),
                word=L("还缺 2 项", "2 missing"),
                state="missing",
                href="/requirements?project=1",
            ),
            Step(
                id="cost",
                name=L("成本", "Cost"),
                word=L("已完成", "Done"),
                state="done",
                href="/cost?project=1",
            ),
            Step(
                id="pilot",
                name=L("试运行", "Pilot"),
                word=L("待决定", "Decide"),
                state="decide",
                href="/pilot?project=1",
            ),
            Step(
                id="contract",
                name=L("合同", "Contract"),
                word=L("草稿", "Draft"),
                state="draft",
                href="/contract?project=1",
            ),
        ],
        "cost",
        language,
    )
    st.write(f"went:{went}")
    verdict(
        Verdict(
            badges=[Badge(text=L("可以决定", "Ready to decide"), icon="check_circle", tone="green")],
            facts=L("按 2026年11月20日 的需求计算", "Requirements of 20 Nov 2026"),
            sentence=L("东欧最省：每月约 1.9 万欧元", "Eastern Europe costs least: about €19,000 a month"),
            reasons=[
                L("比南欧低 **24%**。", "**24%** below Southern Europe."),
                L("区间重叠。", "The ranges overlap."),
            ],
            metric=(L("基准，每月", "Base, a month"), "19,013", L("每次联系 3.17 欧元", "€3.17 per contact")),
        ),
        action=L("准备试运行", "Prepare the pilot"),
        second=L("改比较口径", "Change the basis"),
        key="v",
    )
    left, right = st.columns([2, 1], gap="small")
    with left, st.container(border=True, height="stretch"):
        cost_band(
            [
                Band(
                    label=L("东欧", "East"),
                    low=13580,
                    base=19013,
                    high=24445,
                    low_text="13.6k",
                    base_text="19.0k",
                    high_text="24.4k",
                ),
                Band(
                    label=L("南欧", "South"),
                    low=20371,
                    base=25124,
                    high=29877,
                    low_text="20.4k",
                    base_text="25.1k",
                    high_text="29.9k",
                ),
                Band(
                    label=L("西欧", "West"),
                    low=33951,
                    base=40741,
                    high=47531,
                    low_text="34.0k",
                    base_text="40.7k",
                    high_text="47.5k",
                ),
            ],
            ChartText(
                title=L("三个地区每月各要花多少？", "What would a month cost in each region?"),
                subtitle=L("条 = 低至高，竖线 = 基准", "Bar = low to high, tick = base"),
                axis=L("欧元/月", "EUR a month"),
                alt="x",
            ),
            budget=(22000, L("预算 2.2 万", "Budget €22k")),
            ticks="'€'+format(datum.value/1000,',.0f')+'k'",
            key="band",
        )
    with right, st.container(border=True, height="stretch"):
        facts(
            [
                Fact(label=L("单价", "Rate"), value="10 – 14 – 18", source=article, origin=origin),
                Fact(label=L("法律", "Law"), value="585", source=law, origin=origin),
                Fact(label=L("自填", "Typed"), value="5"),
            ],
            language,
            "facts",
        )
    head(L("明细", "Detail"), 3)
    small_table(
        {
            L("指标", "Measure"): ["frt"],
            "n": [598],
            L("区间", "Interval"): [interval(0.938, 0.916, 0.955, 0.9) + " 91.6 – 95.5"],
        },
        formats={"n": "{:,.0f}".format},
    )
    weekly(
        [
            WeekPoint(vendor=v, week=w, value=0.9 + d, lower=0.86 + d, upper=0.95 + d)
            for v, d in (("A", 0), ("B", -0.05))
            for w in (1, 2, 3, 4)
        ],
        ChartText(title=L("首响达标率", "First response"), subtitle="", axis=L("周", "Week"), alt="x"),
        target=0.9,
        key="weeks",
    )
    with empty(
        L("还没有项目", "No project yet"),
        L("项目从需求走到合同。", "A project goes from requirements to contract."),
    ):
        st.button(L("打开示例", "Open the sample"), key="sample")

    def save(name: str, value: object) -> None:
        st.session_state["saved"] = f"{name}={value}"

    saved(st.session_state.get("saved", "-"))
    langs = (("de", L("德语", "German")), ("fr", L("法语", "French")), ("en", L("英语", "English")))
    for spec, value in (
        (FieldSpec(id="t", kind="text", label="text", placeholder="abc"), "abc"),
        (FieldSpec(id="i", kind="integer", label="int"), 5),
        (FieldSpec(id="s", kind="share", label="share"), 0.15),
        (
            FieldSpec(id="m", kind="money", label="money", choices=(("EUR", "EUR"), ("USD", "USD"))),
            {"amount": "500.00", "currency": "USD"},
        ),
        (FieldSpec(id="b", kind="boolean", label="bool"), True),
        (FieldSpec(id="c", kind="choice", label="choice", choices=langs), "de"),
        (FieldSpec(id="cs", kind="choices", label="choices", choices=langs), ["de", "fr"]),
        (FieldSpec(id="sh", kind="shares_by_language", label="shares", parts=langs), {"de": 0.4, "fr": 0.25}),
        (FieldSpec(id="sc", kind="schedule", label="schedule"), {"mon": [["09:00", "19:00"]]}),
        (
            FieldSpec(id="p", kind="peaks", label="peaks"),
            [{"name": "Q4", "months": [11, 12], "multiplier": 2.0, "lead_weeks": 2}],
        ),
        (FieldSpec(id="po", kind="pools", label="pools", choices=langs), [["de", "en"]]),
        (FieldSpec(id="d", kind="date", label="date"), "2026-11-20"),
    ):
        st.markdown(f"**{spec.label}**")
        field(spec, value, language=language, save=save, prefix="g")
    problem(L("合计 95%，还差 5%。", "The shares add up to 95%; 5% are missing."))
    clicked = paper(
        Document(
            form="bilingual",
            title=(("zh", "客户服务外包合同"), ("en", "Customer Service Agreement")),
            mark="DRAFT 草稿",
            blocks=(
                Heading(
                    level=2,
                    texts=(("zh", "第一条 定义"), ("en", "Article 1 Definitions")),
                    anchor="definitions",
                ),
                Paragraph(
                    language="zh",
                    number="1.1",
                    runs=(Run(text="在"), Run(text="24 小时", field="x"), Run(text="内通知。")),
                    anchor="definitions",
                ),
                Paragraph(
                    language="en", runs=(Run(text="within "), Run(text="24 hours", field="x"), Run(text="."))
                ),
                Table(
                    header=(
                        Cell(texts=(("zh", "指标"), ("en", "KPI"))),
                        Cell(texts=(("en", "n"),), align="right"),
                    ),
                    rows=((Cell(texts=(("en", "frt"),)), Cell(texts=(("en", "90%"),), align="right")),),
                    widths=(2, 1),
                ),
            ),
        ),
        language,
        blanks=set(),
        focus=Focus(anchor="definitions"),
        key="paper",
    )
    st.write(f"clicked:{clicked}")
