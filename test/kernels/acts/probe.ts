/** Tries everything on the kernel at hand, in the runtime at hand, and prints the `Findings` as JSON: refusals, then
 * the acts bare, under a `Sandbox` and under `lockdown()`. Judges nothing. */
import { spawnSync } from "node:child_process";
import { kernel, lockdown, LockdownError, type Permissions, type Report, Sandbox } from "../../../mod.ts";
import { makeFolder } from "../../support/folder.ts";
import { runtimeName } from "../../support/self.ts";
import type { Findings, Outcomes, Refusal, Tried } from "./findings.ts";
import {
  type ActPlaces,
  makeActPlaces,
  pythonArguments,
  pythonProgram,
  requireProgram,
  startOutside,
  wordsOf,
} from "./places.ts";
import { performRuntimeActs, prepare, release } from "./runtime_acts.ts";

const python = requireProgram("python3");
const folder = makeFolder();
const { outside, close } = await startOutside(python, folder);
const [forBare, forSandbox, places] = ["bare", "sandbox", "lockdown"].map((round) =>
  makeActPlaces(folder, round, outside)
) as [ActPlaces, ActPlaces, ActPlaces];
const prepared = await prepare(places);

const refused: Findings["refused"] = {
  ...refusal("sandbox", () => new Sandbox(permissionsFor(places)).close()),
  // Where it is taken, it would be for good
  ...(kernel().abi === 0 ? refusal("lockdown", () => lockdown(permissionsFor(places))) : {}),
};
const strict: Findings["strict"] = {
  ...refusal("exact", () => new Sandbox(exactFor(places), { compat: "strict" }).close()),
  ...refusal("host", () => lockdown({ net: ["127.0.0.1:1"] }, { compat: "strict" })),
};
const loose = new Sandbox(exactFor(places), { compat: "best-effort" });
const exactGaps = loose.report.gaps;
loose.close();

const bare = {
  ...tryNatively(forBare, spawnSync),
  ...await performRuntimeActs(forBare, prepared),
};
const box = new Sandbox(permissionsFor(forSandbox), { compat: "best-effort" });
const inSandbox = tried(box.report, tryNatively(forSandbox, box.spawnSync.bind(box)));
box.close();
const report = lockdown(permissionsFor(places), { compat: "best-effort" });
const inLockdown = tried(report, {
  ...tryNatively(places, spawnSync),
  ...await performRuntimeActs(places, prepared),
});
const findings: Findings = {
  runtime: runtimeName,
  kernel: report.kernel,
  threads: report.threads,
  refused,
  strict,
  exactGaps,
  bare,
  sandbox: inSandbox,
  lockdown: inLockdown,
};
await release(prepared);
console.log(JSON.stringify(findings));
close();

function permissionsFor({ granted, program, outside }: ActPlaces): Permissions {
  return { ...exactFor({ granted, program }), net: [`127.0.0.1:${outside.grantedPort}`] };
}

/** Nothing that a kernel with every right could not hold to the letter. */
function exactFor({ granted, program }: Pick<ActPlaces, "granted" | "program">): Permissions {
  return { read: [granted, pythonProgram("acts.py")], write: [`${granted}/`], run: [program, python] };
}

function tryNatively(places: ActPlaces, run: typeof spawnSync | Sandbox["spawnSync"]): Outcomes {
  const result = run(python, pythonArguments("acts.py", wordsOf(places)), { encoding: "utf8" });
  if (result.status !== 0) {
    throw new Error(`The acts ended with code ${result.status}: ${result.error ?? result.stderr}`);
  }
  const lines = String(result.stdout).trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split("\t")));
}

function tried({ applied, gaps, limits, baseline }: Report, outcomes: Outcomes): Tried {
  return { applied, gaps, limits, baseline, outcomes };
}

function refusal<Name extends string>(name: Name, call: () => unknown): { [Key in Name]?: Refusal } {
  try {
    call();
    return {};
  } catch (error) {
    if (!(error instanceof LockdownError)) throw error;
    return { [name]: { code: error.code, message: error.message } } as { [Key in Name]?: Refusal };
  }
}
