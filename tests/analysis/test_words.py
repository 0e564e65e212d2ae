"""Words by dictionary, and by script as long as it is not loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from reportreader.analysis.characters import script_runs
from reportreader.analysis.domain import domain_terms, domain_words
from reportreader.analysis.words import Segmenter


@pytest.fixture(scope="module")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> Segmenter:
    return Segmenter(tmp_path_factory.mktemp("cache") / "jieba", ["蓝莓谷", "两栖，词"])


def test_script_runs_need_no_dictionary() -> None:
    text = "第3季度GDP，增长"
    assert [text[a:b] for a, b in script_runs(text)] == ["第", "3", "季度", "GDP", "增长"]


def test_set_terms_stay_whole(segmenter: Segmenter) -> None:
    words = segmenter.words("推进一网统管和新质生产力，学习枫桥经验")
    assert {"一网统管", "新质生产力", "枫桥经验"} <= set(words)


def test_the_readers_words_stay_whole(segmenter: Segmenter) -> None:
    assert "蓝莓谷" in segmenter.words("村里建起蓝莓谷采摘园")


def test_words_stand_where_they_are_said_to(segmenter: Segmenter) -> None:
    text = "今年，村里 有2,000亩\n茶园。"
    intervals = segmenter.cut(text)
    assert "".join(text[a:b] for a, b in intervals) == "今年村里有2000亩茶园"
    assert intervals == sorted(intervals)


def test_loading_is_put_off_until_it_is_needed() -> None:
    segmenter = Segmenter(None)
    assert not segmenter.is_ready
    assert segmenter.words("茶园") == ["茶园"]
    assert segmenter.is_ready


def test_nothing_is_written_where_others_can_write(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import reportreader.analysis.queries;"
        "from reportreader.analysis.words import Segmenter; s = Segmenter(Path(sys.argv[1]));"
        "assert 'jieba' not in sys.modules; s.load()"
    )
    shared = tmp_path / "shared"
    shared.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "own")],
        capture_output=True,
        text=True,
        env={"TMPDIR": str(shared), "PATH": ""},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(shared.iterdir()) == []


def test_the_dictionary_is_clean() -> None:
    spellings = [word for term in domain_terms() for word in (term.text, *term.aliases)]
    assert len(spellings) == len(domain_words()) > 500
