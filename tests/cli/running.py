"""A run of the command line as tests see it, and the reports they run it on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

REPORT = (
    "青石县上半年水务工作情况的报告\n\n"
    "来源：青石日报  2021年7月5日\n\n"
    "一、建设情况\n"
    "新建村级水厂十二座，让三万两千名群众喝上了放心水。\n\n"
    "二、下步打算\n"
    "完成农村管网八十公里的建设任务，让群众都喝上放心水。\n"
)
OTHER = "白河镇道路整治小结\n\n全年整治村道三十公里，群众出行更方便。\n"


@dataclass(frozen=True, slots=True)
class Result:
    """What a run printed and returned."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Result]
