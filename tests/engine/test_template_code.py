"""Templates show the same, whoever writes their programs."""

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, UndefinedError
from jinja2.utils import _PassArg
from markupsafe import Markup, escape

from engine.template_code import TemplateCode, escaped

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
PARTS = {
    "base.html": "{% block a %}a {{ text }}{% endblock %}|{% block b %}{{ f('<') }}{% endblock %}",
    "macros.html": "{% macro bold(x) %}<b>{{ x }}{{ caller() if caller else '' }}{% endmacro %}",
    "part.html": "{{ text }}{{ f(text, n=2) }}",
    "alone.html": "alone {{ 1 + 1 }}",
}
TEXTS = [
    "{{ text }} {{ text | safe }} {{ html }} {{ number }} {{ none }} {{ missing }} {{ [text] }}",
    "{{ f(text) }} {{ f(n=3) }} {{ f(*[text], **{'n': 2}) }} {{ thing.method(text) }}",
    "{{ f(text) ~ text ~ html }} {{ (html ~ text) | upper }} {{ text.partition('<') }}",
    "{% for x in [text, html] %}{{ loop.index }}{{ f(x) }}{{ loop.cycle('a', '<') }}{% endfor %}",
    "{% for x in [1, [2, [3]]] recursive %}{{ loop(x) if x is iterable else f(x) }}{% endfor %}",
    "{% set x %}{{ f(text) }}<i>{% endset %}{{ x }}{{ x ~ text }}",
    "{% macro m(a, b='<') %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(text) }}",
    "{% macro m(a, b) %}{{ a }}{{ b }}{{ varargs }}{% endmacro %}{{ m(1, 2, 3) }}{{ f(m(text)) }}",
    "{% macro m(a, b='<') %}{{ a }}{{ b }}{{ kwargs }}{% endmacro %}{{ m(html, b=text, c=4) }}",
    "{% from 'macros.html' import bold %}{{ bold(text) }}{% call bold(1) %}{{ text }}{% endcall %}",
    "{% import 'macros.html' as macros %}{{ macros.bold(html) }}",
    "{% include 'part.html' %}{% with x = f(text) %}{{ x }}{% endwith %}",
    "{% extends 'base.html' %}{% block a %}{{ super() }}{{ self.b() }}{{ f(text) }}{% endblock %}",
    "{{ f(text, **{'class': 1}) }} {{ range(3) | list }} {{ dict(a=text) }}",
    "{{ cycler('<', text).next() }}",
    "{{ thing.missing }}{{ thing.items.a }}{{ thing['items'].b }}{{ thing.items.missing }}",
    "{{ thing.itself.itself.items.a }}{{ thing.method(thing.itself.items.a) }}{{ thing.fails }}",
    (
        "a{% for x in [1, 2] %}{{ x }}{% for y in [text, x] %}<{{ y }}>{% else %}0{% endfor %}|"
        "{% endfor %}b{% for x in [] %}{{ x }}{% else %}none{{ text }}{% endfor %}c"
    ),
    "{% for x in [1, 2] %}<{% include 'part.html' %}>{% endfor %}",
    "{% for x in [1, 2] %}<{% include 'alone.html' without context %}>{% endfor %}",
    (
        "{% for x in [1] %}{% for y in [2] %}<{% include 'alone.html' without context %}"
        "{{ y }}>{% endfor %}{% endfor %}"
    ),
    (
        "{% for x in [1, 2, 3] %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}{% endfor %}"
        "{% for x in [1, 2, 3] %}{% if x == 2 %}{% break %}{% endif %}{{ x }}{% endfor %}"
    ),
    (
        "{% for x in [text, html] if x != html %}{{ x }}{% macro m() %}{{ x }}{% endmacro %}"
        "{{ m() }}{% set y %}<b>{{ x }}{% endset %}{{ y }}{% endfor %}"
    ),
    "{% for x in [1, 2] %}{% block one scoped %}{{ x }}{{ text }}{% endblock %}{% endfor %}",
    (
        "{% extends 'base.html' %}{% for x in [1] %}{{ x }}{% endfor %}{% block a %}"
        "{% for x in [1, 2] %}{{ super() }}{{ x }}{% endfor %}{% endblock %}"
    ),
    "{% if text %}{% extends 'base.html' %}{% endif %}{% for x in [1] %}{{ x }}{% endfor %}",
    "{% autoescape false %}{{ text }}{{ f(text) }}{% endautoescape %}{{ text }}",
    "{% filter upper %}{{ text }}{{ f(html) }}{% endfilter %}",
    "{{ 'a' if f(text) else text }}{{ {'a': f(text)} | tojson }}{{ namespace(a=text).a }}",
]


class Thing:
    def method(self, text):
        return f"<{text}>"

    def __str__(self):
        return "<thing>"

    @property
    def itself(self):
        return self

    @property
    def fails(self):
        raise AttributeError("fails")

    @property
    def items(self):
        return {"a": "<a>", "b": Markup("<b>")}


def environment():
    loader = DictLoader({**PARTS, **{str(number): text for number, text in enumerate(TEXTS)}})
    extensions = ["jinja2.ext.loopcontrols"]
    return Environment(loader=loader, autoescape=True, extensions=extensions)


def ours():
    env = environment()
    env.code_generator_class = TemplateCode
    return env


def shown(env, name):
    return env.get_template(name).render(
        text="<a> & 'b' \"c\"",
        html=Markup("<b>ü</b>"),
        number=1.5,
        none=None,
        thing=Thing(),
        f=lambda *given, **named: f"<{given}{sorted(named.items())}>",
    )


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=TEXTS)
def test_a_template_shows_the_same(number):
    found = shown(ours(), str(number))
    assert found == shown(environment(), str(number))
    assert type(found) is str


@pytest.mark.parametrize(
    "value", ["<a&'\">", "", Markup("<b>"), 1, None, True, ["<"], Thing(), {"<": 1}], ids=str
)
def test_a_value_is_escaped_as_jinja_escapes_it(value):
    assert escaped(value) == str(escape(value))
    assert type(escaped(value)) is str


@given(st.text())
def test_any_text_is_escaped_as_jinja_escapes_it(text):
    assert escaped(text) == str(escape(text))


def test_to_call_what_is_not_there_is_an_error_as_before():
    for env in (environment(), ours()):
        with pytest.raises(UndefinedError, match="'missing' is undefined"):
            env.from_string("{{ missing() }}").render()


def test_nothing_that_templates_may_call_wants_the_context():
    """It would not get it: `call` gives what the template gives, and nothing more."""
    assert {name for name, one in ours().globals.items() if _PassArg.from_obj(one)} == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_template_of_ours_can_be_compiled(path):
    code = ours().compile(path.read_text("utf-8"), raw=True)
    assert "context.call(" not in code
    assert " escape(" not in code
    compile(code, str(path), "exec")
    assert jinja2.__version__.startswith("3.1.")
