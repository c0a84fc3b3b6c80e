import { kernel } from "../../mod.ts";
import { findProgram } from "../support/programs.ts";
import { compileReader } from "./reader.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Need, Programs, Row } from "./row.ts";

/** What this machine has of what the acts need. */
export interface Machine {
  readonly programs: Programs;
  readonly sleep: string;
  /** What a row lacks here, in words; empty if it can be tried. */
  missing(row: Row, around: Surroundings): string[];
  /** Removes what was made for it. */
  remove(): void;
}

const NEEDS: Record<Need, string> = {
  python: 'the package "python3"',
  reader: 'the package "gcc"',
  ipv6: "IPv6 on the loopback interface",
};

/** Looks around and compiles the program in C. */
export function lookAround(): Machine {
  const [sh, cat, sleep] = ["sh", "cat", "sleep"].map((name) => {
    const path = findProgram(name);
    if (path === undefined) throw new Error(`Cannot find the program "${name}" in PATH`);
    return path;
  }) as [string, string, string];
  const reader = compileReader();
  const programs = { sh, cat, python: findProgram("python3"), reader: reader.path };
  const { abi } = kernel();
  return {
    programs,
    sleep,
    missing({ needs = [], abi: needed = 1 }, { ipv6 }) {
      const has: Record<Need, boolean> = {
        python: programs.python !== undefined,
        reader: programs.reader !== undefined,
        ipv6,
      };
      const lacking = needs.filter((need) => !has[need]).map((need) => NEEDS[need]);
      return needed > abi ? [...lacking, `Landlock ABI ${needed}`] : lacking;
    },
    remove: () => reader.remove(),
  };
}
