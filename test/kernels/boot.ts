import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";
import { machineOf } from "./architecture.ts";
import { atEnd } from "./ending.ts";
import type { Kernel } from "./fetch_kernel.ts";
import type { GuestFile } from "./guest_file.ts";
import { jobFiles } from "./guest_init.ts";
import { buildInitramfs } from "./initramfs.ts";
import { type CommandResult, ReportReader } from "./report_reader.ts";
import { cacheFolder } from "./repository.ts";
import { requirePrograms } from "./requirements.ts";
import { takeTurn } from "./turns.ts";

/** What to boot, and what to do in it. */
export interface BootOptions {
  readonly kernel: Kernel;
  /** Shell commands; they run in the guest's copy of the repository, as root, one after the other. */
  readonly commands: readonly string[];
  /** How long the guest may go without beginning or ending a command: on a busy machine it may take any time in all.
   * Default: 10 minutes. */
  readonly deadlineMilliseconds?: number;
  /** What one command may take. Default: a little less. */
  readonly limitMilliseconds?: number;
  readonly memoryMebibytes?: number;
  readonly processors?: number;
  /** More words for the kernel's command line. */
  readonly append?: string;
  /** More files, on top of the system, the runtimes and the repository. */
  readonly files?: readonly GuestFile[];
  /** More Debian packages, with what they depend on. */
  readonly packages?: readonly string[];
  readonly onReady?: (milliseconds: number) => void;
  readonly onBegin?: (command: string) => void;
  readonly onEnd?: (result: CommandResult) => void;
}

/** What a guest did. */
export interface BootResult {
  /** `completed`: every command has ended. `deadline`: stopped by the host. `stopped`: the guest ended by itself. */
  readonly outcome: "completed" | "deadline" | "stopped";
  readonly results: CommandResult[];
  /** From the start of the emulator to the first command; `undefined` when it never came so far. */
  readonly bootMilliseconds: number | undefined;
  readonly totalMilliseconds: number;
  /** What kernel and init wrote. */
  readonly console: string;
}

const DEADLINE_MILLISECONDS = HANGS_MILLISECONDS;
const POWER_OFF_MILLISECONDS = 5_000;
const MEMORY_MEBIBYTES = 3_072;
const PROCESSORS = 2;

/** Boots a kernel under QEMU, runs commands in it and turns it off. At most two guests run at once. */
export async function bootKernel(options: BootOptions): Promise<BootResult> {
  const { architecture } = options.kernel;
  const { emulator, emulatorPackage } = machineOf(architecture);
  await requirePrograms([{ program: emulator, package: emulatorPackage }]);
  const endTurn = await takeTurn();
  const folder = await mkdtemp(join(await cacheFolder("guests"), `${options.kernel.series}-`));
  const forget = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const initramfs = join(folder, "initramfs");
    await buildInitramfs(initramfs, {
      architecture,
      packages: options.packages ?? [],
      files: [...options.files ?? [], ...jobFiles(jobOf(options))],
    });
    return await runGuest(options, initramfs, join(folder, "console"));
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
    endTurn();
  }
}

/** What a command may take, so that the guest itself can still end it. */
export function limitFor(deadlineMilliseconds: number): number {
  return deadlineMilliseconds * 0.9;
}

function jobOf(options: BootOptions): Parameters<typeof jobFiles>[0] {
  const limit = options.limitMilliseconds ?? limitFor(options.deadlineMilliseconds ?? DEADLINE_MILLISECONDS);
  return {
    commands: options.commands,
    limitSeconds: Math.ceil(limit / 1_000),
    port: machineOf(options.kernel.architecture).port.device,
  };
}

async function runGuest(options: BootOptions, initramfs: string, consoleFile: string): Promise<BootResult> {
  const begin = performance.now();
  const elapsed = () => Math.round(performance.now() - begin);
  let bootMilliseconds: number | undefined;
  let outcome: BootResult["outcome"] = "stopped";
  let failure: unknown;

  const guest = spawn(machineOf(options.kernel.architecture).emulator, emulatorArguments(), {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => void guest.kill("SIGKILL");
  // Only this program knows which emulator is its own: none may outlive it.
  const forget = atEnd(kill);
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const startCount = () => {
    deadline = setTimeout(() => {
      outcome = "deadline";
      kill();
    }, options.deadlineMilliseconds ?? DEADLINE_MILLISECONDS);
  };
  startCount();

  const reader = new ReportReader(options.commands, {
    onReady: () => {
      bootMilliseconds = elapsed();
      options.onReady?.(bootMilliseconds);
    },
    onBegin: (index) => options.onBegin?.(options.commands[index] ?? ""),
    onEnd: (_index, result) => options.onEnd?.(result),
    onDone: () => {
      outcome = "completed";
      clearTimeout(deadline);
      setTimeout(kill, POWER_OFF_MILLISECONDS).unref();
    },
  });
  let errors = "";
  guest.stderr.on("data", (chunk: Uint8Array) => errors += new TextDecoder().decode(chunk));
  guest.stdout.on("data", (chunk: Uint8Array) => {
    clearTimeout(deadline);
    if (outcome !== "completed") startCount();
    try {
      reader.push(chunk);
    } catch (error) {
      failure ??= error;
      kill();
    }
  });
  await new Promise<void>((resolve) => {
    guest.on("error", (error) => {
      failure ??= error;
      resolve();
    });
    guest.on("close", () => resolve());
  });
  clearTimeout(deadline);
  forget();
  if (failure !== undefined) throw failure;

  const console = errors + await readFile(consoleFile, "latin1").catch(() => "");
  const results = reader.complete();
  return { outcome, results, bootMilliseconds, totalMilliseconds: elapsed(), console };

  function emulatorArguments(): string[] {
    const machine = machineOf(options.kernel.architecture);
    const append = [
      machine.append,
      // A kernel that panics ends at once, and so does the emulator.
      "panic=-1",
      // The guest fends off nobody: the detours against speculation only cost time.
      "mitigations=off",
      options.append ?? "",
    ];
    return [
      ...machine.model,
      ...["-smp", String(options.processors ?? PROCESSORS)],
      ...["-m", `${options.memoryMebibytes ?? MEMORY_MEBIBYTES}M`],
      ...["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none"],
      ...["-kernel", options.kernel.vmlinuz, "-initrd", initramfs, "-append", append.join(" ").trim()],
      ...["-serial", `file:${consoleFile}`],
      ...["-chardev", "stdio,id=results,signal=off", ...machine.port.arguments],
    ];
  }
}
