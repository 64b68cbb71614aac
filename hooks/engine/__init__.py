"""How MkDocs is run: one language at a time, on all cores, and only for what has changed.

This folder is the one place of the speed, and the one place beside the adapters that knows MkDocs.
It knows nothing of our subject: what a page says comes from `scn` through the adapters.

- `whole_build` takes the place of MkDocs' `build` while `mkdocs build` or `mkdocs serve` runs:
  it finds out which languages have changed, has them built, and brings the site up to date.
- `language_build` runs MkDocs' own `build` for one language, with the few functions of MkDocs
  replaced whose time grows with the number of languages.
- `remembered_pages` gives back what a page was made into when all that it is made from is equal.
- `workers` runs languages in several processes, by fork where that is safe, else by spawn.
- `search` has Pagefind index one language; `serving` makes `mkdocs serve` wait for the system's
  own file events; `content` reads and checks all data.

`SCN_PLAIN=1` turns off processes and memory: the bytes are the same.
"""
