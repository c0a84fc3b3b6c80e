/** What read and write grants come to in the kernel, for the runtime itself and for a child. Each act is tried without
 * lockdown first. */
import { spawnSync } from "node:child_process";
import { linkSync, symlinkSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { commandLine, shell } from "../cli/command.ts";
import { answerOf, type Attempt, attempt, run } from "./attempt.ts";

const CAT = findProgram("cat") as string;
const FILES = {
  "d/a": "a",
  "d/b": "b",
  "d/secret": "s",
  "d/private/key": "k",
  "d/private/open/x": "x",
  "d/sub/deep/e": "e",
  "outside/o": "o",
};

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "a directory is granted with all beneath, and nothing beside it": {
    permissions: { read: ["@/d"], run: [CAT] },
    steps: [
      ["readSync", "ok", "@/d/a"],
      ["listSync", "ok", "@/d"],
      ["readSync", "ok", "@/d/sub/deep/e"],
      ["readSync", "EACCES", "@/outside/o"],
      ["listSync", "EACCES", "@/outside"],
      ["listSync", "EACCES", "@"],
      ["spawnSync", "ok", CAT, "@/d/a"],
      ["spawnSync", "EACCES", CAT, "@/outside/o"],
      ["appendSync", "EACCES", "@/d/a"],
    ],
  },
  "a denied file is denied to a child too, and its siblings are not": {
    permissions: { read: { allow: ["@/d"], deny: ["@/d/secret"] }, run: [CAT] },
    steps: [
      ["readSync", "EACCES", "@/d/secret"],
      ["spawnSync", "EACCES", CAT, "@/d/secret"],
      ["readAsync", "EACCES", "@/d/secret"],
      ["readSync", "ok", "@/d/a"],
      ["spawnSync", "ok", CAT, "@/d/a", "@/d/b", "@/d/sub/deep/e"],
      ["listSync", "ok", "@/d"],
      ["listSync", "ok", "@/d/private"],
    ],
  },
  "a denied directory is closed with all beneath, and what is allowed in it again is open": {
    permissions: { read: { allow: ["@/d", "@/d/private/open"], deny: ["@/d/private"] }, run: [CAT] },
    steps: [
      ["readSync", "EACCES", "@/d/private/key"],
      ["spawnSync", "EACCES", CAT, "@/d/private/key"],
      ["listSync", "EACCES", "@/d/private"],
      ["listSync", "EACCES", "@/d"],
      ["readSync", "ok", "@/d/private/open/x"],
      ["spawnSync", "ok", CAT, "@/d/private/open/x", "@/d/a", "@/d/secret"],
      ["listSync", "ok", "@/d/private/open"],
      ["listSync", "ok", "@/d/sub"],
    ],
  },
  "a denied file within all": {
    permissions: { read: { allow: true, deny: ["@/d/secret"] }, run: [CAT] },
    steps: [
      ["readSync", "EACCES", "@/d/secret"],
      ["spawnSync", "EACCES", CAT, "@/d/secret"],
      ["spawnSync", "ok", CAT, "@/d/a", "@/outside/o", "/etc/hostname"],
    ],
  },
  "a deny by another name is a deny": {
    prepare: (folder) => symlinkSync("d", folder.at("link")),
    permissions: { read: { allow: ["@/d"], deny: ["@/link/secret"] } },
    steps: [["readSync", "EACCES", "@/d/secret"], ["readSync", "ok", "@/d/a"]],
  },
  "a grant through a link is for what it leads to, by whatever name": {
    prepare(folder) {
      symlinkSync("outside", folder.at("link"));
      symlinkSync("../outside/o", folder.at("d/link"));
    },
    permissions: { read: ["@/link"] },
    steps: [
      ["readSync", "ok", "@/link/o"],
      ["readSync", "ok", "@/outside/o"],
      ["readSync", "ok", "@/d/link"],
      ["readSync", "EACCES", "@/d/a"],
    ],
  },
  "a link out of a granted directory leads nowhere": {
    prepare: (folder) => symlinkSync("../outside/o", folder.at("d/link")),
    permissions: { read: ["@/d"] },
    steps: [["readSync", "EACCES", "@/d/link"], ["readSync", "ok", "@/d/a"]],
  },
  "a granted file keeps its grant under another name": {
    prepare: (folder) => linkSync(folder.at("d/a"), folder.at("outside/also_a")),
    permissions: { read: ["@/d/a"] },
    steps: [["readSync", "ok", "@/outside/also_a"], ["readSync", "EACCES", "@/outside/o"]],
  },
  "a denied file with a second name beside it is denied by both": {
    prepare: (folder) => linkSync(folder.at("d/secret"), folder.at("d/second_name")),
    permissions: { read: { allow: ["@/d"], deny: ["@/d/secret"] } },
    steps: [
      ["readSync", "EACCES", "@/d/secret"],
      ["readSync", "EACCES", "@/d/second_name"],
      ["readSync", "ok", "@/d/a"],
    ],
  },
  "a denied file stays denied where another name of it is allowed by itself": {
    prepare: (folder) => linkSync(folder.at("d/secret"), folder.at("outside/second_name")),
    permissions: { read: { allow: ["@/d", "@/outside/second_name"], deny: ["@/d/secret"] } },
    steps: [["readSync", "EACCES", "@/d/secret"], ["readSync", "ok", "@/d/a"]],
  },
  "writing is everything but reading, and no device": {
    permissions: { write: ["@/d"] },
    steps: [
      ["appendSync", "ok", "@/d/a"],
      ["writeSync", "ok", "@/d/a"],
      ["createSync", "ok", "@/d/new"],
      ["makeFolderSync", "ok", "@/d/folder"],
      ["renameSync", "ok", "@/d/b", "@/d/folder/b"],
      ["linkSync", "ok", "@/d/a", "@/d/folder/a"],
      ["symlinkSync", "ok", "a", "@/d/link"],
      ["unlinkSync", "ok", "@/d/link"],
      ["readSync", "EACCES", "@/d/a"],
      ["listSync", "EACCES", "@/d"],
      ["appendSync", "EACCES", "@/outside/o"],
      ["createSync", "EACCES", "@/outside/new"],
    ],
  },
  "a file that may not be written cannot be moved, replaced or deleted either": {
    permissions: { write: { allow: ["@/d"], deny: ["@/d/secret"] } },
    steps: [
      ["appendSync", "EACCES", "@/d/secret"],
      ["truncateSync", "EACCES", "@/d/secret"],
      ["unlinkSync", "EACCES", "@/d/b"],
      ["renameSync", "EACCES", "@/d/secret", "@/d/moved"],
      ["renameSync", "EACCES", "@/d/sub/deep/e", "@/d/secret"],
      ["createSync", "EACCES", "@/d/new"],
      ["appendSync", "ok", "@/d/a"],
      ["createSync", "ok", "@/d/sub/new"],
    ],
  },
  "one file may be written and nothing made beside it": {
    permissions: { write: ["@/d/a"], read: ["@/d"] },
    steps: [
      ["appendSync", "ok", "@/d/a"],
      ["truncateSync", "ok", "@/d/a"],
      ["createSync", "EACCES", "@/d/new"],
      ["appendSync", "EACCES", "@/d/b"],
    ],
  },
};

