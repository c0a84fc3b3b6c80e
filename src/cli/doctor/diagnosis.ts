import { type Context, context } from "../../context.ts";
import { prepareThreads } from "../../enforce/method.ts";
import { ABI_STEPS } from "../../landlock/abi.ts";
import { type KernelInfo, landlockUnavailable, queryKernel } from "../../landlock/kernel.ts";
import { launcherFile } from "../../sandbox/launcher_file.ts";
import { Sandbox } from "../../sandbox/sandbox.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "../../sandbox/temporary_folder.ts";
import { AuditListener } from "../denials/audit_listener.ts";
import { errorLine } from "../errors.ts";
import { systemProgram } from "../programs.ts";
import { version } from "../commands.ts";

/** What `doctor` found; `docs/doctor.schema.json` describes it. */
export interface Diagnosis {
  readonly version: 1;
  /** Whether a child can be confined here: it was tried. */
  readonly usable: boolean;
  readonly landlockdown: string;
  readonly runtime: {
    readonly name: string;
    readonly version: string;
    /** How libc is called; left out where it cannot be. */
    readonly backend?: string;
    readonly libc?: string;
  };
  readonly kernel: {
    readonly release: string;
    readonly architecture: string;
    /** `null` where the kernel cannot be asked. */
    readonly abi: number | null;
    /** Numbers of the errata that are fixed. */
    readonly errata: readonly number[];
  };
  readonly features: readonly Feature[];
  readonly checks: readonly Check[];
}

interface Feature {
  readonly abi: number;
  /** The mainline release that brought it. */
  readonly linux: string;
  readonly what: string;
  readonly available: boolean;
}

interface Check {
  readonly name: "libc" | "landlock" | "denial" | "memory-files" | "threads" | "strace" | "audit";
  readonly ok: boolean;
  readonly what: string;
  readonly remedy?: string;
}

/** What each ABI added, in the words of those who use it. */
const FEATURES: Readonly<Record<number, string>> = {
  1: "reading, writing, creating, deleting and running files",
  2: "moving files between directories (denied before)",
  3: "emptying files (truncate)",
  4: "TCP: connecting and listening, by port",
  5: "commands to devices (ioctl)",
  6: "signals and abstract UNIX sockets of other processes",
  7: "denials in the audit log",
  8: "all threads of a process in one step",
  9: "UNIX sockets with a path",
  10: "UDP: sending and receiving, by port",
  11: "no_new_privs in the same step",
};

/** Looks at this machine. Tries what can be tried; changes nothing. */
export function diagnose(): Diagnosis {
  const { release, arch } = process.getBuiltinModule("node:os");
  const [here, failure] = reach();
  const kernel = here && queryKernel(here.system);
  const checks = here === undefined || kernel === undefined
    ? [{ name: "libc", ok: false, what: "libc can be called", remedy: failure ?? "" } as const]
    : checksOf(here, kernel);
  return {
    version: 1,
    usable: checks.some(({ name, ok }) => name === "denial" && ok),
    landlockdown: version,
    runtime: here === undefined ? ownRuntime() : {
      name: here.runtime.name,
      version: here.runtime.version,
      backend: here.runtime.backend,
      libc: here.runtime.libc,
    },
    kernel: {
      release: release(),
      architecture: here?.runtime.architecture ?? arch(),
      abi: kernel?.abi ?? null,
      errata: numbersOf(kernel?.errata ?? 0),
    },
    features: ABI_STEPS.map(({ abi, linux }) => ({
      abi,
      linux,
      what: FEATURES[abi] ?? "",
      available: (kernel?.abi ?? 0) >= abi,
    })),
    checks,
  };
}

function reach(): [Context | undefined, string | undefined] {
  try {
    return [context(), undefined];
  } catch (error) {
    return [undefined, errorLine(error)];
  }
}

function ownRuntime(): { name: string; version: string } {
  const { bun, deno, node } = process.versions;
  return bun !== undefined
    ? { name: "bun", version: bun }
    : deno !== undefined
    ? { name: "deno", version: deno }
    : { name: "node", version: node };
}

function checksOf(here: Context, kernel: KernelInfo): Check[] {
  const check = (name: Check["name"], what: string, remedy: string | undefined): Check => ({
    name,
    ok: remedy === undefined,
    what,
    ...(remedy === undefined ? {} : { remedy }),
  });
  const available = kernel.abi > 0;
  return [
    check("libc", `libc can be called (${here.runtime.backend})`, undefined),
    check(
      "landlock",
      "the kernel offers Landlock",
      available ? undefined : errorLine(landlockUnavailable(kernel)),
    ),
    ...(available
      ? [
        check("denial", "a child is refused what it was not granted: tried just now", obstacleToDenial()),
        check("memory-files", "memory files can be executed", obstacleToMemoryFiles()),
        check("threads", "lockdown() can reach every thread of a runtime", obstacleToThreads(here, kernel)),
      ]
      : []),
    check(
      "strace",
      "run --explain-denials can trace (strace is installed)",
      systemProgram("strace") !== undefined ? undefined : "Install strace, in /usr/bin",
    ),
    check(
      "audit",
      "run --explain-denials can hear the kernel's audit records",
      hearsAuditRecords(here)
        ? undefined
        : kernel.abi < 7
        ? "It does from ABI 7 on"
        : "Auditing is off, or its records may not be read: as root, outside of containers, turn it on with auditctl -e 1 (package audit or auditd)",
    ),
  ];
}

/** Proves it on a child, with a file that it can read without a sandbox. */
function obstacleToDenial(): string | undefined {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { writeFileSync } = process.getBuiltinModule("node:fs");
  const made = makeTemporaryFolder();
  const folder = made.path;
  try {
    writeFileSync(`${folder}/file`, "", { flag: "wx" });
    const [command, args] = ["/bin/cat", [`${folder}/file`]] as const;
    if (spawnSync(command, args).status !== 0) return "It could not be tried: /bin/cat does not work here";
    const granted = new Sandbox({ run: [command], read: [folder] });
    const denied = new Sandbox({ run: [command] });
    const [inside, outside] = [granted.spawnSync(command, args), denied.spawnSync(command, args)];
    granted.close();
    denied.close();
    if (inside.status !== 0) return `With the grant it failed too: ${inside.stderr}`;
    return outside.status === 0
      ? "It was NOT refused. Do not rely on a sandbox here, and report this"
      : undefined;
  } catch (error) {
    return errorLine(error);
  } finally {
    removeTemporaryFolder(made);
  }
}

function obstacleToMemoryFiles(): string | undefined {
  const file = launcherFile({ landlock: { kind: "none" }, environment: { pass: [] } });
  file.release();
  return file.inMemory
    ? undefined
    : "vm.memfd_noexec is 2: launchers are files on disk without a name instead";
}

/** Why `lockdown()` could not restrict every thread of a program in this runtime. */
function obstacleToThreads({ system, runtime }: Context, kernel: KernelInfo): string | undefined {
  try {
    prepareThreads(system, runtime, kernel, "auto");
    return undefined;
  } catch (error) {
    return errorLine(error);
  }
}

function hearsAuditRecords({ system }: Context): boolean {
  const listener = AuditListener.open(system);
  listener?.close();
  return listener !== undefined;
}

function numbersOf(mask: number): number[] {
  return Array.from({ length: 31 }, (_, at) => at + 1).filter((number) => (mask & (1 << (number - 1))) !== 0);
}
