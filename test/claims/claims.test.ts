import { spawnSync } from "node:child_process";
import { realpathSync, rmSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Report } from "../../mod.ts";
import { hasCompiler } from "../support/compile_c.ts";
import { ROOT, type TestRuntime, testRuntimes } from "../support/runtimes.ts";
import { skip } from "../support/skip.ts";
import { type Case, type TreeItem, WAYS, type Words } from "./case.ts";
import { tryCase } from "./engine.ts";
import { generate } from "./generate.ts";
import { furnishedFolder, makeBench } from "./jobs.ts";
import { reproduction } from "./reproduce.ts";
import { minimize } from "./shrink.ts";
import { loadProduct, type Product } from "./ways.ts";
import { World } from "./world.ts";

/** Seeds that are tried here; `npm run fuzz:claims` takes others, and more. */
const SEEDS = Array.from({ length: 40 }, (_, at) => 4000 + at);

const NONE = { allow: [], deny: [] } as const;

/** What went wrong once: the acts that were possible then, and the claim that was wrong. */
const FAULTS: readonly Fault[] = [
  {
    name: "a denied file that the next child reads under another name",
    tree: [file("@/t/.env"), file("@/t/README")],
    words: { read: { allow: ["."], deny: ["./.env"] }, write: { allow: ["."], deny: [] } },
    children: [[["rename", "@/t/.env", "@/t/README"]], [["read", "@/t/README"]]],
    wrong: { rule: "read", permission: "read", effect: "deny", entry: "./.env" },
  },
  {
    name: "a denied name that is a symbolic link, and is replaced",
    tree: [file("@/out/bashrc"), { kind: "symlink", path: "@/t/.bashrc", to: "@/out/bashrc" }],
    words: { write: { allow: ["."], deny: [".bashrc"] } },
    children: [[["unlink", "@/t/.bashrc"], ["create", "@/t/.bashrc", "evil"]]],
    wrong: { rule: "changed", permission: "write", effect: "deny", entry: ".bashrc" },
  },
  {
    name: "a hard link to a denied file, deep in what is allowed",
    tree: [file("@/t/secret"), folder("@/t/sub"), folder("@/t/sub/deep"), {
      kind: "hard link",
      path: "@/t/sub/deep/copy",
      to: "@/t/secret",
    }],
    words: { read: { allow: ["sub"], deny: ["secret"] } },
    children: [[["read", "@/t/sub/deep/copy"]]],
    wrong: { rule: "read", permission: "read", effect: "deny", entry: "secret" },
  },
  {
    name: "a program in the place of a granted one",
    tree: [{ kind: "program", path: "@/t/p" }, { kind: "program", path: "@/t/q" }],
    words: { write: { allow: ["."], deny: [] }, run: { allow: ["./p"], deny: [] } },
    children: [[["rename", "@/t/q", "@/t/p"]], [["execute", "@/t/p"]]],
    wrong: { rule: "ran", permission: "run", effect: "none", entry: "" },
  },
  {
    name: "a link in the place of a granted file, which a later start follows",
    tree: [file("@/t/f"), file("@/out/s")],
    words: { read: { allow: ["f"], deny: [] }, write: { allow: ["."], deny: [] } },
    children: [[["unlink", "@/t/f"], ["symlink", "@/out/s", "@/t/f"]], [["read", "@/t/f"]]],
    wrong: { rule: "read", permission: "read", effect: "none", entry: "" },
  },
];

interface Fault {
  readonly name: string;
  readonly tree: readonly TreeItem[];
  readonly words: Partial<Words>;
  readonly children: readonly Case["children"][number]["acts"][];
  readonly wrong: Readonly<Record<"rule" | "permission" | "effect" | "entry", string>>;
}

function file(path: string): TreeItem {
  return { kind: "file", path };
}

function folder(path: string): TreeItem {
  return { kind: "folder", path };
}

function caseOf({ tree, words, children }: Pick<Fault, "tree" | "words" | "children">): Case {
  return {
    seed: 0,
    way: "spawn",
    missing: "error",
    tree,
    words: { read: NONE, write: NONE, run: NONE, ...words },
    aim: children.length > 0 ? "hostile" : "honest",
    children: children.map((acts, start) => ({ start, acts })),
  };
}

/** A product that enforces nothing and makes one claim of everything.
 *
 * @param forged what a child prints, from its script; left out, the walker does it all */
