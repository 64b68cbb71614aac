"""The picture of a page that services show where its address is shared, 1200 × 630 (Open Graph)."""

from __future__ import annotations

from scn.building.digests import digest_of_value
from scn.share_picture.picture import SharePicture


def digest_of_picture(picture: SharePicture) -> str:
    """Equal digests mean equal bytes: it also covers how pictures are drawn, and with what."""
    # Pillow takes a tenth of a second to import, and is needed for publishing only.
    from scn.share_picture.drawing import DRAWN_WITH  # noqa: PLC0415

    return digest_of_value([DRAWN_WITH, picture])


def png_of_picture(picture: SharePicture) -> bytes:
    from scn.share_picture.drawing import draw  # noqa: PLC0415

    return draw(picture)
