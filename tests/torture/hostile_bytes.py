"""Contents of hostile files, by seeded code: what crawls of the open web, broken disks and attackers bring."""

from __future__ import annotations

import gzip
import io
import json
import plistlib
import random
import struct
import zipfile

from chances import Make, many
from hostile_pdfs import PDFS
from making import article


def page(inside: str) -> bytes:
    return f"<html><head><title>A page</title></head><body>{inside}</body></html>".encode()


def fronted(header: str) -> bytes:
    return f"---\n{header}\n---\n{article(7)}".encode()


def _deep(tag: str) -> Make:
    return lambda chance: page(f"<{tag}>" * many(chance, 5_000, 100_000) + article(1))


HTML: dict[str, Make] = {
    **{
        f"deep-{tag}.html": _deep(tag)
        for tag in "div b a font table span blockquote svg math ul form".split()
    },
    "unclosed-comment.html": lambda c: page("<p>x</p>" + "<!--" * many(c, 1, 50_000)),
    "comments.html": lambda c: b"<!-- a -->" * many(c, 10_000, 100_000) + page(article(2)),
    "formats-rebuilt.html": lambda c: page(
        "".join(f"<b id={n}>" for n in range(many(c, 500, 3_900))) + "<p>x" * many(c, 1_000, 5_000)
    ),
    "misnested.html": lambda c: page("".join(f"<a href={n}><b><p></a>" for n in range(many(c, 100, 3_000)))),
    "foster.html": lambda c: page("<table>" + "<b>x<tr><i>y" * many(c, 100, 1_900)),
    "templates.html": lambda c: page("<template>" * many(c, 100, 3_900) + "<p>x"),
    "selects.html": lambda c: page("<select><option>" * many(c, 100, 20_000)),
    "plaintext.html": lambda c: page("<plaintext>" + article(3) + "</plaintext>" * many(c, 1, 999)),
    "script-open.html": lambda c: page("<script>" + "var x = '<p>';\n" * many(c, 1, 50_000)),
    "angles.html": lambda c: page("<" * many(c, 1_000, 1_000_000)),
    "closers.html": lambda c: page("</div>" * many(c, 1_000, 200_000)),
    "attribute.html": lambda c: page(f"<p class='{'x ' * many(c, 1_000, 2_000_000)}'>a</p>"),
    "attributes.html": lambda c: page("<p " + " ".join(f"a{n}=1" for n in range(many(c, 10, 50_000))) + ">a"),
    "quote-open.html": lambda c: page('<a href="' + "x" * many(c, 10, 500_000)),
    "entities.html": lambda c: page("&amp;&#x110000;&#0;&#xd800;&lt;&nosuch;" * many(c, 100, 50_000)),
    "bad-numbers.html": lambda c: page("<p>" + "&#99999999999999999999;" * many(c, 1, 9_999)),
    "json-ld-deep.html": lambda c: page(
        f'<script type="application/ld+json">{"[" * many(c, 900, 100_000)}</script>{article(4)}'
    ),
    "json-ld-wide.html": lambda c: page(
        '<script type="application/ld+json">'
        + json.dumps([{"datePublished": c.choice([None, [], {}, 1e309, "x", 5])} for _ in range(2_000)])
        + f"</script><p>{article(5)}</p>"
    ),
    "metas.html": lambda c: (
        b"<html><head>"
        + b"".join(b'<meta property="og:title" content="t%d">' % n for n in range(many(c, 10, 50_000)))
        + page(article(6))
    ),
    "meta-dates.html": lambda c: page(
        "".join(
            f'<meta property="article:published_time" content="{said}"><time datetime="{said}">x</time>'
            for said in ("0000-00-00", "9999-99-99T99:99", "-1", "2031-02-30", "١٢٣٤-٠١-٠١", "\x00", "1e999")
        )
        + article(8)
    ),
    "title.html": lambda c: f"<title>{'Long ' * many(c, 10, 400_000)}</title><p>{article(9)}".encode(),
    "frames.html": lambda c: b"<frameset><frame src=x></frameset>" * many(c, 1, 5_000),
    "data-uri.html": lambda c: page(f'<img src="data:image/png;base64,{"A" * many(c, 10, 3_000_000)}">'),
    "nul.html": lambda c: page(article(1)[:100] + "\x00" * many(c, 1, 99)),
    "charset-lie.html": lambda c: ('<meta charset="utf-8">' + "<p>Взрыв в городе</p>" * 99).encode("cp1251"),
    "charset-codec.html": lambda c: (
        f'<meta charset="{c.choice(["rot13", "unicode_escape", "zip", "idna", "x"])}">'.encode()
        + page(article(2))
    ),
    "utf7.html": lambda c: b'<meta charset="utf-7"><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
    "lines.html": lambda c: page("<p>\r\n\t" * many(c, 100, 200_000)),
    "void.html": lambda c: page("<br>" * many(c, 100, 300_000)),
    "cells.html": lambda c: page("<table>" + "<tr><td>1" * many(c, 100, 30_000)),
    "links.html": lambda c: page(
        "".join(f'<a href="/{n}">Link {n}</a> ' for n in range(many(c, 99, 20_000)))
    ),
    "bidi.html": lambda c: page("<p>" + article(3) + "\u202e\u2066" + "\u200b" * 9999),
}

