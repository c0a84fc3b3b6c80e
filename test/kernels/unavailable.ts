/** Something the machine lacks, so that a check cannot run: counts as skipped, never as passed or failed. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}
