"""Starts the command line; `python -m reportreader` and the console script meet here."""

import gc
import sys


def main() -> int:
    """Run the program and return its exit code."""
    # What is imported lives as long as the program: looking through it for garbage while it is
    # being imported costs a tenth of a start. `run` switches the collector on again.
    gc.disable()
    from reportreader.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
