"""Figures by phenomenon, each with the traps beside it."""

import pytest

from reportreader.analysis.figures import (
    Dimension,
    Figure,
    Qualifier,
    find_figures,
    neutral_figures,
)
from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.span import Join


def figures(text: str) -> list[Figure]:
    return list(find_figures(Document(text=text)))


def read(text: str) -> list[tuple[str, object, str]]:
    return [(figure.text, figure.value, figure.unit) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修桥12座。", [("12座", 12, "座")]),
        ("拨款40万余元，", [("40万余元", 400_000, "元")]),
        ("惠及16余万人次", [("16余万人次", 160_000, "人次")]),
        ("总产值1.25万亿元", [("1.25万亿元", 1_250_000_000_000, "元")]),
        ("赠书2,400册", [("2,400册", 2_400, "册")]),
        ("面积３．５平方公里", [("３．５平方公里", 3.5, "平方公里")]),
        ("投资90億台幣", [("90億台幣", 9_000_000_000, "台幣")]),
        ("收入12亿元人民币", [("12亿元人民币", 1_200_000_000, "元")]),
        ("接待30万游客上岛", [("30万游客", 300_000, "游客")]),
        ("常住人口18.2万，", [("18.2万", 182_000, "人")]),
        ("月薪超过3万。", [("3万", 30_000, "元")]),
        ("历时3个多月", [("3个多月", 3, "个月")]),
        ("投入 10 万元", [("10 万元", 100_000, "元")]),
        ("种树6(liù)棵", [("6(liù)棵", 6, "棵")]),
        ("用时2个小时", [("2个小时", 2, "小时")]),
        ("發給1萬2,000元", [("1萬2,000元", 12_000, "元")]),
        ("投资3亿5000万元", [("3亿5000万元", 350_000_000, "元")]),
        ("浓度35微克/立方米", [("35微克/立方米", 35, "微克/立方米")]),
        ("GDP增长5.5%", [("5.5%", 0.055, "%")]),
        ("车程两个半小时", [("两个半小时", 2.5, "小时")]),
        ("工期3个半月左右", [("3个半月左右", 3.5, "个月")]),
        ("前后用了两年半", [("两年半", 2.5, "年")]),
        ("十天半月来一次", [("十天", 10, "天")]),
        ("等6所学校开课", [("6所", 6, "所")]),
        ("惠及32.4万各族群众", [("32.4万", 324_000, "人")]),
    ],
)
def test_numbers_with_multiplier_and_unit(
    text: str, expected: list[tuple[str, object, str]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("达99%。", ("99%", 0.99, "%")),
        ("占９．８８‰", ("９．８８‰", 0.00988, "‰")),
        ("提高百分之五点八", ("百分之五点八", 0.058, "%")),
        ("约八成农户", ("八成", 0.8, "成")),
        ("提高1.66个百分点", ("1.66个百分点", 1.66, "百分点")),
        ("占三分之二", ("三分之二", 0.666666666667, "ratio")),
        ("结构为0.7:50.7:48.6", ("0.7:50.7:48.6", (0.7, 50.7, 48.6), "ratio")),
        ("比例为1:30", ("1:30", (1, 30), "ratio")),
    ],
)
def test_shares_and_ratios(text: str, expected: tuple[str, object, str]) -> None:
    assert read(text) == [expected]


def test_numbers_that_share_a_unit() -> None:
    assert read("提高2.16和1.66个百分点") == [
        ("2.16", 2.16, "百分点"),
        ("1.66个百分点", 1.66, "百分点"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("建成六个项目", 6, "个"),
        ("历时两年", 2, "年"),
        ("共二十六户", 26, "户"),
        ("三百零四份问卷", 304, "份"),
        ("一亿二千万元", 120_000_000, "元"),
        ("两万五千亩", 25_000, "亩"),
        ("十个村", 10, "个"),
        ("七八成农户", (0.7, 0.8), "成"),
        ("十六七件衣服", (16, 17), "件"),
    ],
)
def test_numbers_in_han_characters(text: str, value: object, unit: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2018年3月16日开会", "2018-03-16", "date"),
        ("8月10日开会", "--08-10", "month-day"),
        ("今年3月开工", "--03", "month"),
        ("2020年7月起", "2020-07", "year-month"),
        ("2018年以来", "2018", "year"),
        ("二〇二一年七月一日起", "2021-07-01", "date"),
        ("民国107年4月12日", "2018-04-12", "date"),
        ("5月7日至8日", ("--05-07", "--05-08"), "date-range"),
        ("9月3日至10月9日", ("--09-03", "--10-09"), "date-range"),
        ("1-10月投资", ("--01", "--10"), "month-range"),
        ("6月至8月", ("--06", "--08"), "month-range"),
        ("2016—2020年", ("2016", "2020"), "year-range"),
        ("2024年1—8月", ("2024-01", "2024-08"), "date-range"),
        ("5月7-8日", ("--05-07", "--05-08"), "date-range"),
        ("2021年10月至2022年3月", ("2021-10", "2022-03"), "date-range"),
        ("下午2点至4点", ("14:00", "16:00"), "time-range"),
        ("上午9:30开会", "09:30", "time"),
    ],
)
def test_dates_and_times(text: str, value: object, unit: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [(value, unit)]


def test_years_of_the_republic_in_traditional_texts() -> None:
    assert read("勞動局說明，補貼申請期限延長至110年9月，歡迎民眾辦理。")[0][1] == "2021-09"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3至5名", (3, 5)),
        ("10%—15%", (0.1, 0.15)),
        ("3万元至5万元", (30_000, 50_000)),
        ("6.5-7.5万元", (65_000, 75_000)),
        ("20至30岁", (20, 30)),
    ],
)
def test_ranges(text: str, value: object) -> None:
    (figure,) = figures(text)
    assert (figure.text, figure.value, figure.is_range) == (text, value, True)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("20余块", Qualifier.MORE),
        ("90多岁", Qualifier.MORE),
        ("13%以上", Qualifier.MORE),
        ("突破10万人次", Qualifier.MORE),
        ("约100米", Qualifier.APPROXIMATE),
        ("60岁左右", Qualifier.APPROXIMATE),
        ("近600元", Qualifier.NEARLY),
        ("近两年", Qualifier.NONE),
        ("不少于6小时", Qualifier.AT_LEAST),
        ("每周至少开课6次", Qualifier.AT_LEAST),
        ("不超过20%", Qualifier.LESS),
        ("12个", Qualifier.NONE),
    ],
)
def test_qualifiers(text: str, qualifier: Qualifier) -> None:
    assert [figure.qualifier for figure in figures(text)] == [qualifier]


