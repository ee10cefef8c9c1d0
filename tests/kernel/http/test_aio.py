import ssl
import subprocess
import sys


def test_loading_aiohttp_reads_no_authorities_and_leaves_tls_as_it_was():
    code = (
        "import ssl; from suluh.kernel.http.aio import aiohttp; import aiohttp.connector as c\n"
        "print(c._SSL_CONTEXT_VERIFIED.cert_store_stats()['x509'], c._SSL_CONTEXT_VERIFIED.verify_mode.name)\n"
        "print(ssl.create_default_context().cert_store_stats()['x509'])"
    )
    first, second = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.splitlines()

    assert first == "0 CERT_REQUIRED"
    assert int(second) == ssl.create_default_context().cert_store_stats()["x509"]
