/** What a case consists of. Plain data: it can be written down, made smaller and tried again.
 *
 * Paths begin with `@`, which stands for the folder of all cases: `@/t` is the working directory of everything, `@/out`
 * lies beside it. Entries and links may be relative too, as a user would write them. */

/** Something in the tree, made in this order. */
export type TreeItem =
  | { readonly kind: "folder" | "file" | "program" | "dynamic program"; readonly path: string }
  /** A symbolic link with this text, a hard link to that path, or a bind mount of that path. */
  | { readonly kind: "symlink" | "hard link" | "bind"; readonly path: string; readonly to: string };

/** What a user says of one permission. */
export interface PermissionWords {
  /** `true` for everything. */
  readonly allow: true | readonly string[];
  readonly deny: readonly string[];
}

/** The permissions that are about files. */
export type Kind = "read" | "write" | "run";

/** What a user says. */
export type Words = Readonly<Record<Kind, PermissionWords>>;

/** An act of the walker: its name and up to two words. */
export type Act = readonly [name: string, ...words: string[]];

/** A process inside. Children of one start have one Sandbox, one compiled file or one process under `lockdown()`. */
export interface Child {
  /** Which start it belongs to, from 0. A later one is planned anew with the same words. */
  readonly start: number;
  readonly acts: readonly Act[];
}

/** How the product is used. */
export type Way = "spawn" | "argv" | "run" | "compile" | "lockdown";

/** All ways. */
export const WAYS: readonly Way[] = ["spawn", "argv", "run", "compile", "lockdown"];

/** One case. */
export interface Case {
  readonly seed: number;
  readonly way: Way;
  readonly missing: "error" | "skip" | "create";
  readonly tree: readonly TreeItem[];
  readonly words: Words;
  /** A hostile case tries to break what is denied, an honest one does what is allowed. */
  readonly aim: "hostile" | "honest";
  /** Empty in an honest case: which acts are promised follows from the report. */
  readonly children: readonly Child[];
}
