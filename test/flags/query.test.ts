/** Properties of the answers, whatever the permissions: a deny more never widens, an allow more never narrows, and the
 * order in which flags and entries are written makes no difference. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseFlags } from "../../src/flags/parse_flags.ts";
import { normalizePermissions } from "../../src/flags/permission_lists.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import {
  type HidingPermission,
  PERMISSION_NAMES,
  type PermissionName,
  type Permissions,
  type PermissionValue,
} from "../../src/permissions/permissions.ts";
import {
  createAnswer,
  isGranted,
  type PermissionQuery,
  type QueryPlace,
} from "../../src/permissions/query.ts";
import { grantedInDenosOrder } from "./deno_rule_order.ts";
import { HOSTS, KINDS, PATHS, PROGRAMS, questionsIn, SOCKETS, VARIABLES } from "./questions.ts";
import { line } from "./random_lines.ts";

const SETTINGS = { seed: 20261122, numRuns: 300 };
const QUESTIONS = questionsIn("/work");
const PLACE: QueryPlace = {
  directory: "/work",
  findProgram: (name) => ["tool", "python3.11", "tool.sh"].includes(name) ? `/work/one/${name}` : undefined,
};

const ENTRIES: Readonly<Record<PermissionName, readonly string[]>> = {
  read: PATHS,
  write: PATHS,
  ffi: PATHS,
  net: [...HOSTS, ...SOCKETS, "*.a.com", "*.b.a.com:80", "10.0.0.0/8", "10.0.0.0/16:443", ":80"],
  import: [...HOSTS, "*.a.com"],
  run: PROGRAMS,
  env: [...VARIABLES.filter((name) => !name.includes("=")), "A*", "AB*", "*"],
  sys: KINDS,
};

/** Permissions that some line of flags says. */
const permissions: fc.Arbitrary<Permissions> = line().map((flags) => {
  try {
    return parseFlags(flags);
  } catch {
    return {};
  }
});

/** A permission and one more entry of it. */
const addition = fc.constantFrom(...PERMISSION_NAMES).chain((name) =>
  fc.tuple(fc.constant(name), fc.constantFrom(...ENTRIES[name]))
);

/** What is granted, question by question. */
function granted(given: Permissions, questions: readonly PermissionQuery[]): boolean[] {
  const answer = createAnswer(parsePermissions(given, { directory: PLACE.directory, literal: true }), PLACE);
  return questions.map((question) => ["granted", "partial"].includes(answer(question)));
}

type Lists = { [effect in "allow" | "deny" | "ignore"]?: PermissionValue | undefined };

function listsOf(permission: HidingPermission | undefined): Lists {
  const isValue = typeof permission !== "object" || Array.isArray(permission);
  return isValue ? { allow: permission as PermissionValue | undefined } : permission as Lists;
}

/** With one entry more; a list that is everything stays everything. */
function withEntry(
  given: Permissions,
  name: PermissionName,
  effect: keyof Lists,
  entry: string,
): Permissions {
  const lists = listsOf(given[name]);
  const before = lists[effect];
  const after = before === true ? true : [...(before || []), entry];
  return { ...given, [name]: { ...lists, [effect]: after } };
}

test("an allow more never narrows", () => {
  fc.assert(
    fc.property(permissions, addition, (given, [name, entry]) => {
      // A program that may run can no longer be written: that is the one thing an allow takes away
      const questions = QUESTIONS.filter((question) => name !== "run" || question.name !== "write");
      const [before, after] = [
        granted(given, questions),
        granted(withEntry(given, name, "allow", entry), questions),
      ];
      assert.ok(before.every((yes, at) => !yes || after[at]), `${name} ${entry}`);
    }),
    SETTINGS,
  );
});

for (const effect of ["deny", "ignore"] as const) {
  test(`${effect === "deny" ? "a deny" : "an ignore"} more never widens`, () => {
    fc.assert(
      fc.property(permissions, addition, (given, [name, entry]) => {
        if (effect === "ignore" && name !== "read" && name !== "env") return;
        const [before, after] = [
          granted(given, QUESTIONS),
          granted(withEntry(given, name, effect, entry), QUESTIONS),
        ];
        assert.ok(after.every((yes, at) => !yes || before[at]), `${name} ${entry}`);
      }),
      SETTINGS,
    );
  });
}

