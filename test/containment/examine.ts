import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Permissions } from "../../mod.ts";
import { runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import type { Machine } from "./machine.ts";
import { performAll } from "./perform.ts";
import { makePlaces, type Places } from "./places.ts";
import { type Surroundings, surroundings } from "./surroundings.ts";
import type { Programs, Row } from "./row.ts";
import { tableOf } from "./table.ts";
import type { Variant } from "./variants.ts";

interface Outcomes {
  readonly denied: readonly string[];
  readonly allowed: readonly string[];
}

/** Tries everything in one variant, without lockdown and inside, and registers a test for each row. */
export async function examine(variant: Variant, machine: Machine): Promise<void> {
  const around = await surroundings(machine.sleep, variant.user);
  try {
    const bare = perform(variant, machine, around, false);
    const inside = perform(variant, machine, around, true);
    const places = makePlaces(machine.programs.sh);
    places.remove();
    for (const row of rowsOf(variant, places, machine.programs, around)) {
      const name = `${variant.name}: ${row.fact}`;
      const needed = machine.missing(row, around);
      if (needed.length > 0) skip(name, needed.join(", "));
      else register(name, row, take(bare, row), take(inside, row));
    }
  } catch (error) {
    test(`${variant.name}: the program under test comes to its end`, () => {
      throw error;
    });
  } finally {
    around.close();
  }
}

/** The outcomes of all steps that can be tried here, in folders made for them. */
function perform(
  variant: Variant,
  machine: Machine,
  around: Surroundings,
  confined: boolean,
): Iterator<string> {
  const places = makePlaces(machine.programs.sh, variant.user);
  try {
    const steps = rowsOf(variant, places, machine.programs, around)
      .filter((row) => machine.missing(row, around).length === 0)
      .flatMap(({ denied, allowed }) => [...denied, ...allowed]);
    const permissions = confined ? permissionsFor(places, machine.programs, around) : undefined;
    // Another user needs a home and a working directory that it may enter
    const self = variant.user === undefined ? {} : { env: { HOME: places.shared }, cwd: places.shared };
    return performAll({ ...variant, self }, permissions, steps, places).outcomes.values();
  } finally {
    places.remove();
  }
}

function rowsOf(variant: Variant, places: Places, programs: Programs, around: Surroundings): Row[] {
  return tableOf(variant, places, programs, around)
    .filter(({ only }) => only === undefined || only.includes(runtimeName));
}

function permissionsFor(places: Places, programs: Programs, around: Surroundings): Permissions {
  const { readable, writable, shared, program } = places;
  const { sh, cat, python, reader } = programs;
  return {
    read: [readable, shared],
    write: [writable, shared],
    run: [sh, cat, program, ...[python, reader].filter((path) => path !== undefined)],
    net: [`127.0.0.1:${around.grantedPort}`, `127.0.0.1:${around.grantedBindPort}`],
    // Deno would not let Workers made later load libc
    ffi: true,
  };
}

function take(outcomes: Iterator<string>, { denied, allowed }: Row): Outcomes {
  const next = () => outcomes.next().value as string;
  return { denied: denied.map(next), allowed: allowed.map(next) };
}

function register(name: string, { denied, errno, allowed }: Row, bare: Outcomes, inside: Outcomes): void {
  const all = (outcome: string, steps: readonly unknown[]) => steps.map(() => outcome);
  test(name, () => {
    assert.equal(bare, { denied: all("ok", denied), allowed: all("ok", allowed) }, "without lockdown");
    assert.equal(inside, { denied: all(errno, denied), allowed: all("ok", allowed) }, "inside");
  });
}
