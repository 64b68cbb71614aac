"""The files that a page offers, as its actions list them."""

from scn.page_downloads import Download, downloads_of_page


def test_each_file_stands_once_with_the_words_of_its_first_link():
    html = (
        '<p><a href="texts/a.docx">The <em>invitation</em></a>, <a href="../page/">a page</a>,'
        ' <a class="x" href="../b.xlsx" lang="en">the table &amp; more</a>,'
        ' <a href="texts/a.docx">again</a>, <a href="calendar.ics">the calendar</a></p>'
    )
    assert downloads_of_page(html) == (
        Download(title="The <em>invitation</em>", address="texts/a.docx"),
        Download(title="the table &amp; more", address="../b.xlsx"),
        Download(title="the calendar", address="calendar.ics"),
    )


def test_files_of_other_sites_and_places_in_pages_are_no_downloads():
    html = (
        '<a href="https://example.eu/a.pdf">a</a><a href="//example.eu/a.pdf">b</a>'
        '<a href="page/#a.pdf">c</a><a href="mailto:a@b.pdf">d</a><a href="x/?a.pdf">e</a>'
    )
    assert downloads_of_page(html) == ()
