"""Print the settings of a web server: headers, cache, pages for addresses that do not exist.

    python scripts/hosting.py nginx  > /etc/nginx/snippets/knowledge-base.conf
    python scripts/hosting.py apache > site/.htaccess

Cloudflare Pages and Netlify read `_headers` and `_redirects`, which every build puts into the site.
Address of the site: `site_url` in mkdocs.yml or SCN_SITE_URL.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from scn.host_files import apache_snippet, nginx_snippet
from scn.language_list import load_languages
from scn.problems import ContentError

ROOT = Path(__file__).resolve().parent.parent
SNIPPETS = {"nginx": nginx_snippet, "apache": apache_snippet}


class _Settings(yaml.SafeLoader):
    """Reads `!ENV` as MkDocs does."""


_Settings.add_constructor("!ENV", construct_env_tag)


def main(arguments: Sequence[str] | None = None) -> int:
    description, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=description,
        epilog=rest,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("server", choices=sorted(SNIPPETS), help="which server")
    server = parser.parse_args(arguments).server
    path = "docs/_data/languages.yml"
    try:
        languages = load_languages((ROOT / path).read_text("utf-8-sig"), path)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8-sig"), _Settings)  # noqa: S506
    print(SNIPPETS[server](str(settings["site_url"]), languages.codes), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
