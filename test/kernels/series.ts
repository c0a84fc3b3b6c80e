import type { Architecture } from "./architecture.ts";
import { ENOSYS } from "./landlock_probe.ts";

/** A row of the matrix: a kernel series, where Debian keeps it and what it must offer. */
export interface Series {
  readonly name: string;
  readonly suites: readonly string[];
  readonly architectures: readonly Architecture[];
  /**
   * The Landlock ABI the kernel must report, or a negated error number. Pinned, so that a kernel that
   * suddenly offers less fails and does not skip. `undefined` where the series is not known beforehand.
   */
  readonly abi: number | undefined;
}

const EVERY_SUITE = ["bullseye", "bookworm", "trixie", "trixie-backports", "sid", "experimental"];
const RECENT_SUITES = ["trixie-backports", "sid", "experimental"];

/** ABIs that no suite still on the mirrors has a kernel of: 5.13, 6.2, 6.7 and 6.10. What holds there is computed
 * from the table of rights and was not tried. */
export const COMPUTED: readonly number[] = [1, 3, 4, 5];

/** The series Debian has packages of. */
export const matrix: readonly Series[] = [
  { name: "5.10", suites: ["bullseye"], architectures: ["amd64"], abi: -ENOSYS },
  { name: "6.1", suites: ["bookworm"], architectures: ["amd64", "arm64"], abi: 2 },
  { name: "6.12", suites: ["trixie"], architectures: ["amd64"], abi: 6 },
  { name: "6.18", suites: RECENT_SUITES, architectures: ["amd64"], abi: 7 },
  { name: "7.0", suites: RECENT_SUITES, architectures: ["amd64"], abi: 8 },
  { name: "7.1", suites: RECENT_SUITES, architectures: ["amd64"], abi: 9 },
  { name: "7.2", suites: RECENT_SUITES, architectures: ["amd64"], abi: 10 },
  { name: "7.3", suites: RECENT_SUITES, architectures: ["amd64", "arm64"], abi: 11 },
];

/** The name that stands for the newest kernel of all suites. */
export const NEWEST = "newest";

/** The row of a series; one that is not in the matrix, such as 6.17, is looked for in every suite. */
export function findSeries(name: string): Series {
  if (name !== NEWEST && !/^\d+\.\d+$/.test(name)) {
    throw new Error(`Unknown kernel "${name}": use a series such as "6.12", or "${NEWEST}"`);
  }
  return matrix.find((series) => series.name === name) ??
    { name, suites: EVERY_SUITE, architectures: ["amd64", "arm64"], abi: undefined };
}
