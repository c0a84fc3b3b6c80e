import { parseNetEntry } from "../permissions/net_entry.ts";
import type { PermissionFlag } from "./permission_flags.ts";
import { CONFIG_SYS_KINDS, FLAG_SYS_KINDS } from "../permissions/sys_kinds.ts";
import { checkText, quote } from "../text.ts";

/** Where an entry was written. Some are taken only in one of the places. */
export type EntryPlace = "flag" | "config";

/** Checks an entry of a permission list as Deno does at its start. Pure.
 *
 * @throws TypeError for what Deno refuses
 * @throws RangeError for a port out of range
 */
export function checkEntry(
  text: string,
  { permission, effect }: Pick<PermissionFlag, "permission" | "effect">,
  place: EntryPlace,
): string {
  checkText(text, permission);
  if (permission === "net") checkHost(text, place);
  if (permission === "import") checkHost(text, "config");
  if (permission === "sys") checkSysKind(text, place);
  if (permission === "env" && place === "flag" && effect !== "ignore" && text.includes("=")) {
    throw refused(text, "env", 'the name of a variable has no "=" in it');
  }
  return text;
}

function checkHost(text: string, place: EntryPlace): void {
  const entry = parseNetEntry(text);
  if (text.startsWith(":") && place === "config") {
    throw refused(
      text,
      "net",
      `a port alone is for --allow-net and --deny-net, write "localhost${text}" here`,
    );
  }
  if (entry.kind === "vsock" && text.split(":").some((number) => Number(number) > 0xffffffff)) {
    throw refused(text, "net", "its numbers have at most 32 bits");
  }
  const isAddress = /^(\d+\.){3}\d+\.?(:|$)/.test(text);
  if (isAddress && /(^|\.)0\d|\.(:|$)/.test(text) && entry.kind === "host") {
    throw refused(text, "net", `Deno takes it for a name and not for an address, write "${entry.host}"`);
  }
}

function checkSysKind(text: string, place: EntryPlace): void {
  if (FLAG_SYS_KINDS.includes(text)) return;
  if (!CONFIG_SYS_KINDS.includes(text)) {
    const known = place === "flag" ? FLAG_SYS_KINDS : [...FLAG_SYS_KINDS, ...CONFIG_SYS_KINDS];
    throw refused(text, "sys", `not one of ${known.join(", ")}`);
  }
  if (place === "flag") {
    throw refused(text, "sys", "Deno takes it in deno.json only, not on the command line");
  }
}

function refused(text: string, permission: string, remedy: string): TypeError {
  return new TypeError(`Cannot use ${quote(text)} in ${permission} permission: ${remedy}`);
}
