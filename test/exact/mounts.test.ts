/** What is denied at one place is denied wherever it is mounted; and what nobody named need not be there at start. In
 * mount namespaces of their own, which only root can make. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import type { Fidelity } from "../../src/plan/decision.ts";
import type { GrantReport } from "../../src/plan/report.ts";
import { commandLine, landlockdown, shell } from "../cli/command.ts";
import type { Steps } from "../probes/exact_steps.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";

interface Case {
  readonly fact: string;
  /** Shell commands that mount. */
  readonly mount: string;
  readonly deny: string;
  /** Where it can be read if it is not denied there too. */
  readonly second: string;
  /** What the report says of the deny; default `exact`. */
  readonly fidelity?: Fidelity;
}

const CASES: readonly Case[] = [
  {
    fact: "a file mounted deep inside what is granted",
    mount: "touch sub/deep/copy; mount --bind private/key sub/deep/copy",
    deny: "private/key",
    second: "sub/deep/copy",
  },
  {
    fact: "a folder mounted deep inside what is granted",
    mount: "mkdir sub/deep/m; mount --bind private sub/deep/m",
    deny: "private",
    second: "sub/deep/m/key",
  },
  {
    fact: "a folder around a denied file, mounted elsewhere",
    mount: "mkdir sub/deep/m; mount --bind private sub/deep/m",
    deny: "private/key",
    second: "sub/deep/m/key",
  },
  {
    fact: "a part of a denied folder, mounted elsewhere",
    mount: "mkdir private/part sub/m; mv private/key private/part; mount --bind private/part sub/m",
    deny: "private",
    second: "sub/m/key",
  },
  {
    fact: "a file system of its own, of which a part is mounted elsewhere",
    mount:
      "mount -t tmpfs none private; mkdir private/a; echo SECRET > private/a/key; mkdir sub/m; mount --bind private/a sub/m",
    deny: "private",
    second: "sub/m/key",
  },
  {
    fact: "a name with a space",
    mount: "mkdir 'sub/a b'; mount --bind private 'sub/a b'",
    deny: "private",
    second: "sub/a b/key",
  },
  {
    fact: "a file that is mounted elsewhere, and has another name where reading is granted",
    mount: "touch private/m; ln private/key sub/deep/copy; mount --bind private/key private/m",
    deny: "private/key",
    second: "sub/deep/copy",
    fidelity: "wider",
  },
  {
    fact: "a layer of an overlay",
    mount: "mkdir upper work sub/merged; " +
      "mount -t overlay none -o lowerdir=$PWD/private,upperdir=$PWD/upper,workdir=$PWD/work sub/merged",
    deny: "private",
    second: "sub/merged/key",
  },
  {
    fact: "a layer of an overlay by a relative name, which nobody can follow",
    mount: "mkdir upper work sub/merged; " +
      "mount -t overlay none -o lowerdir=private,upperdir=upper,workdir=work sub/merged",
    deny: "private",
    second: "sub/merged/key",
    fidelity: "wider",
  },
  {
    fact: "a layer of an overlay whose name has a comma",
    mount: "mv private a,b; mkdir private upper work; " +
      "mount -t overlay none -o 'lowerdir='$PWD/upper,'upperdir='$PWD/a\\\\,b,workdir=$PWD/work private; " +
      "mkdir sub/layer; mount --bind a,b sub/layer",
    deny: "private",
    second: "sub/layer/key",
  },
  {
    fact: "a mount that is hidden by one further up",
    mount:
      "mkdir hidden; mkdir -p private/p sub/top; mv private/key private/p; mkdir other; mkdir other/p; " +
      "mv private/p/key other/p; mount --bind hidden private/p; mount --bind other private; " +
      "mount --bind other/p sub/top",
    deny: "private/p",
    second: "sub/top/key",
  },
  {
    fact: "two points that differ in bytes that are not UTF-8",
    mount: "mkdir sub/$(printf '\\377') sub/$(printf '\\376'); mount --bind private sub/$(printf '\\377'); " +
      "mount -t tmpfs none sub/$(printf '\\376')",
    deny: "private",
    second: "sub/'*'/key",
  },
  {
    fact: "another name of a file with a name that is not UTF-8",
    mount: "ln private/key sub/copy; mv private/key private/$(printf '\\377')",
    deny: "private",
    second: "sub/copy",
    fidelity: "wider",
  },
  {
    fact: "another name of a file in a file system that is mounted in what is denied",
    mount:
      "mkdir all private/part; mount -t tmpfs none all; mkdir all/a all/b sub/m; echo SECRET > all/a/key; " +
      "ln all/a/key all/b/copy; mount --bind all/a private/part; mount --bind all/b sub/m; umount -l all",
    deny: "private",
    second: "sub/m/copy",
    fidelity: "wider",
  },
  {
    fact: "another name of a file that is denied in an overlay",
    mount: "mkdir private/m upper work none; mv private/key upper; ln upper/key sub/copy; " +
      "mount -t overlay none -o lowerdir=$PWD/none,upperdir=$PWD/upper,workdir=$PWD/work private/m",
    deny: "private",
    second: "sub/copy",
    fidelity: "wider",
  },
];

