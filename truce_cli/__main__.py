"""`python -m truce_cli` is `truce`."""

from truce_cli.cli.app import run

run()
