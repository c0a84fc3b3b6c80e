/** `threads: "reexec"`: the program is started again inside the sandbox, with all it was started with, and nothing but
 * that makes it believe that it has been. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { UNNAMED } from "../acts/outcome.ts";
import type { Restarted, RestartJob } from "../probes/plan_restart.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { ROOT } from "../support/runtimes.ts";
import { runtimeName, selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

const PROBE = "test/probes/plan_restart.ts";
const { abi } = kernel();

interface Run extends Restarted {
  readonly starts: number;
  readonly code: number | null;
}

/** Runs a program of this repository that prints what the probe prints. */
function run(path: string, words: readonly string[], input = ""): Run {
  const [command, args] = selfCommand(path, words);
  const { status, signal, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    input,
    cwd: "/usr",
    env: { ...process.env, MARK: "kept" },
    timeout: HANGS_MILLISECONDS,
    killSignal: "SIGKILL",
  });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  assert.ok(line.startsWith("{"), `code ${status}, signal ${signal}: ${stderr}${stdout}`);
  return { ...JSON.parse(line) as Restarted, starts: stderr.split("started\n").length - 1, code: status };
}

function restart(job: RestartJob, words: readonly string[] = [], input?: string): Run {
  return run(PROBE, [JSON.stringify(job), ...words], input);
}

function withFolder(check: (folder: Folder) => void): void {
  const folder = makeFolder({ a: "a", b: "b", secret: "s" });
  try {
    check(folder);
  } finally {
    folder.remove();
  }
}

const REEXEC = { threads: "reexec" } as const;