test("ignoring is denying, to the question whether it is granted", () => {
  fc.assert(
    fc.property(permissions, fc.constantFrom("read", "env"), (given, name) => {
      const { allow, deny, ignore } = listsOf(given[name as "read" | "env"]);
      if (!Array.isArray(ignore) || deny === true) return;
      const merged = { ...given, [name]: { allow, deny: [...(deny || []), ...ignore] } };
      assert.equal(granted(given, QUESTIONS), granted(merged, QUESTIONS));
    }),
    SETTINGS,
  );
});

test("the order of flags makes no difference", () => {
  const shuffled = line().chain((flags) =>
    fc.tuple(fc.constant(flags), fc.shuffledSubarray(flags, { minLength: flags.length }))
  );
  fc.assert(
    fc.property(shuffled, ([flags, others]) => {
      const read = (list: string[]) => {
        try {
          return granted(parseFlags(list), QUESTIONS);
        } catch {
          return "refused";
        }
      };
      assert.equal(read(flags), read(others));
    }),
    SETTINGS,
  );
});

test("the order of entries makes no difference", () => {
  fc.assert(
    fc.property(permissions, (given) => {
      const reversed = Object.fromEntries(
        Object.entries(given).map(([name, permission]) => [
          name,
          Object.fromEntries(
            Object.entries(listsOf(permission)).map((
              [effect, list],
            ) => [effect, Array.isArray(list) ? list.toReversed() : list]),
          ),
        ]),
      );
      assert.equal(granted(given, QUESTIONS), granted(reversed, QUESTIONS));
    }),
    SETTINGS,
  );
});

test("the normal form grants the same", () => {
  fc.assert(
    fc.property(permissions, (given) => {
      assert.equal(granted(given, QUESTIONS), granted(normalizePermissions(given), QUESTIONS));
    }),
    SETTINGS,
  );
});

test("Deno's own order of rules for files never grants more than the most specific entry", () => {
  const list = fc.array(
    fc.constantFrom("/", "/a", "/a/b", "/a/b/c", "/b", "/b/a", "/c", "/c/x", "/z", "/z/b"),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(list, list, list, fc.boolean(), (allow, deny, ignore, bare) => {
      const given: Permissions = { read: { allow: bare && allow.length === 0 ? true : allow, deny, ignore } };
      const set = parsePermissions(given, { directory: "/", literal: true });
      for (const path of ["/a/b", "/a/b/c/d", "/b/a/x", "/c/x", "/q", "/z/b", "/z/q", "/"]) {
        const theirs = grantedInDenosOrder(set.read, path);
        assert.ok(!theirs || isGranted(set, { name: "read", path }, PLACE), JSON.stringify([given, path]));
      }
    }),
    { ...SETTINGS, numRuns: 3000 },
  );
});

test("a program is looked up when the permissions are prepared, and not again", () => {
  const names: string[] = [];
  const answer = createAnswer(parsePermissions({ run: ["tool", "other"] }, { directory: "/work" }), {
    directory: "/work",
    findProgram: (name) => (names.push(name), name === "tool" ? "/bin/tool" : undefined),
  });
  assert.equal(names, ["tool", "other"]);
  assert.is(answer({ name: "run", command: "/bin/tool" }), "granted");
  assert.is(answer({ name: "run", command: "/bin/other" }), "denied");
  assert.is(answer({ name: "write", path: "/bin/tool" }), "denied");
  assert.equal(names, ["tool", "other"]);
});

test("the answer tells what is denied within, and what is hidden", () => {
  const set = parsePermissions(
    { read: { allow: ["/a"], deny: ["/a/b"], ignore: ["/a/c"] }, env: { allow: true, ignore: ["A*"] } },
    { directory: "/", literal: true },
  );
  const answer = createAnswer(set, PLACE);
  assert.is(answer({ name: "read", path: "/a" }), "partial");
  assert.is(answer({ name: "read", path: "/a/x" }), "granted");
  assert.is(answer({ name: "read", path: "/a/b/x" }), "denied");
  assert.is(answer({ name: "read", path: "/a/c" }), "ignored");
  assert.is(answer({ name: "read" }), "denied");
  assert.is(answer({ name: "env", variable: "AB" }), "ignored");
  assert.is(answer({ name: "env" }), "partial");
});

test("a host that is none cannot be asked about", () => {
  const set = parsePermissions({ net: true }, { directory: "/", literal: true });
  for (const host of ["", ":80", "https://a.com", "a b", "[::1", "*"]) {
    assert.throws(() => isGranted(set, { name: "net", host }, PLACE), TypeError);
  }
  assert.ok(isGranted(set, { name: "net", host: "localhost:0" }, PLACE));
});

test.run();
