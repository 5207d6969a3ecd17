"""truce: who claimed which toll, who accused whom, reconciled with a reason for every number.

For programs: `from truce_cli import Ledger` (see truce_cli.api).
"""

TYPE_CHECKING = (
    False  # as checkers read it: nothing is loaded before the program can be stopped without a word
)
if TYPE_CHECKING:
    from truce_cli.api import Answer, Ledger

__all__ = ["Answer", "Ledger", "__version__"]
__version__ = "0.4.0"


def __getattr__(name: str) -> object:
    # loaded when a program asks: the command line starts without it
    if name in ("Answer", "Ledger"):
        from truce_cli import api

        return getattr(api, name)
    raise AttributeError(f"module 'truce_cli' has no attribute {name!r}")
