import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

SULUH = [sys.executable, "-c", "from suluh.project.cli import main; main()"]
KEYS = ["url", "alive", "reason", "observations", "http_status", "tls", "cms", "feed", "last_post", "posts", "items",
        "findings", "timings", "requests", "error"]  # fmt: skip
HOME = (
    "<html><head><title>Dinas Arunika</title></head><body><ul>"
    "<li><a href='/b/1'>Dinas gelar pelatihan kader desa</a> <i>kemarin</i></li>"
    "<li><a href='/b/2'>Warga antusias ikuti pasar murah</a> <i>2 hari lalu</i></li></ul></body></html>"
)


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        home = self.path == "/"
        self.send_response(200 if home else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(HOME.encode() if home else b"<h1>404</h1>")

    def log_message(self, *words):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def check(*words):
    return subprocess.run([*SULUH, "check", *words], capture_output=True, text=True, cwd="/", check=False)


def test_each_address_gets_one_line_with_every_key_in_input_order(site):
    done = check(site, "http://tidak-ada.invalid/", "ftp://salah/", "--json", "--allow-private")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [line["url"] for line in lines] == [site, "http://tidak-ada.invalid/", "ftp://salah/"]
    assert [[key for key in KEYS if key not in line] for line in lines] == [[], [], []]
    assert (lines[0]["alive"], len(lines[0]["posts"])) == (True, 2)
    assert (lines[1]["alive"], lines[1]["error"]) == (False, None)
    assert lines[2]["error"]


def test_private_addresses_are_refused_unless_allowed(site):
    done = check(site, "--json")
    assert json.loads(done.stdout)["reason"] == "private-address"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://dinas.example/", ""])
def test_what_is_no_web_address_is_an_error_and_accuses_nobody(address):
    line = json.loads(check(address, "--json").stdout)
    assert (line["alive"], line["findings"], line["requests"]) == (False, [], 0)
    assert line["error"]


def test_people_get_plain_sentences(site):
    done = check(site, "--allow-private")
    assert "hidup" in done.stdout
    assert "Dinas gelar pelatihan kader desa" in done.stdout


def test_bad_usage_exits_with_two():
    assert check("--kind", "istana", "http://a.example/").returncode == 2


def loaded_after(*arguments: str) -> set[str]:
    code = "import sys; from suluh.project.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_a_site_that_does_not_answer_is_told_without_loading_django_or_what_reads_pages():
    loaded = loaded_after("check", "http://127.0.0.1:9/", "--json")

    readers = {"trafilatura", "lxml", "selectolax", "snowballstemmer", "cryptography", "holidays", "numpy"}
    assert "suluh.monitoring.probes.reachable.probe" in loaded
    assert not loaded & ({"django", "suluh.monitoring.engine.discovery", "suluh.kernel.page.reader"} | readers)


def test_the_probes_load_without_django():
    code = "import sys; import suluh.monitoring.probes.protocol as p; p.all_probes(); print('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
