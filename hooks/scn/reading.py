"""One file while it is read: where we are in it, and what was found wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from scn.problems import Problem
from scn.yaml_text import Mapping as YamlMapping
from scn.yaml_text import Node
from scn.yaml_text import Sequence as YamlSequence

Choices = Mapping[str, Collection[str]]
"""What may be chosen, by the name that a shape has for it."""


_MOST_PROBLEMS = 100
"""Of one file: whoever has more wants to see the first ones only."""


class UnreadableError(Exception):
    """There is no value here; why is already reported."""


@dataclass(slots=True, kw_only=True)
class Reading:
    path: str
    lines: Sequence[str]
    choices: Choices = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """The fields we are in, from the outermost."""

    @property
    def has_enough(self) -> bool:
        """Reading on would only take time."""
        return len(self.problems) >= _MOST_PROBLEMS

    @contextmanager
    def field(self, name: str) -> Iterator[None]:
        """Read one field; when it has no readable value, go on with the next."""
        self.names.append(name)
        try:
            yield
        except UnreadableError:
            pass
        finally:
            self.names.pop()

    def report(self, node: Node, message: str, *names: str, is_warning: bool = False) -> None:
        """Note a problem of the field we are in, or of one inside it."""
        where = ".".join((*self.names, *names))
        self.problems.append(
            Problem(
                path=self.path,
                line=node.line,
                column=node.column,
                message=f"{where}: {message}" if where else message,
                source=self.lines[node.line - 1] if node.line <= len(self.lines) else "",
                is_warning=is_warning,
            )
        )

    def report_inside(
        self, node: Node, path: Sequence[str | int], message: str, *, is_warning: bool = False
    ) -> None:
        """Note a problem of a field further inside, at the innermost part that is written down."""
        for step in path:
            if isinstance(node, YamlMapping) and isinstance(step, str):
                node = node.get(step) or node
            elif isinstance(node, YamlSequence) and isinstance(step, int):
                node = node.items[step]
        names = (step for step in path if isinstance(step, str))
        self.report(node, message, *names, is_warning=is_warning)

    def refused(self, node: Node, message: str) -> UnreadableError:
        """Note a problem and give what to raise."""
        self.report(node, message)
        return UnreadableError(message)
