#!/usr/bin/env python3
"""Stands between a client and the sandbox, on 127.0.0.1 alone.

It passes everything on as it is, each piece of a request a fixed time later, as a longer wire would. Requests on different
connections, and on one, wait at the same time and not one after another. With a certificate it speaks TLS to the client, and
calls the sandbox by the one name that it answers to.
"""

import argparse
import asyncio
import ssl


async def carry(source, target, delay, change=lambda piece: piece):
    """Passes bytes on until the source ends, each piece `delay` seconds after it came."""
    pieces = asyncio.Queue()
    clock = asyncio.get_running_loop().time

    async def read():
        try:
            while piece := await source.read(65536):
                pieces.put_nowait((clock() + delay, piece))
        except OSError:
            pass
        pieces.put_nowait((clock(), b""))

    reading = asyncio.create_task(read())
    try:
        while True:
            due, piece = await pieces.get()
            if not piece:
                break
            await asyncio.sleep(max(0, due - clock()))
            target.write(change(piece))
            await target.drain()
    except OSError:
        pass
    finally:
        reading.cancel()
        target.close()


async def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=int, required=True, help="the port of the sandbox")
    parser.add_argument("--port", type=int, default=0, help="the port to listen on; a free one unless given")
    parser.add_argument("--delay", type=float, default=0, help="milliseconds that a request waits")
    parser.add_argument("--certificate", help="a PEM file with certificate and key: the client's side speaks TLS")
    parser.add_argument("--host", default="localhost", help="the name by which the client calls")
    options = parser.parse_args()

    def rename(piece):
        return piece.replace(b"Host: " + options.host.encode(), b"Host: localhost", 1)

    async def serve(reader, writer):
        try:
            there_reader, there_writer = await asyncio.open_connection("127.0.0.1", options.to)
        except OSError:
            writer.close()
            return
        await asyncio.gather(
            carry(reader, there_writer, options.delay / 1000, rename),
            carry(there_reader, writer, 0),
        )

    tls = None
    if options.certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(options.certificate)
    server = await asyncio.start_server(serve, "127.0.0.1", options.port, ssl=tls, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


try:
    asyncio.run(main())
except KeyboardInterrupt:
    pass
