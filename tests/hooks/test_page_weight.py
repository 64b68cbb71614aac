"""A page that is too heavy stops a strict build, with the file to change."""

import re


def test_a_page_whose_pictures_are_too_heavy(project):
    picture = "<svg>" + "".join(f"<path d='M{n * n * 7919 % 99991}'/>" for n in range(12_000))
    one = project(
        {
            "en/index.md": project.page("Home"),
            "en/heavy.md": project.page("Heavy", "![A plan](../assets/plan.svg)"),
            "fr/index.md": project.page("Accueil"),
            "assets/plan.svg": picture,
        }
    )
    failed = one.run("--strict")
    assert failed.status == 1
    said = [line for line in failed.log.split("\n") if "weighs" in line]
    assert len(said) == 1  # French and Greek readers see the same page, which nobody wrote twice
    assert re.search(
        r"docs/en/heavy\.md:1:1: The page weighs \d+ KB, and no more than 30 KB is allowed\."
        r" Split the page, or shorten it\.$",
        said[0],
    )
    again = one.run("--strict")
    assert (again.status, [line for line in again.log.split("\n") if "weighs" in line]) == (1, said)
