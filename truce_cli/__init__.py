"""truce: who claimed which toll, who accused whom, reconciled with a reason for every number."""

__version__ = "0.1.0"
