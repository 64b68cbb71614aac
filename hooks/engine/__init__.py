"""How MkDocs is run: one language at a time, on all cores, and only for what has changed.

This folder is the one place of the speed, and the one place beside the adapters that knows MkDocs.
It knows nothing of our subject: what a page says comes from `scn` through the adapters. What needs
no MkDocs (digests, packs, folders, shards) is in `scn.building`. Read in this order:

- `whole_build` takes the place of MkDocs' `build` while `mkdocs build` or `mkdocs serve` runs: it
  finds out which languages have changed, has them built, and `site_update` puts them in place;
- `content` reads and checks all data once, and takes the digests of all files; `look_ahead` has a
  second process do a part of that while programs are loaded, and `compile_ahead` has one compile
  the templates while content is read;
- `language_build` runs MkDocs' own `build` for one language; `replacements` are the few functions
  of MkDocs whose time grows with the number of languages, and `i18n_plugin` those of that plugin;
  `written_files` knows what is in the files, `language_result` is what comes of it, and `messages`
  what is said meanwhile;
- `inline_patterns` and `block_processors` have Markdown try only what can match a text, by its
  `needed_texts`; `markdown_steps` leaves out what finds nothing on a page, and `xhtml` writes it;
- `environment` is what Jinja has for all languages: `template_code` has it write shorter programs,
  and `compiled_templates` saves compiling them again;
- `remembered_pages` gives back what a page was made into when all that it is made from is equal,
  with `page_record` as its memory; `shared_pages` are those that several languages show in English;
- `language_builds` builds several languages, with `workers` in several `processes`, by fork where
  that is safe, else by spawn;
- `search` has Pagefind index one language in a `scratch_folder`, `search_later` after a page of a
  preview is served;
- `serving` makes `mkdocs serve` wait for the system's own file events; `preview` knows which of its
  pages are being read.

`SCN_PLAIN=1` turns off processes and memory: the bytes are the same.
"""
