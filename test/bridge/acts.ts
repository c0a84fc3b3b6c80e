/** Something that a program tries, and what it is tried on: a path, a program, or a port of this machine. */
export type TriedAct =
  | { readonly act: "read" | "list" | "write" | "create" | "run"; readonly target: string }
  | { readonly act: "connect" | "listen"; readonly target: string; readonly port: number };

/** Tries acts in a native program that no runtime's flags reach; prints a list of true and false. */
export const PYTHON_TRIES = `
import json, os, socket, subprocess, sys

def attempt(act, target, port=0):
    if act == "read":
        os.close(os.open(target, os.O_RDONLY))
    elif act == "list":
        os.listdir(target)
    elif act == "write":
        os.close(os.open(target, os.O_WRONLY))
    elif act == "create":
        os.close(os.open(target + ".python", os.O_WRONLY | os.O_CREAT))
    elif act == "run":
        subprocess.run([target], check=True)
    elif act == "connect":
        socket.create_connection((target, port), timeout=10).close()
    elif act == "listen":
        with socket.socket() as server:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind((target, port))
            server.listen()

def succeeds(act):
    try:
        attempt(**act)
        return True
    except (OSError, subprocess.CalledProcessError):
        return False

print(json.dumps([succeeds(act) for act in json.loads(sys.argv[1])]))
`;
