"""What lies over the text from the beginning: its emphasis, and headings inside paragraphs."""

from reportreader.structure.finding import find_structure
from reportreader.tui.reading.layers import LEAD_KEY
from reportreader.tui.reading.overlays import document_spans

TEXT = """柳溪镇半年工作总结

一、办好实事

为群众喝上放心水改造管网——全镇更换老旧水管十二公里，漏损率下降三个百分点，水质每周化验一次。

为老人吃上热乎饭开设食堂——全镇开设助餐点六个，每天供应午餐二百余份，行动不便的送餐上门。

二、下一步打算

继续听取群众意见。
"""


def test_a_heading_inside_a_paragraph_is_painted_and_one_on_its_own_line_is_not() -> None:
    document = find_structure(TEXT)
    leads = [
        document.text[one.start : one.end]
        for one in document_spans(document).overlapping(0, len(document.text))
        if one.key == LEAD_KEY
    ]
    assert leads == ["为群众喝上放心水改造管网", "为老人吃上热乎饭开设食堂"]
