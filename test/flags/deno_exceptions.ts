/** Where we differ from Deno on purpose. */

import type { DenoFlags } from "../../src/flags/deno/flags.ts";
import type { QueryPlace } from "../../src/permissions/query.ts";

/** Words that Deno takes and we refuse, with the reason. */
export const STRICTER: readonly (readonly [word: RegExp, reason: string])[] = [
  [
    /^--(allow-all|no-prompt|allow-hrtime)=/,
    "Deno ignores the value, so that --allow-all=no would allow all",
  ],
  [/(^--deny-run=|,)(,|$)/, "an empty name denies nothing but hidden files: a list that was not filled in"],
  [/a\.com:0+(,|$)/, "port 0 is for listening, and nothing listens at another machine's address"],
  [/:\+\d/, "nobody means a sign in front of a port"],
  [/vsock:\+/, "nobody means a sign in front of a number"],
  [/vsock:\d+:\d+:/, "what comes after the port means nothing"],
  [/[=,](-|[^,]*(-\.|#))/, "no host is called that"],
  [/1\.2\.3\.256/, "a mistyped address, which Deno takes for a name"],
  [/[=,]0\d*\.\d+\.\d+\.\d+/, "an address with a leading zero, which Deno takes for a name and C for octal"],
  [/\d%\w/, "IPv4 has no zones"],
];

/** What Deno refuses and we take: its other options are not checked beyond what it takes to find the script. */
export const NOT_CHECKED: readonly string[] = [
  "--ext=exe",
  "--seed=x",
  "--location=x",
  "--check --no-check",
  "--config=missing.json",
  "-Scpus", // -S -c=pus
];

/** The line as Deno takes it, where that is not what it says.
 *
 * Deno adds the programs that may run to the list of `--deny-write`, so that a bare one has a list and no longer
 * denies everything. We deny everything. */
export function asDenoTakesIt(
  line: readonly string[],
  { permissions }: DenoFlags,
  place: QueryPlace,
): readonly string[] {
  const { run } = permissions;
  const programs = typeof run === "object" && "allow" in run ? run.allow : run;
  const isFound = (name: string) => name.includes("/") || place.findProgram(name) !== undefined;
  const lost = Array.isArray(programs) && programs.some(isFound) &&
    !line.some((word) => word.startsWith("--deny-write="));
  return lost ? line.filter((word) => word !== "--deny-write") : line;
}
