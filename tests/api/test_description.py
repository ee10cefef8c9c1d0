"""The API describes itself, and what it says is so."""

import json

from tests.api.calling import CHANGES, call

WITH_KEY = {"get", "put", "post"}


def description():
    return call("GET", "/api/v1/openapi.json").json()


def test_it_names_every_address_and_how_one_is_refused(db):
    said = description()

    assert set(said["paths"]) == {"/api/v1/desa/{slug}/butir", CHANGES}
    village = said["paths"]["/api/v1/desa/{slug}/butir"]
    assert set(village) == WITH_KEY
    for operation in village.values():
        assert {"200", "401", "403", "404", "408", "413", "422", "429"} <= set(operation["responses"])
        assert operation["security"]


def test_every_column_of_a_row_is_explained(db):
    columns = description()["components"]["schemas"]["PushedItem"]["properties"]

    assert all(column.get("description") for column in columns.values())


def test_it_names_nothing_but_the_interface(db):
    said = json.dumps(description())

    assert "suluh.disclosure" not in said
    assert "Traceback" not in said
