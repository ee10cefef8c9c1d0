from suluh.demo.furnish import regency_furnish
from suluh.organization.models import Government
from suluh.organization.selectors.government import letterhead_of


def test_papers_of_arunika_carry_its_crest_its_office_and_where_to_find_it(db):
    regency_furnish(password="arunika-papan-1")

    head = letterhead_of(Government.objects.get())
    assert head.government == "Pemerintah Kabupaten Arunika"
    assert head.crest.startswith(b"\x89PNG")
    assert all((head.body, head.address, head.contact))