@pytest.mark.parametrize(
    "text",
    [
        "第三十五中学", "第3季度", "N95口罩", "5G网络", "96118热线", "两个维护", "四史宣传", "“七个一”活动",
        "2.0版", "电话0511-84401234", "手机13800138000", "国发〔2021〕5号", "A4纸", "1+X证书", "90后青年",
        "80年代", "20世纪", "COVID-19", "五台山", "三次产业", "二期工程", "数千人", "几十个", "成百上千名",
        "社区六组", "四处奔走", "一个村", "前3名", "第1-3名", "二十四节气", "四套班子", "1990年代", "15号界碑", "本报6月9日电", "发布时间：2020-12-07",
        "2019年9月26日 15:10", "县政府\n二〇二一年七月一日\n", "《3-6岁儿童读本》", "（一）", "1、", "十分重要",
    ],
)  # fmt: skip
def test_numbers_that_are_names(text: str) -> None:
    assert read(text) == []


def test_a_day_takes_its_month_from_the_day_before_it() -> None:
    assert [figure.value for figure in figures("5月7日、8日开会")] == ["--05-07", "--05-08"]


def test_the_mark_of_a_heading_is_no_part_of_a_year() -> None:
    assert read("1.2021年以来") == [("2021年", "2021", "year")]


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("5吨", Dimension.MASS),
        ("5亩", Dimension.AREA),
        ("5公里", Dimension.LENGTH),
        ("5立方米", Dimension.VOLUME),
        ("5岁", Dimension.DURATION),
        ("5美元", Dimension.MONEY),
        ("5个", Dimension.COUNT),
    ],
)
def test_dimensions(text: str, dimension: Dimension) -> None:
    assert [figure.dimension for figure in figures(text)] == [dimension]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("今年新建12个便民服务站，", "便民服务站"),
        ("全年技术改造投资完成18.7亿元。", "技术改造投资"),
        ("拨付种粮补贴3万元；", "拨付种粮补贴"),
        ("门票收入7亿元，同比增长5%。", "门票收入同比增长"),
        ("总产值从2017年的6.5亿元增长到9.1亿元", "总产值"),
        ("5名", ""),
    ],
)
def test_what_a_figure_counts(text: str, label: str) -> None:
    assert figures(text)[-1].counts == label


def test_the_clause_of_a_figure() -> None:
    text = "全县有1,200户，其中 贫困户30户；其余"
    first, second = figures(text)
    assert text[first.clause_start : first.clause_end] == "全县有1,200户"
    assert text[second.clause_start : second.clause_end] == "其中 贫困户30户"


def test_breaks_inside_a_sentence_do_not_part_number_and_unit() -> None:
    text = "全县共修桥1\n2\n座"
    document = Document(
        text=text,
        blocks=Blocks([Block(start=0, end=len(text))]),
        joins=(Join(start=6, end=7), Join(start=8, end=9)),
    )
    (figure,) = find_figures(document)
    assert (figure.text, figure.value) == ("1\n2\n座", 12)


def test_metadata_and_furniture_are_left_out() -> None:
    text = "2021年5月1日\n阅读300次\n修桥5座"
    document = Document(
        text=text,
        blocks=Blocks(
            [
                Block(start=0, end=9),
                Block(start=10, end=16, kind=BlockKind.FURNITURE),
                Block(start=17, end=len(text)),
            ]
        ),
        metadata=Metadata(
            items=(MetadataItem(field=MetadataField.DATE, value="2021-05-01", start=0, end=9),)
        ),
    )
    assert [figure.text for figure in find_figures(document)] == ["5座"]


def test_the_neutral_form() -> None:
    assert neutral_figures(figures("捐款30余万元")) == [
        {
            "start": 2,
            "end": 7,
            "text": "30余万元",
            "what": "捐款",
            "value": 300_000,
            "unit": "元",
            "dim": "money",
            "qual": "more",
        }
    ]
    assert neutral_figures(figures("3至5名"))[0]["value"] == [3, 5]
    assert neutral_figures(figures("3至5名"))[0]["range"] is True
