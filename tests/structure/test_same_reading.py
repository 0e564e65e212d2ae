"""What does not matter: a report is read the same way however its lines are set and its page is framed.

Laws over texts of our own (metamorphic tests): one reading is compared with that of the same text
set in another way, heading by heading and field by field.
"""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportreader.document.document import Document
from reportreader.document.han_variants import simplified_forms
from reportreader.structure import find_structure
from reportreader.structure.folding import fold

_WORK = """\
青禾区2021年工作总结
区农业农村局　2021年12月28日
2021年，全局上下围绕中心、服务大局，各项工作都有新的进展。现将有关情况总结如下：
一、主要工作情况
（一）粮食生产稳中有增。全年播种粮食作物26.3万亩，总产12.8万吨，比上年增长2.4%，单产连续三年居全市第一。
（二）产业发展稳中有进。新增合作社34家、家庭农场57家，茶叶、果蔬总产值达到18.6亿元，带动就业4300余人。
二、存在的问题
一是基础仍然薄弱，二是人手仍然不足，三是资金仍然分散，这些问题需要在今后的工作中逐步加以解决。
三、下一步打算
1.稳面积。落实耕地保护责任，复垦撂荒地3200亩，确保播种面积只增不减，把饭碗端得更牢。
2.强队伍。选派农技员46名下沉村组，每人联系20户，手把手教技术，让新品种、新办法早日进田头。
3.拓市场。举办展销会6场，开设网店85家，叫响本地品牌，让好产品卖出好价钱，农民得到更多实惠。
"""
_NEWS = """\
老桥头的新日子
2022-05-16 09:30　来源：清江晚报　作者：陆小满
天刚亮，老桥头的豆腐坊已经开张。磨盘转了三十年，如今换成了电机，豆香却和从前一样，飘过半条街。
一座桥
这座桥修于一百多年前，桥面的石板被磨得发亮。前年整修时，工匠们把石板编上号，一块一块拆下，又一块一块装回去。
一条河
河水曾经又黑又臭，沿岸的窗子终年不开。镇里关停了上游的三家作坊，疏浚河道，种上芦苇，白鹭又飞了回来。
一群人
守着老街的，有做秤的老师傅，也有回乡开书店的年轻人。说起往后的打算，他们的话不多，手上的活却一刻没停。
责任编辑：方圆
"""
_PAPER = """\
青禾区人民政府关于加强河道管理的通知
青政发〔2021〕18号
各镇人民政府，区直各部门：
为保护河道水质，维护沿岸群众利益，现就有关事项通知如下，请认真贯彻执行。
一、总体要求
坚持保护优先、系统治理，用三年左右时间，使全区主要河道水质明显好转，岸线整洁有序，群众普遍满意。
二、重点任务
（一）清理河面。对11条河道开展集中清理，打捞水草垃圾，拆除废弃网箱，恢复河道畅通，建立长效管护制度。
（二）整治岸线。拆除违法搭建，修补破损护坡，补种草木，修建便民步道，方便群众休闲散步，做到岸绿景美。
三、组织保障
各镇各部门要明确专人负责，细化工作方案，定期报送进展，区政府将适时组织督查，结果予以通报。
青禾区人民政府
2021年4月12日
"""
_FLAT = (
    "青禾镇镇长述职报告各位代表：一年来，我认真履行职责，较好地完成了各项任务，现将情况报告如下。"
    "一、抓学习强本领带头参加集中学习24次，撰写笔记5万余字，组织干部到先进地区考察3批，开阔了眼界，理清了思路。"
    "二、抓项目促发展新建厂房3.2万平方米，引进企业7家，到位资金1.8亿元，解决就业620人，税收比上年增加460万元。"
    "三、抓民生暖人心改造危房86户，硬化村道14公里，新建水厂1座，2300名群众喝上了放心水，走上了平坦路。"
)
_REPORTS = {"work": _WORK, "news": _NEWS, "paper": _PAPER, "flat": _FLAT}
_HEADINGS = {
    "work": 8,
    "news": 3,
    "paper": 5,
    "flat": 3,
}
_HEAD = "首页\n新闻中心\n政务公开\n互动交流\n您当前的位置：首页 > 新闻中心 > 正文\n"
_FOOT = "\n上一篇：没有了\n下一篇：没有了\n相关阅读\n关于我们 | 联系我们 | 网站地图\n版权所有 未经授权不得转载\n"


def _lines(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(change(line) if line.strip() else line for line in text.split("\n"))


def _traditional(text: str) -> str:
    forms = simplified_forms()
    return text.translate({plain: form for form, plain in sorted(forms.items(), reverse=True)})


_SETTINGS: dict[str, Callable[[str], str]] = {
    "indented": lambda text: _lines(text, lambda line: "　　" + line),
    "indented with blanks": lambda text: _lines(text, lambda line: "    " + line),
    "indented with blanks of the web": lambda text: _lines(text, lambda line: "\u00a0\u00a0" + line),
    "blanks at the end": lambda text: _lines(text, lambda line: line + " 　 "),
    "blank lines between": lambda text: text.replace("\n", "\n\n"),
    "blank lines around": lambda text: f"\n\n\n{text}\n\n\n",
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "half-width signs": lambda text: text.translate({0xFF01 + sign: 0x21 + sign for sign in range(94)}),
    "full-width digits": lambda text: text.translate(
        {ord(digit): 0xFEE0 + ord(digit) for digit in "0123456789"}
    ),
    "traditional characters": _traditional,
    "head of a web page": lambda text: _HEAD + text,
    "foot of a web page": lambda text: text + _FOOT,
    "head and foot": lambda text: _HEAD + text + _FOOT,
}  # fmt: skip


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def _outline(document: Document) -> list[tuple[int, str]]:
    return [(section.level, _plain(section.title)) for section in document.sections]


def _fields(document: Document) -> list[tuple[str, str]]:
    return [(item.field.value, _plain(item.value)) for item in document.metadata.items]


@pytest.mark.parametrize("report", _REPORTS)
def test_the_reports_have_headings(report: str) -> None:
    document = find_structure(_REPORTS[report])
    assert len(document.sections) == _HEADINGS[report]
    assert document.title


@pytest.mark.parametrize("setting", _SETTINGS)
@pytest.mark.parametrize("report", _REPORTS)
def test_headings_and_fields_stay_however_the_page_is_set(report: str, setting: str) -> None:
    plain = find_structure(_REPORTS[report])
    changed = find_structure(_SETTINGS[setting](_REPORTS[report]))
    assert _outline(changed) == _outline(plain)
    assert _fields(changed) == _fields(plain)


@settings(deadline=None)
@given(report=st.sampled_from(["work", "news", "paper"]), data=st.data())
def test_headings_stay_where_the_text_is_cut(report: str, data: st.DataObject) -> None:
    """All but the one right before the cut, as long as two siblings still have their text."""
    text = _REPORTS[report]
    whole = find_structure(text).sections
    cut = data.draw(st.integers(whole[-2].end + 60, len(text)))
    kept = [(part.level, part.start, part.end) for part in whole if part.end + 40 < cut]
    found = [(part.level, part.start, part.end) for part in find_structure(text[:cut]).sections]
    assert found[: len(kept)] == kept
