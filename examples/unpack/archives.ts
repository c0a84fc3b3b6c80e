import { lstatSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../../test/support/runtimes.ts";
import { ATTACKS, type Kind, placeOf } from "./attacks.ts";
import type { Scene } from "./scene.ts";
import { type Member, writeTar } from "./tar_writer.ts";

/** Fills the inbox, and the victim's folder with what must be there before. */
export function packArchives(scene: Scene, kinds: readonly Kind[]): void {
  const pack = (name: string, kind: Kind, members: readonly Member[]) => {
    const bytes = writeTar(members);
    writeFileSync(join(scene.inbox, `${name}.${kind}`), kind === "tgz" ? gzipSync(bytes) : bytes);
  };
  for (const kind of kinds) {
    pack("honest", kind, honestMembers(kind));
    for (const attack of ATTACKS) {
      const place = placeOf(scene, attack, kind);
      if (attack.before !== undefined) writeFileSync(place.target, attack.before);
      pack(attack.name, kind, attack.members(place));
    }
  }
  // The module acts when the next archive is opened by Python: by its name this one comes before "symlink.tgz"
  if (kinds.includes("tgz")) pack("setup", "tgz", hostileModule(scene));
}

/** What a well-meant archive contains. */
export function honestMembers(kind: Kind): Member[] {
  const folder = `honest-${kind}`;
  return [
    { name: `${folder}/`, type: "directory", mode: 0o755 },
    { name: `${folder}/README`, content: "Read me first\n" },
    { name: `${folder}/bin/`, type: "directory", mode: 0o755 },
    { name: `${folder}/bin/start`, mode: 0o755, content: "#!/bin/sh\necho started\n" },
    { name: `${folder}/data/`, type: "directory", mode: 0o700 },
    { name: `${folder}/data/empty`, content: "" },
    { name: `${folder}/data/private`, mode: 0o600, content: "private\n" },
    { name: `${folder}/data/${"long name ".repeat(15)}`, content: "more than a block\n".repeat(100) },
    { name: `${folder}/data/naïve ☃`, content: "a name that is not ASCII\n" },
    { name: `${folder}/latest`, type: "symbolic link", target: "data/private" },
    { name: `${folder}/README.copy`, type: "hard link", target: `${folder}/README` },
  ];
}

/** Where the hostile module's shell writes. */
export function shellTarget(scene: Scene): string {
  return join(scene.victim, "shell.txt");
}

function hostileModule(scene: Scene): Member[] {
  const targets = {
    secret: scene.secretPath,
    file: shellTarget(scene),
    grantedPort: scene.collector.port,
    otherPort: scene.stranger.port,
  };
  return [
    { name: "tarfile.py", content: readFileSync(join(ROOT, "examples/unpack/hostile_module.py"), "utf8") },
    { name: "tarfile.json", content: JSON.stringify(targets) },
  ];
}

/** What is missing in the outbox of a well-meant archive, or not as it was packed; empty if all has arrived. */
export function missingMembers(outbox: string, kind: Kind): string[] {
  return honestMembers(kind).filter((member) => !hasArrived(outbox, member)).map(({ name }) => name);
}

function hasArrived(outbox: string, member: Member): boolean {
  const { name, type = "file", mode = 0o644, content = "", target = "" } = member;
  const path = join(outbox, name);
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status === undefined) return false;
  // Of the mode what a usual umask does not take away
  const isSameMode = (status.mode & 0o700) === (mode & 0o700);
  switch (type) {
    case "directory":
      return status.isDirectory() && isSameMode;
    case "symbolic link":
      return status.isSymbolicLink() && readlinkSync(path) === target;
    case "hard link":
      return status.ino === lstatSync(join(outbox, target), { throwIfNoEntry: false })?.ino;
    default:
      return status.isFile() && isSameMode && readFileSync(path, "utf8") === content;
  }
}
