"""Keyphrases against keywords given by people, beside jieba's own extractors.

    python benchmarks/keyphrases.py [DATA.jsonl] > SYSTEM.jsonl

DATA, by default `data/keyphrases.jsonl` (fifty abstracts, news items and reports written for this
benchmark, on which the weights were set; `data/keyphrases_genres.jsonl` was written later), holds
one JSON object a line: `id`, `title`, `text`, `keywords`. Standard output gets `id` and `keywords`
of each document, best first; standard error F1 at 5 of ours, without and with the other documents
as the library, of `jieba.analyse.extract_tags` and of `textrank`, and the time of each.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportreader.analysis.keyphrases import find_keyphrases
from reportreader.analysis.searchtext import SearchText, search_form
from reportreader.analysis.words import Segmenter
from reportreader.document.document import Document
from reportreader.structure.finding import find_structure

_TOP = 5
_OUR_DATA = Path(__file__).parent / "data" / "keyphrases.jsonl"
Record = dict[str, Any]


def f1(found: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]]) -> float:
    tops = [{"".join(phrase.lower().split()) for phrase in phrases[:_TOP]} for phrases in found]
    golds = [{"".join(phrase.lower().split()) for phrase in phrases} for phrases in wanted]
    hits = sum(len(top & gold) for top, gold in zip(tops, golds, strict=True))
    return 2 * hits / (sum(map(len, tops)) + sum(map(len, golds)))


def timed(
    name: str, extract: Callable[[Record], list[str]], records: Sequence[Record]
) -> list[list[str]]:
    started = time.process_time()
    found = [extract(record) for record in records]
    spent = (time.process_time() - started) / len(records) * 1_000
    score = f1(found, [record["keywords"] for record in records])
    print(f"{name:28} F1@{_TOP} {score:.3f}  {spent:6.1f} ms a document", file=sys.stderr)
    return found


def whole_text(record: Record) -> str:
    return f"{record['title']}\n{record['text']}"


def make_document(record: Record) -> Document:
    return find_structure(whole_text(record))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", default=_OUR_DATA)
    lines = parser.parse_args().data.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    segmenter = Segmenter(None)
    find_keyphrases(make_document(records[0]), segmenter)
    forms = [SearchText(whole_text(record)).searched for record in records]

    def frequency(phrase: str) -> int:
        form = search_form(phrase)
        return sum(form in text for text in forms)

    def alone(record: Record) -> list[str]:
        found = find_keyphrases(make_document(record), segmenter, limit=10)
        return [keyphrase.phrase for keyphrase in found]

    def among(record: Record) -> list[str]:
        found = find_keyphrases(
            make_document(record),
            segmenter,
            document_frequency=frequency,
            report_count=len(records),
            limit=10,
        )
        return [keyphrase.phrase for keyphrase in found]

    timed("ours", alone, records)
    ours = timed("ours, in a library of these", among, records)
    import jieba
    import jieba.analyse

    jieba.setLogLevel(60)
    jieba.analyse.textrank("预热")
    timed("jieba TF-IDF", lambda each: jieba.analyse.extract_tags(whole_text(each)), records)
    timed("jieba TextRank", lambda each: jieba.analyse.textrank(whole_text(each)), records)
    for record, phrases in zip(records, ours, strict=True):
        print(json.dumps({"id": record["id"], "keywords": phrases}, ensure_ascii=False))


if __name__ == "__main__":
    main()
