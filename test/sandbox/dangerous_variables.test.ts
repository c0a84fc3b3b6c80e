/** Variables that make programs run other code pass by their own name only. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Permissions, Sandbox } from "../../mod.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import { childEnvironment } from "../../src/sandbox/child_environment.ts";
import { DANGEROUS_TABLE, DANGEROUS_VARIABLES } from "../../src/sandbox/dangerous_variables.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { skip } from "../support/skip.ts";

/** What sudo takes out of the environment (`initial_badenv_table`, `initial_checkenv_table` but for what is only
 * checked), and glibc in programs that change their user (`unsecvars.h`), but for TMPDIR; and more that was found to
 * pass. */
const KNOWN =
  ("IFS CDPATH LOCALDOMAIN RES_OPTIONS HOSTALIASES NLSPATH PATH_LOCALE LD_PRELOAD _RLD_LIST SHLIB_PATH LDR_PRELOAD " +
    "LIBPATH AUTHSTATE KRB5_CONFIG KRB5_KTNAME VAR_ACE USR_ACE DLC_ACE TERMINFO TERMINFO_DIRS TERMPATH TERMCAP ENV BASH_ENV PS4 " +
    "GLOBIGNORE BASHOPTS SHELLOPTS JAVA_TOOL_OPTIONS PERLIO_DEBUG PERLLIB PERL5LIB PERL5OPT PERL5DB FPATH NULLCMD READNULLCMD " +
    "ZDOTDIR TMPPREFIX PYTHONHOME PYTHONPATH PYTHONINSPECT PYTHONUSERBASE RUBYLIB RUBYOPT GCONV_PATH GETCONF_DIR GLIBC_TUNABLES " +
    "LOCPATH MALLOC_TRACE NIS_PATH RESOLV_HOST_CONF TZDIR LESSOPEN PAGER GIT_ASKPASS GIT_EXTERNAL_DIFF MAKEFLAGS " +
    "DOTNET_STARTUP_HOOKS GIT_DIR GIT_OBJECT_DIRECTORY GIT_CONFIG_COUNT GIT_TRACE2_EVENT SSH_ASKPASS INPUTRC VIMINIT LUA_INIT_5_4 " +
    "JULIA_LOAD_PATH R_PROFILE PHPRC GTK_MODULES QT_PLUGIN_PATH GST_PLUGIN_PATH MAVEN_OPTS GRADLE_OPTS RUSTC_WRAPPER GOFLAGS " +
    "BUN_OPTIONS DENO_DIR NODE_OPTIONS npm_config_script_shell TMUX MANPAGER BROWSER EDITOR VISUAL SYSTEMD_PAGER")
    .split(" ");
/** What programs need to be told, and what runs nothing. */
const HARMLESS =
  ("PATH HOME LANG LC_ALL TERM TZ TMPDIR PYTHONUNBUFFERED PYTHONIOENCODING GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL " +
    "GIT_TERMINAL_PROMPT RUST_LOG RUST_BACKTRACE CC CFLAGS JAVA_HOME GOPATH CARGO_HOME NODE_ENV CI HTTP_PROXY SSL_CERT_FILE " +
    "UV_THREADPOOL_SIZE DISPLAY SSH_AUTH_SOCK DEBUG PORT DATABASE_URL TF_VAR_name").split(" ");

const isListed = (name: string) =>
  DANGEROUS_VARIABLES.some((entry) =>
    entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry
  );
const environment = (env: Permissions["env"]) =>
  childEnvironment(parsePermissions({ env }, { directory: "/" }).env, true, {});

test("all that is known is listed, and nothing that programs need to be told", () => {
  assert.equal(KNOWN.filter((name) => !isListed(name)), []);
  assert.equal(HARMLESS.filter(isListed), []);
});

test("the table has each name once, with its reason", () => {
  const names = DANGEROUS_TABLE.flatMap(({ names }) => names.split(" "));
  assert.equal(names.filter((name, index) => !/^[\w]+\*?$/.test(name) || names.indexOf(name) !== index), []);
  for (const { program, reason } of DANGEROUS_TABLE) assert.ok(program !== "" && reason !== "");
});

test("a launcher carries those only that would pass otherwise", () => {
  assert.equal(environment(true).block, DANGEROUS_VARIABLES);
  assert.equal(environment(["FOO", "LD_PRELOAD"]).block, []);
  assert.equal(environment(["PERL*"]).block, DANGEROUS_VARIABLES.filter((name) => name.startsWith("PERL")));
});

const folder = makeFolder({
  "lib/Marker.pm": 'print "marker"; 1;\n',
  "marker.mk": "marker: ; @echo marker\n",
  "file": "file\n",
  "empty/": "",
});
test.after(folder.remove);

/** A program, its words, and the variable that makes it print "marker". */
const PROGRAMS: readonly [program: string, words: string[], variable: string, value: string][] = [
  ["perl", ["-MMarker", "-e", "1"], "PERLLIB", folder.at("lib")],
  ["python3", ["-c", "import site; print(site.getuserbase())"], "PYTHONUSERBASE", "/marker"],
  ["git", ["var", "GIT_EDITOR"], "GIT_EDITOR", "marker"],
  ["git", ["var", "GIT_PAGER"], "PAGER", "marker"],
  ["less", [folder.at("file")], "LESSOPEN", "|echo marker %s"],
  ["make", ["-s", "-f", "/dev/null", "marker"], "MAKEFILES", folder.at("marker.mk")],
  ["make", ["-s", "-f", "/dev/null", "marker"], "MAKEFLAGS", "--eval=marker:;@echo\\ marker"],
  ["bash", ["-c", "true"], "BASH_ENV", folder.write("start.sh", "echo marker\n")],
];

for (const [program, words, variable, value] of PROGRAMS) {
  const title = `${variable} reaches ${program} by its own name only`;
  const path = findProgram(program);
  if (path === undefined) {
    skip(title, program);
    continue;
  }
  test(title, () => {
    const env = { PATH: process.env["PATH"], HOME: folder.at("empty"), [variable]: value };
    // With a socket as its input, as Node makes one, bash takes itself for a login
    const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
    const options = { env, cwd: folder.path, encoding: "utf8", stdio } as const;
    assert.match(spawnSync(path, words, options).stdout, "marker", "bare");
    const inside = (env: Permissions["env"]) => {
      const sandbox = new Sandbox({ read: [folder.path, "/usr", "/etc"], run: [path, "sh", "echo"], env });
      const { stdout } = sandbox.spawnSync(path, words, options);
      sandbox.close();
      return stdout;
    };
    assert.not.match(inside(true), "marker");
    assert.not.match(inside([`${variable.slice(0, -1)}*`, "PATH", "HOME"]), "marker");
    assert.match(inside([variable, "PATH", "HOME"]), "marker");
  });
}

test.run();
