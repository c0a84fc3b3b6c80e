import { fileName, isWithin } from "../linux/paths.ts";
import type { RunEntry } from "./run_entry.ts";

/** A program in a rule or a question, as Deno compares them. */
export type RunRule = { readonly path: string } | { readonly name: string };

/** Whether `--deny-run` denies a program: a path with all beneath it, a name wherever a program of that name lies. */
export function deniesProgram(deny: RunRule, program: RunRule): boolean {
  if ("path" in deny) {
    return "path" in program ? isWithin(program.path, deny.path) : isNamed(deny.path, program.name);
  }
  return "path" in program ? isNamed(program.path, deny.name) : program.name === deny.name;
}

/** Whether a program may run, as Deno decides it: a denied path comes first, then the list of allowed programs, then
 * denied names. So a name that is both allowed and denied is allowed.
 *
 * @param isListed whether it is among the programs that are allowed one by one
 */
export function mayRun(
  program: RunRule,
  denies: readonly RunRule[],
  { isListed, allowAll }: { readonly isListed: boolean; readonly allowAll: boolean },
): boolean {
  const matching = denies.filter((deny) => deniesProgram(deny, program));
  if (matching.some((deny) => "path" in deny)) return false;
  return isListed || (allowAll && matching.length === 0);
}

/** An entry as a rule. */
export function runRule({ text, path }: RunEntry): RunRule {
  return path === undefined ? { name: text } : { path };
}

/** Whether the program at a path has a name, whatever its case and what comes after a dot. The last extension is
 * never looked at, so "python3.11" is no name of /usr/bin/python3.11. */
function isNamed(path: string, name: string): boolean {
  const stem = fileName(path).replace(/(.)\.[^.]*$/, "$1");
  const [start, rest] = [stem.slice(0, name.length), stem.slice(name.length)];
  return lower(start) === lower(name) && (rest === "" || rest.startsWith("."));
}

/** Deno folds only the case of ASCII letters. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
