"""What Jinja has for all languages: the templates, and how they become programs."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from engine.compiled_templates import CompiledTemplates
from engine.settings import Settings
from engine.template_code import TemplateCode


def environment_of(config: MkDocsConfig, settings: Settings, made_with: str) -> Environment:
    """As MkDocs gives it to the plugins; `made_with` is a digest of the programs."""
    env: Environment = config.theme.__class__.get_env(config.theme)
    env.auto_reload = False
    # The theme's own files, thousands of icons among them: the site has none of them.
    env.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
    config.theme.static_templates.clear()  # sitemap and 404 are made from data
    if not settings.is_plain:
        env.bytecode_cache = compiled_templates(settings, made_with)
        env.code_generator_class = TemplateCode
        env.make_globals = partial(_globals, env)  # type: ignore[method-assign]
    return env


def _globals(env: Environment, given: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
    """Jinja makes a chain of mappings even of none, and lists it for each template and page."""
    return ChainMap(given, env.globals) if given else env.globals


def compiled_templates(settings: Settings, made_with: str) -> CompiledTemplates:
    return CompiledTemplates(settings.cache / "templates", made_with)
