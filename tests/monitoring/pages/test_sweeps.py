from django.urls import reverse
from django.utils import translation

from suluh.monitoring.models import Visit


def test_a_site_that_could_not_be_checked_stands_first_and_is_not_said_to_be_down(board, regency):
    alive = Visit.objects.filter(sweep=regency.sweep, alive=True)
    poor = alive.order_by("id").last()
    Visit.objects.filter(pk=poor.pk).update(alive=None, reason="error")
    with translation.override("id"):
        page = board.get(reverse("monitoring:sweep", args=[regency.sweep.pk])).content.decode()

    first = page.partition('<ul class="results">')[2].partition("</li>")[0]
    assert "1 gagal diperiksa" in page
    assert poor.site.host in first
    assert "keadaan situs tidak diubah" in first
    assert "Tidak menjawab" not in first
