"""The register's addresses."""

from allauth.mfa.totp.internal.auth import TOTP

from suluh.organization.models import ImportDraft
from suluh.organization.rights import OPERATOR
from suluh.organization.services.accounts import account_add, account_hand_over
from tests.matrix.routes import BAD, DONE, GONE, LOGIN, NO, SEEN, Route

#              outsider sibling officer leader coordinator admin
EVERYBODY = (LOGIN, SEEN, SEEN, SEEN, SEEN, SEEN)
READERS = (LOGIN, GONE, SEEN, SEEN, SEEN, SEEN)
OFFICE = (LOGIN, GONE, SEEN, NO, SEEN, SEEN)
OFFICE_POST = (LOGIN, GONE, DONE, NO, DONE, DONE)
COORDINATORS = (LOGIN, GONE, NO, NO, SEEN, SEEN)
COORDINATORS_POST = (LOGIN, GONE, NO, NO, DONE, DONE)
WHOLE = (LOGIN, NO, NO, NO, SEEN, SEEN)
WHOLE_POST = (LOGIN, NO, NO, NO, DONE, DONE)
ADMINS = (LOGIN, NO, NO, NO, NO, SEEN)
ADMINS_POST = (LOGIN, NO, NO, NO, NO, DONE)
PERSON_ADMINS = (LOGIN, GONE, NO, GONE, NO, SEEN)
PERSON_ADMINS_POST = (LOGIN, GONE, NO, GONE, NO, DONE)


def unit(world):
    return [world.health.slug]


def site(world):
    return [world.site.pk]


def account(world):
    return [world.account.pk]


def make_account(world):
    world.account = account_add(unit=world.health, platform="facebook", handle="dinkes", by=OPERATOR)


def make_factor(world):
    TOTP.activate(world.officer, "JBSWY3DPEHPK3PXP")


def make_sitting(world):
    make_account(world)
    world.sitting = account_hand_over(account=world.account, to=[world.officer], by=OPERATOR).sitting


def membership(world):
    return [world.officer.memberships.get().pk]


def admin_membership(world):
    return [world.admin.memberships.get().pk]


def draft(world):
    world.draft = ImportDraft.objects.create(
        person=world.coordinator, file_name="u.csv", content=b"Kode;Nama unit\nA;Dinas A\n"
    )
    return [world.draft.pk]


GUARDS = {
    "import": "register.import", "import-preview": "register.import", "unit-add": "unit.add",
    "unit-change": "unit.edit", "unit-contact": "unit.contact", "unit-move": "unit.move", "unit-retire": "unit.retire",
    "site-add": "site.edit", "site-change": "site.edit", "site-retire": "site.edit", "account-add": "account.edit",
    "account-change": "account.edit", "account-confirm": "account.edit", "account-retire": "account.edit",
    "account-hand-over": "account.hand-over", "people": "person.add", "person-add": "person.add",
    "person": "person.view", "person-close": "person.close",
    "person-password": "person.give-password", "person-remove-factor": "person.remove-second-factor",
    "membership-grant": "membership.grant",
    "membership-end": "membership.end", "trail": "audit.all", "government": "government.edit",
    "letterhead": "government.edit",
}  # fmt: skip


def of(name, expects, args=lambda world: [], method="get", data=None, prepare=None):
    return Route(f"organization:{name}", expects, args, method, data or {}, prepare, GUARDS.get(name, ""))


