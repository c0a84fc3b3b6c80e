import { namesOf } from "../../landlock/abi.ts";
import { WRITE } from "../../plan/paths.ts";
import type { Denial } from "./denial.ts";
import type { Act } from "../verdict.ts";

/** Where auditd writes. */
const AUDIT_LOG = "/var/log/audit/audit.log";
/** Bytes at its end that are looked at. */
const LOOKED_AT = 1 << 20;

/** The newest part of what was recorded, for when nobody listened: auditd's file, or without auditd the kernel's own
 * messages, which have some of the records only. `undefined` if neither may be read, or there are no denials in the
 * messages: then auditing may be off. */
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

/** One record of a denial; its head is short, and a line may be made to look like many. The kernel writes its type as a number, an auditd that is older than Landlock's records
 * as an unknown one. */
const ACCESS =
  /type=(?:LANDLOCK_ACCESS|UNKNOWN\[1423\]|1423)\s.{0,100}?: domain=([0-9a-f]+) blockers=(\S+)(.*)$/;
/** The first denial of a domain is followed by what is known of it. */
const DOMAIN =
  /type=(?:LANDLOCK_DOMAIN|UNKNOWN\[1424\]|1424)\s.{0,100}?: domain=([0-9a-f]+) status=allocated mode=\w+ pid=(\d+)/;

/** Refused acts in the text of an audit log, oldest first. Pure.
 *
 * @param pid only what domains refuse that this process made; without it that of all domains
 */
export function readAuditRecords(text: string, pid?: number): Denial[] {
  const lines = text.split("\n");
  const owners = new Map(lines.flatMap((line) => {
    const [, domain, owner] = DOMAIN.exec(line) ?? [];
    return domain === undefined ? [] : [[domain, Number(owner)]];
  }));
  return lines.flatMap((line) => {
    const [, domain, blockers = "", rest = ""] = ACCESS.exec(line) ?? [];
    if (domain === undefined || (pid !== undefined && owners.get(domain) !== pid)) return [];
    const path = pathOf(rest);
    return actsOf(blockers.split(",")).flatMap((act): Denial[] => {
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

const WRITE_BLOCKERS = namesOf("fs", WRITE).map((name) => `fs.${name}`);

/** Acts that take these rights, as the records name them, `fs.read_file`. */
function actsOf(blockers: readonly string[]): Act[] {
  // A program is read as well, and whoever may run it may
  if (blockers.includes("fs.execute")) return ["run"];
  return [...new Set(blockers.flatMap(actOf))];
}

function actOf(blocker: string): Act[] {
  if (blocker === "fs.resolve_unix" || /^net\.connect/.test(blocker)) return ["connect"];
  if (/^net\.bind/.test(blocker)) return ["listen"];
  if (/^fs\.read_/.test(blocker)) return ["read"];
  // Mounting (fs.change_topology), signals and the like are no matter of flags
  return WRITE_BLOCKERS.includes(blocker) ? ["write"] : [];
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
