"""The API is called with what its own description allows and forbids: it answers as described, never with a fault."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from suluh.api.urls import api
from suluh.disclosure.models import PushKey
from tests.api.calling import CHANGES, call, key_of

VILLAGE = "/api/v1/desa/{slug}/butir"
OPERATIONS = [("PUT", VILLAGE), ("POST", VILLAGE), ("GET", VILLAGE), ("GET", CHANGES)]
TRIES = settings(
    max_examples=10, deadline=None, derandomize=True, database=None, phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def sent(case: Any, slug: str, word: str) -> Any:
    """Send what was thought up, to the village that has the key."""
    query = {name: value for name, value in dict(case.query or {}).items() if value is not None}
    path = case.path.replace("{slug}", slug) + "?" + urlencode(query, doseq=True, errors="replace")
    body = case.body if isinstance(case.body, (dict, list, str, int, float, bool)) else None
    return call(case.method, path, word, json.dumps(body).encode() if body is not None else b"")


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_odd_input_is_answered_as_described(world, method, path, mode):
    said = json.loads(json.dumps(api.get_openapi_schema()))
    described = {int(status) for status in said["paths"][path][method.lower()]["responses"]}
    operation = schemathesis.openapi.from_dict(said)[path][method]
    word = key_of(world.village)

    @TRIES
    @given(case=operation.as_strategy(generation_mode=mode))
    def tried(case: Any) -> None:
        PushKey.objects.update(calls=0)
        answer = sent(case, world.village.slug, word)
        assert answer.status_code in described
        assert answer["Content-Type"].startswith("application/json")

    tried()


@pytest.mark.parametrize("query", ["unit=%00", "after=%00", "since=%00", "limit=%00", "lain=%00", "%00"])
def test_a_nul_in_a_question_is_answered_in_json(db, query):
    answer = call("GET", f"{CHANGES}?{query}")

    assert (answer.status_code, answer["Content-Type"].partition(";")[0]) in [
        (200, "application/json"), (422, "application/json"),
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["after=%00", "after=%00A-1", "limit=%00", "lain=%00"])
def test_a_nul_in_a_villages_question_is_answered_in_json(world, query):
    answer = call("GET", f"{VILLAGE.format(slug=world.village.slug)}?{query}", key_of(world.village))

    assert answer.status_code in (200, 422)
    assert answer["Content-Type"].startswith("application/json")
