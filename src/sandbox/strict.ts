import { LockdownError } from "../errors.ts";
import { quote } from "../text.ts";
import type { Plan } from "../plan/plan.ts";

/** With `compat: "strict"`: throws unless all that was said holds exactly, and all that was not is closed as far as
 * any kernel could.
 *
 * @throws LockdownError `NOT_ENFORCEABLE` that lists every difference
 */
export function refuseInexact({ kernel, decisions, gaps: open }: Plan): void {
  const grants = decisions
    .filter(({ status, fidelity }) => status !== "enforced" && fidelity !== "not a kernel matter")
    .map(({ effect, permission, entry, reason }) => `${effect} ${permission} ${quote(entry)}: ${reason}`);
  const gaps = open.map(({ act, abi }) =>
    `${act} would stay possible${abi === undefined ? "" : ` (closed from ABI ${abi})`}`
  );
  const problems = [...grants, ...gaps];
  if (problems.length === 0) return;
  const list = problems.map((problem) => `  ${problem}`).join("\n");
  const remedy = (accept: string) =>
    `Nothing was applied. Grant it more widely, use a newer kernel, or ${accept}`;
  throw new LockdownError(
    "NOT_ENFORCEABLE",
    `Cannot enforce this strictly on Landlock ABI ${kernel.abi}:\n${list}\n`,
    {
      remedy: {
        library: remedy('accept it with compat: "best-effort"'),
        command: remedy("leave --strict out"),
      },
    },
  );
}
