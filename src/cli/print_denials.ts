import { visible } from "../permissions/text.ts";
import type { ExplainedDenial } from "./denial.ts";
import { columns } from "./output.ts";
import { flagsOf } from "./suggestion.ts";

/** Denials for people, and the flags that would allow all of them, each once. */
export function denialLines(denials: readonly ExplainedDenial[]): string[] {
  const rows = denials.map(({ act, thing, remedy }) => ({
    start: [`  ${act}`, visible(thing)],
    flags: remedy === undefined ? [] : flagsOf(act, remedy),
  }));
  const all = new Set(rows.flatMap(({ flags }) => flags));
  return [
    ...columns(rows.map(({ start, flags }) => [...start, flags.join(" ") || "no single flag allows it"])),
    ...(all.size === 0 ? [] : ["All of it would be allowed by", `  ${[...all].join(" ")}`]),
  ];
}