NEW_DAY = {"day": "2026-12-01"}
ROUTES = [
    of("register", EVERYBODY),
    of("export-xlsx", EVERYBODY),
    of("export-csv", EVERYBODY),
    of("template-xlsx", EVERYBODY),
    of("profile", EVERYBODY),
    of("profile", (LOGIN, *[DONE] * 5), method="post", data={"name": "Nama Baru"}),
    of("import", WHOLE),
    of("import", (LOGIN, NO, NO, NO, BAD, BAD), method="post"),
    of("import-preview", (LOGIN, NO, NO, NO, SEEN, GONE), draft),
    of("import-preview", (LOGIN, NO, NO, NO, DONE, GONE), draft, "post"),
    of("government", ADMINS),
    of("government", ADMINS_POST, method="post",
       data={"name": "Kabupaten Arunika", "kind": "regency", "zone": "Asia/Jakarta", "primary_color": "#0b5a63"}),
    of("letterhead", ADMINS),
    of("unit-add", WHOLE),
    of("unit-add", WHOLE_POST, method="post",
       data=lambda world: {"name": "Dinas Baru", "kind": "opd", "parent": world.root.pk}),
    of("unit", READERS, unit),
    of("unit-change", COORDINATORS, unit),
    of("unit-change", COORDINATORS_POST, unit, "post", {"name": "Dinas Lain", "kind": "opd"}),
    of("unit-contact", OFFICE, unit),
    of("unit-contact", OFFICE_POST, unit, "post", {"contact_mail": "x@arunika.example"}),
    of("unit-move", COORDINATORS, unit),
    of("unit-move", COORDINATORS_POST, unit, "post", lambda world: {"parent": world.district.pk}),
    of("unit-retire", COORDINATORS, unit),
    of("unit-retire", COORDINATORS_POST, unit, "post", NEW_DAY),
    of("unit-trail", READERS, unit),
    of("site-add", COORDINATORS, unit),
    of("site-add", COORDINATORS_POST, unit, "post", {"url": "https://baru.example"}),
    of("site-change", COORDINATORS, site),
    of("site-change", COORDINATORS_POST, site, "post", {"url": "https://lain.example"}),
    of("site-retire", COORDINATORS, site),
    of("site-retire", COORDINATORS_POST, site, "post"),
    of("account-add", OFFICE, unit),
    of("account-add", OFFICE_POST, unit, "post", {"platform": "x", "handle": "dinkes"}),
    of("accounts", EVERYBODY),
    of("person-hand-over", (LOGIN, GONE, SEEN, GONE, SEEN, SEEN), lambda world: [world.officer.pk]),
    of("hand-over-paper", READERS, lambda world: [world.sitting], prepare=make_sitting),
    of("account", READERS, account, prepare=make_account),
    of("account-change", OFFICE, account, prepare=make_account),
    of("account-change", OFFICE_POST, account, "post", {"url": "https://x.example"}, make_account),
    of("account-hand-over", OFFICE, account, prepare=make_account),
    of("account-hand-over", OFFICE_POST, account, "post",
       lambda world: {"to": [world.officer.pk], "day": "2026-04-01"}, make_account),
    of("account-confirm", OFFICE, account, prepare=make_account),
    of("account-confirm", OFFICE_POST, account, "post", prepare=make_account),
    of("account-retire", OFFICE, account, prepare=make_account),
    of("account-retire", OFFICE_POST, account, "post", prepare=make_account),
    of("people", WHOLE),
    of("person-add", WHOLE),
    of("person-add", WHOLE_POST, method="post", data={"name": "Baru", "email": "baru@arunika.example"}),
    of("person", (LOGIN, GONE, SEEN, GONE, SEEN, SEEN), lambda world: [world.officer.pk]),
    of("person-password", (LOGIN, GONE, NO, GONE, SEEN, SEEN), lambda world: [world.officer.pk]),
    of("person-password", (LOGIN, GONE, NO, GONE, SEEN, SEEN), lambda world: [world.officer.pk], "post"),
    of("person-password", (LOGIN, GONE, GONE, GONE, NO, SEEN), lambda world: [world.coordinator.pk], "post"),
    of("person-remove-factor", PERSON_ADMINS, lambda world: [world.officer.pk]),
    of("person-remove-factor", PERSON_ADMINS_POST, lambda world: [world.officer.pk], "post", prepare=make_factor),
    of("person-close", PERSON_ADMINS, lambda world: [world.officer.pk]),
    of("person-close", PERSON_ADMINS_POST, lambda world: [world.officer.pk], "post"),
    of("membership-grant", COORDINATORS, unit),
    of("membership-grant", COORDINATORS_POST, unit, "post",
       lambda world: {"person": world.sibling.pk, "role": "unit_officer", "valid_from": "2026-04-01"}),
    of("membership-grant", (LOGIN, GONE, NO, NO, BAD, DONE), unit, "post",
       lambda world: {"person": world.sibling.pk, "role": "admin", "valid_from": "2026-04-01"}),
    of("membership-end", COORDINATORS, membership),
    of("membership-end", COORDINATORS_POST, membership, "post", NEW_DAY),
    of("membership-end", (LOGIN, GONE, GONE, NO, NO, BAD), admin_membership, "post", NEW_DAY),
    of("trail", WHOLE),
]  # fmt: skip