YAML: dict[str, Make] = {
    "twice.md": lambda c: fronted("title: a\ntitle: b"),
    "alias.md": lambda c: fronted("a: &x [1, 2]\nb: *x"),
    "laughs.md": lambda c: fronted(
        "a: &a [x, x]\n"
        + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(9))
    ),
    "tag.md": lambda c: fronted("title: !!python/object/apply:os.system ['true']"),
    "words.md": lambda c: fronted("country: NO\ncode: 010\nat: 12:30:45\npublished: 2031-06-01"),
    "open.md": lambda c: f"---\ntitle: never closed\n{article(1)}".encode(),
    "deep.md": lambda c: fronted("a: " + "[" * many(c, 9, 20_000)),
    "deep-map.md": lambda c: fronted("a: " + "{a: " * many(c, 9, 5_000)),
    "tabs.md": lambda c: fronted("title:\tx\n\tsub: y"),
    "list.md": lambda c: fronted("- a\n- b"),
    "complex.md": lambda c: fronted("? [a, b]\n: c"),
    "merge.md": lambda c: fronted("<<: {a: 1}\ntitle: x"),
    "documents.md": lambda c: fronted("title: a\n...\n--- b\ntitle: c"),
    "directive.md": lambda c: fronted("%YAML 9.9\ntitle: a"),
    "control.md": lambda c: fronted("title: a\x07b"),
    "dates.md": lambda c: fronted(
        f"date: {c.choice(['9' * 13, '0' * 10, '2031-02-30', '1e99', '-5', '9' * 400])}"
    ),
    "fetched.md": lambda c: fronted(
        f"fetched: {c.choice(['9' * 10, '9' * 13, '0001-01-01T00:00+14:00', '9999-12-31T23:59-14:00'])}"
    ),
    "url.md": lambda c: fronted(
        f"url: {c.choice(['http://[::1', 'http://' + 'a' * 99_999, 'https://x:99999/', 'http://%zz'])}"
    ),
    "keys.md": lambda c: fronted("\n".join(f"k{n}: v" for n in range(many(c, 10, 390)))),
    "wide.md": lambda c: fronted(f"title: {'x' * many(c, 10, 3_000_000)}"),
    "block.md": lambda c: fronted("title: |\n" + "  x\n" * many(c, 1, 390)),
    "quote-open.md": lambda c: fronted('title: "never closed'),
}

