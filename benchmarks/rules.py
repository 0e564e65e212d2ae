"""Which rule takes what for a heading, and in how many reports: rules for one report alone stand out.

    python benchmarks/rules.py FILE…

Reads the files as plain text and prints, for each reason that a section gives, how many headings
and reports it has, and the name of the report where it is only one.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from reportreader.ingest.reading import read_file


def main(paths: list[Path]) -> None:
    """Count headings by reason and report."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for path in paths:
        for section in read_file(path).document.sections:
            found[f"{section.kind} / {section.reason}"][path.stem] += 1
    print(f"{'headings':>8} {'reports':>7}  kind / reason")
    for reason, reports in sorted(found.items(), key=lambda item: -len(item[1])):
        alone = f"  only {next(iter(reports))}" if len(reports) == 1 else ""
        print(f"{sum(reports.values()):>8} {len(reports):>7}  {reason}{alone}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="file")
    main(parser.parse_args().files)
