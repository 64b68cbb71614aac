"""Ids of headings and their lines."""

from scn.translations.headings import heading_ids, heading_lines

TEXT = """\
---
title: A
---

# A { #a }

<!-- Not seen:
## No { #no }
-->

## B { .x #b }

```md
## Code { #code }
```

### C { #c }
## Without
"""


def test_each_heading_that_has_an_id_and_its_line_in_the_file():
    assert heading_lines(TEXT) == {"a": 5, "b": 11, "c": 17}
    assert heading_ids(TEXT) == ("a", "b", "c")


def test_line_ends_of_another_system_change_no_line():
    assert heading_lines(TEXT.replace("\n", "\r\n")) == heading_lines(TEXT)
    assert heading_lines("\ufeff# A { #a }\n") == {"a": 1}
    assert heading_lines("") == {}
