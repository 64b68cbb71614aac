"""Diagrams that a page asks for: known, once, and not those in examples of code."""

from scn.checks.diagrams import check_diagrams

PAGE = """\
---
title: A page
---

# A page { #a-page }

![The network.](diagram:network)

```markdown
![In code.](diagram:nowhere)
```

Write `![…](diagram:elsewhere)` for one.

![Mistyped.](diagram:netwrok)

![Again.](diagram:network)
"""


def test_unknown_and_repeated_diagrams_are_named_where_they_are():
    found = check_diagrams(PAGE, "docs/en/a.md", ("network", "twin-blocks"))
    assert [str(problem) for problem in found] == [
        (
            'docs/en/a.md:15:22: The diagram "netwrok" is not known. Did you mean "network"?'
            " Allowed: network, twin-blocks."
        ),
        (
            "docs/en/a.md:17:19: The diagram network is here twice, first in line 7."
            " Keep one and link to it."
        ),
    ]
