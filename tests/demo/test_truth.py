"""The truth about a simulated site speaks of the same things as the product does."""

import pytest

from suluh.demo.web.truth import applicable
from suluh.law.items import items_for
from suluh.law.kinds import UnitKind


@pytest.mark.parametrize("kind", [UnitKind.MAIN, UnitKind.OPD, UnitKind.KECAMATAN, UnitKind.DESA, UnitKind.RSUD])
def test_the_truth_knows_every_item_that_applies_to_a_kind_of_unit(kind):
    assert set(applicable(kind)) == {item.code for item in items_for(kind)}
