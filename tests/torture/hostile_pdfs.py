"""PDF files that are broken, endless, or larger inside than out."""

from __future__ import annotations

import random
import struct
import zlib

from chances import Make, many
from counting import torture


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, trailer, len(out),
    )  # fmt: skip


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def paged(content: bytes) -> bytes:
    one = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    return pdf(CATALOG, PAGES, one, content, FONT)


def _bomb(chance: random.Random) -> bytes:
    """A gigabyte and more of drawing, packed twice."""
    packed = zlib.compress(b"(x)Tj " * (30_000_000 if torture() else 300_000), 9)
    return paged(stream(zlib.compress(packed, 9), b"/Filter[/FlateDecode/FlateDecode]"))


def _kids_of_themselves(chance: random.Random) -> bytes:
    return pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count %d>>" % many(chance, 1, 10**9))


PDFS: dict[str, Make] = {
    "header.pdf": lambda c: b"%PDF-1.7\n",
    "noise.pdf": lambda c: b"%PDF-1.4\n" + c.randbytes(many(c, 99, 50_000)),
    "cut.pdf": lambda c: paged(stream(b"BT /F 12 Tf (Norvia) Tj ET"))[: many(c, 20, 300)],
    "bomb.pdf": _bomb,
    "loop.pdf": _kids_of_themselves,
    "loop-object.pdf": lambda c: pdf(CATALOG, b"2 0 R"),
    "length-loop.pdf": lambda c: paged(b"<</Length 4 0 R>>stream\nx\nendstream"),
    "form-loop.pdf": lambda c: pdf(
        CATALOG, PAGES,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"/X Do " * 99),
        stream(b"/X Do " * 99, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"),
    ),
    "deep.pdf": lambda c: pdf(CATALOG, b"[" * many(c, 999, 200_000)),
    "locked.pdf": lambda c: pdf(
        CATALOG, PAGES, b"<</Type/Page/Parent 2 0 R>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32),
        trailer=b"/Encrypt 4 0 R/ID[<41><41>]",
    ),
    "scanned.pdf": lambda c: paged(stream(b"q 600 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")),
    "blank.pdf": lambda c: paged(stream(b"")),
    "xref.pdf": lambda c: b"%%PDF-1.7\nxref\n0 %d\n" % 10**10 + b"0" * 99,
    "prev-loop.pdf": lambda c: pdf(CATALOG, PAGES, trailer=b"/Prev 9"),
    "pages.pdf": lambda c: pdf(CATALOG, b"<</Type/Pages/Kids[%s]/Count 9>>" % (b"3 0 R " * many(c, 99, 20_000)),
                               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
    "image-bomb.pdf": lambda c: paged(stream(b"BI /W %d /H %d /CS /RGB /BPC 8 ID \x00 EI" % (60_000, 60_000))),
    "predictor.pdf": lambda c: paged(stream(
        zlib.compress(b"x" * 999), b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>" % 10**9)),
    "lzw.pdf": lambda c: paged(stream(c.randbytes(999), b"/Filter[/LZWDecode/ASCII85Decode/RunLengthDecode]")),
    "operators.pdf": lambda c: paged(stream(b"q " * many(c, 999, 500_000) + struct.pack(">d", 1.5))),
}  # fmt: skip
