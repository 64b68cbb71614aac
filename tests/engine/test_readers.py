"""Which pages of a preview are being read is known from what browsers ask the server for."""

import threading
import time
from http.client import HTTPConnection

import pytest
from mkdocs.livereload import LiveReloadServer

from engine.preview import Readers

CODES = ("en", "fr", "el")


@pytest.fixture(params=["/", "/kb/"])
def served(request, tmp_path):
    """A server of pages in three languages, below the root of its host or a folder."""
    for place in ("", "fr", "el", "more", "fr/more", "french"):
        (tmp_path / place).mkdir(exist_ok=True)
        (tmp_path / place / "index.html").write_text("<body>Text.</body>", encoding="utf-8")
    (tmp_path / "style.css").write_text("", encoding="utf-8")
    server = LiveReloadServer(
        lambda: None, "127.0.0.1", 0, str(tmp_path), mount_path=request.param, shutdown_delay=0.01
    )
    server.readers = Readers(server)
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    yield server
    server.readers.show()  # lets go whoever waits
    server.shutdown(wait=False)
    server.serve_thread.join()


@pytest.fixture
def ask(served):
    def ask(address, referrer=""):
        connection = HTTPConnection("127.0.0.1", served.server_address[1], timeout=10)
        headers = {"Referer": f"http://{served.server_name}{referrer}"} if referrer else {}
        connection.request("GET", address, headers=headers)
        return connection.getresponse().read().decode()

    return ask


@pytest.fixture
def waiting(served, ask):
    """Begin to wait for a change, as a page does; `waiting.answers` come when there is one."""
    answers, threads = [], []

    def wait(page):
        epoch = served._visible_epoch
        address = f"/livereload/{epoch}/1"

        def work():
            answers.append((page, int(ask(address, served.mount_path + page)) > epoch))

        before = sum(served.readers._open.values())
        threads.append(threading.Thread(target=work))
        threads[-1].start()
        until(lambda: sum(served.readers._open.values()) > before)

    wait.answers = answers
    yield wait
    served.readers.show()
    for thread in threads:
        thread.join(10)


def until(is_so):
    end = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_nobody_reads_anything(served):
    assert served.readers.languages(CODES) == set()


@pytest.mark.parametrize(
    ("page", "language"),
    [("", "en"), ("more/", "en"), ("french/", "en"), ("fr/", "fr"), ("fr/more/", "fr")],
)
def test_the_page_asked_for_last_is_read(served, ask, page, language):
    ask(f"{served.mount_path}el/")
    ask(f"{served.mount_path}{page}")
    ask(f"{served.mount_path}style.css")
    assert served.readers.languages(CODES) == {language}


def test_pages_that_wait_for_a_change_are_read(served, ask, waiting):
    waiting("fr/more/")
    waiting("el/")
    ask(f"{served.mount_path}more/")
    assert served.readers.languages(CODES) == {"fr", "el"}


def test_pages_that_are_left_are_read_no_more(served, ask, waiting):
    waiting("fr/more/")
    served.readers.show()
    until(lambda: waiting.answers)
    ask(f"{served.mount_path}el/")
    assert served.readers.languages(CODES) == {"el"}


def test_who_waits_is_told_and_each_time_again(served, waiting):
    for number in (1, 2, 3):
        waiting("fr/more/")
        served.readers.show()
        until(lambda number=number: len(waiting.answers) == number)
    assert waiting.answers == [("fr/more/", True)] * 3


def test_during_a_build_pages_can_be_asked_for_once_they_are_shown(served, ask):
    served._wanted_epoch += 5  # as MkDocs says that it builds
    served.readers.show()
    assert "Text." in ask(f"{served.mount_path}fr/")
    assert served._visible_epoch == served._wanted_epoch


def test_a_further_change_is_known(served):
    assert not served.readers.has_more_to_build()
    served._want_rebuild = True
    assert served.readers.has_more_to_build()
