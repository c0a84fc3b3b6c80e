import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { mayInstall } from "./installing.ts";

/** Where a command lies in PATH, or in the folders where only root's PATH looks. */
export function commandPath(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/sbin"];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Where a command lies; where it is missing, the Debian package it comes in is installed first, if we are root.
 *
 * @returns `undefined` where it cannot be had
 */
export function debianCommand(name: string, debianPackage: string): string | undefined {
  return commandPath(name) ?? (installed(debianPackage) ? commandPath(name) : undefined);
}

let updated = false;

function installed(debianPackage: string): boolean {
  if (!mayInstall() || process.getuid?.() !== 0 || commandPath("apt-get") === undefined) return false;
  if (!updated) updated = apt("update");
  return apt("install", "-y", "--no-install-recommends", debianPackage);
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" }).status === 0;
}

/** The first line of what a command prints about itself. */
export function versionOf(command: string, args: readonly string[] = ["--version"]): string {
  const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return `${stdout || stderr}`.trim().split("\n")[0] ?? "";
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
