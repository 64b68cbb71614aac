"""How a hybrid session runs: before, during (room and screen side by side), after."""

from scn.diagrams.arrows import arrow_down
from scn.diagrams.cards import PADDING, Card, panel, row
from scn.diagrams.marks import Picture, stacked
from scn.diagrams.words import Words


def session_run(words: Words, width: float) -> Picture:
    inner = width - 2 * PADDING
    hosts = row(
        (
            Card(title=words("room"), body=_all(words, "room", 2), bullets=True),
            Card(title=words("online"), body=_all(words, "online", 2), bullets=True),
        ),
        inner,
    )
    shared = Card(title=words("together"), body=(words("together_how"),), kind="core")
    return stacked(
        (
            _phase(words, "before", 4, width),
            arrow_down(width),
            panel(
                words("during"),
                stacked((hosts, shared.picture(inner)), width=inner, space=PADDING),
            ),
            arrow_down(width),
            _phase(words, "after", 4, width),
        ),
        width=width,
    )


def _phase(words: Words, name: str, steps: int, width: float) -> Picture:
    inner = width - 2 * PADDING
    texts = _all(words, name, steps)
    if width > 500:
        half = (steps + 1) // 2
        cards = tuple(Card(body=part, bullets=True) for part in (texts[:half], texts[half:]))
        return panel(words(name), row(cards, inner))
    return panel(words(name), Card(body=texts, bullets=True).picture(inner))


def _all(words: Words, name: str, count: int) -> tuple[str, ...]:
    return tuple(words(f"{name}_{number}") for number in range(1, count + 1))
