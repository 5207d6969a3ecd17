"""PDF files: a dispatch over two pages, a picture of text, a locked file, and what is no PDF at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from truce_cli.errors import InputRefused
from truce_cli.read import pdf
from truce_cli.read.article import read_article

FILES = Path(__file__).parent / "files"
pytest.importorskip("pypdfium2")


def test_a_dispatch_over_two_pages_is_paragraphs_again() -> None:
    document = read_article("article.pdf", (FILES / "article.pdf").read_bytes())
    parts = document.text.split("\n\n")
    assert len(parts) == 6
    assert parts[0] == document.card.title == "Norvia counts 18 more dead as truce frays"
    assert parts[1].startswith("HALDEN, 14 June 2031 - The") and parts[1].endswith("for the wounded.")
    assert "ask for the release of 12 prisoners, and that" in parts[5], "a sentence goes on over the page"
    assert "Page 1 of 3" not in document.text and "Tarn Courier |" not in document.text
    assert (document.card.published, document.card.published_basis) == ("2031-06-14", "dateline")
    assert (document.card.format, document.card.reader) == ("pdf", pdf.READER)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            (FILES / "scanned.pdf").read_bytes(),
            "no text in it, only pictures: it needs OCR; save the text that OCR",
        ),
        ((FILES / "locked.pdf").read_bytes(), "the PDF is locked with a password; save it without one"),
        (b"%PDF-1.4", "the PDF is damaged and cannot be read; save its text"),
        ((FILES / "article.pdf").read_bytes()[:900], "the PDF is damaged and cannot be read"),
        (
            b"%PDF-1.7\n" + b"1 0 obj <</Type /Pages /Kids [1 0 R] /Count 9>> endobj\n" * 400,
            "the PDF is damaged",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read_article("a.pdf", data)
    assert str(caught.value).startswith(f"a.pdf: {problem}")


def child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str) -> None:
    script = tmp_path / "child.py"
    script.write_text(source)
    monkeypatch.setattr(pdf, "_CHILD", script)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('print(\'{"error": "missing"}\')', "PDF files need one more package; pip install 'truce-cli[pdf]'"),
        ("raise SystemExit(9)", "the PDF is damaged"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "the PDF is damaged"),
        ("print('no json')", "the PDF is damaged"),
        ("while True: pass", "the PDF cannot be read within"),
    ],
)
def test_a_child_that_fails_takes_one_file_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str, problem: str
) -> None:
    child(monkeypatch, tmp_path, source)
    monkeypatch.setattr(pdf, "SECONDS", 1)
    with pytest.raises(InputRefused) as caught:
        pdf.read_pdf(b"%PDF-1.4", "a.pdf")
    assert caught.value.message.startswith(problem)


def test_memory_is_bounded() -> None:
    from truce_cli.read.pdf_child import MEMORY

    assert MEMORY <= 1_000_000_000


def test_running_heads_go_whatever_their_numbers() -> None:
    pages = [["Courier 7", "one", "two", "p. 1"], ["Courier 8", "three", "four", "p. 2"]]
    assert pdf._without_edges(pages) == [["one", "two"], ["three", "four"]]
    assert pdf._without_edges([["Courier", "one"]]) == [["Courier", "one"]], "of one page nothing is known"
