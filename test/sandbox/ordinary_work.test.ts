/** Programs do their ordinary work inside as they do outside, under permissions that fit it. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel, type Permissions } from "../../mod.ts";
import type { ScriptEnd, ScriptJob } from "../probes/run_inside.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { bunExecutable, denoExecutable } from "../support/runtimes.ts";
import { runSelf, runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";

interface Work {
  readonly program: string;
  /** For `sh -e`, in a folder of its own; must print something. */
  readonly script: string;
  /** Besides reading all and writing that folder. Default: every program may run. */
  readonly permissions?: Permissions;
  /** Whether it is there, where PATH does not tell. */
  readonly path?: string | undefined;
}

/** Not a script that starts it. */
const python = findProgram("python3") ?? "python3";

const NODE_STYLE = `
  const { Worker } = require("node:worker_threads");
  const { execFileSync } = require("node:child_process");
  const fs = require("node:fs");
  fs.writeFileSync("made", "x"); fs.chmodSync("made", 0o600); fs.utimesSync("made", 1, 1);
  WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => {
    const worker = new Worker("require('node:worker_threads').parentPort.postMessage('worker')", { eval: true });
    worker.on("message", (text) => {
      const interfaces = Object.keys(require("node:os").networkInterfaces()).length > 0;
      console.log(text, String(execFileSync("echo", ["child"])).trim(), interfaces, fs.statSync("made").mtimeMs);
      worker.terminate();
    });
  });`;

const WORKS: readonly Work[] = [
  {
    program: "sh",
    permissions: { run: ["sh", "cat", "sort", "mkdir", "touch", "chmod", "cp", "ls", "rm", "sleep"] },
    script: "mkdir d; touch -d @1 d/a; chmod 600 d/a; cp -p d/a d/b; (sleep 0; ls d) | sort | cat; rm -r d",
  },
  {
    program: "bash",
    permissions: { run: ["sh", "bash", "cat"] },
    script:
      `bash -c 'ulimit -n 64; trap "echo bye" EXIT; exec 3<<<text; cat <&3; wait & wait; echo $((1 << 4))'`,
  },
  {
    program: "tar",
    permissions: { run: ["sh", "tar", "gzip", "mkdir", "cat"] },
    script: "mkdir a b; echo x > a/f; tar -czf a.tgz a; tar -xzpf a.tgz -C b; tar -tzf a.tgz; cat b/a/f",
  },
  {
    program: "git",
    script:
      `export GIT_AUTHOR_DATE=2000-01-01T00:00:00Z GIT_COMMITTER_DATE=2000-01-01T00:00:00Z GIT_CONFIG_NOSYSTEM=1 HOME=$PWD
      git -c init.defaultBranch=main init -q r; cd r; echo x > f; git add f
      git -c user.name=n -c user.email=e commit -qm m; git clone -q . ../c; cd ../c; git gc -q; git status --short
      git log --format=%s:%T; git fsck`,
  },
  {
    program: "npm",
    script: `export HOME=$PWD npm_config_cache=$PWD/cache npm_config_update_notifier=false
      echo '{"name":"a","version":"1.0.0","scripts":{"hello":"echo hello"}}' > package.json
      npm run --silent hello; npm pack --silent; npm install --silent --offline --no-audit ./a-1.0.0.tgz; ls node_modules`,
  },
  {
    program: "python3",
    permissions: { run: ["sh", python, "echo"] },
    script: `'${python}' -c '
import concurrent.futures, os, pathlib, shutil, socket, sqlite3, subprocess, tempfile, threading
with tempfile.TemporaryDirectory(dir=".") as d:
    p = pathlib.Path(d, "f"); p.write_text("x"); p.chmod(0o600); os.utime(p, (1, 1)); shutil.copy2(p, d + "/g")
    a, b = socket.socketpair(); a.send(b"pair"); print(b.recv(9))
    print(concurrent.futures.ThreadPoolExecutor().submit(lambda: 7).result())
    print(subprocess.run(["echo", "child"], capture_output=True).stdout)
    print(sqlite3.connect(d + "/db").execute("select 1").fetchall(), os.stat(d + "/g").st_mtime)
pid = os.fork()
if pid == 0: os._exit(3)
print(os.waitpid(pid, 0)[1])'`,
  },
  {
    program: "sqlite3",
    permissions: { run: ["sh", "sqlite3"] },
    script:
      `sqlite3 db "pragma journal_mode=wal; create table t(a); insert into t values(1),(2); vacuum; select sum(a) from t"`,
  },
  {
    program: "gcc",
    script: `echo 'int main(void) { return 3; }' > a.c; gcc -O1 -o a a.c; ./a || echo "ended with $?"`,
  },
  {
    program: "ffmpeg",
    permissions: { run: ["sh", "ffmpeg", "tail", "cut"] },
    script: "ffmpeg -v error -f lavfi -i testsrc=d=1:s=64x64:r=5 -threads 2 -c:v mpeg4 a.mp4; " +
      "ffmpeg -v error -i a.mp4 -f framemd5 - | tail -n 1 | cut -c 1-8",
  },
  { program: "node", script: `node -e '${NODE_STYLE.replaceAll("'", `'"'"'`)}'` },
  {
    program: "bun",
    path: bunExecutable(),
    script: `HOME=$PWD '${bunExecutable()}' -e '${NODE_STYLE.replaceAll("'", `'"'"'`)}'`,
  },
  {
    program: "deno",
    path: denoExecutable(),
    script: `HOME=$PWD NO_COLOR=1 '${denoExecutable()}' eval --ext=cjs '${
      NODE_STYLE.replaceAll("'", `'"'"'`)
    }'`,
  },
];

