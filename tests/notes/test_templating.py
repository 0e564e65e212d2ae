"""Templates print what they are given as text, and cannot reach out of their sandbox."""

import pytest
from tests.notes.exporting import WORDS, make_note, make_report

from reportreader.errors import InputError
from reportreader.notes.escaping import read_quote_block
from reportreader.notes.markers import parse_parts, stamp_pieces
from reportreader.notes.template_values import template_values
from reportreader.notes.templating import MAX_TEMPLATE, Composed, render_template

HOSTILE = (
    "# 标题 <script>alert(1)</script> [链接](http://x) ![图](y) `code` **粗** | 表 |\n---\n- 一"
)


def fill(template: str, body: str = "核对数字", quote: str = "渠道清淤三千方") -> str:
    report = make_report(make_note(1, quote, body=body, tags=("水利/清淤",)))
    return render_template(template, template_values([report], WORDS))


def test_a_template_prints_reports_and_their_notes() -> None:
    template = (
        "{% for report in reports %}\n"
        "# {{ report.title }}（{{ report.source }}）\n"
        "{% for note in report.notes %}\n"
        "{{ note.quote | quoted }}\n"
        "{{ note.section | join('/') }}：{{ note.tags[0] }}，{{ note.colour_name }}\n"
        "{% endfor %}\n"
        "{% endfor %}\n"
    )
    assert fill(template) == (
        "# 石桥镇水利工作情况（石桥日报）\n> 渠道清淤三千方\n一、抓清淤：水利/清淤，黄\n"
    )


@pytest.mark.parametrize(
    "expression",
    [
        "note.body",
        "note.body | safe",
        "note.body | replace('标', '题')",
        "note.body ~ ''",
        "note.body | upper",
        "[note.body] | join",
        "note.body | string",
        "'%s' | format(note.body)",
        "note.body | tojson",
    ],
)
def test_whatever_is_printed_is_escaped(expression: str) -> None:
    printed = fill("{% for note in notes %}{{ " + expression + " }}{% endfor %}", HOSTILE)
    assert "\n" not in printed
    for sign in ("<s", "<S", " [", "**", " |"):
        assert sign not in printed.replace("\\u003c", "").replace("\\" + sign.strip(), "")


def test_a_note_keeps_its_markdown_within_bounds() -> None:
    printed = fill("{{ notes[0].body | markdown }}", HOSTILE)
    assert "<" not in printed
    assert "[" not in printed
    assert "**粗**" in printed
    assert not printed.startswith("#")


def test_a_quote_is_read_back_exactly() -> None:
    assert read_quote_block(fill("{{ notes[0].quote | quoted }}", quote=HOSTILE)) == HOSTILE


def test_yaml_is_one_string_whatever_stands_in_it() -> None:
    printed = fill("title: {{ notes[0].body | yaml }}", 'a: "b"\n---\u2028c')
    assert printed == 'title: "a: \\"b\\"\\n---\\u2028c"'


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ notes.__class__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ ''['format_map'](notes[0]) | attr('__class__') }}",
        "{{ notes.append(1) }}",
        "{{ notes[0].update({'body': 'x'}) }}",
        "{{ nothing_of_that_name }}",
        "{{ range(10000000) | list }}",
        "{{ 1 // 0 }}",
    ],
)
def test_nothing_leads_out_of_the_sandbox(template: str) -> None:
    with pytest.raises(InputError) as caught:
        fill(template)
    assert caught.value.message_id == "template_failed"


@pytest.mark.parametrize(
    ("template", "message_id"),
    [
        ("{% for %}", "template_wrong"),
        ("{{ 1", "template_wrong"),
        ("{% include '/etc/passwd' %}", "template_unsupported"),
        ("{% macro m() %}{% endmacro %}", "template_unsupported"),
        ("{% set x %}<b>{% endset %}{{ x }}", "template_unsupported"),
        ("{% extends 'x' %}", "template_unsupported"),
        ("x" * (MAX_TEMPLATE + 1), "template_too_large"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(template: str, message_id: str) -> None:
    with pytest.raises(InputError) as caught:
        fill(template)
    assert caught.value.message_id == message_id


def test_endless_output_is_stopped() -> None:
    loop = "{% for a in range(9999) %}{% for b in range(9999) %}" + "x" * 999
    with pytest.raises(InputError) as caught:
        fill(loop + "{% endfor %}{% endfor %}")
    assert caught.value.message_id == "template_too_large"


def test_marked_notes_become_pieces_that_know_what_they_hold() -> None:
    template = (
        "开头\n\n{{ notes[0] | begin }}\n{{ notes[0].quote | quoted }}\n\n{{ end }}\n\n结尾\n"
    )
    stamped = stamp_pieces(fill(template))
    (piece,) = parse_parts(stamped).pieces.values()
    assert not piece.is_edited
    assert stamped.startswith("开头\n")
    assert "结尾" in stamped
    assert parse_parts(stamped.replace("三千", "四千")).pieces[piece.key].is_edited


def test_a_text_without_marks_stays_as_it_is() -> None:
    assert stamp_pieces("甲\n\n\n乙") == "甲\n\n\n乙"


def test_a_link_holds_only_a_place() -> None:
    printed = fill("{{ {'place': 'x) [y](http://z'} | link('打开 <b>') }}")
    assert printed == "[打开 \\<b\\>](reportreader://open/xyhttpz)"
    assert isinstance(Composed("x")[:1], str)
