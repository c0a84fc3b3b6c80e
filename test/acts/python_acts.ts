import type { Act } from "./act.ts";
import { CHILD_ACTS } from "./children.ts";

const CONNECT = `
import socket, sys
host, port = sys.argv[1], int(sys.argv[2])
socket.create_connection((host, port), timeout=10).close()`;

const BIND = `
import socket, sys
host, port = sys.argv[1], int(sys.argv[2])
family = socket.AF_INET6 if ":" in host else socket.AF_INET
with socket.socket(family, socket.SOCK_STREAM) as server:
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((host, port))
    server.listen()`;

const CONNECT_ABSTRACT = `
import socket, sys
name = "\\0" + sys.argv[1]
if sys.argv[2] == "own":
    server = socket.socket(socket.AF_UNIX)
    server.bind(name)
    server.listen()
socket.socket(socket.AF_UNIX).connect(name)`;

/** Acts of a native program that takes no notice of any runtime's flags: Python. The first word is its path. */
export const PYTHON_ACTS: Record<string, Act> = {
  pythonReads: (python, path) => script(python, "import sys; open(sys.argv[1]).read()", path),
  pythonConnects: (python, host, port) => script(python, CONNECT, host, port),
  pythonBinds: (python, host, port) => script(python, BIND, host, port),
  /** Words: name of an abstract socket; `own` to make it first, `other` if somebody else did. */
  pythonConnectsAbstract: (python, name, whose) => script(python, CONNECT_ABSTRACT, name, whose),
};

// -I -S: nothing from the environment, no site packages
function script(python: string, text: string, ...words: string[]): unknown {
  return CHILD_ACTS["spawnSync"]?.(python, "-I", "-S", "-c", text, ...words);
}
