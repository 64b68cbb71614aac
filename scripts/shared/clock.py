"""The day on which a command runs."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """In UTC; the day of `SOURCE_DATE_EPOCH` where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()
