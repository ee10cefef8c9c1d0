"""The page of one unit, and of several beside each other."""

from __future__ import annotations

from django.urls import reverse

from suluh.monitoring.models import ItemRow
from suluh.organization.models import Account


def test_a_unit_s_page_tells_who_holds_its_accounts(board, regency):
    account = Account.objects.create(unit=regency.units[0], platform="instagram", handle="dinas.pendidikan")
    account.holders.add(regency.officer)
    page = board.get(reverse("monitoring:unit", args=[regency.units[0].slug])).content.decode()

    assert "Instagram · dinas.pendidikan" in page
    assert regency.officer.name in page


def test_an_account_that_was_closed_is_not_shown(board, regency):
    Account.objects.create(unit=regency.units[0], platform="x", handle="lama", active=False)
    page = board.get(reverse("monitoring:unit", args=[regency.units[0].slug])).content.decode()

    assert "X · lama" not in page


def test_beside_each_other_every_cell_names_its_unit_for_phones(board, regency):
    first, second = regency.units[:2]
    page = board.get(reverse("monitoring:compare") + f"?u={first.pk}&u={second.pk}").content.decode()

    assert page.count(f'data-l="{first.name}"') == page.count(f'data-l="{second.name}"') > 0


def test_an_officer_who_sees_one_unit_is_told_no_middle_of_one(officer, board, regency):
    address = reverse("monitoring:unit", args=[regency.units[0].slug])

    assert "Tengah kelompoknya" in board.get(address).content.decode()
    assert "Tengah kelompoknya" not in officer.get(address).content.decode()


def test_an_item_s_page_names_article_and_law(board, regency):
    slug = ItemRow.objects.filter(code="B-a1")[0].site.unit.slug
    page = board.get(reverse("monitoring:item", args=[slug, "B-a1"])).content.decode()

    assert "Pasal 14 ayat (2) huruf a" in page
    assert "Peraturan Komisi Informasi Nomor 1 Tahun 2021" in page