function liar(claim: "exact" | "narrower" | "wider", forged?: (script: string) => string): Product {
  class Sandbox {
    readonly report: Report;
    constructor(
      permissions: Record<string, { allow: string[]; deny: string[] }>,
      options: { compat?: string },
    ) {
      if (options.compat === "strict" && claim !== "exact") {
        throw Object.assign(new Error("strict"), { code: "NOT_ENFORCEABLE" });
      }
      const grants = Object.entries(permissions).flatMap(([permission, lists]) =>
        (["allow", "deny"] as const).flatMap((effect) =>
          lists[effect].map((entry) => ({ permission, entry, effect, fidelity: claim, status: "enforced" }))
        )
      );
      this.report = { grants, gaps: [], limits: [] } as unknown as Report;
    }
    spawnSync(command: string, [script]: [string], options: { cwd: string; encoding: "utf8" }) {
      return forged === undefined ? spawnSync(command, [script], options) : { stdout: forged(script) };
    }
    close() {}
  }
  return { mod: { Sandbox } as unknown as Product["mod"], cli: [""], locked: [""], root: "" };
}

if (!hasCompiler()) {
  skip("every claim", "gcc");
} else {
  const bench = makeBench();
  const place = furnishedFolder(bench);
  const world = new World(place);
  test.after(() => {
    world.clear();
    process.chdir(ROOT);
    rmSync(place, { recursive: true, force: true });
    bench.close();
  });

  for (const fault of FAULTS) {
    test(`finds ${fault.name}`, () => {
      const [found, ...others] = tryCase(caseOf(fault), liar("exact"), world).findings;
      assert.equal(others, []);
      const { rule, permission, effect, entry } = found ?? {};
      assert.equal({ rule, permission, effect, entry }, fault.wrong);
      assert.ok(reproduction(caseOf(fault), found as NonNullable<typeof found>).includes("grant"));
      assert.equal(tryCase(caseOf(fault), liar("wider"), world).findings, [], "it is what wider means");
      assert.is(tryCase(caseOf(fault), liar("narrower"), world).findings.length, 1, "narrower denies too");
    });
  }

  const entries: readonly [what: string, tree: TreeItem, entry: string, act: string][] = [
    ["file", file("@/t/cfg.json"), "cfg.json", "unlink"],
    ["folder", folder("@/t/dist"), "dist", "rmtree"],
  ];
  for (const [what, item, entry, act] of entries) {
    test(`finds that a granted ${what} cannot itself be removed`, () => {
      const refusing = (script: string) =>
        script.split("\n").map((line, at) => `${at}\t${line.startsWith(`${act}\t`) ? "13" : "ok"}\n`).join(
          "",
        ) + "end\n";
      const asked = caseOf({ tree: [item], words: { write: { allow: [entry], deny: [] } }, children: [] });
      const [found] = tryCase(asked, liar("exact", refusing), world).findings;
      assert.is(found?.rule, "refused");
      assert.is(found?.entry, entry);
      assert.equal(tryCase(asked, liar("exact"), world).findings, [], "where nothing is refused");
      assert.equal(tryCase(asked, liar("narrower", refusing), world).findings, []);
    });
  }

  test("finds a report that leaves an entry out, and a strict that is not", () => {
    const asked = caseOf({
      tree: [file("@/t/f")],
      words: { read: { allow: ["f"], deny: [] } },
      children: [[]],
    });
    const product = liar("exact");
    class Silent extends product.mod.Sandbox {
      constructor(...args: ConstructorParameters<Product["mod"]["Sandbox"]>) {
        super(...args);
        (this.report.grants as unknown[]).length = 0;
      }
    }
    const silent = { ...product, mod: { Sandbox: Silent } };
    assert.equal(tryCase(asked, silent, world).findings.map(({ rule }) => rule), ["unreported"]);
    class Lax extends liar("wider").mod.Sandbox {
      constructor(...[permissions]: ConstructorParameters<Product["mod"]["Sandbox"]>) {
        super(permissions, {});
      }
    }
    const lax = { ...product, mod: { Sandbox: Lax } };
    assert.equal(tryCase(asked, lax, world).findings.map(({ rule }) => rule), ["strict"]);
  });

  test("the same seed makes the same case", () => {
    const choices = { ways: WAYS, binds: true };
    assert.equal(generate(7, choices), generate(7, choices));
    assert.not.equal(generate(7, choices), generate(8, choices));
  });

  test(`what the report claims holds in ${SEEDS.length} generated cases`, async () => {
    const product = await loadProduct(ROOT, thisRuntime());
    const wrong = SEEDS.flatMap((seed) => {
      const tried = generate(seed, { ways: WAYS, binds: false });
      return tryCase(tried, product, world).findings.map((finding) => {
        const least = minimize(tried, finding, (smaller) => tryCase(smaller, product, world).findings, 100);
        return `seed ${seed}, ${tried.way}\n${reproduction(least.smallest, least.finding)}`;
      });
    });
    assert.is(wrong.join("\n\n"), "");
  });
}

function thisRuntime(): TestRuntime {
  const here = realpathSync(process.execPath);
  const found = testRuntimes().find(({ executable }) => realpathSync(executable) === here);
  if (found === undefined) throw new Error(`Cannot find ${here} among the runtimes that tests run in`);
  return found;
}

test.run();
