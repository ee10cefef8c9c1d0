"""A site's scripts tell where its data is, however they put the address together."""

import pytest

from suluh.monitoring.engine.jsonapi import read_scripts

HOME = "https://dinas.example/"


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ('fetch("/layanan/warta?page=1")', "layanan/warta?page=1"),
        ('fetch("/data/v2/warta?page="+n+"&limit="+m)', "data/v2/warta?page=1&limit=50"),
        ("const e={hulu:'/data',t:8};fetch(`${e.hulu}/warta?page=${n}`)", "data/warta?page=1"),
        ('var a="/data",b=a+"/warta";$.getJSON(b+"?hal="+h,tampil)', "data/warta?hal=1"),
        ('$.ajax({type:"GET",url:akar+"ambil.php?tabel=berita",success:f})', "ambil.php?tabel=berita"),
        ('const P="/d";const Q=`${P}/daftar`;axios.get(Q)', "d/daftar"),
        ('x.open("GET","berita.json");x.send()', "berita.json"),
    ],
)
def test_the_address_of_the_data_is_put_together_as_the_script_does(script, address):
    assert read_scripts([script], HOME).endpoints[0] == HOME + address


def test_an_address_whose_path_only_the_running_script_knows_is_not_guessed():
    assert read_scripts(['fetch("/x/"+nama+"/isi")', 'kotak.load("lambang.png")'], HOME).endpoints == []
