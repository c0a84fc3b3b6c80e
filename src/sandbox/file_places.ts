import { sealClass } from "../javascript/seal_class.ts";
import { Watch } from "../linux/inotify.ts";
import { identityOf } from "../linux/status.ts";
import type { System } from "../linux/system.ts";

/** Paths and the files they lead to now, to see later whether they still do. */
export class FilePlaces {
  readonly #system: System;
  readonly #places: readonly { readonly path: string; readonly identity: string | undefined }[];
  /** `undefined` before the first look, `null` where nothing can be watched. */
  #watch: Watch | null | undefined;

  /** Remembers where the paths lead. */
  constructor(system: System, paths: readonly string[]) {
    this.#system = system;
    this.#places = paths.map((path) => ({ path, identity: identityOf(system, path) }));
  }

  /** Whether one leads elsewhere than it did, or nowhere. While somebody holds the files open, as a Landlock rule does,
   * no other file can have the number of one of them. */
  moved(): boolean {
    if (this.#watch === undefined) {
      this.#watch = Watch.over(this.#system, this.#places.map(({ path }) => path)) ?? null;
    } else if (this.#watch?.triggered() === false) return false;
    return this.movedUnseen();
  }

  /** The same without relying on notifications: every path is looked at. */
  movedUnseen(): boolean {
    return this.#places.some(({ path, identity }) => identityOf(this.#system, path) !== identity);
  }

  /** Stops watching. */
  release(): void {
    this.#watch?.release();
    this.#watch = null;
  }
}

sealClass(FilePlaces);
