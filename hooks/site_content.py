"""Reads and checks all data and all pages before anything is built."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_static_i18n.config import I18nPluginLanguage

from engine.content import load_site
from scn.languages import SOURCE_LANGUAGE, Language
from scn.site import Site


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Each language is built with this event again: what is there stays."""
    if "scn" not in config.extra:
        config.extra["scn"] = load_site(config, is_preview=False)
    site: Site = config.extra["scn"]
    shown = site.content.shown
    more = (one for one in site.content.known if one.code not in site.content.languages)
    languages = [_language(one) for one in (*shown, *more)]
    config.plugins["i18n"].config.languages = languages
    return config


def _language(one: Language) -> I18nPluginLanguage:
    language = I18nPluginLanguage()
    is_default = one.code == SOURCE_LANGUAGE
    language.load_dict({"locale": one.code, "name": one.name, "default": is_default, "build": True})
    language.validate()
    return language
