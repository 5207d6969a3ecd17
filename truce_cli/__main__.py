"""The way in, `truce` and `python -m truce_cli`: loads the program, and ends quietly where it is stopped before."""

import sys


def run() -> None:
    """Entry point of the program. Ctrl-C has no words of ours yet while the program is being loaded."""
    try:
        from truce_cli.cli.app import run as program

        program()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
