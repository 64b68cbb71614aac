"""Pages for translators who work in a translation program: XLIFF 2.0 and PO, out and in."""
