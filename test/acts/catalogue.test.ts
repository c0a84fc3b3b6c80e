/** The catalogue of acts: each row is complete, every option switches one, and every act is tried somewhere. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ACT_NAMES, type ActName, ACTS, CLOSABLE_ACTS, closureOf } from "../../src/acts/catalogue.ts";
import { resolveFilter } from "../../src/acts/filter_options.ts";
import { abiOf } from "../../src/landlock/abi.ts";
import { LEAK_ACTS } from "../leaks/acts.ts";
import { ROOT } from "../support/runtimes.ts";

/** Acts that the probes of `test/leaks` do not try, and what tries them. */
const TRIED_ELSEWHERE: Readonly<Partial<Record<ActName, string>>> = {
  commandLines: "test/acts/limits.test.ts",
  consoles: "test/exact/terminal.test.ts",
  coreDumpHelper: "test/exact/core_limit.test.ts",
  deviceCommands: "test/kernels/acts/act_rows.ts",
  ioUringOfBefore: "test/plan/filter.test.ts",
  loadingLibraries: "test/acts/limits.test.ts",
  locks: "test/acts/limits.test.ts",
  openDescriptors: "test/kernels/acts/act_rows.ts",
  siblings: "test/acts/limits.test.ts",
  signalsToParent: "test/acts/limits.test.ts",
};

test("each act has words of its own, and a right that Landlock knows", () => {
  const words = ACT_NAMES.filter((name) => ACTS[name].closure?.reportedElsewhere !== true).map((name) =>
    ACTS[name].act
  );
  assert.equal(words, [...new Set(words)]);
  for (const name of ACT_NAMES) {
    const { right } = ACTS[name];
    if (right === undefined) continue;
    const kinds = (["fs", "net", "scope"] as const).filter((kind) => knows(kind, right));
    assert.is(kinds.length, 1, name);
  }
});

test("each closure has a reason and refuses something", () => {
  for (const name of CLOSABLE_ACTS) {
    const { reason, refusals } = closureOf(name);
    assert.ok(reason !== "" && refusals.length > 0, name);
  }
});

test("what closes an act is a closure", () => {
  for (const name of ACT_NAMES) {
    const { closedBy = [], closure } = ACTS[name];
    const named = [...closedBy.flat(), ...(closure?.within === undefined ? [] : [closure.within])];
    for (const other of named) assert.ok(CLOSABLE_ACTS.includes(other), `${name} by ${other}`);
  }
});

test("every option of the filter switches a closure, and every switchable closure has one", () => {
  const switchable = CLOSABLE_ACTS.filter((name) => closureOf(name).switchable === true);
  assert.equal(Object.keys(resolveFilter(true)), switchable);
  assert.equal(resolveFilter({ bpf: false }), { ...resolveFilter(true) as object, bpf: false });
});

test("every act is tried by a probe, or by a test that is named here", () => {
  const tried = new Set<ActName>(LEAK_ACTS.flatMap(({ row }) => row === undefined ? [] : [row]));
  // Trying an act tries what closes it
  for (const name of [...tried]) for (const other of ACTS[name].closedBy?.flat() ?? []) tried.add(other);
  const untried = ACT_NAMES.filter((name) => !tried.has(name));
  assert.equal(untried.sort(), Object.keys(TRIED_ELSEWHERE).sort());
  for (const file of Object.values(TRIED_ELSEWHERE)) assert.ok(existsSync(join(ROOT, file)), file);
});

function knows(kind: "fs" | "net" | "scope", right: string): boolean {
  try {
    abiOf(kind, right.toUpperCase());
    return true;
  } catch {
    return false;
  }
}

test.run();