const canMount = spawnSync("unshare", ["-m", "true"]).status === 0;
if (!canMount) skip("other places of what is denied", "root and mount namespaces");
else if (kernel().abi === 0) skip("other places of what is denied", "a kernel with Landlock");
else for (const each of CASES) register(each);

function register({ fact, mount, deny, second, fidelity = "exact" }: Case): void {
  test(fact, () => {
    const folder = makeFolder({ "w/sub/deep/": "", "w/private/key": "SECRET", "w/sub/open": "open" });
    const outcome = probe(folder, mount, { allow: ["sub"], deny: [] }, [`cat '${second}'`]);
    if (outcome === undefined) return console.log(`skipped: "${fact}" needs a kernel that mounts it`);
    assert.match(outcome.output, "SECRET");
    const denied = makeFolder({ "w/sub/deep/": "", "w/private/key": "SECRET", "w/sub/open": "open" });
    const steps = [`cat '${second}'; cat sub/open`];
    const { output, grants } = probe(denied, mount, { allow: ["sub"], deny: [deny] }, steps) as Outcome;
    if (fidelity === "exact") assert.not.match(output, "SECRET");
    assert.match(output, "open");
    const grant = grants.find(({ effect }) => effect === "deny");
    assert.is(grant?.fidelity, fidelity, grant?.reason);
    folder.remove();
    denied.remove();
  });
}

interface Outcome {
  readonly output: string;
  readonly grants: readonly GrantReport[];
}

/** Runs steps in a mount namespace of their own; `undefined` if the kernel does not mount that. */
function probe(
  folder: Folder,
  mount: string,
  read: Steps["read"],
  steps: readonly string[],
): Outcome | undefined {
  const job: Steps = { read, write: { allow: [] }, steps, way: "argv" };
  const [program, words] = selfCommand("test/probes/exact_steps.ts", [JSON.stringify(job)]);
  const script = `(${mount.replaceAll(";", " &&")}) || exit 77; exec "$@"`;
  const { status, stdout, stderr } = spawnSync(
    "unshare",
    ["-m", "--propagation", "private", "sh", "-c", script, "sh", program, ...words],
    { cwd: folder.at("w"), encoding: "utf8" },
  );
  if (status === 77) return undefined;
  assert.is(status, 0, stderr);
  return JSON.parse(stdout) as Outcome;
}

if (canMount) {
  test("what may be written at one place is trusted at no other: neither for PATH nor for launchers nor for links", () => {
    const folder = makeFolder({ "bin/": "", "mnt/": "" });
    const link = folder.at("bin/link");
    const replace = `ln -sf /bin/false ${folder.at("mnt/link")}; ${link}`;
    const inside = (command: string) => {
      const script = `mount --bind bin mnt && PATH="${folder.at("bin")}:$PATH" exec ${command}`;
      return shell(
        `cp /bin/true bin/tool; ln -sf /bin/true bin/link; unshare -m --propagation private sh -c "$SCRIPT"`,
        { cwd: folder.path, env: { SCRIPT: script } },
      );
    };
    const confined = (...words: string[]) => inside(commandLine(words));
    assert.is(inside(`sh -c '${replace}'`).code, 1, "without a sandbox the link leads elsewhere afterwards");

    const elsewhere = ["--allow-write=mnt/nothing/", "--missing=skip"];
    const writable = [`--allow-write=${folder.at("mnt")}/`];
    for (const [flags, code] of [[elsewhere, 0], [writable, 125]] as const) {
      const compiled = confined("compile", ...flags, "--allow-run=sh", "-o", folder.at(`bin/box${code}`));
      assert.is(compiled.code, code, compiled.stderr);
      const ran = confined("run", ...flags, "--allow-run=tool", "--", "tool");
      assert.is(ran.code, code, ran.stderr);
      const replaced = confined("run", ...flags, `--allow-run=sh,ln,${link}`, "--", "sh", "-c", replace);
      assert.is(replaced.code, 0, replaced.stderr);
      assert.match(replaced.stderr, "Permission denied");
    }
    folder.remove();
  });

  test("a compiled command does without what nobody named and is not there any more", () => {
    const folder = makeFolder({ "in/a": "granted", "etc/": "" });
    const at = { cwd: folder.path };
    const { code, stderr } = landlockdown(
      ["compile", "--allow-read=in", "--allow-run=cat", "--allow-net=localhost:80", "-o", "box"],
      at,
    );
    assert.is(code, 0, stderr);
    const start = (script: string) =>
      spawnSync("unshare", ["-m", "--propagation", "private", "sh", "-c", `${script}; ./box cat in/a`], {
        ...at,
        encoding: "utf8",
      });
    assert.is(start("true").stdout, "granted");
    const { stdout, stderr: said } = start(
      "cp -a /etc/. etc && rm -f etc/resolv.conf etc/hosts etc/services && rm -rf etc/ssl && mount --bind etc /etc",
    );
    assert.equal([stdout, said], ["granted", ""]);
    folder.remove();
  });
}

test.run();
