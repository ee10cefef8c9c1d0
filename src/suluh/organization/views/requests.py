"""Who asks: people who have signed in, and scripts of our own pages."""

from django.http import HttpRequest

from suluh.organization.models import Person


class Signed(HttpRequest):
    """A request behind `login_required`: its user is a person."""

    user: Person


def by_script(request: HttpRequest) -> bool:
    """True where a script of ours asks, which wants an answer that it can read."""
    return request.headers.get("Accept", "").startswith("application/json")
