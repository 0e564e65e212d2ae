"""`correct set`: what a report says of itself: title, date, source and the like."""

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.corrections import keep_correction
from reportreader.cli.session import Session
from reportreader.cli.shared_arguments import JSON, REPORT
from reportreader.document.metadata import MetadataField
from reportreader.errors import ExitCode
from reportreader.services.correcting import Correction, CorrectionKind

ARGUMENTS = (
    REPORT,
    Argument(
        name="FIELD",
        help="cli_corrections.correct_set_word_field",
        is_required=True,
        choices=tuple(field.value for field in MetadataField),
    ),
    Argument(name="VALUE", help="cli_corrections.correct_set_word_value"),
    JSON,
)


def run(session: Session, options: Options) -> ExitCode:
    """Keep it."""
    correction = Correction(
        kind=CorrectionKind.METADATA,
        start=0,
        end=0,
        value=options.text("VALUE"),
        field=MetadataField(options.text("FIELD")),
    )
    return keep_correction(session, options, lambda _: correction)
