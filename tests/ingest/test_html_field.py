"""Pages as the field saves them: WeChat articles, government sites, papers, Word's own pages."""

import pytest
from tests.ingest.documents import lines

from reportreader.document.block import BlockKind
from reportreader.document.metadata import MetadataField
from reportreader.ingest.formats.html import read_page
from reportreader.ingest.formats.html_furniture import is_page_furniture
from reportreader.structure import refine_structure

FIRST = "今年以来，柳溪县围绕群众反映的饮水、出行等问题，梳理民生清单三十件，逐件明确责任单位。"
SECOND = "县里建立周调度、月通报的办法，已经办结二十六件，其余四件正在推进。"


def page(body: str, title: str = "柳溪县办好民生实事") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def test_every_section_of_a_wechat_article_is_read() -> None:
    """Its editors put a heading in sections of its own, beside the section with the text."""
    document = read_page(
        page(
            "<div class='rich_media_wrp'><h1>柳溪县办好民生实事</h1>"
            "<div class='rich_media_content' id='js_content' style='visibility: hidden;'>"
            "<section><section><section><p><strong>找准问题</strong></p></section></section>"
            f"<section><section><p>{FIRST}</p><p><br></p></section></section>"
            f"<section><p>建章立制</p></section><section><p>{SECOND}</p></section></section>"
            "<section><p>编辑：王小水</p></section></div>"
            "<div class='tool'><a href='#'>阅读原文</a>喜欢作者</div></div>"
        )
    )
    assert lines(document)[1:] == ["找准问题", FIRST, "建章立制", SECOND, "编辑：王小水"]


def test_sections_within_sections_belong_together_without_a_name() -> None:
    sections = (
        f"<section><section><p>找准问题</p></section><section><p>{FIRST}</p></section></section>"
    )
    document = read_page(page(f"<div><div>柳溪网</div><section>{sections}</section></div>"))
    assert lines(document)[1:] == ["找准问题", FIRST]


def test_an_element_named_as_the_body_of_an_article_is_taken_whole() -> None:
    short = "<p>县水务局</p>"
    body = f"<div class='TRS_Editor'>{short}<div><p>{FIRST}</p><p>{SECOND}</p></div></div>"
    document = read_page(page(f"<div class='main'><div>字号 大 中 小</div>{body}</div>"))
    assert lines(document)[1:] == ["县水务局", FIRST, SECOND]


def test_what_is_enclosed_is_named_although_it_is_a_link() -> None:
    body = f"<div id='zoom'><p>{FIRST}</p><p>附件：<a href='a.xls'>上半年主要指标.xls</a></p></div>"
    assert lines(read_page(page(body)))[-1] == "附件：上半年主要指标.xls"


def test_a_sentence_that_is_mostly_a_link_is_text() -> None:
    link = "<p>见<a href='/x'>全县饮水工程建设方案</a>。</p>"
    menu = "<p><a href='/y'>全县饮水工程建设方案的图解</a></p>"
    body = f"<div id='zoom'><p>{FIRST}</p>{link}{menu}<p>{SECOND}</p></div>"
    assert lines(read_page(page(body)))[1:] == [FIRST, "见全县饮水工程建设方案。", SECOND]


def test_a_line_broken_by_hand_in_mid_sentence_goes_on() -> None:
    body = (
        "<div><p>&nbsp;&nbsp;&nbsp; 县教育局紧紧围绕办好教育，<BR>做到三个到位。<BR><BR>"
        "&nbsp;&nbsp;&nbsp; 一是组织到位、<br>学习到位。<br>其中：<br>甲校一所；<br>乙校两所。</p></div>"
    )
    assert lines(read_page(page(body)))[1:] == [
        "县教育局紧紧围绕办好教育，做到三个到位。",
        "一是组织到位、学习到位。",
        "其中：",
        "甲校一所；",
        "乙校两所。",
    ]


@pytest.mark.parametrize(
    "window",
    [
        "柳溪日报数字报-办好民生实事",
        "办好民生实事_要闻_柳溪县人民政府门户网站",
        "柳溪新闻网 | 办好民生实事",
    ],
)
def test_the_title_is_not_the_name_of_the_site(window: str) -> None:
    document = read_page(page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>", window))
    assert document.metadata.value(MetadataField.TITLE) == "办好民生实事"


@pytest.mark.parametrize(
    "line",
    [
        "点击上方“柳溪发布”关注我们",
        "长按识别二维码，关注我们",
        "扫一扫在手机打开当前页",
        "—— END ——",
        "点个“在看”，让更多人知道",
        "阅读原文",
        "【打印本页】 【关闭窗口】",
        "【大 中 小】",
        "打印 | 关闭",
        "上一篇：柳溪一中举行运动会",
        "浏览次数：123次",
        "您所在的位置：首页 > 要闻 > 正文",
    ],
)
def test_what_a_page_sets_around_its_article_is_furniture(line: str) -> None:
    assert is_page_furniture(line)
    document = read_page(page(f"<div id='zoom'><p>{FIRST}</p><p>{line}</p><p>{SECOND}</p></div>"))
    kinds = dict(zip(lines(document), document.blocks, strict=True))
    assert kinds[line].kind is BlockKind.FURNITURE
    assert kinds[SECOND].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "打印",
        "点击量不断上升，关注的人多了起来。",
        "扫一扫，就能办理。",
        "上一篇文章谈到了饮水问题。",
        "阅读原文后，大家讨论热烈。",
        "收藏本页的材料共十二份",
    ],
)
def test_what_only_sounds_like_it_is_text(line: str) -> None:
    assert not is_page_furniture(line)


