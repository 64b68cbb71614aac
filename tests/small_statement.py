"""An accessibility statement for small sites of tests."""

STATEMENT = """\
standard: {name: EN 301 549, version: 3.2.1, wcag: 2.1, level: AA, built_to: 2.2}
status: partially
method: self-assessment
prepared: 2025-11-03
reviewed: 2025-12-01
tested:
  - {what: html, how: automatic, tool: Nu HTML Checker, problems: 0}
  - {what: screen-readers, how: not-tested}
difficulties: [tables]
"""
"""Of a day that does not move, unlike that of the real one."""
