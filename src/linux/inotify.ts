import { sealClass } from "../javascript/seal_class.ts";
import { O_CLOEXEC, O_NONBLOCK } from "./flags.ts";
import { parent } from "./paths.ts";
import { SCRATCH_SIZE, type System } from "./system.ts";

/** `include/uapi/linux/inotify.h`. Replacing a file or unlinking it changes its link count, which is an attribute. */
const IN_ATTRIB = 0x004;
const IN_DELETE_SELF = 0x400;
const IN_MOVE_SELF = 0x800;

/** Tells in one system call whether any of many paths may have come to lead elsewhere: by inotify(7) on the files and
 * on every directory above them. What is mounted over a path is not seen. */
export class Watch {
  readonly #system: System;
  readonly #descriptor: number;

  private constructor(system: System, descriptor: number) {
    this.#system = system;
    this.#descriptor = descriptor;
  }

  /** Begins to watch; `undefined` where that is not possible: a file that may not be read, or more than
   * `/proc/sys/fs/inotify` allows. */
  static over(system: System, paths: readonly string[]): Watch | undefined {
    const descriptor = system.attempt("inotify_init1", O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return undefined;
    const watch = new Watch(system, descriptor);
    const events = IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
    for (const path of withDirectoriesAbove(paths)) {
      if (system.attempt("inotify_add_watch", descriptor, system.pathAddress(path), events) >= 0) continue;
      watch.release();
      return undefined;
    }
    return watch;
  }

  /** Whether something happened since the last call. */
  triggered(): boolean {
    let happened = false;
    const { address } = this.#system.scratch;
    while (this.#system.attempt("read", this.#descriptor, address, SCRATCH_SIZE) > 0) happened = true;
    return happened;
  }

  /** Ends it. */
  release(): void {
    this.#system.attempt("close", this.#descriptor);
  }
}

sealClass(Watch);

function withDirectoriesAbove(paths: readonly string[]): Set<string> {
  const all = new Set(paths);
  for (const path of paths) {
    for (let at = parent(path); at !== "/"; at = parent(at)) all.add(at);
  }
  return all;
}
