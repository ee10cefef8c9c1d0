import pytest

from suluh.monitoring.probes.injection.defacement import mark_in

BOASTS = """\
hacked by X|h4cked by X|hack3d by X|haxored: X|defaced by X|d3faced by X|pwned by X|pwn3d by X|owned by X
0wned by X|rooted by X|touched by X|stamped by X|breached by X|fucked by X|hijacked by X|infiltrated by X
penetrated by X|this was hacked|zone-h|zonex|mirror-h|greetz|gr33ts|gre3tz|gr3etz|greet to all|greets: all
X was here|we are legion|i am anonymous|your site has been hacked|your web is low|your system got pwned
your server was compromised|no system is safe|security is an illusion|security is just a bullshit
security breach|patch your bug|cyber army|hacker team|blackhat crew|hacktivist squad|exploiter sec
defacer family|ghost clan|error indonesia|diretas oleh X|telah diretas|telah di hack|d1hack oleh X
dih4ck oleh X|hai admin ada bug|halo min tolong patch|dear admin be secure|hey admin check security
hai admin ada celah|halo admin situsmu lemah|hai admin perbaiki|halo admin tutup|hai admin bobol nih
message to the admin|message for government|situs ini telah diretas|web anda sudah kami hack
website ini telah kami deface|situs ini telah kuasai|situs anda sudah bobol|web ini telah kami ambil alih
deface page|kami tidak merusak|just touch your index|just testing your security|HACKED BY X""".replace("\n", "|").split(
    "|"
)


@pytest.mark.parametrize("boast", BOASTS)
def test_every_wording_of_a_boast_is_found_in_a_text(boast):
    found = mark_in(f"Dinas Arunika melayani warga. {boast}")
    assert found is not None
    assert found in boast


def test_words_of_an_office_are_no_boast():
    assert mark_in("Pengumuman: loket pelayanan tutup; perbaiki data Anda di sini sebelum mengambil antrean.") is None