const tests: Record<string, () => void> = {
  "the program is started once more, and then all of it is inside": () =>
    withFolder((folder) => {
      const steps = ["readSync", "readAsync"].flatMap((act) => [
        [act, folder.at("a")] as const,
        [act, folder.at("secret")] as const,
      ]);
      const bare = restart({ lockdowns: [], steps, workerSteps: steps });
      assert.equal([bare.outcomes, bare.workerOutcomes], [steps.map(() => "ok"), steps.map(() => "ok")]);
      assert.is(bare.starts, 1);
      const permissions = { read: [folder.at("a")] };
      const inside = restart({ lockdowns: [{ permissions, options: REEXEC }], steps, workerSteps: steps });
      const outcomes = ["ok", "EACCES", "ok", "EACCES"];
      assert.equal([inside.outcomes, inside.workerOutcomes], [outcomes, outcomes]);
      assert.is(inside.starts, 2);
      assert.is(inside.reports[0]?.threads.method, "reexec");
      assert.is(inside.reports[0]?.applied, true);
      assert.ok((inside.reports[0]?.threads.count ?? 0) >= 1);
    }),
  "arguments, environment, directory, input and exit code are what they were": () => {
    const words = ["two words", "", "ü", "--flag=1", "-"];
    const job = { lockdowns: [{ permissions: {}, options: REEXEC }], exitCode: 7 };
    const { code, words: received, mark, directory, input, starts } = restart(job, words, "some input\n");
    assert.equal({ code, received, mark, directory, input, starts }, {
      code: 7,
      received: words,
      mark: "kept",
      directory: "/usr",
      input: "some input\n",
      starts: 2,
    });
  },
  "thousands of grants come through": () => {
    const read = Array.from({ length: 3000 }, (_, index) => `/etc/${"./".repeat(index % 7)}hostname`);
    const { reports, starts } = restart({ lockdowns: [{ permissions: { read }, options: REEXEC }] });
    assert.is(starts, 2);
    assert.is(reports[0]?.grants.length, 3000);
  },
  "a second lockdown may follow by signal": () =>
    withFolder((folder) => {
      const { reports, outcomes, starts } = restart({
        lockdowns: [
          { permissions: { read: [folder.path] }, options: REEXEC },
          { permissions: { read: [folder.at("a")] } },
        ],
        steps: [["readSync", folder.at("a")], ["readAsync", folder.at("b")]],
      });
      assert.is(starts, 2);
      assert.is(reports.length, 2);
      assert.equal(outcomes, ["ok", "EACCES"]);
    }),
  "a second lockdown may start the program a third time": () =>
    withFolder((folder) => {
      const { reports, outcomes, starts, error } = restart({
        lockdowns: [
          { permissions: { read: [folder.path], net: true }, options: REEXEC },
          { permissions: { read: [folder.at("a")] }, options: REEXEC },
        ],
        steps: [["readSync", folder.at("a")], ["readAsync", folder.at("b")], ["bind", "127.0.0.1", "0"]],
      });
      assert.is(error, undefined);
      assert.is(starts, 3);
      assert.equal(reports.map(({ threads }) => threads.method), ["reexec", "reexec"]);
      assert.equal(outcomes.slice(0, 2), ["ok", "EACCES"]);
      assert.ok(["EACCES", UNNAMED].includes(outcomes[2] as string), outcomes[2]);
    }),
  "asking for something else on the second start is an error": () => {
    const permissions = { read: ["/etc/hostname", "/no/such/path/@now"] };
    const options = { ...REEXEC, missing: "skip" } as const;
    const { error, starts, outcomes } = restart({
      lockdowns: [{ permissions, options }],
      steps: [["readSync", "/etc/passwd"], ["listSync", "/"]],
    });
    assert.is(starts, 2);
    assert.is(error?.code, "NOT_ENFORCEABLE");
    assert.match(error?.message ?? "", "this time it asks for other permissions");
    // What the first start asked for is in force
    assert.equal(outcomes, ["ok", "EACCES"]);
  },
  "a sandbox that denies nothing is refused, with nothing applied": () => {
    const permissions = { read: true, write: true, net: true, run: true };
    const { error, starts, outcomes } = restart({
      lockdowns: [{ permissions, options: REEXEC }],
      steps: [["listSync", "/"]],
    });
    assert.is(starts, 1);
    assert.is(error?.code, "NOT_ENFORCEABLE");
    assert.match(error?.message ?? "", "could prove afterwards that it is in force");
    assert.equal(outcomes, ["ok"]);
  },
  "a forged handover is not believed": () =>
    withFolder((folder) => {
      const permissions = { read: [folder.at("a")] };
      const request = JSON.stringify([permissions, REEXEC, "/usr"]);
      const job: RestartJob = {
        lockdowns: [{ permissions, options: REEXEC }],
        steps: [["readSync", folder.at("a")], ["readAsync", folder.at("secret")]],
      };
      const { outcomes, reports, starts, error } = run("test/probes/plan_forge.ts", [
        request,
        PROBE,
        JSON.stringify(job),
      ]);
      assert.is(error, undefined);
      assert.equal(outcomes, ["ok", "EACCES"]);
      assert.is(starts, 2);
      assert.not("forged" in (reports[0] ?? {}));
      assert.is(reports[0]?.applied, true);
    }),
  "a child does not take its parent's handover for its own": () =>
    withFolder((folder) => {
      for (const options of [REEXEC, {}]) {
        const inner: RestartJob = {
          lockdowns: [{ permissions: { read: [folder.at("a")] }, options }],
          steps: [["readSync", folder.at("a")], ["readAsync", folder.at("b")]],
          expected: "ok,EACCES",
        };
        const [command, words] = selfCommand(PROBE, [JSON.stringify(inner)]);
        // As root, Bun's children want all of /proc. Binding a port is what the child can prove its own sandbox with
        const read = [ROOT, folder.path, "/proc"];
        const outer: RestartJob = {
          lockdowns: [{ permissions: { read, run: [command], net: true }, options: REEXEC }],
          steps: [["spawnSync", command, ...words]],
        };
        const { starts, outcomes, error } = restart(outer);
        assert.is(error, undefined);
        assert.is(starts, 2);
        assert.equal(outcomes, ["ok"], JSON.stringify(options));
      }
    }),
  "a title overwrites what the program would be started with, and is refused": () => {
    const job: RestartJob = {
      title: "a title",
      lockdowns: [{ permissions: {}, options: REEXEC }],
      steps: [["listSync", "/"]],
    };
    const { starts, error, outcomes, reports } = restart(job);
    // Bun leaves its command line alone
    if (runtimeName === "bun") assert.is(reports[0]?.applied, true);
    else {
      assert.is(starts, 1);
      assert.is(error?.code, "NOT_ENFORCEABLE");
      assert.match(error?.message ?? "", /command line was overwritten with "a title.*after lockdown\(\)/);
      assert.equal(outcomes, ["ok"]);
    }
  },
};

for (const [fact, check] of Object.entries(tests)) {
  if (abi === 0) skip(fact, "a kernel with Landlock");
  else test(fact, check);
}

const deaf = "a thread that no signal reaches makes the program start again";
if (abi === 0 || abi >= 8) skip(deaf, `Landlock ABI 1 to 7, this kernel has ${abi}`);
else {
  test(deaf, () =>
    withFolder((folder) => {
      const steps = [["readSync", folder.at("a")], ["readAsync", folder.at("secret")]] as const;
      const permissions = { read: [folder.at("a")] };
      const job: RestartJob = { deafWorker: true, lockdowns: [{ permissions }], steps, workerSteps: steps };
      const { starts, reports, outcomes, workerOutcomes } = restart(job);
      assert.is(reports[0]?.threads.method, "reexec");
      assert.is(starts, 2);
      assert.equal([outcomes, workerOutcomes], [["ok", "EACCES"], ["ok", "EACCES"]]);
    }));
}

test.run();
