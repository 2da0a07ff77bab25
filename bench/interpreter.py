#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time from run to the first output of print(1) in a warm Python context.

Outside (URL KEY): creates a sandbox and prints three numbers of milliseconds a line: over bare ZeroMQ to the kernel of
the default context, by the interpreter's port in the sandbox, and by the same port through the host. They are taken
in blocks, one after the other, on one kernel. Inside a sandbox (no arguments): one block of the first two.
"""

import glob
import json
import os
import socket
import sys
import time
import urllib.request
import uuid

BLOCKS = 8
ROUNDS = 10
BODY = json.dumps({"code": "print(1)"}).encode()


def execute(address, headers):
    """Milliseconds until the line with the output; a new connection each time, as clients have it."""
    started = time.perf_counter()
    with socket.create_connection(address) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        lines = ["POST /execute HTTP/1.1", f"Host: {address[0]}:{address[1]}", f"Content-Length: {len(BODY)}", *headers]
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + BODY)
        answer, took = b"", None
        while b"end_of_execution" not in answer:
            piece = connection.recv(65536)
            if not piece:
                sys.exit(f"the answer was cut: {answer!r}")
            answer += piece
            if took is None and b'"stdout"' in answer:
                took = (time.perf_counter() - started) * 1000
    return took


class Kernel:
    """The bare peer: the same kernel, asked by its own sockets."""

    def __init__(self, prefix):
        import zmq
        context = zmq.Context()
        self.shell, self.output = context.socket(zmq.DEALER), context.socket(zmq.SUB)
        self.output.subscribe(b"")
        self.shell.connect(f"ipc://{prefix}-1")
        self.output.connect(f"ipc://{prefix}-2")
        time.sleep(0.5)  # until the subscription has arrived

    def execute(self):
        header = {"msg_id": uuid.uuid4().hex, "session": "bench", "username": "bench", "msg_type": "execute_request",
                  "version": "5.3"}
        content = {"code": "print(1)", "silent": False, "store_history": True, "user_expressions": {},
                   "allow_stdin": False, "stop_on_error": False}
        started = time.perf_counter()
        self.shell.send_multipart([b"<IDS|MSG>", b"", json.dumps(header).encode(), b"{}", b"{}",
                                   json.dumps(content).encode()])
        took = None
        while True:
            frames = self.output.recv_multipart()
            if json.loads(frames[4]).get("msg_id") != header["msg_id"]:
                continue
            kind = json.loads(frames[3])["msg_type"]
            if kind == "stream":
                took = (time.perf_counter() - started) * 1000
            elif kind == "status" and b'"idle"' in frames[6]:
                self.shell.recv_multipart()
                return took

    def close(self):
        self.shell.close(0)
        self.output.close(0)


def inside():
    kernel = Kernel(glob.glob("/tmp/kernel-*/connection.json")[0].replace("connection.json", "socket"))
    bare = [kernel.execute() for _ in range(ROUNDS)]
    kernel.close()
    for number in bare:
        print(number, execute(("127.0.0.1", 49999), []), flush=True)


def outside(url, key):
    def request(path, body, headers):
        wanted = urllib.request.Request(url + path, json.dumps(body).encode(),
                                        {"X-API-Key": key, "Content-Type": "application/json"} | headers)
        with urllib.request.urlopen(wanted, timeout=120) as answer:
            return answer.read().decode()

    sandbox = json.loads(request("/v2/sandboxes", {"templateID": "code-interpreter-v1"}, {}))
    route = {"E2b-Sandbox-Id": sandbox["sandboxID"], "E2b-Sandbox-Port": "49999"}
    request("/execute", {"code": "1"}, route)
    with open(os.path.realpath(__file__), encoding="utf-8") as file:
        script = f"cat >/tmp/bench.py <<'SCRIPT'\n{file.read()}\nSCRIPT\n"
    request("/execute", {"code": script, "language": "bash"}, route)
    address = ("127.0.0.1", int(url.rsplit(":", 1)[1]))
    headers = [f"X-API-Key: {key}", *(f"{name}: {value}" for name, value in route.items())]
    for block in range(BLOCKS + 1):
        lines = request("/execute", {"code": "python3 /tmp/bench.py", "language": "bash"}, route).splitlines()
        rows = "".join(event["text"] for event in map(json.loads, lines) if event["type"] in ("stdout", "stderr"))
        for row in rows.splitlines():
            took = execute(address, headers)
            if block > 0:  # the first one warms everything
                print(row, took, flush=True)


if len(sys.argv) == 3:
    outside(*sys.argv[1:])
else:
    inside()
