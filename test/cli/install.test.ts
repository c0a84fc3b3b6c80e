/** What `docs/command_line.md` says about installing, done from the packed package, or from the repository where that
 * is what it says. Each runtime tries its own ways, so no way is tried twice. Nothing is fetched: the registry that
 * package managers are told of does not exist. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { version } from "../../src/cli/commands.ts";
import { makeFolder } from "../support/folder.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";
import { ROOT } from "../support/runtimes.ts";
import { runFile, runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const folder = makeFolder({
  "in/a": "granted",
  "secret": "secret",
  "app/package.json": '{ "type": "module" }',
  "app/main.js": `
import { spawnSync } from "node:child_process";
import { lockdown } from "landlockdown";
const cat = (path) => spawnSync("cat", [path], { encoding: "utf8" }).stdout;
const bare = cat("secret");
const report = lockdown({ read: ["in"], run: ["cat"] });
console.log(JSON.stringify([bare, cat("in/a"), cat("secret"), report.applied]));
`,
});

/** Programs in a folder of their own, which comes first in PATH. */
function programs(names: Readonly<Record<string, string>>): string {
  const bin = folder.at("bin");
  mkdirSync(bin, { recursive: true });
  for (const [name, executable] of Object.entries(names)) symlinkSync(executable, join(bin, name));
  return `${bin}:${process.env["PATH"]}`;
}

/** An environment without what `npm test` tells its scripts, and with nothing of this user's. */
function environment(path: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|bun_|deno_)/i.test(name));
  return {
    ...Object.fromEntries(own),
    PATH: path,
    HOME: folder.at("home"),
    NPM_CONFIG_REGISTRY: "http://localhost:9/",
    NPM_CONFIG_CACHE: folder.at("npm_cache"),
    NPM_CONFIG_OFFLINE: "true",
    BUN_INSTALL: folder.at("bun"),
    DENO_DIR: folder.at("deno_dir"),
  };
}

/** Runs a command in the folder; `env` is that of the runtime we are in. */
function run(words: readonly string[]) {
  const [program = "", ...args] = words;
  return spawnSync(program, args, { cwd: folder.path, env, encoding: "utf8", timeout: HANGS_MILLISECONDS });
}

function succeeds(...words: string[]): string {
  const { status, stdout, stderr, error } = run(words);
  assert.is(status, 0, `${words.join(" ")}: ${stderr}${error ?? ""}`);
  return stdout;
}

/** Packs an installed package, or ours as it is published: what `npm run build` made is there already. */
function pack(path: string): string {
  return folder.at(
    basename(succeeds("npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", ".", path).trim()),
  );
}

/** A command line that is `landlockdown` however it was installed: it is there, allows and denies. */
function confines(command: readonly string[]): void {
  assert.is(succeeds(...command, "--version"), `landlockdown ${version}\n`);
  assert.is(succeeds("cat", "in/a", "secret"), "grantedsecret");
  assert.is(succeeds(...command, "run", "--allow-read=in", "--", "cat", "in/a"), "granted");
  const { status, stdout, stderr } = run([...command, "run", "--allow-read=in", "--", "cat", "secret"]);
  assert.equal([status, stdout], [1, ""], stderr);
  assert.match(stderr, "cat: secret: Permission denied");
}

/** A program that imports the package, in the runtime we are in. */
function importWorks(): void {
  const { code, stdout, stderr } = runFile(folder.at("app/main.js"), [], { cwd: folder.path, env });
  assert.is(code, 0, stderr);
  assert.equal(JSON.parse(stdout), ["secret", "granted", "", true]);
}

let env = environment(programs({}));
const tarball = pack(ROOT);

