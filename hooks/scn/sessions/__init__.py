"""The sessions of the network: from YAML files to one checked value."""

from scn.sessions.agenda import Sessions
from scn.sessions.figures import Attendance, Counts
from scn.sessions.load import load_sessions
from scn.sessions.model import NETWORK, Session
from scn.sessions.when import AllDay, Timed, Undated, When

__all__ = [
    "NETWORK",
    "AllDay",
    "Attendance",
    "Counts",
    "Session",
    "Sessions",
    "Timed",
    "Undated",
    "When",
    "load_sessions",
]
