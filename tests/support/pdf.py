"""The smallest PDF that a reader opens, with whatever a test wants in it."""


def small_pdf(*, says: str = "", catalog: str = "", more: bytes = b"") -> bytes:
    """One empty page. `says` stands in a comment, `catalog` in the root, `more` are further objects."""
    return (
        (
            f"%PDF-1.7\n%{says}\n1 0 obj <</Type /Catalog /Pages 2 0 R {catalog}>> endobj\n"
            "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
            "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\n"
        ).encode()
        + more
        + b"trailer <</Root 1 0 R /Size 4>>\n%%EOF\n"
    )


PDF = small_pdf()
