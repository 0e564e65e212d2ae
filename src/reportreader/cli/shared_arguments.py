"""Arguments that several commands take, so that they mean the same everywhere."""

from reportreader.cli.arguments import Argument

GLOBAL_ARGUMENTS = (
    Argument(name="--library", metavar="PATH", help="cli.option_library"),
    Argument(name="--lang", metavar="LANG", choices=("zh", "en"), help="cli.option_lang"),
    Argument(name="--version", help="cli.option_version"),
    Argument(name="--help", short="-h", help="cli.option_help"),
)
JSON = Argument(name="--json", help="cli.option_json")
REPORT = Argument(name="REPORT", help="cli.word_report", is_required=True)
REPORTS = Argument(name="REPORT", help="cli.word_reports", is_required=True, is_many=True)
REPORT_OR_FILES = Argument(
    name="REPORT", help="cli.word_report_or_files", is_required=True, is_many=True
)
IN_REPORT = Argument(name="--report", metavar="REPORT", help="cli.option_report")
NOTE = Argument(name="NOTE", help="cli.word_note", is_required=True)
NOTES = Argument(name="NOTE", help="cli.word_notes", is_required=True, is_many=True)
COLOURS = ("yellow", "green", "blue", "red", "purple")
COLOUR = Argument(name="--colour", metavar="COLOUR", choices=COLOURS, help="cli.option_colour")
TAG = Argument(name="--tag", metavar="TAG", is_many=True, help="cli.option_tag")
