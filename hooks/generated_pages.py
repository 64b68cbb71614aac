"""Pages and files made from data: sessions, countries, search, A–Z, 404, sitemap, downloads.

Added after the i18n plugin (its priority is -100), which cannot cope with generated files.
"""

from __future__ import annotations

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from scn.addresses import output_path, split_language
from scn.checks.places import check_places
from scn.generated import generated_pages
from scn.generated_file import content_of as make_content
from scn.generated_files import Surroundings, generated_files
from scn.problems import ContentError
from scn.site import Site
from scn.site_navigation import sections_of_pages


@event_priority(-110)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    site: Site = config.extra["scn"]
    content = site.content
    language: str = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    for file in files.documentation_pages():
        if file.src_uri in content.texts.made:
            file.content_string = content.texts.made[file.src_uri]
    of_authors = {file.src_uri: file.dest_uri for file in files if not file.is_documentation_page()}
    sections = {
        split_language(uri, content.known.codes)[1]: key
        for uri, key in sections_of_pages(config.nav).items()
    }
    pages = tuple(generated_pages(site, language))
    for page in pages:
        source = f"{language}/{page.path}"
        head = {"title": page.title, "description": page.description, "template": page.template}
        # JSON is YAML, and no title can break out of it.
        text = f"---\n{json.dumps(head)}\n---\n"
        level = InclusionLevel.INCLUDED if page.path in sections else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source, content=text, inclusion=level)
        file.dest_uri = output_path(page.path, language)
        file.locale = language  # type: ignore[attr-defined]
        file.alternates = {}  # type: ignore[attr-defined]
        file.made_from_data = page  # type: ignore[attr-defined]
        files.append(file)
    content_of = config.extra.get("scn_content_of", make_content)
    around = Surroundings(pages=pages, sections=sections, files=of_authors)
    made = tuple(generated_files(site, language, around))
    if problems := tuple(check_places(made, of_authors)):
        raise PluginError(ContentError(problems).counted)
    for each in made:
        file = File.generated(config, each.source, content=content_of(each))
        file.dest_uri = each.output
        files.append(file)
    return files
