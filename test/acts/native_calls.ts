import { currentRuntime } from "../../runtimes/mod.ts";
import { System } from "../../src/linux/system.ts";
import type { Act } from "./act.ts";
import { nameOf } from "./outcome.ts";

/** Numbers the library itself has no use for; same sources as in `src/linux/syscall_numbers.ts`. */
const NUMBERS = {
  x86_64: { connect: 42, listen: 50, kill: 62, truncate: 76 },
  arm64: { connect: 203, listen: 201, kill: 129, truncate: 45 },
};
const AT_FDCWD = -100;
const O_CLOEXEC = 0o2000000;
const AF_UNIX = 1;
const SOCK_STREAM_CLOEXEC = 1 | O_CLOEXEC;

let made: System | undefined;

/** Loads libc: afterwards a runtime may not allow it any more. */
export function loadLibc(): void {
  made ??= new System(currentRuntime());
}

/** System calls past the runtime's own API, through FFI. */
export const NATIVE_ACTS: Record<string, Act> = {
  nativeOpen: (path) => {
    const system = machine();
    close(check(system.attempt("openat", AT_FDCWD, system.pathAddress(path), O_CLOEXEC, 0), "openat"));
  },
  nativeTruncate: (path) => {
    const system = machine();
    check(call("truncate", system.pathAddress(path), 1), "truncate");
  },
  nativeKill: (pid) => check(call("kill", Number(pid), 0), "kill"),
  nativeConnectAbstract: (name) => {
    const { fd, address, length } = abstractSocket(name);
    const result = call("connect", fd, address, length);
    close(fd);
    check(result, "connect");
  },
  nativeConnectOwnAbstract: (name) => {
    const server = listenAbstract(name);
    try {
      NATIVE_ACTS["nativeConnectAbstract"]?.(name);
    } finally {
      close(server);
    }
  },
};

/** Makes an abstract socket and listens on it; the kernel completes connections without anybody accepting them.
 * Returns the descriptor. */
export function listenAbstract(name: string): number {
  const { fd, address, length } = abstractSocket(name);
  check(machine().attempt("bind", fd, address, length), "bind");
  check(call("listen", fd, 16), "listen");
  return fd;
}

/** Closes a descriptor. */
export function close(fd: number): void {
  machine().attempt("close", fd);
}

function abstractSocket(name: string): { fd: number; address: number; length: number } {
  const system = machine();
  const fd = check(system.attempt("socket", AF_UNIX, SOCK_STREAM_CLOEXEC, 0), "socket");
  // struct sockaddr_un: the family, a NUL, the name without an end
  const bytes = new TextEncoder().encode(name);
  system.scratch.view.setUint16(0, AF_UNIX, true);
  system.scratch.bytes[2] = 0;
  system.scratch.bytes.set(bytes, 3);
  return { fd, address: system.scratch.address, length: 3 + bytes.length };
}

function call(name: keyof (typeof NUMBERS)["x86_64"], ...values: number[]): number {
  const { native } = machine();
  return native.syscall(NUMBERS[native.architecture][name], ...values);
}

function check(result: number, name: string): number {
  if (result < 0) throw new Error(`${name}: ${nameOf(-result)}`);
  return result;
}

function machine(): System {
  loadLibc();
  return made as System;
}
