"""Small documents, made for the tests."""

import textwrap
import zipfile
from email.message import EmailMessage
from io import BytesIO

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

STORY = [
    "The council met on Monday and agreed, after a long debate that went on into the night, to open the new bridge before the end of June.",
    "The mayor said that nobody had believed in it at first, and that he would be the first to walk across when the international teams had left.",
    "A second bridge is planned for the harbour, where the old one fell into the water last winter after a storm.",
]
WIDTH, HEIGHT = A4


def pdf(
    pages: list[list[str]],
    head: str | None = None,
    numbers: bool = False,  # noqa: FBT001, FBT002 - made in one line
    title: str | None = None,
    password: str | None = None,
) -> bytes:
    """Lines of each page, single spaced; an empty line is a gap between paragraphs."""
    out = BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    if title:
        canvas.setTitle(title)
    for number, lines in enumerate(pages, 1):
        if head:
            canvas.drawString(72, HEIGHT - 40, head)
        column(canvas, lines, 72, HEIGHT - 140)
        if numbers:
            canvas.drawString(WIDTH / 2, 30, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def two_columns(left: list[str], right: list[str]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    column(canvas, left, 60, HEIGHT - 140)
    column(canvas, right, 320, HEIGHT - 140)
    canvas.save()
    return out.getvalue()


def picture_only(pages: int = 2) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for _ in range(pages):
        canvas.rect(72, 72, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def column(canvas: Canvas, lines: list[str], x: float, y: float) -> None:
    canvas.setFont("Helvetica", 11)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= 14


def wrapped(text: str, width: int = 70) -> list[str]:
    return textwrap.wrap(text, width)


def word(paragraphs: list[str], title: str = "", author: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, author
    document.add_heading("Bridge to open", 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Length", "412 metres"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word_of(xml: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


def mail(plain: str | None, html: str | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Ann Lee <ann@courier.example>"
    message["Subject"] = "Bridge to open in June"
    message["Date"] = "Thu, 02 May 2024 09:30:00 +0200"
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is None:
        message.set_content(html, subtype="html")
    elif html is not None:
        message.add_alternative(html, subtype="html")
    message.add_attachment(
        b"secret figures", maintype="application", subtype="octet-stream", filename="x.bin"
    )
    return message.as_bytes()
