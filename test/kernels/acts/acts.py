"""Tries every act of the matrix once and prints what came of each, a line of name, tab and outcome: "ok" or the
name of the errno.

Natively: no runtime's own permissions stand between this program and the kernel. Needs no more than Debian's
python3-minimal, which has no json. The arguments are those of `wordsOf` in places.ts.
"""
import errno
import fcntl
import os
import sys

# What `socket` is made of: that module is compiled anew in every guest, which takes a second
import _socket as socket

RNDGETENTCNT = 0x80045200
IPPROTO_MPTCP = 262

secret, granted, program, named, abstract = sys.argv[1:6]
granted_tcp, other_tcp, udp, neighbour = map(int, sys.argv[6:10])
loopback = "127.0.0.1"
# Where the ports of the neighbour are free
elsewhere = "127.0.0.2"


def read(path):
    with open(path, "rb") as file:
        file.read(1)


def write(path):
    os.close(os.open(path, os.O_WRONLY))


def create(path):
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))


def run(path):
    _, status = os.waitpid(os.posix_spawn(path, [path], {}), 0)
    if status != 0:
        raise RuntimeError(f"status {status}")


def run_memory_file():
    """A program that lies in no folder: Landlock's EXECUTE is a right on paths."""
    memory = os.memfd_create("program", 0)
    with open(program, "rb") as file:
        os.write(memory, file.read())
    run(f"/proc/self/fd/{memory}")


def command_to_device():
    device = os.open("/dev/urandom", os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.ioctl(device, RNDGETENTCNT, bytes(4))
    finally:
        os.close(device)


def bind(kind, address):
    server = socket.socket(socket.AF_INET, kind)
    server.bind(address)


def listen_unbound():
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).listen()


def connect(family, address, protocol=0):
    socket.socket(family, socket.SOCK_STREAM, protocol).connect(address)


def send(port):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", (loopback, port))


ACTS = {
    "read": lambda: read(f"{secret}/file"),
    "list": lambda: os.listdir(secret),
    "write": lambda: write(f"{secret}/file"),
    "create": lambda: create(f"{secret}/new"),
    "make folder": lambda: os.mkdir(f"{secret}/folder"),
    "make pipe": lambda: os.mkfifo(f"{secret}/pipe"),
    "make link": lambda: os.symlink("anywhere", f"{secret}/symlink"),
    "delete": lambda: os.unlink(f"{secret}/delete"),
    "move": lambda: os.rename(f"{secret}/move", f"{granted}/moved"),
    "hard link": lambda: os.link(f"{secret}/file", f"{granted}/linked"),
    "run": lambda: run(f"{secret}/program"),
    "truncate": lambda: os.truncate(f"{secret}/truncate", 1),
    "ioctl": command_to_device,
    "tcp listen": lambda: bind(socket.SOCK_STREAM, (elsewhere, other_tcp)),
    "tcp connect": lambda: connect(socket.AF_INET, (loopback, other_tcp)),
    "abstract socket": lambda: connect(socket.AF_UNIX, "\0" + abstract),
    "signal": lambda: os.kill(neighbour, 0),
    "socket with a path": lambda: connect(socket.AF_UNIX, named),
    "udp receive": lambda: bind(socket.SOCK_DGRAM, (elsewhere, udp)),
    "udp receive anywhere": lambda: bind(socket.SOCK_DGRAM, (loopback, 0)),
    "udp send": lambda: send(udp),
    "stat": lambda: os.stat(f"{secret}/file"),
    "chmod": lambda: os.chmod(f"{secret}/file", 0o600),
    "listen unbound": listen_unbound,
    "mptcp": lambda: connect(socket.AF_INET, (loopback, other_tcp), IPPROTO_MPTCP),
    "memory file": run_memory_file,
    "granted read": lambda: read(f"{granted}/file"),
    "granted write": lambda: write(f"{granted}/file"),
    "granted create": lambda: create(f"{granted}/new"),
    "granted truncate": lambda: os.truncate(f"{granted}/truncate", 1),
    "granted move": lambda: os.rename(f"{granted}/move", f"{granted}/inner/moved"),
    "granted run": lambda: run(program),
    "granted tcp connect": lambda: connect(socket.AF_INET, (loopback, granted_tcp)),
}


def attempt(act):
    try:
        act()
        return "ok"
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))
    except Exception as error:
        return repr(error)


for name, act in ACTS.items():
    print(name, attempt(act), sep="\t")