/** A path that does not exist, by what is to be done about it: outcomes of a new file in it, a new file beside it, and
 * reading what is granted anyway. */
const MISSING: readonly [
  missing: "error" | "skip" | "create",
  outcomes: readonly string[],
  error?: string,
][] = [
  ["create", ["ok", "EACCES", "ok"]],
  ["skip", ["ENOENT", "EACCES", "ok"]],
  ["error", ["ENOENT", "ok", "ok"], "PATH_NOT_FOUND"],
];

function tryMissing(missing: "error" | "skip" | "create", outcomes: readonly string[], code?: string): void {
  const folder = makeFolder(FILES);
  try {
    const [granted, inside] = [folder.at("d"), folder.at("new/deep")];
    const done = run({
      permissions: { read: [granted, inside], write: [inside] },
      options: { missing },
      steps: [
        ["createSync", `${inside}/file`],
        ["createSync", folder.at("beside")],
        ["readSync", `${granted}/a`],
      ],
    });
    assert.is(done.error?.code, code);
    assert.equal(done.outcomes, outcomes);
  } finally {
    folder.remove();
  }
}

/** Looking things up takes descriptors, of which some processes have few. */
function tryFewDescriptors(): void {
  const folder = makeFolder(FILES);
  try {
    const job = {
      permissions: { read: [folder.at("d")], run: ["cat"] },
      steps: [["readSync", folder.at("d/a")], ["readSync", folder.at("outside/o")]],
    };
    const [command, words] = selfCommand("test/probes/plan_act.ts", [JSON.stringify(job)]);
    const limited = ["-c", 'ulimit -n 64; exec "$@"', "sh", command, ...words];
    const { status, signal, stdout, stderr } = spawnSync("sh", limited, { encoding: "utf8" });
    const done = answerOf({ code: status, signal, stdout, stderr });
    assert.is(done.error, undefined, done.error?.message ?? "");
    assert.equal(done.outcomes, ["ok", "EACCES"]);
  } finally {
    folder.remove();
  }
}

const tests: Record<string, () => void> = Object.fromEntries([
  ["64 descriptors are enough", tryFewDescriptors],
  ...Object.entries(ATTEMPTS).map(([fact, what]) => [fact, () => void attempt({ files: FILES, ...what })]),
  ...MISSING.map(([missing, ...rest]) => [
    `missing: "${missing}" does that and no more`,
    () => tryMissing(missing, ...rest),
  ]),
]);
const MOUNTED = "what is mounted at two places is denied by both names";
if (kernel().abi === 0) skip(MOUNTED, "a kernel with Landlock");
else if (shell("unshare -m true").code !== 0) skip(MOUNTED, "the right to mount");
else {
  test(MOUNTED, () => {
    const folder = makeFolder({ ...FILES, "copy/": "" });
    try {
      const [d, copy] = [folder.at("d"), folder.at("copy")];
      // In a file: Deno changes scripts in which it finds its own path
      const inside = (command: string) =>
        shell(`unshare -m sh ${folder.write("script", `mount --bind ${d} ${copy} && ${command}`)}`);
      const names = (name: string) => `${d}/${name} ${copy}/${name}`;
      assert.is(inside(`cat ${names("secret")}`).stdout, "ss");
      for (const allowed of [folder.path, copy]) {
        const confined = commandLine(["run", `--allow-read=${allowed}`, `--deny-read=${d}/secret`, CAT]);
        const { stdout, stderr } = inside(`${confined} ${names("secret")} ${copy}/a`);
        assert.is(stdout, "a", `${allowed}: ${stderr}`);
        assert.is(stderr.match(/Permission denied/g)?.length, 2, stderr);
      }
    } finally {
      folder.remove();
    }
  });
}

for (const [fact, check] of Object.entries(tests)) {
  if (kernel().abi > 0) test(fact, check);
  else skip(fact, "a kernel with Landlock");
}

test.run();
