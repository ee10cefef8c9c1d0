"""What a letter says before and after its prescribed parts, until an officer says it in other words."""

from __future__ import annotations

OPENINGS = {
    "notification": "Terima kasih telah menggunakan hak Anda atas informasi publik. Setelah memeriksa permohonan Anda, "
    "kami sampaikan pemberitahuan tertulis berikut.",
    "incomplete": "Terima kasih atas permohonan Anda. Setelah kami periksa, masih ada hal yang perlu Anda lengkapi "
    "agar permohonan dapat kami proses.",
    "extension": "Terima kasih atas kesabaran Anda. Permohonan Anda sedang kami kerjakan, dan kami memerlukan waktu "
    "tambahan untuk menjawabnya.",
    "refusal": "Terima kasih atas permohonan Anda. Setelah menguji konsekuensinya, kami tidak dapat memberikan "
    "informasi yang Anda minta, dengan alasan berikut.",
    "objection-answer": "Terima kasih telah menyampaikan keberatan. Setelah memeriksa berkas dan mendengar PPID, kami "
    "memutuskan sebagai berikut.",
}
CLOSING = "Demikian kami sampaikan. Bila ada yang belum jelas, meja layanan informasi kami siap membantu tanpa biaya."


def usual_opening(kind: str) -> str:
    """The first paragraph of a letter of a kind; "" for a paper that has none."""
    return OPENINGS.get(kind, "")
