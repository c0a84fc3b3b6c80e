import type { Denial } from "./denial.ts";
import type { Act } from "./verdict.ts";

/** Where auditd writes. */
const AUDIT_LOG = "/var/log/audit/audit.log";
/** Bytes at its end that are looked at. */
const LOOKED_AT = 1 << 20;

/** The newest part of the kernel's audit log: auditd's file, or without auditd the kernel's own messages. `undefined`
 * if neither may be read, or there are no denials in the messages: then auditing may be off. */
export function readAuditLog(): string | undefined {
  const { closeSync, fstatSync, openSync, readSync } = process.getBuiltinModule("node:fs");
  try {
    const fd = openSync(AUDIT_LOG, "r");
    const { size } = fstatSync(fd);
    const bytes = new Uint8Array(Math.min(size, LOOKED_AT));
    readSync(fd, bytes, 0, bytes.length, size - bytes.length);
    closeSync(fd);
    return new TextDecoder().decode(bytes);
  } catch {
    const { spawnSync } = process.getBuiltinModule("node:child_process");
    const { status, stdout } = spawnSync("dmesg", [], { encoding: "utf8", maxBuffer: 16 << 20 });
    const text = status === 0 ? stdout : "";
    return text.split("\n").some((line) => ACCESS.test(line)) ? text : undefined;
  }
}

/** One record of a denial, `LANDLOCK_ACCESS` or its number. */
const ACCESS =
  /type=(?:LANDLOCK_ACCESS|1423)\s.*?audit\((\d+\.\d+):\d+\): domain=([0-9a-f]+) blockers=(\S+)(.*)$/;

/** Refused acts in the text of an audit log, oldest first. Pure.
 *
 * @param since seconds since 1970; older ones are left out
 */
export function readAuditRecords(text: string, since = 0): Denial[] {
  return text.split("\n").flatMap((line) => {
    const [, time, , blockers = "", rest = ""] = ACCESS.exec(line) ?? [];
    if (time === undefined || Number(time) < since) return [];
    const path = pathOf(rest);
    return [...new Set(blockers.split(",").flatMap(actOf))].flatMap((act): Denial[] => {
      const thing = act === "connect" && path === undefined
        ? address(rest)
        : act === "listen"
        ? /\bsrc=(\d+)/.exec(rest)?.[1]?.replace(/^/, "localhost:")
        : act === "connect"
        ? `unix:${path}`
        : path;
      return thing === undefined ? [] : [{ act, thing, by: "audit" }];
    });
  });
}

/** Rights as the records name them, `fs.read_file`. */
function actOf(blocker: string): Act[] {
  if (blocker === "fs.execute") return ["run"];
  if (blocker === "fs.resolve_unix" || /^net\.connect/.test(blocker)) return ["connect"];
  if (/^net\.bind/.test(blocker)) return ["listen"];
  if (/^fs\.read_/.test(blocker)) return ["read"];
  return blocker.startsWith("fs.") ? ["write"] : [];
}

/** In quotes, or in hexadecimal where it contains what could be mistaken. */
function pathOf(rest: string): string | undefined {
  const [, quoted, hex] = /\bpath=(?:"([^"]*)"|([0-9A-F]+))/.exec(rest) ?? [];
  if (quoted !== undefined) return quoted;
  if (hex === undefined) return undefined;
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function address(rest: string): string | undefined {
  const port = /\bdest=(\d+)/.exec(rest)?.[1];
  const host = /\bdaddr=(\S+)/.exec(rest)?.[1];
  if (port === undefined || host === undefined) return undefined;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
