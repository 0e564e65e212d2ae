"""Surveys and talks: what a questionnaire asks is no heading, who tells is the speaker."""

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

TELLING = "那时候村里请了师傅来，住在祠堂里，白天下地，晚上学戏，一句一句地教，学不会不许吃饭。"
FINDING = "调查显示，多数同学愿意参加志愿服务，但课程多、考试多，时间常常冲突，不少人只好放弃报名。"


def test_questions_with_answers_to_choose_from_are_no_headings() -> None:
    text = (
        f"志愿服务调查报告\n一、调查概况\n{FINDING}\n二、调查结果\n1.参加次数\n{FINDING}\n2.参加原因\n{FINDING}\n"
        "附录：调查问卷\n1.您的性别是\nA.男 B.女\n2.您的年级是\nA.大一 B.大二 C.大三\n"
        "3.您每年参加的次数是\nA.0次 B.1-2次 C.3次以上\n"
    )
    assert [(part.level, part.title) for part in find_structure(text).sections] == [
        (1, "一、调查概况"),
        (1, "二、调查结果"),
        (2, "1.参加次数"),
        (2, "2.参加原因"),
        (1, "附录：调查问卷"),
    ]


def test_who_tells_is_the_speaker_and_not_the_title() -> None:
    for line in (
        "口述：陈桂枝（78岁，原剧团演员）",
        "讲述人：陈桂枝",
        "受访人：原村剧团演员陈桂枝",
    ):
        text = f"村里的老戏台\n{line}\n学戏\n{TELLING}\n上台\n{TELLING}\n"
        document = find_structure(text)
        assert document.title == "村里的老戏台"
        assert document.metadata.value(MetadataField.SPEAKER) == "陈桂枝"


def test_to_tell_is_no_part_of_a_person_in_running_text() -> None:
    text = f"村里的老戏台\n口述 历史的意义在于留住记忆，{TELLING}\n{TELLING}{FINDING}\n"
    assert find_structure(text).metadata.value(MetadataField.SPEAKER) == ""
