"""The pure core of the site: text, bytes and dataclasses in, text, bytes and dataclasses out."""
