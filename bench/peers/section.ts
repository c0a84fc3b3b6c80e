import type { Bar } from "../support/bars.ts";
import type { Table } from "../support/table.ts";

/** How much to measure. */
export interface Effort {
  /** A few runs, to see that everything works: the figures mean little. */
  readonly quick: boolean;
  /** A folder for what is measured, removed at the end. */
  readonly folder: string;
}

/** One question of `npm run bench:peers`, and how it is answered. */
export interface Section {
  /** As it is named on the command line. */
  readonly name: string;
  measure(effort: Effort): SectionResult | Promise<SectionResult>;
}

/** What was measured. */
export interface SectionResult {
  readonly tables: readonly Table[];
  /** The picture of it. */
  readonly chart?: { readonly title: string; readonly bars: readonly Bar[] };
}
