"""What is written for the elements of a page is what Python-Markdown writes."""

from xml.etree.ElementTree import Comment, Element, ProcessingInstruction, QName, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.serializers import to_xhtml_string

from engine.xhtml import xhtml_of

PIECES = st.lists(st.sampled_from([*"a<>&\"'; \n#x1é", "&amp;", "&#x41;"]), max_size=8)
TEXT = PIECES.map("".join) | st.none()
NAMES = st.sampled_from(["id", "class", "a-b", "checked", "CHECKED"])
TAGS = st.sampled_from(["p", "div", "br", "IMG", "script", "Style", "input", "code", "x-y"])


@st.composite
def elements(draw, depth=0):
    attributes = draw(st.dictionaries(NAMES, TEXT.filter(lambda text: text is not None)))
    element = Element(draw(TAGS), attributes)
    element.text, element.tail = draw(TEXT), draw(TEXT)
    for _ in range(draw(st.integers(0, 3)) if depth < 3 else 0):
        element.append(draw(elements(depth=depth + 1)))
    return element


@given(elements())
def test_elements_are_written_as_before(element):
    assert xhtml_of(element) == to_xhtml_string(element)


def with_child(child):
    element = Element("p")
    child.tail = "<tail>"
    element.append(child)
    return element


def of_no_name():
    child = Element("p")
    child.tag, child.text = None, "<text>"
    return child


@pytest.mark.parametrize(
    "element",
    [
        with_child(Comment("a <b>")),
        with_child(ProcessingInstruction("a", "b")),
        with_child(of_no_name()),
        with_child(Element(QName("http://a", "b"))),
        Element("p", {QName("http://a", "b"): "c"}),
        Element("p", {"title": QName("http://a", "b")}),
        Element("input", {"checked": None}),
        fromstring("<p>" * 3_000 + "</p>" * 3_000),
    ],
)
def test_what_is_unusual_is_written_as_before(element):
    assert xhtml_of(element) == to_xhtml_string(element)
