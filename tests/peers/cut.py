"""A line to a server that is cut after the server has done its work and before a word of its answer arrives."""

from __future__ import annotations

import asyncio
import threading
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class CutLine:
    """Passes bytes between a client and a server on loopback; `cut_next` says which answer is lost."""

    def __init__(self, address: str) -> None:
        self._target = urlsplit(address)
        self._words: list[bytes] = []
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.address = ""
        self.cuts = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def cut_next(self, *words: str) -> None:
        """Lose the answers to the next requests that hold these words, one after another."""
        self._words = [word.encode() for word in words]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        port = server.sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}{self._target.path}"
        self._ready.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._target.port)
        doomed = asyncio.Event()

        async def ask() -> None:
            seen = b""
            while data := await reader.read(65536):
                seen = (seen + data)[-200_000:]
                if self._words and self._words[0] in seen:
                    self._words.pop(0)
                    doomed.set()
                back.write(data)
                await back.drain()
            back.close()

        async def answer() -> None:
            while data := await there.read(65536):
                if doomed.is_set():
                    self.cuts += 1
                    writer.transport.abort()
                    return
                writer.write(data)
                await writer.drain()
            writer.close()

        asking = asyncio.ensure_future(ask())
        try:
            await answer()
        except ConnectionError:
            writer.transport.abort()
        finally:
            asking.cancel()
            back.close()
