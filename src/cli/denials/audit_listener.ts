import { ENOBUFS } from "../../linux/errno.ts";
import {
  AF_NETLINK,
  SO_RCVBUFFORCE,
  SOCK_CLOEXEC,
  SOCK_NONBLOCK,
  SOCK_RAW,
  SOL_SOCKET,
} from "../../linux/flags.ts";
import { readLink } from "../../linux/links.ts";
import { sleep } from "../../linux/sleep.ts";
import type { NativeBuffer, System } from "../../linux/system.ts";

const NETLINK_AUDIT = 9;
const AUDIT_NLGRP_READLOG = 1;
/** Types of records, `include/uapi/linux/audit.h`: somebody begins or ceases to listen; a denial; what is known of a
 * domain. */
const AUDIT_EVENT_LISTENER = 1335;
const AUDIT_LANDLOCK_ACCESS = 1423;
const AUDIT_LANDLOCK_DOMAIN = 1424;
/** Bytes of `struct nlmsghdr`. */
const HEADER = 16;
/** More than MAX_AUDIT_MESSAGE_LENGTH, 8970. */
const LARGEST_RECORD = 16 << 10;
/** Bytes of records that may wait for us; each takes about one kilobyte there. */
const WAITING = 64 << 20;
/** PROC_PID_INIT_INO, `include/linux/proc_ns.h`. */
const FIRST_PID_NAMESPACE = "pid:[4026531836]";
const STEP_MILLISECONDS = 5;
/** What the kernel's thread may take until a record is here. */
const FIRST_MILLISECONDS = 300;
const LAST_MILLISECONDS = 2_000;

/** What was heard. */
export interface HeardRecords {
  /** Those of Landlock, one a line, as the kernel log has them. */
  readonly text: string;
  /** Whether the kernel made more than we could take. */
  readonly incomplete: boolean;
}

/** Hears the kernel's audit records as they are made, whether or not auditd runs. All of them: without auditd the
 * kernel's own messages have some ten lines in five seconds (`printk_ratelimit`), which are two or three denials. */
export class AuditListener {
  readonly #system: System;
  readonly #socket: number;
  readonly #record: NativeBuffer;
  readonly #lines: string[] = [];
  #incomplete = false;
  #marks = 0;

  private constructor(system: System, socket: number) {
    this.#system = system;
    this.#socket = socket;
    this.#record = system.buffer(LARGEST_RECORD);
  }

  /** Begins to listen. `undefined` where that is not allowed (it takes CAP_AUDIT_READ in the first namespaces) or
   * auditing is off. */
  static open(system: System): AuditListener | undefined {
    // Records name processes by their numbers there
    if (readLink(system, "/proc/self/ns/pid") !== FIRST_PID_NAMESPACE) return undefined;
    const socket = openSocket(system);
    if (socket < 0) return undefined;
    const listener = new AuditListener(system, socket);
    if (listener.#catchesUp(FIRST_MILLISECONDS)) return listener;
    listener.close();
    return undefined;
  }

  /** Takes what has been recorded meanwhile. */
  take(): void {
    for (;;) {
      const { address, bytes, view } = this.#record;
      const size = this.#system.attempt("read", this.#socket, address, LARGEST_RECORD);
      if (size === -ENOBUFS) this.#incomplete = true;
      else if (size < HEADER) return;
      else this.#keep(view.getUint16(4, true), new TextDecoder().decode(bytes.subarray(HEADER, size)));
    }
  }

  /** All that was recorded until now. */
  end(): HeardRecords {
    const isComplete = this.#catchesUp(LAST_MILLISECONDS);
    this.close();
    return { text: this.#lines.join("\n"), incomplete: this.#incomplete || !isComplete };
  }

  close(): void {
    this.#system.attempt("close", this.#socket);
  }

  #keep(type: number, text: string): void {
    if (type === AUDIT_LANDLOCK_ACCESS || type === AUDIT_LANDLOCK_DOMAIN) {
      this.#lines.push(`audit: type=${type} ${text}`);
    } else if (
      type === AUDIT_EVENT_LISTENER && text.includes(` pid=${process.pid} `) && text.includes("op=disconnect")
    ) this.#marks++;
  }

  /** Waits until all that was recorded by now is here. Records come in their order, and one is easily caused: that
   * somebody ceases to listen. */
  #catchesUp(milliseconds: number): boolean {
    const before = this.#marks;
    this.#system.attempt("close", openSocket(this.#system));
    for (let waited = 0; waited < milliseconds; waited += STEP_MILLISECONDS) {
      this.take();
      if (this.#marks > before) return true;
      sleep(this.#system, STEP_MILLISECONDS * 1_000_000);
    }
    return false;
  }
}

/** A socket that gets every record; or a negated error number. */
function openSocket(system: System): number {
  const socket = system.attempt("socket", AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_AUDIT);
  if (socket < 0) return socket;
  const { view, address } = system.scratch;
  view.setUint32(0, WAITING, true);
  system.attempt("setsockopt", socket, SOL_SOCKET, SO_RCVBUFFORCE, address, 4);
  // struct sockaddr_nl: family, padding, a number the kernel picks, groups
  view.setUint16(0, AF_NETLINK, true);
  view.setUint16(2, 0, true);
  view.setUint32(4, 0, true);
  view.setUint32(8, 1 << (AUDIT_NLGRP_READLOG - 1), true);
  const result = system.attempt("bind", socket, address, 12);
  if (result >= 0) return socket;
  system.attempt("close", socket);
  return result;
}
