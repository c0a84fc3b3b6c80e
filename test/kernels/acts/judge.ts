import { ENOSYS, EOPNOTSUPP, EPERM } from "../landlock_probe.ts";
import { ACT_ROWS, type ActRow } from "./act_rows.ts";
import type { Findings, Tried } from "./findings.ts";

/** What the table says of an act on a kernel. */
export type Cell = "blocked" | "open" | "not applicable";

/** What a kernel must be: the ABI, or the negated errno of the question for it. */
export type Expected = number;

/** Cells by act, and sentences on every difference between what was claimed and what was found. */
export interface Verdict {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly complaints: readonly string[];
}

/** From this ABI on the kernel restricts all threads at once. */
const TSYNC = 8;
/** Why there is no Landlock, by the errno that the question for its ABI is answered with. */
const REASONS: Readonly<Record<number, keyof typeof REMEDIES>> = {
  [ENOSYS]: "not built in",
  [EOPNOTSUPP]: "disabled at boot",
  [EPERM]: "blocked",
};
const REMEDIES = {
  "not built in": /CONFIG_SECURITY_LANDLOCK/,
  "disabled at boot": /switched on.*lsm=/,
  "blocked": /seccomp.*Allow landlock_create_ruleset/,
};
const WAYS = ["sandbox", "lockdown"] as const;

/** Compares what the reports claim with what the acts found, on one kernel in several runtimes. */
export function judge(all: readonly Findings[], expected: Expected): Verdict {
  const complaints = all.flatMap((findings) =>
    [
      ...complainOfKernel(findings, expected),
      ...complainOfRefusals(findings),
      ...complainOfRows(findings),
    ].map((complaint) => `${findings.runtime}: ${complaint}`)
  );
  const cells = Object.fromEntries(ACT_ROWS.map((row) => [row.act, cellOf(all, row)]));
  return { cells, complaints };
}

function complainOfKernel({ kernel, threads }: Findings, expected: Expected): string[] {
  const unavailable = expected > 0 ? undefined : REASONS[-expected];
  const abi = Math.max(expected, 0);
  const method = abi === 0 ? "none" : abi < TSYNC ? "signal" : "tsync";
  return [
    ...differ("the ABI", kernel.abi, abi),
    ...differ("why there is no Landlock", kernel.unavailable, unavailable),
    ...differ("how threads were reached", threads.method, method),
    ...(threads.count > 1 === abi > 0 ? [] : [`${threads.count} threads were restricted`]),
  ];
}

function differ(what: string, found: unknown, expected: unknown): string[] {
  return found === expected ? [] : [`${what} is ${found} instead of ${expected}`];
}

/** Without Landlock everything is refused unless best effort was asked for in so many words; with it, only what
 * was to be strict and is not exact here. */
function complainOfRefusals({ kernel, refused, strict, exactGaps }: Findings): string[] {
  if (kernel.abi === 0) {
    const all = { ...refused, ...strict };
    const remedy = REMEDIES[kernel.unavailable ?? "not built in"];
    return (["lockdown", "sandbox", "exact", "host"] as const).flatMap((name) => {
      const refusal = all[name];
      if (refusal === undefined) return [`"${name}" was not refused without Landlock`];
      return [
        ...differ(`the error of "${name}"`, refusal.code, "LANDLOCK_UNAVAILABLE"),
        ...(remedy.test(refusal.message)
          ? []
          : [`the error of "${name}" gives no remedy: ${refusal.message}`]),
      ];
    });
  }
  const exact = strict.exact?.message ?? "";
  return [
    ...differ("the refusal of a Sandbox", refused.sandbox?.message, undefined),
    ...differ("a host that was to be strict", strict.host?.code, "NOT_ENFORCEABLE"),
    ...differ(
      "what was to be strict",
      strict.exact?.code,
      exactGaps.length > 0 ? "NOT_ENFORCEABLE" : undefined,
    ),
    ...exactGaps.filter(({ act }) => !exact.includes(act))
      .map(({ act }) => `the refusal of what was to be strict does not name "${act}"`),
  ];
}

function complainOfRows(findings: Findings): string[] {
  const wild = WAYS.flatMap((way) =>
    findings[way].gaps
      .filter(({ act }) => !ACT_ROWS.some(({ claim }) => claim.kind === "gap" && claim.words.test(act)))
      .map(({ act }) => `no act tries the gap "${act}" of the report`)
  );
  const rows = ACT_ROWS.flatMap((row) =>
    WAYS.flatMap((way) => {
      const found = foundIn(findings, way, row);
      if (found === undefined || found === "not applicable") return [];
      const claimed = claimedBy(findings, way, row);
      if (found === claimed) return [];
      const { outcomes } = findings[way];
      return [`${way}: "${row.act}" is ${found} (${outcomes[row.act]}), the report says ${claimed}`];
    })
  );
  const missing = ACT_ROWS.filter(({ act }) => findings.bare[act] === undefined)
    .map(({ act }) => `"${act}" was not tried`);
  return [...wild, ...rows, ...missing];
}

/** What came of an act; `undefined` where this way does not try it. An act that does not even succeed without a
 * sandbox tells nothing. */
function foundIn(findings: Findings, way: typeof WAYS[number], row: ActRow): Cell | "broken" | undefined {
  const outcome = findings[way].outcomes[row.act];
  if (outcome === undefined) return undefined;
  if (findings.bare[row.act] !== "ok") return "not applicable";
  if (outcome === "ok") return "open";
  return row.errnos.includes(outcome) ? "blocked" : "broken";
}

function claimedBy(findings: Findings, way: typeof WAYS[number], { claim }: ActRow): Cell {
  const { gaps, limits, baseline }: Tried = findings[way];
  if (findings.kernel.abi === 0 || claim.kind === "granted") return "open";
  if (claim.kind === "held") return "blocked";
  if (claim.kind === "gap" && baseline.some(({ subject }) => claim.baseline?.test(subject))) return "open";
  const said = claim.kind === "gap" ? gaps : limits;
  return said.some(({ act }) => claim.words.test(act)) ? "open" : "blocked";
}

/** Open if it is open anywhere: a promise is as good as its worst case. */
function cellOf(all: readonly Findings[], row: ActRow): Cell {
  const found = all.flatMap((findings) => WAYS.map((way) => foundIn(findings, way, row)));
  if (found.includes("open")) return "open";
  return found.includes("blocked") ? "blocked" : "not applicable";
}
