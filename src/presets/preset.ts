import { context } from "../context.ts";
import { openPath } from "../linux/open.ts";
import type { Permissions } from "../permissions/permissions.ts";

/** One thing that a preset grants, and why. */
export interface PresetEntry {
  readonly permission: "read" | "write" | "run";
  /** A path or a program; `true` for all. */
  readonly entry: string | true;
  readonly reason: string;
  /** Left out where it does not exist. */
  readonly optional?: boolean;
}

/** What a preset is told besides the folder. */
export interface PresetOptions {
  /** Further files and folders that may be read. */
  readonly read?: readonly string[] | undefined;
  /** The program, a path. Default: the first of its name in PATH, but never one in the folder itself. */
  readonly program?: string | undefined;
}

/** The folder a command works in, as every preset grants it. */
export function workingFolder(folder: string, { read = [] }: PresetOptions): PresetEntry[] {
  return [
    { permission: "read", entry: folder, reason: "the folder it works in" },
    { permission: "write", entry: contentsOf(folder), reason: "what is in the folder it works in" },
    ...read.map((entry) => ({ permission: "read", entry, reason: "named by the caller" }) as const),
  ];
}

/** A path that stands for what a folder contains and not for the folder itself. */
export function contentsOf(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}

/** Without what need not exist and does not. */
export function presentEntries(entries: readonly PresetEntry[]): readonly PresetEntry[] {
  return entries.filter(({ entry, optional }) => !(optional && isMissing(entry)));
}

/** Entries as the permissions they amount to: plain lists, to be spread and extended. */
export function permissionsOf(entries: readonly PresetEntry[]): Permissions {
  const value = (permission: PresetEntry["permission"]) => {
    const all = entries.filter((entry) => entry.permission === permission).map(({ entry }) => entry);
    return all.includes(true) ? true : [...new Set(all as string[])];
  };
  return { read: value("read"), write: value("write"), run: value("run") };
}

function isMissing(path: string | true): boolean {
  if (path === true) return false;
  const { system } = context();
  const fd = openPath(system, path);
  if (fd >= 0) system.attempt("close", fd);
  return fd < 0;
}
