"""A library with two reports, in a temporary folder, with a clock that goes on when it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.clock import Clock

from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_paths
from reportreader.services.opening import Library, open_library

WATER = """某县饮水工程报告

来源：某县水务局　2024年3月5日

一、总体情况
全县完成饮水工程三十处，惠及群众两万人。水质检测合格率达到百分之九十九。
二、存在问题
山区管网老化，冬季供水不稳。
三、下一步打算
明年再修管网四十公里，建立巡查制度。
"""
ROADS = """某县农村公路养护情况

来源：某县交通局　2023年11月2日

全县农村公路养护三百公里，群众出行更加方便。
"""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def library(library_path: Path, clock: Clock) -> Iterator[Library]:
    with open_library(library_path, clock=clock) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two report files."""
    made = tmp_path / "reports"
    made.mkdir()
    (made / "water.txt").write_text(WATER, encoding="utf-8")
    (made / "roads.txt").write_text(ROADS, encoding="utf-8")
    return made


@pytest.fixture
def water(library: Library, folder: Path) -> ReportId:
    """The report on drinking water, added to the library."""
    (added,) = add_paths(library, [folder / "water.txt"]).files
    assert added.report_id is not None
    return added.report_id


@pytest.fixture
def roads(library: Library, folder: Path) -> ReportId:
    """The report on roads, added to the library."""
    (added,) = add_paths(library, [folder / "roads.txt"]).files
    assert added.report_id is not None
    return added.report_id
