"""A first look at whole documents."""

from reportreader.document.section import SectionKind
from reportreader.structure import STRUCTURE_VERSION, find_structure

PLAN = """县图书馆二〇二三年工作总结

2023-12-20 09:30 来源：县文化馆

一、开放服务

全年开放三百余天，接待读者八万人次，借阅量比上年有所增加，读者反映良好。

二、送书下乡

为十二个村的农家书屋更换图书，并请老师讲解怎样整理和登记，村民可以就近借还。
"""


def test_numbered_lines_become_sections() -> None:
    document = find_structure(PLAN)
    assert [section.title for section in document.sections] == ["一、开放服务", "二、送书下乡"]
    assert {section.level for section in document.sections} == {1}
    assert {section.kind for section in document.sections} == {SectionKind.NUMBERED}
    assert document.title == "县图书馆二〇二三年工作总结"
    assert document.structure_version == STRUCTURE_VERSION
