"""Numbers and the units behind them: `1234.5亿元`, `2021年`, `16余万人`, `第3次` read as one."""

import re

_MULTIPLIERS = "十百千万亿兆"
_LONG_UNITS = (
    "平方公里|平方千米|平方米|立方米|个百分点|百分点|千瓦时|公里|公顷|公斤|千克|千米|厘米|毫米|小时|"
    "分钟|美元|欧元|日元|港元|英镑|个月|周年|周岁|年度|季度|摄氏度"
)
_SHORT_UNITS = (
    "年月日号时分秒元角个件项名人次户家章条款页倍吨克米里亩度岁届期批位所座栋处条台辆套组类种级层楼"
    "天周季代场篇部份张支只头株棵间幅起宗例对双字句段课节轮版㎡㎏㎞"
)
_UNIT = re.compile(f"[余多来几]?[{_MULTIPLIERS}]*[余多来]?(?:{_LONG_UNITS}|[{_SHORT_UNITS}])?")
_ORDINAL = "第"
_LONGEST_UNIT = 8
_LONGEST_NUMBER = 24


def number_start(text: str, letters: str, line_start: int, position: int) -> int:
    """Where the number begins that a break at `position` would part, else `position`.

    `letters` are the class letters of `text`; nothing before `line_start` is looked at.
    """
    if letters[position] in "Dd":
        return position - 1 if text[position - 1] == _ORDINAL else position
    floor = max(line_start, position - _LONGEST_UNIT)
    digit = letters.rfind("D", floor, position)
    if digit < 0:
        digit = letters.rfind("d", floor, position)
        if digit < 0:
            return position
    unit = _UNIT.match(text, digit + 1)
    if unit is None or unit.end() <= position:
        return position
    start = digit
    floor = max(line_start, digit - _LONGEST_NUMBER)
    while start > floor and (letters[start - 1] in "Dd" or text[start - 1] in ".,．"):
        start -= 1
    if start > line_start and text[start - 1] == _ORDINAL:
        start -= 1
    return start
