"""A plain client for the simulated web, with its own resolver and trust."""

import asyncio
import socket
import ssl

import aiohttp


class Resolver(aiohttp.abc.AbstractResolver):
    def __init__(self, web):
        self._look_up = web.local_names()

    async def resolve(self, host, port=0, family=socket.AF_INET):
        address, real = self._look_up(host, port)
        return [{"hostname": host, "host": address, "port": real, "family": family, "proto": 6, "flags": 0}]

    async def close(self):
        pass


def fetch_all(web, urls, headers=None):
    """Status and text by address, redirects followed."""

    async def run():
        trust = ssl.create_default_context(cafile=str(web.ca_file))
        connector = aiohttp.TCPConnector(resolver=Resolver(web), use_dns_cache=False, ssl=trust, limit_per_host=4)
        async with aiohttp.ClientSession(connector=connector, headers=headers or {}) as session:

            async def one(url):
                async with session.get(url) as answer:
                    return answer.status, await answer.text(errors="replace")

            return dict(zip(urls, await asyncio.gather(*map(one, urls)), strict=True))

    return asyncio.run(run())
