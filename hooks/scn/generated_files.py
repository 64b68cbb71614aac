"""The files that are made from data: calendars, feeds, downloads, what search engines read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from scn.addresses import absolute_address, output_path, page_address
from scn.atom import atom_from_feed
from scn.building.digests import digest_of_value
from scn.downloads import PAGE_OF_TEXTS, TextDocument, texts_from_markdown
from scn.frame import UNLISTED_PATHS
from scn.generated import GeneratedPage
from scn.generated_file import GeneratedFile
from scn.host_files import HEADERS_FILE, REDIRECTS_FILE, headers_file, redirects_file
from scn.languages import SOURCE_LANGUAGE
from scn.llms_txt import llms_files
from scn.news import NEWS, feed_from_news, news_entries
from scn.page_copies import page_copies
from scn.search_words import search_words_address, search_words_file
from scn.security_txt import SECURITY_FILE, security_txt
from scn.session_files import session_files
from scn.share_picture import digest_of_picture, png_of_picture
from scn.share_picture.picture import SharePicture
from scn.sharing import has_picture, picture_address
from scn.site import Site
from scn.sitemap import sitemap
from scn.translations_json import translations_json
from scn.translations_page import DATA_FILE

REVIEW_TABLE = "maturity/lordimas-review.xlsx"


def feed_address(path: str, language: str) -> str:
    """The address of the Atom feed of a page, in the language of its text; often none."""
    return output_path(path, language).replace("index.html", "feed.xml") if path == NEWS else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What else there is in the language, which files speak of."""

    pages: tuple[GeneratedPage, ...] = ()
    """Made from data."""

    sections: Mapping[str, str]
    """Key of the section of each page of the navigation, in its order, by path; empty for none."""

    files: Mapping[str, str]
    """Of authors, without pages: place in the site by source."""


def generated_files(site: Site, language: str, around: Surroundings) -> Iterator[GeneratedFile]:
    """What pages in a language link to, and with the source language what there is only once."""
    places = dict(around.files)
    for file in _data_files(site, language):
        places[file.source] = file.output
        yield file
    words = search_words_address(language)
    yield GeneratedFile(
        source=words, output=words, content=search_words_file(site, language, around.pages)
    )
    yield from page_copies(site, language, places)
    yield from llms_files(site, language, around.sections)
    yield from _pictures(site, language, around)


def _data_files(site: Site, language: str) -> Iterator[GeneratedFile]:
    yield from session_files(site, language)
    yield from _feed(site, language)
    yield from _texts(site, language)
    yield _review_table(site, language)
    if language == SOURCE_LANGUAGE:
        yield from _for_search_engines(site)
        yield from _for_hosts(site)
        yield GeneratedFile(
            source=DATA_FILE,
            output=DATA_FILE,
            content=translations_json(
                site.content.translations.states.values(), site.content.translations.standings
            ),
        )


def _feed(site: Site, language: str) -> Iterator[GeneratedFile]:
    content, publication = site.content, site.publication
    news = content.texts.get(f"{language}/{NEWS}")
    if news:
        address = feed_address(NEWS, language)
        feed = feed_from_news(
            news_entries(news),
            language=language,
            title=content.words[language]("news.feed_title"),
            author=site.author(language),
            page_url=absolute_address(publication.site_url, page_address(NEWS, language)),
            feed_url=absolute_address(publication.site_url, address),
            uid_domain=publication.uid_domain,
        )
        yield GeneratedFile(
            source=f"{language}/network/news/feed.xml",
            output=address,
            content=atom_from_feed(feed),
        )


