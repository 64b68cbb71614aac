"""What a build may reuse and how its parts become one site: keys, packs, folders, shards.

Knows files and digests; of MkDocs, which hooks/engine/ runs, it knows nothing.
"""
