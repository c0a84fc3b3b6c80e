import { release } from "node:os";
import type { Act, ActGroup } from "./acts.ts";
import type { Comparison, Outcome } from "./outcome.ts";
import { type Column, formatTable, wordFor } from "./table.ts";

/** All that was found out. */
export interface Result {
  /** Landlock ABI of the kernel. */
  readonly abi: number;
  readonly groups: readonly ActGroup[];
  readonly columns: readonly Column[];
  /** What was left out because this machine does not have it, with how to get it. */
  readonly missing: readonly string[];
}

/** Prints the table, what was left out, and in one line what was shown.
 *
 * @returns whether it shows what it should
 */
export function printText(result: Result): boolean {
  const { abi, groups, columns, missing } = result;
  const { hostile, honest, skipped, failures } = tally(result);
  const corner = `Linux ${/^\d+\.\d+/.exec(release())?.[0]}, Landlock ABI ${abi}`;
  const colours = process.stdout.isTTY && process.stdout.hasColors();
  console.log(`${formatTable({ corner, groups, columns, colours }).join("\n")}\n`);
  const forbidden = skipped > 0 ? [`${skipped} acts that this machine forbids anyway`] : [];
  if (forbidden.length + missing.length > 0) console.log(`Skipped: ${[...forbidden, ...missing].join(", ")}`);
  if (columns.some(({ title }) => title.startsWith("Deno"))) {
    console.log("Deno had only the flags the service needs, both times: they do not reach its tools");
  }
  const threads = columns.map(({ title, locked }) => `${title} ${locked.result?.threads ?? "none"}`);
  console.log(`Threads restricted: ${threads.join(", ")}`);
  if (failures.length > 0) {
    console.error(`Not as it should be:\n${failures.join("\n").replace(/^/gm, "  ")}`);
    return false;
  }
  console.log(
    `Lockdown stopped ${hostile} of ${hostile} hostile acts that work without it, and 0 of ${honest} honest ones`,
  );
  return true;
}

/** Prints the same as data. */
export function printJson(result: Result): boolean {
  const { abi, groups, columns, missing } = result;
  const { hostile, honest, skipped, failures } = tally(result);
  const acts = groups.flatMap(({ title: group, acts }) =>
    acts.map((act) => ({
      group,
      title: act.title,
      hostile: act.isHostile,
      runtimes: Object.fromEntries(columns.map(({ title, comparisons }) => [title, comparisons.get(act)])),
    }))
  );
  const shown = failures.length === 0;
  const threads = Object.fromEntries(
    columns.map(({ title, locked }) => [title, locked.result?.threads ?? null]),
  );
  const data = {
    shown,
    hostile,
    honest,
    skipped,
    missing,
    failures,
    kernel: { release: release(), abi },
    threads,
  };
  console.log(JSON.stringify({ ...data, acts }, undefined, 2));
  return shown;
}

interface Tally {
  readonly hostile: number;
  readonly honest: number;
  readonly skipped: number;
  /** A line for each case that was not as expected. */
  readonly failures: readonly string[];
}

function tally({ abi, groups, columns }: Result): Tally {
  const counts = { hostile: 0, honest: 0, skipped: 0 };
  const failures: string[] = [];
  for (const { title, comparisons, without, locked } of columns) {
    const broken = [["without", without.failure], ["with", locked.failure]].filter(([, failure]) => failure);
    failures.push(...broken.map(([name, failure]) => `${title} ${name} lockdown: ${failure}`));
    for (const { title: group, acts } of groups) {
      for (const act of acts) {
        const comparison = comparisons.get(act) as Comparison;
        if (comparison.holds === undefined) counts.skipped++;
        else if (comparison.holds) counts[act.isHostile ? "hostile" : "honest"]++;
        else if (broken.length === 0) {
          failures.push(`${title}, ${group}, ${act.title}: ${describe(act, comparison)}`);
        }
      }
    }
  }
  if (failures.length > 0 && abi < 4) {
    failures.push(`Landlock ABI ${abi} of this kernel does not restrict the network: use Linux 6.7 or later`);
  }
  return { ...counts, failures };
}

function describe(act: Act, comparison: Comparison): string {
  const part = (outcome: Outcome) =>
    outcome.message === undefined ? wordFor(act, outcome) : `${wordFor(act, outcome)} (${outcome.message})`;
  return `${part(comparison.without)} without lockdown, ${part(comparison.with)} with it`;
}
