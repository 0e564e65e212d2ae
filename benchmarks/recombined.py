"""Reports for benchmarks: sentences of our own sample reports, put together anew.

Figures are drawn again and names of places replaced by made-up ones, a few of them frequent and
most of them rare, so that the words of a large collection have frequencies like those of life.
"""

import random
import re
from functools import cache
from pathlib import Path

from reportreader.services.opening import corpus_folder

_SENTENCE = re.compile(r"[^。！？\n]{8,120}[。！？]")
_FIGURE = re.compile(r"\d+")
_NAME = re.compile("盘龙|五华|西山|永昌|保山|内蒙古|腾冲|和顺|昆明|呼和浩特|玉泉|达拉特")
_FIRSTS = "石青白柳河南北东西永新安平长清金玉龙凤虎马牛羊松梅兰竹菊桃李杏桂荷云雨雪风泉溪潭湖海沙岩岭峰坡谷"
_SECONDS = "桥塘口林山水集屯湾坝铺店堡寨坪洼沟滩渡关营庄窑井台楼阁亭园田圩埠浦港洲岛丘冈岗崖岔"
_ENDS = "县镇乡村街社坊里"
_WORKS = "饮水修路养老托幼扶贫助学防汛护林治污改厕清淤植树普法送医消防培训就业维权"
_LENGTH = 1_000
"""Code points of a report, which are about 3 KB."""


@cache
def sentences() -> list[str]:
    """Every sentence of the sample reports."""
    found: dict[str, None] = {}
    for path in sorted(corpus_folder().glob("*.txt")):
        found.update(dict.fromkeys(_SENTENCE.findall(path.read_text(encoding="utf-8"))))
    return list(found)


def make_report(number: int) -> str:
    """The text of report `number`, always the same; with title, source line and headings."""
    choices = random.Random(number)
    home = _place(choices)
    works = [_WORKS[at : at + 2] for at in range(0, len(_WORKS), 2)]
    work = choices.choice(works)
    lines = [
        f"{home}{work}工作情况第{number}号",
        f"来源：{home}日报　20{number % 24:02}年{number % 12 + 1}月{number % 28 + 1}日",
        "",
    ]
    theme = choices.sample(sentences(), 40)
    length = 0
    for part in "一二三四五六七八九十":
        lines.append(f"{part}、{choices.choice(works)}{choices.choice(works)}")
        told = [_retold(choices.choice(theme), choices, home) for _ in range(choices.randint(2, 6))]
        lines.append("".join(told))
        length += len(lines[-1])
        if length > _LENGTH * choices.uniform(0.6, 1.4):
            break
    return "\n".join(lines) + "\n"


def write_reports(folder: Path, count: int) -> int:
    """Writes reports as files, a thousand a folder; their size in bytes."""
    size = 0
    for number in range(count):
        data = make_report(number).encode()
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        size += len(data)
    return size


def _retold(sentence: str, choices: random.Random, home: str) -> str:
    def name(_: re.Match[str]) -> str:
        return home[:2] if choices.random() < 0.6 else _place(choices)[:2]

    def figure(found: re.Match[str]) -> str:
        return "".join(choices.choice("0123456789") for _ in found.group())

    return _NAME.sub(name, _FIGURE.sub(figure, sentence))


def _place(choices: random.Random) -> str:
    """A made-up place; the first of each list come far more often."""
    first, second, end = (
        letters[int(len(letters) * choices.random() ** 2)] for letters in (_FIRSTS, _SECONDS, _ENDS)
    )
    return first + second + end
