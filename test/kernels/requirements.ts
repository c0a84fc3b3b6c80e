import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { run } from "./command.ts";
import { progress } from "./progress.ts";
import { Unavailable } from "./unavailable.ts";

/** A program the harness needs on the host and the Debian package it is in. */
export interface Requirement {
  readonly program: string;
  readonly package: string;
}

/** Installs what is missing when run as root; else throws `Unavailable` with the packages to install. */
export async function requirePrograms(requirements: readonly Requirement[]): Promise<void> {
  const missing = () => requirements.filter(({ program }) => !isOnPath(program));
  const packages = [...new Set(missing().map((requirement) => requirement.package))];
  if (packages.length === 0) return;
  const names = packages.join(" ");
  if (process.getuid?.() !== 0) {
    throw new Unavailable(`Missing Debian packages: ${names}. Install them, or run this as root`);
  }
  if (!isOnPath("apt-get")) {
    throw new Unavailable(`Missing programs of the Debian packages ${names}, and no apt-get`);
  }

  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
  let finished = await progress(`Installing ${names}`, install());
  if (finished.code !== 0) {
    // A new machine has no package lists yet, an old one names versions that are gone.
    await progress("Updating the package lists", run("apt-get", ["update"]));
    finished = await progress(`Installing ${names}`, install());
  }
  if (finished.code !== 0 || missing().length > 0) {
    throw new Unavailable(`Cannot install ${names}: ${finished.stderr.trim().split("\n").at(-1) ?? ""}`);
  }
}

/** Whether a program of this name can be executed from `PATH`. */
export function isOnPath(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