def test_bold_lines_below_the_title_of_the_page_are_headings() -> None:
    body = (
        f"<div id='js_content'><p><strong>找准问题，让实事落地</strong></p><p>{FIRST}</p>"
        f"<p><strong>建章立制，让群众放心</strong></p><p>{SECOND}</p></div>"
    )
    document = refine_structure(read_page(page(body)))
    assert document.title == "柳溪县办好民生实事"
    assert [section.title for section in document.sections] == [
        "找准问题，让实事落地",
        "建章立制，让群众放心",
    ]


def test_subtitle_and_byline_of_a_newspaper_stand_below_its_title() -> None:
    head = (
        "<table><tr><td>民生</td></tr><tr><td><strong>柳溪县办好民生实事</strong></td></tr>"
        "<tr><td>——破解群众急难愁盼问题见闻</td></tr><tr><td>2021-07-05 放大 缩小</td></tr>"
        "<tr><td>□ 本报记者 王小水 通讯员 李小山</td></tr></table>"
    )
    body = f"{head}<div id='ozoom'><p>{FIRST}</p><p>{SECOND}</p></div><p>□ 版权所有</p>"
    document = refine_structure(read_page(page(body)))
    assert lines(document) == [
        "柳溪县办好民生实事",
        "——破解群众急难愁盼问题见闻",
        "□ 本报记者 王小水 通讯员 李小山",
        FIRST,
        SECOND,
    ]
    assert document.metadata.value(MetadataField.REPORTER) == "王小水"
    assert document.metadata.value(MetadataField.SUBTITLE).endswith("破解群众急难愁盼问题见闻")


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2021 07/05 08:30:15", "2021-07-05T08:30"),
        ("2021年07月05日 星期一", "2021-07-05"),
        ("更新时间：2021-7-5", "2021-07-05"),
        ("全县2021 12座水厂", ""),
    ],
)
def test_dates_as_pages_write_them(said: str, date: str) -> None:
    body = f"<h1>柳溪县办好民生实事</h1><div>{said}</div><div><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert read_page(page(body)).metadata.value(MetadataField.DATE) == date


def test_a_page_without_paragraphs_is_read_whole() -> None:
    """As editors on the web export it: a `div` a paragraph, at any depth."""
    body = (
        "<div class='top'><a href='/'>首页</a><a href='/x'>文档</a></div><div class='doc'>"
        f"<h1>柳溪县水务局工作周报</h1><div><span>{FIRST}</span></div><div>一、本周进展</div>"
        f"<ol><li><div>水厂：{SECOND}</div></li><li><div>管网：{SECOND}</div></li></ol></div>"
    )
    document = read_page(page(body, "工作周报"))
    assert document.metadata.value(MetadataField.TITLE) == "柳溪县水务局工作周报"
    assert lines(document) == [
        "柳溪县水务局工作周报",
        FIRST,
        "一、本周进展",
        f"水厂：{SECOND}",
        f"管网：{SECOND}",
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        f"<textarea style='display:none'>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</textarea>",
        f'<script>window.data={{"id":1,"content":"<p>{FIRST}<\\/p><p>{SECOND}<\\/p>"}}</script>',
        f'<script>window.data={{"content":"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;"}}</script>',
        f'<script type="application/json">{{"text":"{FIRST}\\n{SECOND}"}}</script>',
    ],
)
def test_an_article_that_a_script_would_show_is_read(hidden: str) -> None:
    document = read_page(page(f"<div id='app'>正在加载</div>{hidden}"))
    assert lines(document) == ["柳溪县办好民生实事", FIRST, SECOND]


def test_hidden_text_of_a_page_that_shows_its_article_stays_hidden() -> None:
    body = f"<div id='zoom'><p>{FIRST}</p><p>{SECOND}</p></div><textarea>{FIRST * 3}</textarea>"
    assert lines(read_page(page(body)))[1:] == [FIRST, SECOND]


def test_a_report_set_by_blanks_is_paragraphs_and_a_program_is_code() -> None:
    text = f"\n    {FIRST[:20]}\n{FIRST[20:]}\n    一、做法\n    {SECOND}\n"
    assert lines(read_page(page(f"<div id='zoom'><pre>{text}</pre></div>")))[1:] == [
        FIRST,
        "一、做法",
        SECOND,
    ]
    body = f"<div id='zoom'><p>{FIRST}</p><p>{SECOND}</p><pre>for x in y:\n    print(x)</pre></div>"
    document = read_page(page(body))
    kinds = [block.kind for block in document.blocks][-2:]
    assert kinds == [BlockKind.CODE, BlockKind.CODE]
    assert lines(document)[-1] == "    print(x)"
