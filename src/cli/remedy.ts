import { withEntry } from "../permissions/edit.ts";
import { visible } from "../text.ts";
import { childPlan, type ChildRequest } from "./child_plan.ts";
import { shellWord } from "./shell.ts";
import { type Act, judge, type Verdict } from "./verdict.ts";

/** The permission an act needs. */
export const PERMISSION_OF: Readonly<Record<Act, "read" | "write" | "run" | "net">> = {
  read: "read",
  write: "write",
  run: "run",
  connect: "net",
  listen: "net",
};

/** What would allow an act: an entry of the permission it needs. */
export interface Remedy {
  readonly entry: string;
  /** Whether what it names must be made first, `--missing=create`. */
  readonly create: boolean;
}

/** What would allow what a verdict denies; `undefined` if no single entry does, because something else denies it. It
 * is tried out: a plan is made with it.
 *
 * @param thing as it was asked about
 */
export function remedyOf(
  act: Act,
  thing: string,
  verdict: Verdict,
  request: ChildRequest,
): Remedy | undefined {
  const permission = PERMISSION_OF[act];
  // A host has no place in the kernel's answer, and a program more files than its own
  const entry = permission === "net"
    ? thing.replace(/^(?:tcp|udp):/i, "")
    : act === "run"
    ? thing
    : verdict.subject;
  if (!canBeFlag(entry)) return undefined;
  const permissions = withEntry(request.permissions, permission, entry);
  const allows = (options: ChildRequest["options"]) => {
    try {
      return judge(act, thing, childPlan({ ...request, permissions, options })).allowed;
    } catch {
      return false; // The entry itself is refused
    }
  };
  if (allows(request.options)) return { entry, create: false };
  return act === "write" && allows({ ...request.options, missing: "create" })
    ? { entry, create: true }
    : undefined;
}

/** Whether an entry can be written as a flag: a comma begins another entry, and a control character is not to be pasted
 * into a shell. */
export function canBeFlag(entry: string): boolean {
  return !entry.includes(",") && visible(entry) === entry;
}

/** The flags of a remedy as a shell takes them. */
export function flagsOf(act: Act, { entry, create }: Remedy): string[] {
  const flag = `--allow-${PERMISSION_OF[act]}=${shellWord(entry)}`;
  return create ? [flag, "--missing=create"] : [flag];
}
