import type { LockdownOptions } from "../../mod.ts";
import type { Place } from "../acts/act.ts";
import { NOBODY } from "../support/as_user.ts";

/** A way to come into the sandbox; everything is tried once in each. */
export interface Variant {
  readonly name: string;
  /** Whether pools, Workers and imports have been used before lockdown. */
  readonly warm: boolean;
  readonly workers: readonly Exclude<Place, "main">[];
  readonly options?: LockdownOptions;
  /** Who runs it; the present user if left out. */
  readonly user?: number;
}

/** The ways there are. */
export const VARIANTS: readonly Variant[] = [
  { name: "cold start", warm: false, workers: ["thread after", "web after"] },
  {
    name: "warm pools",
    warm: true,
    workers: ["thread before", "thread after", "web before", "web after"],
  },
  { name: "started again", warm: false, workers: ["thread before"], options: { threads: "reexec" } },
  { name: "user nobody", warm: true, workers: ["thread before", "thread after"], user: NOBODY },
];
