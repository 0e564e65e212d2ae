"""Figures are found once, stored with their version, and found again when the structure changes."""

from pathlib import Path

from reportreader.analysis.figures import find_figures
from reportreader.document.metadata import MetadataField
from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_paths
from reportreader.services.correcting import Correction, CorrectionKind, add_correction
from reportreader.services.figures import compute_figures, needs_figures, report_figures
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report

TEXT = """柳溪镇用水情况

全镇投入40万余元，惠及1.2万人，合格率达到99.5%，比上年提高2.16和1.66个百分点。
5月7日至8日抽查六个村，三类水样比例为25.7:26.8:47.5。
"""


def added(library: Library, folder: Path) -> ReportId:
    path = folder / "figures.txt"
    path.write_text(TEXT, encoding="utf-8")
    (one,) = add_paths(library, [path]).files
    assert one.report_id is not None
    return one.report_id


def test_stored_figures_are_the_ones_that_were_found(library: Library, folder: Path) -> None:
    report_id = added(library, folder)
    assert needs_figures(library, report_id)
    assert report_figures(library, report_id) == ()
    found = compute_figures(library, report_id)
    assert found == find_figures(open_report(library, report_id).document)
    assert len(found) > 5
    assert any(isinstance(figure.value, tuple) for figure in found)
    assert not needs_figures(library, report_id)
    assert report_figures(library, report_id) == found
    assert compute_figures(library, report_id) == found


def test_a_library_that_is_only_read_is_not_written_to(
    library: Library, library_path: Path, folder: Path
) -> None:
    report_id = added(library, folder)
    with open_library(library_path, read_only=True) as reading:
        assert compute_figures(reading, report_id)
        assert needs_figures(reading, report_id)


def test_a_correction_of_metadata_has_them_found_again(library: Library, folder: Path) -> None:
    report_id = added(library, folder)
    before = compute_figures(library, report_id)
    opened = open_report(library, report_id)
    start = opened.document.text.index("5月7日至8日")
    add_correction(
        library,
        opened,
        Correction(
            kind=CorrectionKind.METADATA,
            start=start,
            end=start + 7,
            value="--05-07",
            field=MetadataField.DATE,
        ),
    )
    assert needs_figures(library, report_id)
    after = compute_figures(library, report_id)
    assert [one.text for one in before if one not in after] == ["5月7日至8日"]


def test_a_new_text_has_figures_of_its_own(library: Library, folder: Path) -> None:
    report_id = added(library, folder)
    compute_figures(library, report_id)
    path = folder / "figures.txt"
    path.write_text(TEXT.replace("六个村", "七个村"), encoding="utf-8")
    add_paths(library, [path])
    assert needs_figures(library, report_id)
    assert "七个" in [figure.text[:2] for figure in compute_figures(library, report_id)]
