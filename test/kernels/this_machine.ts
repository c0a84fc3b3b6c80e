import { spawnSync } from "node:child_process";
import { release } from "node:os";
import type { Findings } from "./acts/findings.ts";
import { judge } from "./acts/judge.ts";
import { programPath, ROOT, testRuntimes } from "../support/runtimes.ts";
import { ENOSYS, EOPNOTSUPP, nameAbi, nameErrata } from "./landlock_probe.ts";
import type { Outcome } from "./matrix_case.ts";
import { readFindings } from "./trial.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

/** Tries the acts on the machine we are on, without any guest. */
export function runOnThisMachine(): Outcome {
  const begin = performance.now();
  const runtimes = testRuntimes();
  const found = runtimes.map((runtime) => {
    const program = programPath(runtime, "test/kernels/acts/probe.ts");
    const { status, stdout, stderr } = spawnSync(runtime.executable, [...runtime.arguments, program], {
      cwd: ROOT,
      encoding: "utf8",
      timeout: HANGS_MILLISECONDS,
      killSignal: "SIGKILL",
    });
    const findings = readFindings({ command: program, code: status, stdout, stderr, milliseconds: 0 });
    return { runtime, findings };
  });
  const all = found.map(({ findings }) => findings).filter((findings) => typeof findings !== "string");
  const abi = abiOf(all[0]);
  const [major, minor] = release().split(".");
  const name = `${major}.${minor} native`;
  const failures = found.flatMap(({ runtime, findings }) => {
    const complaints = typeof findings === "string" ? [findings] : judge([findings], abi).complaints;
    return complaints.map((text) => `${name}, ${runtime.name}: ${text}`);
  });
  return {
    name,
    release: release(),
    abi: nameAbi(abi),
    errata: all[0] === undefined ? "?" : nameErrata(all[0].kernel.errata),
    threads: all[0]?.threads.method ?? "?",
    cells: judge(all, abi).cells,
    checks: runtimes.length,
    failures,
    totalMilliseconds: Math.round(performance.now() - begin),
  };
}

/** As nothing else is known of this machine, its own word is taken for the ABI; what holds is still tried. */
function abiOf(findings: Findings | undefined): number {
  if (findings === undefined) return 0;
  const { abi, unavailable } = findings.kernel;
  if (abi > 0) return abi;
  return unavailable === "disabled at boot" ? -EOPNOTSUPP : -ENOSYS;
}
