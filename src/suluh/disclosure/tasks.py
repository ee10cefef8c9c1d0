"""Work of this room that nobody waits for."""

from __future__ import annotations

from django.conf import settings
from procrastinate.contrib.django import app

from suluh.disclosure.selectors.tracking import body_asked
from suluh.disclosure.services.exclusions import exclusions_open_due
from suluh.disclosure.services.leftovers import leftovers_remove
from suluh.disclosure.services.lexemes import REFRESH_TASK, lexemes_refresh
from suluh.disclosure.services.links import CHECK_TASK, links_check
from suluh.disclosure.services.mail_intake import mailbox_visit, mails_forget
from suluh.disclosure.services.notices import NOTICE_TASK, TRIES, NotSentYet, notice_deliver, notices_remind
from suluh.disclosure.services.refreshing import refresh_keep
from suluh.disclosure.services.retention import RUN_TASK, destruction_carry_out
from suluh.kernel.retries import Backoff
from suluh.organization.outgoing import client_from_settings

HOURLY = "disclosure.links-hourly"


@app.task(name=REFRESH_TASK, queue="housekeeping", queueing_lock=REFRESH_TASK)
def lexemes() -> None:
    """The list has changed: read its words anew."""
    lexemes_refresh()


@app.periodic(cron="5 17 * * *")
@app.task(name="disclosure.open-due", queue="housekeeping", queueing_lock="disclosure.open-due")
def open_due(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Soon after midnight in Jakarta: what was excluded until yesterday opens."""
    exclusions_open_due()


@app.task(name=NOTICE_TASK, queue="mail", retry=Backoff(tries=TRIES, on=(NotSentYet,)))
def notice(notice_id: int) -> None:
    """Send one mail to a requester."""
    notice_deliver(notice_id=notice_id)


@app.periodic(cron="0 1 * * *")
@app.task(name="disclosure.remind", queue="mail", queueing_lock="disclosure.remind")
def remind(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """In the morning: requesters who have a day left to complete their request hear of it."""
    notices_remind()


@app.periodic(cron="15 17 * * *")
@app.task(name="disclosure.refresh-keep", queue="housekeeping", queueing_lock="disclosure.refresh-keep")
def keep_refreshed(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """After midnight in Jakarta: every periodic item has its date and every unit its clock."""
    refresh_keep()


@app.task(name=CHECK_TASK, queue="housekeeping", queueing_lock=CHECK_TASK, lock=CHECK_TASK)
def check_links() -> None:
    """Look at the addresses whose turn it is."""
    links_check(client=client_from_settings())


@app.periodic(cron="20 * * * *")
@app.task(
    name="disclosure.links-hourly", queue="housekeeping", queueing_lock="disclosure.links-hourly", lock=CHECK_TASK
)
def check_links_hourly(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Every hour, a few hundred addresses of the list."""
    links_check(client=client_from_settings())


@app.task(name=RUN_TASK, queue="housekeeping")
def destruction(run_id: int) -> None:
    """Carry out an approved destruction."""
    destruction_carry_out(run_id=run_id)


@app.periodic(cron="35 17 * * *")
@app.task(name="disclosure.leftovers", queue="housekeeping", queueing_lock="disclosure.leftovers")
def leftovers(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Once a night: files that no row names, counts of forms that have had their time, mails past their term."""
    leftovers_remove()
    mails_forget()


@app.periodic(cron="*/5 * * * *")
@app.task(name="disclosure.mailbox", queue="mail", queueing_lock="disclosure.mailbox", lock="disclosure.mailbox")
def mailbox(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Every five minutes, where a mailbox is set: lay what came in before the officers."""
    body = body_asked()
    if settings.CONFIG.intake_url and body is not None:
        mailbox_visit(url=settings.CONFIG.intake_url, body=body)
