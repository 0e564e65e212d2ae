"""Figures stand where they are said to, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportreader.analysis.figures import find_figures
from reportreader.document.document import Document

pieces = st.sampled_from(
    ["1", "２", "3.5", "1,200", "十", "二", "百分之", "分之", "万", "亿", "余", "多", "年", "月", "日", "个", "元",
     "%", ":", "-", "至", "和", "、", "，", "。", " ", "\n", "第", "《", "》", "“", "”", "约", "人", "(sān)", "a",
     "民国", "增长", "项目", "\t", "以上", "点", "．"]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.lists(pieces, max_size=40).map("".join), st.text(max_size=80)))
def test_figures_are_exact_disjoint_and_inside_their_clause(text: str) -> None:
    reach = 0
    for figure in find_figures(Document(text=text)):
        assert reach <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.clause_start <= figure.start < figure.end <= figure.clause_end
        reach = figure.end
