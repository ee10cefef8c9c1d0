"""What the log never tells."""

from suluh.project.log import without_keys


def test_a_line_of_the_log_holds_no_code_and_no_signed_link():
    line = {
        "event": "Not Found: /lacak/ABCD-EFGH-JKMN-PQRS/surat/7/",
        "exception": 'File "x", GET "/layanan/berkas/WzEsMl0:1tY:abc_DEF/" failed',
    }

    assert without_keys(None, "", line) == {
        "event": "Not Found: /lacak/…/surat/7/",
        "exception": 'File "x", GET "/layanan/berkas/…/" failed',
    }


def test_the_address_of_the_search_form_and_of_cases_stays_readable():
    assert without_keys(None, "", {"event": "/lacak/ /layanan/7/lengkap/"}) == {"event": "/lacak/ /layanan/7/lengkap/"}
