"""What is hidden in which state, and who may read it: one word for each, planted by `filling.py`.

A title holds two words, "zona…" and "cari…": the second is typed into searches, for a page shows what was typed.
"""

from __future__ import annotations

ROLES = (
    "outsider", "tracker", "sibling", "officer", "unit_ppid", "leader", "superior", "ppid", "service", "coordinator",
    "admin", "stranger",
)  # fmt: skip
"""Nobody signed in; a requester with the code of a case; officer of another unit; officer and PPID of the unit; head;
superior, PPID and service of the body; Diskominfo; administrator; PPID of a village, which is a body of its own."""
ABOVE = frozenset({"leader", "superior", "ppid", "service", "coordinator", "admin"})
UNIT = frozenset({"officer", "unit_ppid"})
OFFICE = ABOVE | UNIT
TRUSTED = UNIT | {"leader", "superior", "ppid"}
SERVICE = frozenset({"superior", "ppid", "service"})
SIGNED_IN = OFFICE | {"sibling", "stranger"}

ITEMS: dict[str, frozenset[str]] = {
    "zonaproposal": OFFICE,  # title of a proposal
    "zonareviewed": OFFICE,  # title of an accepted proposal that no decree has fixed
    "zonareturned": OFFICE,  # title of a proposal that came back
    "zonareviewnote": OFFICE,  # what the PPID wrote on it
    "zonachange": OFFICE,  # words of a change that no decree fixed
    "zonawithdrawn": SIGNED_IN,  # title of an item that a decree took off; it stands in decrees that were in force
    "zonaclosedfile": OFFICE,  # name of a file that is not public
    "zonaclosedbytes": OFFICE,  # and its contents
    "zonaexcluded": TRUSTED,  # title of an item that is excluded as a whole
    "zonaexact": TRUSTED,  # the exact information of an exclusion
    "zonadrafttest": TRUSTED,  # public label of a test that nobody has approved
    "zonatestnote": TRUSTED,  # what the head wrote on a test that came back
    "zonasealed": TRUSTED - UNIT,  # name of a sealed file
    "zonacontents": TRUSTED - UNIT,  # and its contents
    "zonadecree": ABOVE,  # number of a decree in preparation
}
REQUESTS: dict[str, frozenset[str]] = {
    "zonaname": SERVICE,
    "zonaaddress": SERVICE,
    "zonamail": SERVICE,
    "0000-778899": SERVICE,
    "zonajob": SERVICE,
    "zonaspeaksfor": SERVICE,
    "3303044201900077": SERVICE - {"superior"},  # the number in full, for the one deed that tells it
    "zonawroteofself": SERVICE | UNIT,  # an address that the requester wrote into the question
    "zonanote": SERVICE,
    "zonadraftanswer": SERVICE,
    "zonaasks": SERVICE | UNIT,
    "zonareply": SERVICE,
    "zonabahan": SERVICE | UNIT,  # name of a file that a unit brought
    "zonamaterial": SERVICE | UNIT,  # and its contents
    "zonaktp": SERVICE,  # name of a proof of identity
    "zonascan": SERVICE - {"superior"},  # and its contents
    "zonaanswer": SERVICE | {"tracker"},
    "zonahanded": SERVICE | {"tracker"},
    "zonagiven": SERVICE | {"tracker"},  # contents of what was handed over
    "zonamissing": SERVICE,  # what the letter on an incomplete request says
    "zonarating": SERVICE,
    "zonasecondname": SERVICE | {"tracker"},  # who asked in the case that the tracker follows
    "zonasecondscan": SERVICE - {"superior"},  # contents of a proof in that case
    "zonaposition": SERVICE,
    "zonadispute": SERVICE,
    "zonawhyrefused": SERVICE,
    "zonavillager": frozenset({"stranger"}),
}
SECRETS = ITEMS | REQUESTS
KEPT_ONLY = {"zonarating", "zonadispute", "zonamissing"}
"""Stored, but shown on no page to those who may see it."""
OPEN = ("zonapublished", "zonaopened", "zonapart")
SEARCHES = {
    "public-list": ("cariproposal", "carireviewed", "carireturned", "cariwithdrawn", "cariexcluded", "cariexact", "",
                    "zonapublishedd"),
    "items": ("cariexcluded",),
    "exclusions": ("cariexact",),
    "requests": ("cariname", "carisecondname"),
}  # fmt: skip
"""What is typed into which search: words beside which a hidden one stands, and words of every item."""
