import { withVisibleTexts } from "../permissions/text.ts";
import type { ExplainedDenial } from "./denial.ts";
import { flagsOf } from "./denial.ts";
import { columns } from "./output.ts";

/** Denials for people, and the flags that would allow all of them. */
export function denialLines(denials: readonly ExplainedDenial[]): string[] {
  const shown = withVisibleTexts(denials);
  const flags = flagsOf(shown);
  return [
    ...columns(
      shown.map(({ act, thing, flags }) => [`  ${act}`, thing, flags ?? "no single flag allows it"]),
    ),
    ...(flags.length === 0 ? [] : ["All of it would be allowed by", `  ${flags.join(" ")}`]),
  ];
}
