"""Accounts stay with the office: what is missing is told, a change of office is one page and one paper."""

import io
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from suluh.organization.duties import accounts_waiting
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Account, Handover, Membership, Role
from suluh.organization.rights import OPERATOR
from suluh.organization.selectors.custody import Gap, accounts_in_custody, custody_of
from suluh.organization.services.accounts import account_add, account_hand_over, accounts_hand_over
from tests.world import appointed


@pytest.fixture
def deputy(world):
    return appointed("wakil@arunika.example", Role.UNIT_OFFICER, world.health)


@pytest.fixture
def account(world) -> Account:
    return account_add(
        unit=world.health, platform="facebook", handle="dinkes", by=OPERATOR, recovery_mail="dinkes@arunika.example"
    )


def gaps(account, world) -> tuple[Gap, ...]:
    return custody_of(accounts_in_custody(world.coordinator).get(pk=account.pk)).gaps


def as_(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_two_people_in_office_a_mail_of_the_office_and_a_fresh_confirmation_are_safe(world, account, deputy):
    account_hand_over(account=account, to=[world.officer, deputy], by=OPERATOR)

    assert gaps(account, world) == ()


def test_an_account_that_nobody_holds_says_so(world, account):
    assert gaps(account, world) == (Gap.NOBODY,)


def test_a_single_holder_is_one_too_few(world, account):
    account_hand_over(account=account, to=[world.officer], by=OPERATOR)

    assert gaps(account, world) == (Gap.ONE,)


def test_a_holder_whose_appointment_ended_no_longer_counts(world, account, deputy):
    account_hand_over(account=account, to=[world.officer, deputy], by=OPERATOR)
    Membership.objects.filter(person=deputy).update(valid_until=timezone.localdate() - timedelta(days=1))

    assert gaps(account, world) == (Gap.ONE,)


@pytest.mark.parametrize(("days", "found"), [(364, ()), (367, (Gap.UNCONFIRMED,))])
def test_holders_are_confirmed_once_a_year(world, account, deputy, days, found):
    day = timezone.localdate() - timedelta(days=days)
    account_hand_over(account=account, to=[world.officer, deputy], by=OPERATOR, day=day)

    assert gaps(account, world) == found


@pytest.mark.parametrize(
    ("mail", "found"),
    [("", (Gap.NO_RECOVERY,)), ("admin.dinkes@gmail.com", (Gap.PRIVATE_RECOVERY,)), ("x@dinkes.go.id", ())],
)
def test_recovery_mail_belongs_to_the_office(world, account, deputy, mail, found):
    account_hand_over(account=account, to=[world.officer, deputy], by=OPERATOR)
    Account.objects.update(recovery_mail=mail)

    assert gaps(account, world) == found


def test_the_unit_s_officer_is_asked_and_a_sibling_is_not(world, account):
    assert [duty.url for duty in accounts_waiting(world.officer)] == [f"/register/akun/{account.pk}/"]
    assert list(accounts_waiting(world.sibling)) == []


def test_a_coordinator_is_told_the_sum(world, account):
    (duty,) = accounts_waiting(world.coordinator)

    assert duty.url == "/register/akun/"
    assert duty.title.startswith("1 ")


def test_nothing_waits_when_all_is_safe(world, account, deputy):
    account_hand_over(account=account, to=[world.officer, deputy], by=OPERATOR)

    assert [list(accounts_waiting(person)) for person in (world.officer, world.coordinator)] == [[], []]


def test_the_list_shows_only_accounts_that_the_person_sees(world, account):
    assert "dinkes" in as_(world.officer).get("/register/akun/").content.decode()
    assert "dinkes" not in as_(world.sibling).get("/register/akun/?semua=1").content.decode()


def test_leaving_office_hands_everything_over_at_once_and_the_others_stay(world, account, deputy):
    successor = appointed("pengganti@arunika.example", Role.UNIT_OFFICER, world.health)
    second = account_add(unit=world.health, platform="x", handle="dinkes", by=OPERATOR)
    account_hand_over(account=account, to=[world.officer, deputy], by=OPERATOR)
    account_hand_over(account=second, to=[world.officer], by=OPERATOR)
    answer = as_(world.officer).post(
        f"/register/orang/{world.officer.pk}/serah-terima/",
        {"accounts": [account.pk, second.pk], "to": [successor.pk], "day": "2026-04-01", "decree": "SK 9/2026"},
    )

    assert answer.status_code == 302
    assert set(account.holders.all()) == {deputy, successor}
    assert set(second.holders.all()) == {successor}
    assert Handover.objects.filter(day=date(2026, 4, 1)).values("sitting").distinct().count() == 1


def test_an_account_of_another_unit_cannot_be_slipped_into_the_form(world, account, deputy):
    other = account_add(unit=world.social, platform="x", handle="dinsos", by=OPERATOR)
    account_hand_over(account=other, to=[world.sibling], by=OPERATOR)
    account_hand_over(account=account, to=[world.officer], by=OPERATOR)
    answer = as_(world.officer).post(
        f"/register/orang/{world.officer.pk}/serah-terima/",
        {"accounts": [account.pk, other.pk], "to": [deputy.pk], "day": "2026-04-01"},
    )

    assert answer.status_code == 422
    assert set(other.holders.all()) == {world.sibling}


def test_one_account_out_of_reach_and_none_is_handed_over(world, account, deputy):
    other = account_add(unit=world.social, platform="x", handle="dinsos", by=OPERATOR)
    for held in (account, other):
        account_hand_over(account=held, to=[world.officer], by=OPERATOR)
    with pytest.raises(NotAllowed):
        accounts_hand_over(accounts=[account, other], giver=world.officer, to=[deputy], by=world.officer)

    assert set(account.holders.all()) == {world.officer}


def test_the_person_who_leaves_does_not_take_over(world, account):
    account_hand_over(account=account, to=[world.officer], by=OPERATOR)
    with pytest.raises(Refused):
        accounts_hand_over(accounts=[account], giver=world.officer, to=[world.officer], by=OPERATOR)


def test_the_record_to_sign_names_what_from_whom_to_whom_and_no_password(world, account, deputy):
    account_hand_over(account=account, to=[world.officer], by=OPERATOR)
    sitting = accounts_hand_over(
        accounts=[account], giver=world.officer, to=[deputy], by=OPERATOR, decree="SK 9/2026", mail_moved=True
    )
    content = as_(deputy).get(f"/register/serah-terima/{sitting}/berita-acara.pdf").content
    text = PdfReader(io.BytesIO(content)).pages[0].extract_text()

    assert [word in text for word in (world.officer.name, deputy.name, "Facebook", "SK 9/2026", "DINAS KESEHATAN")] == (
        [True] * 5
    )


def test_no_column_of_an_account_could_hold_a_password():
    columns = {field.name for model in (Account, Handover) for field in model._meta.get_fields()}

    assert not [name for name in columns if any(word in name for word in ("pass", "sandi", "secret", "token"))]