HEAD = "ref,kind,harm,side,value,claimant,quote\n"
TABLES: dict[str, Make] = {
    "ragged.csv": lambda c: (HEAD + "a,toll,killed\n" + "b," * many(c, 9, 5_000) + "\n").encode(),
    "bom.csv": lambda c: b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD.encode() + b"a,nokind,,,,,\n",
    "nul.csv": lambda c: HEAD.encode() + b"a,toll,\x00killed,norvian,3,x,y\n",
    "open.csv": lambda c: (HEAD + 'a,toll,"killed\n' + "x,y\n" * many(c, 1, 50_000)).encode(),
    "field.csv": lambda c: (
        HEAD + f'a,toll,killed,norvian,1,x,"{"y" * many(c, 131_073, 2_000_000)}"\n'
    ).encode(),
    "cr.csv": lambda c: HEAD.replace("\n", "\r").encode() + b"a,toll,killed,norvian,many,x,\r" * 9,
    "huge-int.csv": lambda c: (HEAD + f"a,toll,killed,norvian,{'9' * many(c, 20, 20_000)},x,\n").encode(),
    "dump.csv": lambda c: (
        "text,published\n"
        + "\n".join(f"Norvia said {c.random()} {n} were killed,2031-06-03" for n in range(many(c, 9, 2_000)))
    ).encode(),
    "dump-cells.csv": lambda c: (
        b"text,published,url,outlet\n%d killed,0000-00-00,javascript:x,\x1b[31m\n,,,\n=1+1,99999,http://[::1,-\n"
        % c.randrange(10**9)
    ),
    "dump-in-dump.csv": lambda c: (
        'id,text\n1,"id,text\n2,""id,text\n3,""""b"""""" killed"\n'
        + f'{c.random()},"never closed {c.random()}'
    ).encode(),
    "dump-wide.csv": lambda c: (
        "text," + ",".join(f"c{n}" for n in range(many(c, 9, 9_999))) + f"\n{c.random()} killed\n"
    ).encode(),
    "dump-twice.csv": lambda c: b"text,text\na,b\n",
    "double.csv": lambda c: b"kind,kind\ntoll,toll\n",
    "columns.csv": lambda c: (
        ",".join(["kind", *(f"c{n}" for n in range(many(c, 9, 20_000)))]) + "\ntoll\n"
    ).encode(),
    "formula.csv": lambda c: (HEAD + "=1+1,=cmd|' /C calc'!A0,@SUM(1),+1,-1,\t=1,\r\n").encode(),
    "utf16.csv": lambda c: (HEAD + "a,no,,,,,\n").encode("utf-16"),
    "digits.csv": lambda c: (HEAD + "a,toll,killed,norvian,١٢²,x,\n").encode(),
    "deep.toml": lambda c: ("[[claim]]\nnote = " + "[" * many(c, 900, 10_000)).encode(),
    "dotted.toml": lambda c: ("[[claim]]\n" + ".".join("a" * many(c, 900, 10_000)) + " = 1\n").encode(),
    "inline.toml": lambda c: ("[[claim]]\nnote = " + "{a = " * many(c, 900, 10_000)).encode(),
    "headers.toml": lambda c: ("[[claim]]\n[" + ".".join("a" * many(c, 900, 5_000)) + "]\n").encode(),
    "huge-int.toml": lambda c: f'[[claim]]\nkind = "toll"\nvalue = {"9" * many(c, 20, 20_000)}\n'.encode(),
    "blank.toml": lambda c: b"[[claim]]\n" * many(c, 1, 3_000),
    "twice.toml": lambda c: b"[[claim]]\nkind = 'toll'\nkind = 'toll'\n",
    "types.toml": lambda c: b"[[claim]]\nkind = [1]\nvalue = 'x'\nquote = 5\nas_of = true\n",
    "dates.toml": lambda c: b"[[claim]]\nkind = 'toll'\nas_of = 2031-02-30\n",
    "nan.toml": lambda c: (
        f"[[claim]]\nkind = 'toll'\nvalue = {c.choice(['nan', 'inf', '-1', '1e400', '1.5'])}\n".encode()
    ),
    "control.toml": lambda c: b"[[claim]]\nkind = 'toll'\nnote = 'a\x07b'\n",
    "open.toml": lambda c: b'[[claim]]\nnote = """never closed\n' * many(c, 1, 999),
    "latin.toml": lambda c: "[[claim]]\nnote = 'Gəncə'\n".encode("utf-16-le"),
    "not-table.toml": lambda c: b"claim = 5\n",
    "deep.jsonl": lambda c: ('{"kind": ' + "[" * many(c, 900, 100_000) + "\n").encode(),
    "nan.jsonl": lambda c: b'{"kind": "toll", "value": NaN}\n{"kind": "toll", "value": 1e999}\n',
    "surrogate.jsonl": lambda c: b'{"kind": "toll", "harm": "killed", "note": "\\ud800"}\n',
    "array.jsonl": lambda c: b'{"kind": "toll"}\n[1]\n"x"\n5\nnull\n',
    "types.jsonl": lambda c: b'{"kind": {"a": []}, "value": true, "quote": {}}\n',
    "huge-int.jsonl": lambda c: f'{{"kind": "toll", "value": {"9" * many(c, 20, 20_000)}}}\n'.encode(),
    "line.jsonl": lambda c: f'{{"kind": "toll", "note": "{"x" * many(c, 99, 3_000_000)}"'.encode(),
    "text-rows.jsonl": lambda c: (
        b'{"text": ""}\n{"text": 5}\n{"text": null, "id": []}\n{"text": "\\u0000"}\n'
    ),
}

