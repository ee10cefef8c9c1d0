"""Requests of people who have signed in."""

from django.http import HttpRequest

from suluh.organization.models import Person


class Signed(HttpRequest):
    """A request behind `login_required`: its user is a person."""

    user: Person
