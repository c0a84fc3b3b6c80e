import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Run } from "./run_service.ts";
import type { Scene } from "./scene.ts";
import type { FileResult } from "./service_result.ts";
import type { Member } from "./tar_writer.ts";

/** How an archive is packed; the service unpacks `.tar` with GNU tar and `.tgz` with Python. */
export type Kind = "tar" | "tgz";

/** An archive that tries to do what its reader did not mean. */
export interface Attack {
  /** Name of the archive, without extension. */
  readonly name: string;
  readonly title: string;
  /** The word for the table when it worked. */
  readonly done: string;
  /** Content of the target before, when it must exist. */
  readonly before?: string;
  members(place: Place): Member[];
  /** Whether it worked, as seen from outside. */
  isDone(place: Place, run: Run): boolean;
  /** What the one who tried was told, where that is not the tool. */
  message?(place: Place, run: Run): string | undefined;
  /** Whether it can be seen that it was refused, where a tool says nothing. */
  isRefused?(place: Place): boolean;
}

/** What an attack aims at. */
export interface Place {
  readonly scene: Scene;
  /** A file of the victim that no other archive aims at. */
  readonly target: string;
  /** A name in the outbox that no other archive uses. */
  readonly name: string;
}

/** Where an attack takes place. */
export function placeOf(scene: Scene, { name }: Attack, kind: Kind): Place {
  return { scene, target: join(scene.victim, `${name}.${kind}.txt`), name: `${name}.${kind}.member` };
}

const WRITTEN = "written by an archive\n";
const isWritten = ({ target }: Place) => contains(target, WRITTEN);

/** Not among them: changing mode and times of a folder outside, which a member of its name does. Landlock has no
 * access right for that, see "Open on every kernel" in the report of lockdown(). */
export const ATTACKS: readonly Attack[] = [
  {
    name: "parent",
    title: "../ member",
    done: "written",
    members: ({ scene, target }) => [{ name: relative(scene.outbox, target), content: WRITTEN }],
    isDone: isWritten,
  },
  {
    name: "absolute",
    title: "absolute member",
    done: "written",
    members: ({ target }) => [{ name: target, content: WRITTEN }],
    isDone: isWritten,
  },
  {
    name: "symlink",
    title: "member behind a symlink",
    done: "written",
    members: ({ scene, target, name }) => [
      { name, type: "symbolic link", target: scene.victim },
      { name: `${name}/${relative(scene.victim, target)}`, content: WRITTEN },
    ],
    isDone: isWritten,
  },
  {
    name: "hard_link",
    title: "write through a hard link",
    done: "written",
    before: "original\n",
    members: ({ target, name }) => [{ name, type: "hard link", target }, { name, content: WRITTEN }],
    isDone: isWritten,
    // Where Python cannot link it goes on without a word, and the second member becomes a file of its own
    isRefused: ({ scene, name }) => contains(join(scene.outbox, name), WRITTEN),
  },
  {
    name: "device",
    title: "device node",
    done: "made",
    // The same as /dev/null. A hostile archive would bring that of the disk
    members: ({ name }) => [{ name, type: "character device", device: [1, 3] }],
    isDone: ({ scene, name }) =>
      lstatSync(join(scene.outbox, name), { throwIfNoEntry: false })?.isCharacterDevice() ?? false,
  },
  {
    name: "secret",
    title: "symlink to a secret",
    done: "read",
    // Making the link is harmless; the service follows it when it takes checksums
    members: ({ scene, name }) => [{ name, type: "symbolic link", target: scene.secretPath }],
    isDone: (place, run) => checksumOf(place, run)?.sha256 === sha256(place.scene.secret),
    message: (place, run) => checksumOf(place, run)?.error,
  },
];

function checksumOf({ scene, name }: Place, { result }: Run): FileResult | undefined {
  return result?.files.find(({ path }) => path === join(scene.outbox, name));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether a file is there and says exactly this. */
export function contains(path: string, content: string): boolean {
  return existsSync(path) && readFileSync(path, "utf8") === content;
}
