"""What looks like headings and is none: turns of a talk, cells of tables, names in lists."""

import pytest
from tests.structure.found import titles

from reportreader.structure import find_structure

DETAIL = "社区先后召开三次居民会议征求意见，把任务分解到楼到人，每月公布进展，居民反映较好。"
MORE = "走访群众三百余户，收集意见五十七条，已办结四十九条，其余正在协调推进。"


def test_speakers_who_take_turns_name_no_parts() -> None:
    turns = "".join(f"何大爷：{DETAIL}\n社工小林：{MORE}\n" for _ in range(3))
    assert titles(f"老街夜话\n{turns}") == []


def test_questions_of_a_reporter_make_no_newspaper_page() -> None:
    text = (
        f"汛期来了怎么办\n本报记者 沈小静\n{DETAIL}\n"
        f"研判：雨水偏多\n记者：今年形势如何？\n何局长：{DETAIL}\n"
        f"准备：队伍到位\n记者：力量够不够？\n何局长：{MORE}\n"
    )
    assert titles(text) == ["研判：雨水偏多", "准备：队伍到位"]
    assert not find_structure(text).articles


def test_cells_between_which_other_cells_stand_are_a_table() -> None:
    rows = "".join(f"{name}\n{DETAIL}\n王某\n四月五日\n" for name in ("堵塞", "过期", "老化"))
    assert titles(f"整改台账\n{DETAIL}\n{rows}") == []


def test_the_last_name_of_a_list_heads_nothing() -> None:
    text = (
        f"表彰决定\n{DETAIL}\n一、先进集体\n党政办公室\n财政所\n派出所\n"
        f"二、先进个人\n何一  林二\n周三  吴四\n{DETAIL}\n"
    )
    assert titles(text) == ["一、先进集体", "二、先进个人"]


def test_numbered_sentences_that_only_count_on_are_provisions() -> None:
    text = (
        "有限空间作业规定\n1 目的\n为规范作业，保障人员安全，制定本规定，自公布之日起执行。\n"
        "2 职责\n2.1 安全部负责监督管理，建立台账，每年至少辨识一次。\n"
        "2.2 所在单位负责作业审批、措施落实和人员安排。\n3 附则\n3.1 由安全部解释。\n"
    )
    assert titles(text) == ["1 目的", "2 职责", "3 附则"]


def test_members_parted_by_semicolons_are_one_sentence() -> None:
    text = (
        f"一、总体情况\n一是就业稳定。举办招聘会五场，提供岗位一千个；二是养老提质。建成食堂三个，"
        f"签约两千人；三是救助精准。纳入低保二十户，{MORE}\n二、主要问题\n{DETAIL}\n"
    )
    assert titles(text) == ["一、总体情况", "二、主要问题"]


def test_enclosures_are_names_of_papers() -> None:
    text = f"县民政局公告\n{DETAIL}\n附件：1.名单\n2.说明\n县民政局\n2022年5月6日\n"
    assert titles(text) == []


@pytest.mark.parametrize(
    "line", ["出席：何一、林二", "记录：周三", "分送：各局、办，各街道，城投公司。"]
)
def test_lines_of_those_present_and_served_are_particulars(line: str) -> None:
    text = f"专题会议纪要\n{DETAIL}\n关于选址\n{DETAIL}\n关于资金\n{MORE}\n{line}\n"
    assert titles(text) == ["关于选址", "关于资金"]


def test_a_lead_in_with_a_colon_is_no_heading() -> None:
    text = f"{DETAIL}\n主要做法如下：\n{MORE}\n存在问题如下：\n{DETAIL}\n"
    assert titles(text) == []


def test_an_office_below_the_title_is_no_heading() -> None:
    text = f"养老服务情况的调研报告\n县政协课题组\n{DETAIL}\n一、基本情况\n{MORE}\n二、对策\n{DETAIL}\n"
    assert titles(text) == ["一、基本情况", "二、对策"]


def test_many_askers_of_one_who_answers_name_no_parts() -> None:
    askers = ("菜农老何", "教师林某", "店主小周", "司机老吴")
    turns = "".join(f"{asker}：{DETAIL}\n街道主任：{MORE}\n" for asker in askers)
    assert titles(f"坝坝会实录\n{turns}") == []
