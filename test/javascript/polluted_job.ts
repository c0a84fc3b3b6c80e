import type { LockdownOptions, Permissions } from "../../mod.ts";

/** What `polluted.ts` is to do. */
export interface PollutedJob {
  /** What is put into `Object.prototype`, and into `Array.prototype`. */
  readonly pollution?: Readonly<Record<string, unknown>>;
  readonly listPollution?: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly options?: LockdownOptions;
  readonly cat: string;
  /** The file that is read. */
  readonly file: string;
  readonly spawnOptions?: Readonly<Record<string, unknown>>;
}
