"""The page of one unit, and of several beside each other."""

from __future__ import annotations

from django.urls import reverse

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
