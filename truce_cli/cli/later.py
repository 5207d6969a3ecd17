"""Modules of the standard library that the option parser imports and no question uses: loaded at their first use.

The option parser takes half of a question's start, and these a quarter of that. importlib.util.LazyLoader, which
is made for this, loads a module as soon as anybody imports it again.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Final

_SELDOM: Final = "bz2 ipaddress locale lzma subprocess textwrap tokenize".split()


class _Later(ModuleType):
    """A module that is run when the first of its names is asked for."""

    def __getattr__(self, name: str) -> object:
        spec = self.__spec__
        self.__class__ = ModuleType  # type: ignore[assignment]
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module(self)
        return getattr(self, name)


def put_off() -> None:
    """Put off those that nobody has loaded yet; to be called before typer is imported."""
    for name in _SELDOM:
        spec = PathFinder.find_spec(name) if name not in sys.modules else None
        if spec is not None and spec.loader is not None:
            module = _Later(name)
            module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
            sys.modules[name] = module


def load_now() -> None:
    """Load what was put off: where threads work, no two of them may load one module at once."""
    for name in _SELDOM:
        getattr(sys.modules.get(name), "__all__", None)
