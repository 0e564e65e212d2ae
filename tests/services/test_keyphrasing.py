"""Keyphrases and words from the child process: the same as without it, and never in the way."""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportreader.analysis.characters import script_runs
from reportreader.analysis.words import Segmenter
from reportreader.errors import NotFoundError, ReportReaderError
from reportreader.notes.annotation import ReportId
from reportreader.services.keyphrasing import KeyphraseWorker
from reportreader.services.keywords import compute_keyphrases, report_keyphrases
from reportreader.services.opening import Library

SENTENCE = "全县完成饮水工程三十处，惠及群众2万人。"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def worker(cache: Path) -> Iterator[KeyphraseWorker]:
    made = KeyphraseWorker(cache)
    yield made
    made.close()


def child_of(worker: KeyphraseWorker) -> int:
    assert worker._process is not None
    return worker._process.pid


def is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_keyphrases_are_those_of_this_process_and_are_stored(
    library: Library, water: ReportId, roads: ReportId, worker: KeyphraseWorker, cache: Path
) -> None:
    found = worker.keyphrases(library, water)
    assert found
    assert report_keyphrases(library, water) == found
    with library.transaction():
        library.execute("UPDATE report_version SET keyphrase_version = 0")
    assert compute_keyphrases(library, water, Segmenter(cache)) == found
    assert worker.keyphrases(library, roads) != found


def test_a_sentence_is_cut_as_well_as_it_can_be_at_once(worker: KeyphraseWorker) -> None:
    assert not worker.is_ready
    assert worker.cut(SENTENCE) == script_runs(SENTENCE)
    worker.load()
    assert worker.is_ready
    assert worker.words(SENTENCE) == Segmenter(None).words(SENTENCE)


def test_many_threads_get_the_answers_to_their_own_questions(worker: KeyphraseWorker) -> None:
    worker.load()
    sentences = [f"第{number}号工程已经竣工" * (number + 1) for number in range(8)]
    answers: dict[str, list[str]] = {}

    def ask(sentence: str) -> None:
        for _ in range(20):
            answers[sentence] = worker.words(sentence)

    threads = [threading.Thread(target=ask, args=(sentence,)) for sentence in sentences]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {sentence: "".join(words) for sentence, words in answers.items()} == {
        sentence: sentence for sentence in sentences
    }


def test_errors_of_the_child_are_ours(
    library: Library, water: ReportId, worker: KeyphraseWorker
) -> None:
    with pytest.raises(NotFoundError):
        worker.keyphrases(library, ReportId(999))
    library.path.rename(library.path.with_name("elsewhere"))
    with pytest.raises(NotFoundError) as caught:
        worker.keyphrases(library, water)
    assert caught.value.message_id == "library_missing"


def test_a_killed_child_is_replaced(
    library: Library, water: ReportId, worker: KeyphraseWorker
) -> None:
    worker.load()
    first = child_of(worker)
    os.kill(first, signal.SIGKILL)
    assert worker.keyphrases(library, water)
    assert child_of(worker) != first


def test_a_child_that_takes_too_long_is_ended(
    library: Library, water: ReportId, cache: Path
) -> None:
    hasty = KeyphraseWorker(cache, deadline_seconds=0)
    with pytest.raises(ReportReaderError) as caught:
        hasty.keyphrases(library, water)
    assert caught.value.message_id == "words_process_failed"
    assert not is_alive(child_of(hasty))


def test_closing_ends_the_child_and_whoever_waits_gets_nothing(
    library: Library, water: ReportId, worker: KeyphraseWorker
) -> None:
    worker.load()
    child = child_of(worker)
    worker.close()
    assert not is_alive(child)
    assert worker.keyphrases(library, water) == ()
    assert worker.cut(SENTENCE) == script_runs(SENTENCE)
    worker.load()
    assert not worker.is_ready
    worker.close()


def test_the_child_ends_with_the_program_and_jieba_stays_out_of_it(cache: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from reportreader.services.keyphrasing import KeyphraseWorker\n"
        f"worker = KeyphraseWorker(Path({str(cache)!r}))\n"
        "worker.load()\n"
        "worker.cut('全县完成饮水工程')\n"
        "print('jieba' in sys.modules, worker._process.pid, flush=True)\n"
        "sys.stdin.read()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        knows_jieba, child = program.stdout.readline().split()
        watched = os.pidfd_open(int(child))
        program.communicate()
    assert program.returncode == -signal.SIGKILL
    assert knows_jieba == "False"
    ended, _, _ = select.select([watched], [], [], 30)
    os.close(watched)
    assert ended


def test_a_program_that_forgets_to_close_ends_quietly(cache: Path) -> None:
    script = (
        "from pathlib import Path\n"
        "from reportreader.services.keyphrasing import KeyphraseWorker\n"
        f"worker = KeyphraseWorker(Path({str(cache)!r}))\n"
        "worker.load()\n"
        "print(worker._process.pid)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    assert not is_alive(int(done.stdout))
