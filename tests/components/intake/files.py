"""Files that readers hand in, whole and broken, made by hand."""

import io
import zipfile

import docx

WORDS = (
    "According to OCHA, more than 800,000 people were displaced in northwest Syria between 1 December 2019 and 12 February 2020."
)
HOSTILE = (
    "![seen](http://127.0.0.1:9/markdown.png) <img src=http://127.0.0.1:9/tag.png onerror=\"parent.document.title='run'\"> "
    "<script>top.document.title='run'</script></main></body><style>@import url(http://127.0.0.1:9/style.css)</style> {{ 7*7 }}"
)


def html_of(words):
    return f"<html><body><article><p>{words}</p><p>{words}</p></article></body></html>".encode()


def docx_of(words):
    buffer, document = io.BytesIO(), docx.Document()
    document.add_paragraph(words)
    document.save(buffer)
    return buffer.getvalue()


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def pdf_of(words):
    stream = f"BT /F1 8 Tf 20 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return body + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
