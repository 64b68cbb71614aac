"""Pages and files made from data: sessions, countries, search, A–Z, 404, sitemap, downloads.

Added after the i18n plugin (its priority is -100), which cannot cope with generated files.
"""

from __future__ import annotations

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from scn.addresses import output_path, split_language
from scn.generated import generated_pages
from scn.generated_file import content_of as make_content
from scn.generated_files import generated_files
from scn.site import Site


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    site: Site = config.extra["scn"]
    content = site.content
    language: str = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    for file in files.documentation_pages():
        if file.src_uri in content.texts.made:
            file.content_string = content.texts.made[file.src_uri]
    in_nav = {split_language(uri, content.known.codes)[1] for uri in _nav_pages(config.nav)}
    for page in generated_pages(site, language):
        source = f"{language}/{page.path}"
        head = {"title": page.title, "description": page.description, "template": page.template}
        # JSON is YAML, and no title can break out of it.
        text = f"---\n{json.dumps(head)}\n---\n"
        level = InclusionLevel.INCLUDED if page.path in in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source, content=text, inclusion=level)
        file.dest_uri = output_path(page.path, language)
        file.locale = language  # type: ignore[attr-defined]
        file.alternates = {}  # type: ignore[attr-defined]
        file.made_from_data = page  # type: ignore[attr-defined]
        files.append(file)
    content_of = config.extra.get("scn_content_of", make_content)
    for made in generated_files(site, language):
        file = File.generated(config, made.source, content=content_of(made))
        file.dest_uri = made.output
        files.append(file)
    return files


def _nav_pages(nav: object) -> set[str]:
    if isinstance(nav, str):
        return {nav}
    parts = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return {page for part in parts for page in _nav_pages(part)}
