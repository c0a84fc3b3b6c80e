import type { ExplainedDenial } from "./denial.ts";
import { flagsOf } from "./denial.ts";
import { columns, visible } from "./output.ts";

/** Denials for people, and the flags that would allow all of them. */
export function denialLines(denials: readonly ExplainedDenial[]): string[] {
  const flags = flagsOf(denials);
  return [
    ...columns(
      denials.map((
        { act, thing, flags },
      ) => [`  ${act}`, visible(thing), flags ?? "no single flag allows it"]),
    ),
    ...(flags.length === 0 ? [] : ["All of it would be allowed by", `  ${flags.join(" ")}`]),
  ];
}