const bares = new Map<string, ScriptEnd>();
// The filter is alike in all runtimes, and what a Sandbox starts too: in one of them all is tried
const isThorough = runtimeName === "node";
const WAYS = isThorough ? ["lockdown", "Sandbox"] as const : ["lockdown"] as const;
const HERE = isThorough ? WORKS : WORKS.filter(({ program }) => ["sh", "git", "python3"].includes(program));

for (
  const { program, script, permissions = { run: true }, path = findProgram(program) ?? find(program) } of HERE
) {
  for (const way of WAYS) {
    const name = `${program} does its work: ${way}`;
    if (path === undefined) {
      skip(name, program);
      continue;
    }
    test(name, () => {
      const bare = bares.get(program) ?? run("bare", permissions, script);
      bares.set(program, bare);
      assert.is(bare.status, 0, bare.stderr);
      assert.is.not(bare.stdout, "");
      const inside = run(way, permissions, script);
      assert.equal(
        { status: inside.status, stdout: inside.stdout },
        { status: 0, stdout: bare.stdout },
        inside.stderr,
      );
    });
  }
}

test("the filter is in force in that work", () => {
  if (kernel().abi === 0) return;
  const { stdout } = run("Sandbox", { run: true }, "cat /proc/self/status");
  assert.match(stdout, /^Seccomp:\s*2$/m);
});

test.run();

/** In a folder of its own, which it may write. */
function run(way: ScriptJob["way"], permissions: Permissions, script: string): ScriptEnd {
  const folder = makeFolder();
  try {
    const granted: Permissions = {
      read: ["/"],
      write: [folder.path, "/dev/null"],
      env: true,
      ...permissions,
    };
    const job: ScriptJob = { way, permissions: granted, script, directory: folder.path };
    const env = { TMPDIR: folder.path };
    const { code, stdout, stderr } = runSelf("test/probes/run_inside.ts", [JSON.stringify(job)], { env });
    assert.is(code, 0, stderr);
    return JSON.parse(stdout) as ScriptEnd;
  } finally {
    folder.remove();
  }
}

/** Scripts, such as npm. */
function find(name: string): string | undefined {
  return findProgram("sh") &&
    (process.env["PATH"] ?? "").split(":").map((folder) => `${folder}/${name}`).find(existsSync);
}