if (runtimeName === "node") {
  env = environment(programs({ node: process.execPath }));
  // Before 26.9 Node needs koffi, which has its machine code in a second package
  const hasFfi = process.getBuiltinModule("node:ffi") !== undefined;
  const packages = hasFfi ? [tarball] : [
    tarball,
    ...["koffi", `@koromix/koffi-linux-${process.arch}`].map((name) =>
      pack(join(ROOT, "node_modules", name))
    ),
  ];
  const install = (...words: string[]) =>
    succeeds("npm", "install", "--omit=optional", "--ignore-scripts", ...words);

  test("npm install --global", () => {
    install("--global", "--prefix", folder.at("global"), ...packages);
    confines([folder.at("global/bin/landlockdown")]);
  });

  test("npx", () =>
    confines(["npx", "--yes", ...packages.map((path) => `--package=${path}`), "landlockdown"]));

  test("npm install and import", () => {
    install("--prefix", folder.at("app"), ...packages);
    importWorks();
  });

  if (!hasFfi) {
    test("without koffi the command says that it is missing, and runs nothing", () => {
      install("--global", "--prefix", folder.at("bare"), tarball);
      const { status, stdout, stderr } = run([
        folder.at("bare/bin/landlockdown"),
        "run",
        "-A",
        "cat",
        "secret",
      ]);
      assert.equal([status, stdout], [125, ""]);
      assert.match(stderr, /^landlockdown: cannot [^\n]*koffi[^\n]*\n$/);
    });
  }
}

if (runtimeName === "bun") {
  env = environment(programs({ bun: process.execPath, bunx: process.execPath }));

  test("bunx", () => confines(["bunx", "--bun", `--package=${tarball}`, "landlockdown"]));

  test("bun install --global", () => {
    succeeds("bun", "install", "--global", tarball);
    confines(["bun", folder.at("bun/bin/landlockdown")]);
  });

  test("Bun keeps none of it in its cache, which others may be able to write", () => {
    const kept = () => succeeds("find", ".", "-name", "*.pile").trim();
    assert.is(kept(), "");
    succeeds("bun", folder.write("large.js", `export const text = "${"x".repeat(60_000)}";\n`));
    assert.not(kept() === "");
  });

  test("a single file, on which the directory it is started in has no influence", () => {
    succeeds("bun", join(ROOT, "scripts/single_file.ts"), folder.at("single"));
    const trap = makeFolder({
      "bunfig.toml": 'preload = ["./trap.js"]\n',
      "trap.js": 'console.log("sprung");\n',
      ".env": "TMPDIR=/made/up\n",
    });
    const inTrap = (...words: string[]) =>
      run(["env", "--unset=TMPDIR", "--chdir", trap.path, ...words]).stdout;
    assert.is(inTrap("bun", "-p", "process.env.TMPDIR"), "sprung\n/made/up\n");
    env = { PATH: "/usr/bin:/bin" };
    assert.is(inTrap(folder.at("single"), "run", "--tmp", "--", "echo", "inside"), "inside\n");
    trap.remove();
    confines([folder.at("single")]);
    env = environment(programs({}));
  });

  test("bun add and import", () => {
    succeeds("bun", "add", "--cwd", folder.at("app"), tarball);
    importWorks();
  });
}

if (runtimeName === "deno") {
  env = environment(programs({ deno: process.execPath }));
  const install = (root: string, ...words: string[]) => {
    succeeds(
      "deno",
      "install",
      "--global",
      "--allow-all",
      "--root",
      folder.at(root),
      "--name",
      "landlockdown",
      ...words,
    );
    confines([folder.at(`${root}/bin/landlockdown`)]);
  };

  test("deno install --global from the repository", () =>
    install("from_source", "--config", join(ROOT, "deno.json"), join(ROOT, "cli.ts")));

  // npm instead of Deno, which takes packages from a registry only
  succeeds("npm", "install", "--prefix", folder.at("app"), "--no-save", tarball);
  const installed = folder.at("app/node_modules/landlockdown/dist/cli.js");

  test("deno install --global from the package", () => install("from_package", installed));

  test("import in Deno", importWorks);

  const denort = process.env["DENORT_BIN"];
  if (denort === undefined) {
    skip("deno compile", "denort, which Deno would download: name its path in DENORT_BIN");
  } else {
    test("deno compile", () => {
      env = { ...env, DENORT_BIN: denort };
      succeeds("deno", "compile", "--allow-all", "--no-check", "--output", folder.at("single"), installed);
      confines([folder.at("single")]);
    });
  }
}

test.after(() => folder.remove());
test.run();
