"""A neighbour outside of every sandbox: listens and can be signalled. Prints where, as words of one line. When its
standard input ends it removes the folder in its argument, which a confined process no longer can, and ends too."""
import os
import sys

# What `socket` is made of; see acts.py
import _socket as socket

BACKLOG = 64


def listen(family, address):
    server = socket.socket(family, socket.SOCK_STREAM)
    server.bind(address)
    server.listen(BACKLOG)
    return server


folder = sys.argv[1]
path = f"{folder}/socket"
abstract = f"landlockdown-kernels-{os.getpid()}"
granted = listen(socket.AF_INET, ("127.0.0.1", 0))
other = listen(socket.AF_INET, ("127.0.0.1", 0))
named = listen(socket.AF_UNIX, path)
nameless = listen(socket.AF_UNIX, "\0" + abstract)
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
datagrams.bind(("127.0.0.1", 0))
ports = [server.getsockname()[1] for server in (granted, other, datagrams)]
print(path, abstract, *ports, os.getpid(), flush=True)
sys.stdin.read()
for path, folders, files in os.walk(folder, topdown=False):
    for name in files:
        os.unlink(f"{path}/{name}")
    for name in folders:
        os.rmdir(f"{path}/{name}")
os.rmdir(folder)
