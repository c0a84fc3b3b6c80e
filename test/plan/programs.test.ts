/** Run entries and what becomes of them, on made-up files: which program a name is, what else it executes, what the
 * report says. Real programs are in `program_files.test.ts`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type LockdownError, LockdownError as Refused } from "../../src/errors.ts";
import { FS } from "../../src/landlock/abi.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import type { Permission } from "../../src/permissions/permissions.ts";
import { isGranted } from "../../src/permissions/query.ts";
import type { Lookup } from "../../src/linux/lookup.ts";
import type { Missing } from "../../src/plan/path_entries.ts";
import { findProgram } from "../../src/linux/find_program.ts";
import { RUN, translatePrograms } from "../../src/plan/programs.ts";
import { RuleTable } from "../../src/plan/rule_table.ts";
import { thrownBy } from "../permissions/refusal.ts";
import { elfHeader, ET_CORE, ET_EXEC } from "./made_up_elf.ts";
import { tree } from "./tree.ts";

const ELF = elfHeader(ET_EXEC);

const FILES = {
  "/bin": "-> /usr/bin",
  "/usr/bin/bash": ELF,
  "/usr/bin/sh": "-> bash",
  "/usr/bin/env": ELF,
  "/usr/bin/git": ELF,
  "/usr/bin/python3.11": ELF,
  "/usr/bin/python3": "-> python3.11",
  "/usr/bin/notes.txt": "not executable",
  "/usr/bin/wrapper": "#!/bin/sh\n",
  "/usr/local/bin/git": ELF,
  "/usr/local/bin/folder/": "",
  "/opt/tool/run": "#!/usr/bin/env python3\n",
  "/opt/tool/run_s": "#!/usr/bin/env -S python3 -u\n",
  "/opt/tool/run_assigned": "#!/usr/bin/env -i A=1 B= python3\n",
  "/opt/tool/run_missing": "#!/usr/bin/env nothing\n",
  "/opt/tool/script": "#!/bin/sh\n",
  "/opt/tool/spaced": "#! \t/bin/sh -e \n",
  "/opt/tool/no_newline": "#!/bin/sh",
  "/opt/tool/chain": "#!/opt/tool/script\n",
  "/opt/tool/circle": "#!/opt/tool/circle\n",
  "/opt/tool/wrapped": "#!/usr/bin/wrapper\n",
  "/opt/tool/wrapped_by_env": "#!/usr/bin/env wrapper\n",
  "/opt/tool/greedy": "#!/home/notes\n",
  "/opt/tool/greedy_env": "#!/usr/bin/env /home/notes\n",
  "/opt/tool/greedy_path": "#!/usr/bin/env ../../home/notes\n",
  "/opt/tool/greedy_dump": "#!/home/core\n",
  "/home/notes": "#! may be executed, and is not machine code",
  "/home/core": elfHeader(ET_CORE),
  "/opt/tool/nothing": "#!\n",
  "/opt/tool/link": "-> script",
  "/opt/tool/broken": "-> nowhere",
  "/app/bin/tool": ELF,
};

interface Setting {
  readonly searchPath?: string | undefined;
  readonly missing?: Missing;
  readonly lookup?: Lookup;
  readonly write?: Permission;
}

function translated(value: Permission, setting: Setting = {}) {
  const { missing = "error", lookup = tree(FILES), write = [] } = setting;
  const searchPath = "searchPath" in setting ? setting.searchPath : "/usr/local/bin:/usr/bin";
  const rules = new RuleTable();
  const plan = translatePrograms(
    {
      run: parsePermissions({ run: value }, { directory: "/app" }).run,
      searchPath,
      write: parsePermissions({ write }, { directory: "/app" }).write,
      missing,
      isReadable: () => false,
      isWritable: () => false,
      mounts: undefined,
    },
    lookup,
    { find: () => undefined },
    rules,
  );
  return { plan, rules: rules.rules() };
}

const GRANTED: readonly [fact: string, permission: Permission, executables: string, Setting?][] = [
  ["nothing runs without a grant", [], ""],
  ["a name is the first program of that name in PATH", ["git"], "/usr/local/bin/git"],
  ["the order of PATH decides", ["git"], "/usr/bin/git", { searchPath: "/usr/bin:/usr/local/bin" }],
  ["a file that is not executable is no program", ["bash", "git"], "/usr/bin/bash /usr/local/bin/git"],
  ["folders of PATH that are relative or empty are passed over", ["git"], "/usr/bin/git", {
    searchPath: ":.:app/bin::/usr/bin",
  }],
  ["folders of PATH that are not there are passed over", ["git"], "/usr/bin/git", {
    searchPath: "/no/such:/opt/tool/script:/usr/bin",
  }],
  ["a name may be a link", ["sh"], "/usr/bin/bash"],
  ["an absolute path is that file", ["/usr/bin/git"], "/usr/bin/git"],
  ["a path through a linked folder is that file", ["/bin/git"], "/usr/bin/git"],
  ["a relative path starts at the directory", ["bin/tool"], "/app/bin/tool"],
  ["a file named by path need not be executable by its mode", ["/usr/bin/notes.txt"], "/usr/bin/notes.txt"],
  ["a script takes its interpreter along", ["/opt/tool/script"], "/opt/tool/script /usr/bin/bash"],
  ["a link to a script is the script", ["/opt/tool/link"], "/opt/tool/script /usr/bin/bash"],
  ["spaces around an interpreter do not matter", ["/opt/tool/spaced"], "/opt/tool/spaced /usr/bin/bash"],
  ["a script may end after its first line", ["/opt/tool/no_newline"], "/opt/tool/no_newline /usr/bin/bash"],
  [
    "env takes the program it starts along",
    ["/opt/tool/run"],
    "/opt/tool/run /usr/bin/env /usr/bin/python3.11",
  ],
  ["env -S too", ["/opt/tool/run_s"], "/opt/tool/run_s /usr/bin/env /usr/bin/python3.11"],
  [
    "env with variables too",
    ["/opt/tool/run_assigned"],
    "/opt/tool/run_assigned /usr/bin/env /usr/bin/python3.11",
  ],
  [
    "env alone where there is no such program",
    ["/opt/tool/run_missing"],
    "/opt/tool/run_missing /usr/bin/env",
  ],
  [
    "an interpreter may be a script that PATH finds",
    ["/opt/tool/wrapped"],
    "/opt/tool/wrapped /usr/bin/bash /usr/bin/wrapper",
  ],
  [
    "also through env",
    ["/opt/tool/wrapped_by_env"],
    "/opt/tool/wrapped_by_env /usr/bin/bash /usr/bin/env /usr/bin/wrapper",
  ],
  ["no other script", ["/opt/tool/chain"], "/opt/tool/chain"],
  ["nor what is not executable", ["/opt/tool/greedy"], "/opt/tool/greedy"],
  ["nor through env", ["/opt/tool/greedy_env"], "/opt/tool/greedy_env /usr/bin/env"],
  ["nor by a path behind a folder of PATH", ["/opt/tool/greedy_path"], "/opt/tool/greedy_path /usr/bin/env"],
  ["nor a core dump", ["/opt/tool/greedy_dump"], "/opt/tool/greedy_dump"],
  ["a script that is its own interpreter ends", ["/opt/tool/circle"], "/opt/tool/circle"],
  ["a script without an interpreter is itself", ["/opt/tool/nothing"], "/opt/tool/nothing"],
  ["a missing program can be skipped", ["nothing", "git"], "/usr/local/bin/git", { missing: "skip" }],
  [
    "a program that is denied as well does not run",
    { allow: ["git", "bash"], deny: ["git"] },
    "/usr/bin/bash",
  ],
  ["nor by its path", { allow: ["/usr/bin/git", "bash"], deny: ["git"] }, "/usr/bin/bash"],
  ["nor under another name", { allow: ["sh", "git"], deny: ["bash"] }, "/usr/local/bin/git"],
  ["nor denied by path", { allow: ["bash", "git"], deny: ["/bin/sh"] }, "/usr/local/bin/git"],
  ["nor written in other case", { allow: ["/usr/bin/git", "bash"], deny: ["GIT"] }, "/usr/bin/bash"],
  [
    "a deny matches without the extension, as in Deno",
    { allow: ["python3.11", "git"], deny: ["python3"] },
    "/usr/local/bin/git",
  ],
  ["a denied path denies that file alone", { allow: ["git"], deny: ["/usr/bin/git"] }, "/usr/local/bin/git"],
];

for (const [fact, permission, executables, setting] of GRANTED) {
  test(fact, () => {
    const { plan, rules } = translated(permission, setting);
    assert.is([...plan.fixed].sort().join(" "), executables);
    assert.is(rules.map(({ path }) => path).join(" "), executables);
    for (const { access, isDirectory } of rules) assert.ok(access === RUN && !isDirectory);
  });
}

const LOST: readonly [entry: string, message: string, Setting?][] = [
  ["nothing", 'Cannot grant run on "nothing": not found in PATH. Install it'],
  ["nothing", "PATH cannot be read", { searchPath: undefined }],
  ["git", "not found in PATH", { searchPath: "" }],
  ["notes.txt", "not found in PATH"],
  ["folder", "not found in PATH"],
  ["..", "not found in PATH"],
  ["git clone", "not found in PATH"],
  ["/usr/bin/nothing", "no such file"],
  ["/opt/tool/broken", "no such file"],
  ["bin/nothing", "no such file"],
  ["/usr/bin", "it is a directory. Name each program in it"],
  ["./", "it is a directory"],
];

for (const [entry, part, setting] of LOST) {
  test(`there is no program "${entry}": ${part}`, () => {
    const error = thrownBy(() => translated([entry], setting)) as LockdownError;
    assert.is(error.code, "PROGRAM_NOT_FOUND");
    for (const text of [`Cannot grant run on "${entry}"`, part]) {
      assert.ok(error.message.includes(text), error.message);
    }
  });
}

test("a folder of PATH that may not be entered is passed over, as by execvp(3)", () => {
  const files = tree(FILES);
  const lookup = {
    ...files,
    resolve(path: string) {
      if (path.startsWith("/root/")) throw new Refused("PATH_NOT_FOUND", "EACCES");
      return files.resolve(path);
    },
  };
  const setting = { lookup, searchPath: "/root/bin:/usr/bin" };
  assert.equal(translated(["git"], setting).plan.fixed, ["/usr/bin/git"]);
  assert.equal(translated({ allow: ["git"], deny: ["bash"] }, setting).plan.fixed, ["/usr/bin/git"]);
  assert.is(translated({ allow: true, deny: ["git"] }, setting).plan.fixed.length, 0);
});

test("everything may run: EXECUTE everywhere, reading where programs lie", () => {
  const { plan, rules } = translated(true);
  assert.equal(plan.fixed, []);
  assert.equal(
    rules.map(({ path, access }) => [path, access]),
    [["/", FS.EXECUTE], ["/usr/bin", FS.READ_FILE], ["/usr/local/bin", FS.READ_FILE]],
  );
});

test("everything but one: its siblings each have a rule", () => {
  const { rules } = translated({ allow: true, deny: ["python3.11"] });
  const executable = rules.filter(({ access }) => (access & FS.EXECUTE) !== 0n).map(({ path }) => path);
  assert.equal(executable, [
    "/app",
    "/home",
    "/opt",
    "/usr/bin/bash",
    "/usr/bin/env",
    "/usr/bin/git",
    "/usr/bin/notes.txt",
    "/usr/bin/wrapper",
    "/usr/local",
  ]);
  assert.not(rules.some(({ path }) => path === "/usr/bin/python3.11" || path === "/usr/bin"));
});

const REPORTS: readonly [permission: Permission, reports: string, Setting?][] = [
  [["git"], "allow git: enforced exact"],
  [["nothing"], "allow nothing: partial narrower", { missing: "skip" }],
  [true, "allow *: partial narrower"],
  [{ allow: true, deny: ["git"] }, "allow *: partial narrower, deny git: partial wider"],
  [{ deny: ["git"] }, "deny git: enforced exact"],
  [["/opt/tool/greedy"], "allow /opt/tool/greedy: partial narrower"],
  [["/opt/tool/run_missing"], "allow /opt/tool/run_missing: enforced exact"],
  [{ allow: ["git"], deny: ["git"] }, "allow git: partial narrower, deny git: enforced exact"],
  [
    { allow: ["/opt/tool/script"], deny: ["sh"] },
    "allow /opt/tool/script: enforced exact, deny sh: partial wider",
  ],
  [
    { allow: ["/opt/tool/run"], deny: ["/usr/bin/python3"] },
    "allow /opt/tool/run: enforced exact, deny /usr/bin/python3: partial wider",
  ],
];

for (const [permission, reports, setting] of REPORTS) {
  test(`the report of ${JSON.stringify(permission)}`, () => {
    const { grants } = translated(permission, setting).plan;
    const lines = grants.map(({ effect, entry, status, fidelity }) =>
      `${effect} ${entry}: ${status} ${fidelity}`
    );
    assert.is(lines.join(", "), reports);
    for (const { fidelity, reason } of grants) if (fidelity !== "exact") assert.ok(reason);
  });
}

test("what Deno would not run is never granted, and where more is refused the entry is narrower", () => {
  const lookup = tree(FILES);
  const folders = ["/usr/local/bin", "/usr/bin"];
  const place = { directory: "/app", findProgram: (name: string) => findProgram(name, folders, lookup) };
  const names = ["python3", "python3.11", "PYTHON3", "sh", "bash", "git", "wrapper"];
  const entries = [
    ...names,
    "/usr/bin/python3",
    "/usr/bin/python3.11",
    "/bin/sh",
    "/usr/bin/bash",
    "/usr/bin",
  ];
  let narrower = 0;
  for (const allowed of entries.filter((entry) => entry !== "PYTHON3" && entry !== "/usr/bin")) {
    for (const denied of entries) {
      const permissions = { run: { allow: [allowed], deny: [denied] } };
      const set = parsePermissions(permissions, { directory: "/app" });
      const { plan, rules } = translated(permissions.run, { lookup });
      const [grant] = plan.grants;
      const isRun = rules.some(({ access }) => (access & FS.EXECUTE) !== 0n);
      const inDeno = isGranted(set, { name: "run", command: allowed }, place);
      const pair = `allow ${allowed}, deny ${denied}`;
      assert.is(grant?.fidelity, isRun === inDeno ? "exact" : "narrower", pair);
      assert.not(isRun && !inDeno, pair);
      if (isRun !== inDeno) narrower++;
    }
  }
  assert.ok(narrower > 0);
});

test.run();
