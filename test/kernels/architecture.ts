import process from "node:process";
import { Unavailable } from "./unavailable.ts";

/** A machine architecture, in Debian's words. */
export type Architecture = "amd64" | "arm64";

/** What the other trades call an architecture, and how QEMU plays it. */
export interface Machine {
  readonly emulator: string;
  readonly emulatorPackage: string;
  /** `process.arch` and the names of Node's and Deno's packages. */
  readonly node: "x64" | "arm64";
  /** The names of Bun's packages. */
  readonly bun: "x64" | "aarch64";
  /** Words for the kernel's command line. */
  readonly append: string;
  readonly model: readonly string[];
  /** The serial port for results: the kernel's own messages stay on the console, out of their way. */
  readonly port: { readonly device: string; readonly arguments: readonly string[] };
}

const machines: Record<Architecture, Machine> = {
  amd64: {
    emulator: "qemu-system-x86_64",
    emulatorPackage: "qemu-system-x86",
    node: "x64",
    bun: "x64",
    // On a busy host the kernel would distrust the clock and change to a slow one.
    append: "console=ttyS0 tsc=reliable",
    // "max" has the AVX2 that Bun needs. Without 57-bit addresses the emulated page walks have one level less.
    // QEMU 7.2 leaves garbage in the flags after a CMPXCHG16B, which the kernel's allocator uses where it can: one
    // boot in three panicked. The runtimes do without it.
    model: ["-machine", "pc,accel=tcg", "-cpu", "max,la57=off,cx16=off"],
    port: { device: "ttyS1", arguments: ["-serial", "chardev:results"] },
  },
  arm64: {
    emulator: "qemu-system-aarch64",
    emulatorPackage: "qemu-system-arm",
    node: "arm64",
    bun: "aarch64",
    append: "console=ttyAMA0",
    // The architected pointer authentication is cryptography in software: the machine's own is cheap.
    model: ["-machine", "virt,accel=tcg", "-cpu", "max,pauth-impdef=on,sve=off,sme=off"],
    port: { device: "ttyS0", arguments: ["-device", "pci-serial,chardev=results"] },
  },
};

/** The names and QEMU arguments of an architecture. */
export function machineOf(architecture: Architecture): Machine {
  return machines[architecture];
}

/** The architecture this program runs on. */
export function hostArchitecture(): Architecture {
  if (process.arch === "x64") return "amd64";
  if (process.arch === "arm64") return "arm64";
  throw new Unavailable(`No kernel packages are known for the architecture "${process.arch}"`);
}

/** Reads an architecture from the command line. */
export function parseArchitecture(name: string): Architecture {
  if (name === "amd64" || name === "arm64") return name;
  throw new Error(`Unknown architecture "${name}": use "amd64" or "arm64"`);
}
