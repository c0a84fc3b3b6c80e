"""Acts that a sandbox refuses, each once: `acts.py FOLDER TCP-PORT UDP-PORT`. Prints how many failed.

As in acts/acts.py natively, and with no more than Debian's python3-minimal.
"""
import os
import sys

import _socket as socket

folder, tcp, udp = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
loopback = "127.0.0.1"


def at(name):
    return f"{folder}/{name}"


def connect(family, kind, address):
    socket.socket(family, kind).connect(address)


def run(path):
    _, status = os.waitpid(os.posix_spawn(path, [path], {}), 0)
    if status != 0:
        raise OSError(status)


acts = [
    lambda: os.listdir(at("read")),
    *[lambda name=name: os.open(at(f"read/{name}"), os.O_RDONLY) for name in ("plain", "with space")],
    lambda: os.open(at("write/file"), os.O_WRONLY),
    lambda: os.truncate(at("truncate/file"), 0),
    lambda: os.open(at("create/file"), os.O_WRONLY | os.O_CREAT),
    lambda: os.mkdir(at("mkdir/folder")),
    lambda: os.mkfifo(at("mkfifo/pipe")),
    lambda: os.symlink("/", at("symlink/link")),
    lambda: os.unlink(at("unlink/file")),
    lambda: os.rmdir(at("rmdir/folder")),
    lambda: os.rename(at("from/file"), at("to/file")),
    lambda: run(at("run/program")),
    lambda: connect(socket.AF_INET, socket.SOCK_STREAM, (loopback, tcp)),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).bind((loopback, tcp + 1)),
    lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, at("socket")),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", (loopback, udp)),
    # No flag allows this one
    lambda: os.kill(1, 0),
]
failed = 0
for act in acts:
    try:
        act()
    except OSError:
        failed += 1
print(failed)