def _texts(site: Site, language: str) -> Iterator[GeneratedFile]:
    texts = site.content.texts
    own = language if f"{language}/{PAGE_OF_TEXTS}" in texts else SOURCE_LANGUAGE
    page = texts.get(f"{own}/{PAGE_OF_TEXTS}")
    footer = site.content.words[own]("downloads.text.footer")
    for text in texts_from_markdown(page) if page else ():
        path = f"package/texts/{text.id}.docx"
        publisher = site.publication.decided("publisher")
        is_own = own == language
        yield GeneratedFile(
            source=f"{own}/{path}",
            output=path if own == SOURCE_LANGUAGE else f"{own}/{path}",
            content=partial(_docx, text, own, footer, publisher) if is_own else b"",
            made_from=digest_of_value([text, own, footer, publisher]) if is_own else "",
        )


def _docx(text: TextDocument, language: str, footer: str, publisher: str) -> bytes:
    from scn.downloads.docx_file import docx_from_text  # noqa: PLC0415 - see scn.downloads

    return docx_from_text(
        text, language=language, title=text.title, footer=footer, publisher=publisher
    )


def _review_table(site: Site, language: str) -> GeneratedFile:
    content = site.content
    title = content.words[SOURCE_LANGUAGE]("downloads.review.title")
    publisher = site.publication.decided("publisher")

    def make() -> bytes:
        from scn.downloads.review_table import (  # noqa: PLC0415 - see scn.downloads
            review_table_xlsx,
        )

        words_of = content.words.__getitem__
        return review_table_xlsx(content.languages, words_of, title=title, publisher=publisher)

    is_own = language == SOURCE_LANGUAGE
    words = {
        one.language: {key: placed.text for key, placed in one.texts.items()}
        for one in (content.words.values() if is_own else ())
        if one.language in content.languages
    }
    return GeneratedFile(
        source=f"{SOURCE_LANGUAGE}/{REVIEW_TABLE}",
        output=REVIEW_TABLE,
        content=make if is_own else b"",
        made_from=digest_of_value([content.languages, words, publisher]) if is_own else "",
    )


def _for_search_engines(site: Site) -> Iterator[GeneratedFile]:
    tree, site_url = site.content.tree, site.publication.site_url
    listed = [path for path in tree.languages_of if path not in UNLISTED_PATHS]
    map_address = absolute_address(site_url, "sitemap.xml")
    yield GeneratedFile(
        source="sitemap.xml", output="sitemap.xml", content=sitemap(listed, tree, site_url)
    )
    yield GeneratedFile(
        source="robots.txt",
        output="robots.txt",
        content=f"User-agent: *\nAllow: /\n\nSitemap: {map_address}\n",
    )


def _for_hosts(site: Site) -> Iterator[GeneratedFile]:
    site_url, languages = site.publication.site_url, site.content.shown.codes
    headers, redirects = headers_file(site_url), redirects_file(site_url, languages)
    yield GeneratedFile(source=HEADERS_FILE, output=HEADERS_FILE, content=headers)
    yield GeneratedFile(source=REDIRECTS_FILE, output=REDIRECTS_FILE, content=redirects)
    if text := security_txt(site.publication, site.as_of):
        yield GeneratedFile(source="security.txt", output=SECURITY_FILE, content=text)


def _pictures(site: Site, language: str, around: Surroundings) -> Iterator[GeneratedFile]:
    """One for each page that is no fallback; those of fallback pages are the source's."""
    content = site.content
    words = content.words[language]
    made = {page.path: page for page in around.pages}
    for path in content.tree.languages_of if site.is_published else ():
        page = made.get(path) or content.heads.get(f"{language}/{path}")
        if page and has_picture(site, path, language):
            key = around.sections.get(path) or (made[path].section if path in made else "")
            picture = SharePicture(
                title=page.title,
                section=words(f"nav.{key}") if key else "",
                site_name=words("frame.site_name"),
                site_kind=words("frame.site_kind"),
            )
            yield GeneratedFile(
                source=f"{language}/{path.removesuffix('.md')}/share.png",
                output=picture_address(path, language),
                content=partial(png_of_picture, picture),
                decided_by=digest_of_picture(picture),
            )