TEXTS: dict[str, Make] = {
    "utf16-bare.txt": lambda c: article(1).encode("utf-16-le"),
    "utf16-odd.txt": lambda c: article(1).encode("utf-16")[:-1],
    "utf32-cut.txt": lambda c: article(1).encode("utf-32")[: -c.randint(1, 3)],
    "cp1251.txt": lambda c: ("Министерство обороны сообщило о погибших. " * 50).encode("cp1251"),
    "invalid-utf8.txt": lambda c: bytes(
        c.choice((0xC0, 0xFF, 0xFE, 0x80, 0xE2)) for _ in range(many(c, 99, 9_999))
    ),
    "cut-utf8.txt": lambda c: ("Gəncə " * many(c, 1, 99)).encode()[:-2],
    "noise.txt": lambda c: c.randbytes(many(c, 99, 200_000)),
    "nul.txt": lambda c: b"\x00" * many(c, 1, 999_999),
    "blank.txt": lambda c: b" \n\t\r\x0c" * many(c, 1, 99_999),
    "empty.txt": lambda c: b"",
    "invisible.txt": lambda c: "\u200b\u2060\ufeff\u00ad".encode() * many(c, 1, 9_999),
    "one-line.txt": lambda c: b"x" * many(c, 99_999, 1_000_000),
    "digits.txt": lambda c: b"1" * many(c, 99_999, 1_000_000) + b" killed",
    "commas.txt": lambda c: b"1," * many(c, 9_999, 300_000) + b"killed",
    "brackets.txt": lambda c: c.choice("([{\"'<").encode() * many(c, 9_999, 500_000),
    "marks.txt": lambda c: ("a" + "\u0301" * many(c, 999, 100_000)).encode(),
    "dashes.txt": lambda c: b"- " * many(c, 9_999, 300_000),
    "killed.txt": lambda c: b"12 people were killed and " * many(c, 99, 9_999),
    "said.txt": lambda c: (
        "The Norvian ministry said that " * many(c, 99, 9_999) + "3 were killed."
    ).encode(),
    "dates.txt": lambda c: b"On 01/02/2020 and 31/31/9999 and Feb. 30, " * many(c, 99, 5_000),
    "lists.txt": lambda c: ", ".join(f"{n} killed" for n in range(many(c, 99, 20_000))).encode(),
    "newlines.txt": lambda c: b"\n" * many(c, 999, 2_000_000) + b"x",
    "vertical.txt": lambda c: b"w\n" * many(c, 999, 300_000),
    "urls.txt": lambda c: b"https://example.org/" * many(c, 99, 30_000),
    "escapes.txt": lambda c: b"\x1b]8;;http://x\x07\x1b[2J\x9b31m" * many(c, 1, 9_999),
    "surrogates.txt": lambda c: b"\xed\xa0\x80\xed\xb0\x80" * many(c, 1, 9_999),
    "headings.md": lambda c: b"#" * many(c, 7, 99_999) + b" x",
    "links.md": lambda c: b"[" * many(c, 999, 200_000) + b"](x)",
    "stops.txt": lambda c: b"U.S. Gen. A. B. " * many(c, 999, 40_000),
    "quotes.txt": lambda c: "“".encode() * many(c, 999, 300_000) + b" he said",
    "casing.txt": lambda c: ("İı" * many(c, 999, 200_000)).encode(),
    "figures.txt": lambda c: ("١٢ ² ½ Ⅻ 二 ௧௨ killed " * many(c, 9, 9_999)).encode(),
}

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def _zip(chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("a", b"\x00" * 1_000_000)
    return out.getvalue()


def saved(parts: str) -> bytes:
    return f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x0\n\n{parts}".encode()


def webarchive(charset: object) -> bytes:
    main = {
        "WebResourceData": page(article(3)),
        "WebResourceTextEncodingName": charset,
        "WebResourceURL": "x:y",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def flipped(chance: random.Random, data: bytes) -> bytes:
    """The data with a few bytes changed, most of them in its tables at the end."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 9)):
        out[chance.randrange(len(out) - 99, len(out))] = chance.randrange(256)
    return bytes(out)


BINARIES: dict[str, Make] = {
    "picture.txt": lambda c: PNG + c.randbytes(999),
    "zip.txt": _zip,
    "gzip.txt": lambda c: gzip.compress(b"\x00" * 5_000_000),
    "elf.html": lambda c: b"\x7fELF\x02\x01\x01" + c.randbytes(5_000),
    "sqlite.txt": lambda c: b"SQLite format 3\x00" + c.randbytes(4_080),
    "plist.webarchive": lambda c: b"bplist00" + c.randbytes(99) + b"WebMainResource" + c.randbytes(999),
    "broken.mhtml": lambda c: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        + b"--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
        + c.randbytes(999)
        + b"\n" * 9
    ),
    "nested.mhtml": lambda c: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
        + b"".join(
            b"--x\nContent-Type: multipart/mixed; boundary=x%d\n\n" % n for n in range(many(c, 9, 999))
        )
    ),
    "deep.mhtml": lambda c: saved(
        "".join(
            f'--x{n}\nContent-Type: multipart/related; boundary="x{n + 1}"\n\n'
            for n in range(many(c, 900, 9_000))
        )
    ),
    "messages.mhtml": lambda c: (
        b"MIME-Version: 1.0\n"
        + b"Content-Type: message/rfc822\n\nMIME-Version: 1.0\n" * many(c, 900, 9_000)
        + b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
        + page(article(1))
    ),
    "headers.mhtml": lambda c: saved("X-A: b\n" * many(c, 9, 99_999)),
    "words.mhtml": lambda c: (
        b"MIME-Version: 1.0\nSubject: =?utf-8?B?"
        + b"QUFB" * many(c, 9, 99_999)
        + b"?=\nContent-Type: multipart/related; boundary=x0\n\n--x0\nContent-Type: text/html\n\n"
        + page(article(2))
    ),
    "parts.mhtml": lambda c: saved("--x0\nContent-Type: text/html\n\n \n" * many(c, 99, 20_000)),
    "pieces.mhtml": lambda c: (
        "MIME-Version: 1.0\nContent-Type: multipart/related; "
        + "; ".join(f'boundary*{n}="x"' for n in range(many(c, 9, 9_999)))
    ).encode(),
    "quoted.mhtml": lambda c: saved(
        "--x0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        + "=" * many(c, 9, 500_000)
    ),
    "charset.webarchive": lambda c: webarchive(
        c.choice(["\x00", "rot13", "unicode_escape", "utf-7", "idna", "x" * 9_999])
    ),
    "types.webarchive": lambda c: webarchive(c.choice([5, [1], {"a": 1}, True, b"utf-8"])),
    "bits.webarchive": lambda c: flipped(c, webarchive("utf-8")),
    "itself.webarchive": lambda c: (
        b"bplist00\xa1\x00WebMainResource\x08" + b"\0" * 6 + struct.pack(">BBQQQ", 1, 1, 1, 0, 25)
    ),
    "huge.webarchive": lambda c: (
        b"bplist00\x4f\x13"
        + struct.pack(">Q", 2**62)
        + b"WebMainResource\x08"
        + b"\0" * 6
        + struct.pack(">BBQQQ", 1, 1, 1, 0, 33)
    ),
    "empty.mhtml": lambda c: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n",
    "saved.pdf": lambda c: page(article(5)),
}


KINDS: dict[str, Make] = {**HTML, **YAML, **TABLES, **TEXTS, **BINARIES, **PDFS}
