"""The way in, `truce` and `python -m truce_cli`: loads the program, and ends quietly where it is stopped before."""

import gc
import sys


def run() -> None:
    """Entry point of the program. Ctrl-C has no words of ours yet while the program is being loaded.

    A question is answered before the garbage collector's first useful round, so that it rests from here on; a
    command that may run for long calls it back (see House).
    """
    gc.disable()
    try:
        from truce_cli.cli.later import put_off

        put_off()
        from truce_cli.cli.app import run as program

        program()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
