import type { Permissions } from "../permissions/permissions.ts";
import { visible } from "../permissions/text.ts";
import { childPlan, type ChildRequest } from "./child_plan.ts";
import { effectsOf } from "./policy.ts";
import { type Act, judge, type Verdict } from "./verdict.ts";

/** The permission an act needs. */
export const PERMISSION_OF: Readonly<Record<Act, "read" | "write" | "run" | "net">> = {
  read: "read",
  write: "write",
  run: "run",
  connect: "net",
  listen: "net",
};

/** The flags that would allow what a verdict denies; `undefined` if none do, because something else denies it. They
 * are tried out: a plan is made with them.
 *
 * @param thing as it was asked about
 */
export function flagsThatAllow(
  act: Act,
  thing: string,
  verdict: Verdict,
  request: ChildRequest,
): string | undefined {
  const permission = PERMISSION_OF[act];
  // A host has no place in the kernel's answer, and a program more files than its own
  const entry = PERMISSION_OF[act] === "net" || act === "run" ? thing : verdict.subject;
  // A comma begins another entry; and a control character is not to be pasted into a shell
  if (entry.includes(",") || visible(entry) !== entry) return undefined;
  const permissions = withEntry(request.permissions, permission, entry);
  const allows = (options: ChildRequest["options"]) => {
    try {
      return judge(act, thing, childPlan({ ...request, permissions, options })).allowed;
    } catch {
      return false; // The entry itself is refused
    }
  };
  const flag = `--allow-${permission}=${shellWord(entry)}`;
  if (allows(request.options)) return flag;
  return act === "write" && allows({ ...request.options, missing: "create" })
    ? `${flag} --missing=create`
    : undefined;
}

function withEntry(
  permissions: Permissions,
  name: "read" | "write" | "run" | "net",
  entry: string,
): Permissions {
  const effects = effectsOf(permissions[name]);
  const allow = Array.isArray(effects.allow) ? effects.allow : [];
  return { ...permissions, [name]: { ...effects, allow: [...allow, entry] } };
}

/** The words of a line in which each is as {@linkcode shellWord} has it, with their quotes: a file may be named so that
 * it would be a command without them. */
export function shellWords(line: string): string[] {
  return line.match(/(?:'[^']*'|\\'|[^\s'\\])+/g) ?? [];
}

/** A word as a shell takes it. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
