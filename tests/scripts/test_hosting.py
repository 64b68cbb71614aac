"""The settings of web servers, tried in the servers themselves where they are installed."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scn.host_files import apache_snippet, nginx_snippet
from scn.security_policy import security_headers

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://kb.example.eu/"
FILES = {
    "index.html": "<p>Home",
    "404.html": "<p>Not found",
    "bg/404.html": "<p>Няма",
    "bg/index.html": "<p>Начало",
    "assets/css/frame.css": "p {}",
    "pagefind/fragment/en_1.pf_fragment": "x",
    "sessions/all.ics": "BEGIN:VCALENDAR",
    "package/index.md": "# Package",
    "robots.txt": "User-agent: *\n",
}
NGINX = """\
daemon off; master_process off; pid {folder}/pid; error_log stderr;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
  uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;
  server {{ listen 127.0.0.1:{port}; root {site}; include {snippet}; }}
}}
"""
APACHE = """\
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
Listen 127.0.0.1:{port}
ErrorLog {folder}/errors
{modules}
TypesConfig /etc/mime.types
DocumentRoot {site}
<Directory {site}>
  Require all granted
  AllowOverride {override}
  {inside}
</Directory>
"""


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    tmp_path.chmod(0o755)
    return folder


def program(name):
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command: list[str], port: int) -> Iterator[int]:
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            assert server.poll() is None, server.communicate()[0]
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.communicate()


@contextlib.contextmanager
def nginx(site: Path) -> Iterator[int]:
    folder, port = site.parent, free_port()
    snippet = folder / "snippet.conf"
    snippet.write_text(nginx_snippet(SITE, ["en", "bg"]))
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port, site=site, snippet=snippet))
    command = [program("nginx"), "-e", "stderr", "-p", str(folder), "-c", str(config)]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr
    with running(command, port):
        yield port


@contextlib.contextmanager
def apache(site: Path, *, in_folder: bool) -> Iterator[int]:
    folder, port = site.parent, free_port()
    snippet = apache_snippet(SITE, ["en", "bg"])
    where = Path("/usr/lib/apache2/modules")
    names = ["mpm_event", "authz_core", "dir", "headers", "mime", "unixd"]
    modules = [f"LoadModule {name}_module {where}/mod_{name}.so" for name in names]
    if in_folder:
        (site / ".htaccess").write_text(snippet)
    config = folder / "apache.conf"
    config.write_text(
        APACHE.format(
            folder=folder,
            port=port,
            site=site,
            modules="\n".join(one for one in modules if Path(one.split()[-1]).exists()),
            override="All" if in_folder else "None",
            inside="" if in_folder else snippet,
        )
    )
    command = [program("apache2"), "-f", str(config)]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert (tried.returncode, tried.stderr) == (0, "Syntax OK\n")
    with running([*command, "-D", "FOREGROUND"], port):
        yield port


SERVERS = {
    "nginx": nginx,
    "apache-htaccess": lambda site: apache(site, in_folder=True),
    "apache-directory": lambda site: apache(site, in_folder=False),
}


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_gives_what_the_policy_says(site, server):
    with SERVERS[server](site) as port:

        def get(path):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read().decode()
            connection.close()
            return answer.status, body, answer.headers

        said = {
            path: get(path) for path in ("/", "/bg/", "/nothing", "/bg/nothing/", "/assets/x.css")
        }
        assert {path: (status, body) for path, (status, body, _) in said.items()} == {
            "/": (200, FILES["index.html"]),
            "/bg/": (200, FILES["bg/index.html"]),
            "/nothing": (404, FILES["404.html"]),
            "/bg/nothing/": (404, FILES["bg/404.html"]),
            "/assets/x.css": (404, FILES["404.html"]),
        }
        files = {path: get(f"/{path}")[2] for path in FILES}
        for headers in (*files.values(), *(one[2] for one in said.values())):
            found = [(name, headers.get_all(name)) for name, _ in security_headers()]
            assert found == [(name, [value]) for name, value in security_headers()]
        types = {path: (headers["Content-Type"] or "").lower() for path, headers in files.items()}
        assert types["index.html"] == "text/html; charset=utf-8"
        assert types["robots.txt"] == "text/plain; charset=utf-8"
        assert types["sessions/all.ics"] == "text/calendar; charset=utf-8"
        assert types["package/index.md"] == "text/markdown; charset=utf-8"
        caches = {path: headers["Cache-Control"] for path, headers in files.items()}
        assert caches["index.html"] is None
        assert "max-age=600" in caches["assets/css/frame.css"]
        assert "max-age=31536000" in caches["pagefind/fragment/en_1.pf_fragment"]


def hosting(*arguments, **env):
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "hosting.py", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **env},
        check=False,
    )


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_the_command_prints_the_settings_for_the_address_of_the_site(server):
    ran = hosting(server, SCN_SITE_URL="https://city.example.eu/kb/")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "/kb/bg/404.html" in ran.stdout
    assert "/kb/en/" not in ran.stdout
    assert all(value in ran.stdout for _, value in security_headers())


def test_a_server_that_is_not_known_is_refused_in_a_sentence():
    ran = hosting("iis")
    assert ran.returncode == 2
    assert "invalid choice: 'iis'" in ran.stderr
