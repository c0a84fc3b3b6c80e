import type { BaselineReport, GapReport, KernelInfo, ThreadsReport } from "../../../mod.ts";

/** Outcomes by the name of the act: "ok", or the errno's name. */
export type Outcomes = Readonly<Record<string, string>>;

/** What a report said, and what came of the acts under it. */
export interface Tried {
  readonly applied: boolean;
  readonly gaps: readonly GapReport[];
  readonly limits: readonly GapReport[];
  readonly baseline: readonly BaselineReport[];
  readonly outcomes: Outcomes;
}

/** An error that was thrown, or `undefined` in JSON where nothing was. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** What `probe.ts` found in one runtime. */
export interface Findings {
  readonly runtime: string;
  readonly kernel: KernelInfo;
  readonly threads: ThreadsReport;
  /** `lockdown()` and `new Sandbox()`, called as most people would. */
  readonly refused: { readonly lockdown?: Refusal; readonly sandbox?: Refusal };
  /** The same with `compat: "strict"`: for grants that are exact on a kernel that has it all, and for a host. */
  readonly strict: { readonly exact?: Refusal; readonly host?: Refusal };
  /** The gaps of the grants that are exact. */
  readonly exactGaps: readonly GapReport[];
  /** What the acts did after the refusals and before any sandbox. */
  readonly bare: Outcomes;
  readonly sandbox: Tried;
  readonly lockdown: Tried;
}
