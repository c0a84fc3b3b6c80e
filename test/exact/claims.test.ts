/** What the report calls exact holds whatever the commands of a sandbox do, one after the other; and what does not is
 * called wider or narrower. As root and as an ordinary user. */
import { chmodSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import type { GrantReport } from "../../src/plan/report.ts";
import { landlockdown, shell } from "../cli/command.ts";
import type { Steps } from "../probes/exact_steps.ts";
import { NOBODY, obstacleForUser, runSelfAs } from "../support/as_user.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { type Case, CASES } from "./cases.ts";

const PROBE = "test/probes/exact_steps.ts";
const PROGRAMS = "sh,cat,mv,ln,rm,rmdir,mkdir";

if (kernel().abi < 3) skip("what is exact", "a kernel that restricts truncation (ABI 3)");
else for (const each of CASES) register(each);

function register(each: Case): void {
  const { fact, fidelity } = each;

  test(`${fact}: without a sandbox it works`, () =>
    inFolder(each, (folder) => {
      const steps = each.steps.map((step) => shell(step, { cwd: folder.at("w") }).stdout);
      assert.match([...steps, seen(each, folder)].join(""), each.reached);
    }));

  for (const way of ["spawnSync", "argv", "lockdown"] as const) {
    test(`${fact}: by ${way}()`, () => inFolder(each, (folder) => confined(each, folder, way, runSelf)));
  }

  const obstacle = obstacleForUser(NOBODY, PROBE);
  if (obstacle !== undefined) skip(`${fact}: as an ordinary user`, obstacle);
  else {
    test(`${fact}: as an ordinary user`, () =>
      inFolder(each, (folder) => {
        shell(`chown -hR ${NOBODY} .`, { cwd: folder.path });
        confined(each, folder, "argv", (...call) => runSelfAs(NOBODY, ...call));
      }));
  }

  if (each.steps.length > 0) {
    test(`${fact}: by one compiled command`, () =>
      inFolder(each, (folder) => {
        const at = { cwd: folder.at("w") };
        const { code, stderr } = landlockdown(["compile", ...flagsOf(each), "-o", "../box"], at);
        assert.is(code, 0, stderr);
        const output = each.steps.map((step) => shell(`../box sh -c '${step}'`, at).stdout);
        assert.not.match([...output, seen(each, folder)].join(""), each.reached);
      }));
  }

  const isExact = Object.values(fidelity).every((fidelity) => fidelity === "exact");
  if (each.steps.length > 0 && isExact) {
    test(`${fact}: by a start for each command`, () =>
      inFolder(each, (folder) => {
        const output = each.steps.map((step) =>
          landlockdown(["run", ...flagsOf(each), "--", "sh", "-c", step], { cwd: folder.at("w") }).stdout
        );
        assert.not.match([...output, seen(each, folder)].join(""), each.reached);
      }));
  }
}

function confined(each: Case, folder: Folder, way: Steps["way"], start: typeof runSelf): void {
  const { read, write, steps } = each;
  const job: Steps = { read, write, steps, way };
  const { stdout, stderr } = start(PROBE, [JSON.stringify(job)], { cwd: folder.at("w") });
  assert.ok(stdout !== "", stderr);
  const { grants, output } = JSON.parse(stdout) as { grants: GrantReport[]; output: string };
  if (steps.length > 0) assert.not.match(output + seen(each, folder), each.reached);
  for (const [entry, expected] of Object.entries(each.fidelity)) {
    const grant = grants.find(({ effect, permission, entry: text }) =>
      `${effect} ${permission} ${text}` === entry
    );
    assert.is(grant?.fidelity, expected, `${entry}: ${grant?.reason ?? ""}`);
    assert.is(grant?.status, expected === "exact" ? "enforced" : "partial", entry);
    if (expected !== "exact") assert.ok(grant?.reason, entry);
  }
}

function seen({ afterwards }: Case, folder: Folder): string {
  return afterwards === undefined ? "" : shell(afterwards, { cwd: folder.at("w") }).stdout;
}

function inFolder(each: Case, use: (folder: Folder) => void): void {
  const folder = makeFolder({ "w/": "" });
  chmodSync(folder.path, 0o755);
  try {
    const { code, stderr } = shell(each.prepare, { cwd: folder.at("w") });
    assert.is(code, 0, stderr);
    use(folder);
  } finally {
    folder.remove();
  }
}

function flagsOf({ read, write }: Case): string[] {
  const flags = (name: string, { allow, deny = [] }: Case["read"]) => [
    ...allow.map((path) => `--allow-${name}=${path}`),
    ...deny.map((path) => `--deny-${name}=${path}`),
  ];
  return [...flags("read", read), ...flags("write", write), `--allow-run=${PROGRAMS}`];
}

test.run();
