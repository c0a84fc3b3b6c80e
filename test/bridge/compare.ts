import type { Permissions } from "../../mod.ts";
import * as assert from "uvu/assert";
import { untilEnded } from "../support/ended.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { startFile } from "../support/self.ts";
import { flagsFor, PRELOAD } from "./own_flags.ts";

/** A program in a folder of its own, and what it is granted. */
export interface Project {
  /** The body of a function; what it returns is compared. */
  readonly act: string;
  /** What it returns. */
  readonly expected: unknown;
  /** What it returns inside, where that differs. */
  readonly inside?: unknown;
  /** Its files, by names from the project's folder on. `out/` and `data/` are there. */
  readonly files?: Readonly<Record<string, string>>;
  /** Besides reading `data` and `out`, writing `out`, and running `cat`. `@` stands for the project's folder. */
  readonly permissions?: Permissions;
  /** Flags that are not about permissions. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What must be done before, in the project's folder. */
  readonly prepare?: (project: Folder) => void | Promise<void>;
  /** What must be so afterwards. */
  readonly check?: (project: Folder, confined: boolean) => void;
}

/** Runs the act, and shows with a child whether the process is confined. */
const MAIN = `
import { spawnSync } from "node:child_process";
const act = async () => { ACT };
const result = await act().catch((error) => "failed: " + error);
const { status } = spawnSync("cat", [SECRET]);
console.log("\\n" + JSON.stringify({ result, confined: status !== 0 }));
`;

/** Runs a program without and with the preload, each in a fresh folder: it must do the same, but for its children. */
export async function compare(project: Project): Promise<void> {
  for (const confined of [false, true]) {
    const outside = makeFolder({ secret: "secret" });
    const folder = makeFolder({ "data/file": "data", "out/": "", ...project.files });
    try {
      folder.write(
        "main.mjs",
        MAIN.replace("ACT", () => project.act).replace("SECRET", JSON.stringify(outside.at("secret"))),
      );
      await project.prepare?.(folder);
      const printed = await run(project, folder, confined);
      const expected = confined && "inside" in project ? project.inside : project.expected;
      assert.equal(printed, { result: expected, confined });
      project.check?.(folder, confined);
    } finally {
      folder.remove();
      outside.remove();
    }
  }
}

async function run(project: Project, folder: Folder, confined: boolean): Promise<unknown> {
  const spell = (text: string) => text.replaceAll("@", folder.path);
  const permissions = JSON.parse(spell(JSON.stringify(withUsual(project.permissions ?? {})))) as Permissions;
  const env = Object.entries(project.env ?? {}).map(([name, value]) => [name, spell(value)]);
  const child = startFile(folder.at("main.mjs"), [], {
    flags: [
      ...flagsFor(permissions, folder.path),
      ...(confined ? PRELOAD : []),
      ...(project.flags ?? []).map(spell),
    ],
    cwd: folder.path,
    env: Object.fromEntries(env),
  });
  const ended = await untilEnded(child);
  const line = ended.stdout.trim().split("\n").at(-1) as string;
  assert.is(ended.code, 0, ended.stderr + ended.stdout);
  return JSON.parse(line);
}

function withUsual({ read = [], write = [], run = [], ...rest }: Permissions): Permissions {
  const more = (usual: string[], list: unknown) => [...usual, ...list as string[]];
  return {
    ...rest,
    read: more(["@/data", "@/out"], read),
    write: more(["@/out"], write),
    run: more(["cat"], run),
  };
}
