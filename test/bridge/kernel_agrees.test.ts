/** What a native child may really do under `lockdown()`, compared with what the runtime itself allows the JavaScript
 * under the same flags and without lockdown: never more, and less only where the report says so. Lines by hand and by
 * chance; every act is first done by the native child without lockdown. Bun enforces no flags: there the JavaScript
 * must be held exactly as the child is, and what is allowed is what `query.ts` says, which is compared with real Deno
 * in `test/flags`. */
import { copyFileSync, rmSync, symlinkSync } from "node:fs";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type GrantReport, kernel } from "../../mod.ts";
import { parseFlags } from "../../src/flags/parse_flags.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import { createAnswer, type PermissionQuery } from "../../src/permissions/query.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { untilEnded } from "../support/ended.ts";
import { runtimeName, startSelf } from "../support/self.ts";
import { listen } from "../support/servers.ts";
import { skip } from "../support/skip.ts";
import type { TriedAct } from "./acts.ts";
import { LIBC, NODE_NEEDS } from "./own_flags.ts";

const python = findProgram("python3");
const folder = makeFolder({
  "d/a": "a",
  "d/sub/b": "b",
  "d/sub/deep/c": "c",
  "d2/f": "f",
  "e/g": "g",
  "bin/": "",
});
// One link within the tree, and one that leads out of its folder
symlinkSync("e/g", folder.at("link"));
symlinkSync("../e", folder.at("d/out"));
for (const name of ["one", "two"]) copyFileSync(findProgram("true") as string, folder.at(`bin/${name}`));
const [first, second] = [await listen("127.0.0.1"), await listen("127.0.0.1")];
const free = await listen("127.0.0.1");
free.close();
test.after(() => {
  folder.remove();
  first.close();
  second.close();
});

const FILES = ["d/a", "d/sub/b", "d/sub/deep/c", "d2/f", "e/g", "link", "d/out/g"];
const FOLDERS = ["d", "d/sub", "d/sub/deep", "d2", "e", "d/out"];
const ACTS: readonly TriedAct[] = [
  ...FILES.flatMap((name): TriedAct[] => [{ act: "read", target: name }, { act: "write", target: name }]),
  ...FOLDERS.flatMap((name): TriedAct[] => [
    { act: "list", target: name },
    { act: "create", target: `${name}/new` },
  ]),
  { act: "create", target: "missing" },
  ...["one", "two"].map((name): TriedAct => ({ act: "run", target: folder.at(`bin/${name}`) })),
  ...[first, second].map(({ port }): TriedAct => ({ act: "connect", target: "127.0.0.1", port })),
  { act: "connect", target: "localhost", port: first.port },
  { act: "listen", target: "127.0.0.1", port: free.port },
  { act: "listen", target: "127.0.0.1", port: 0 },
];

/** The permission that an act is about. */
const PERMISSION = {
  read: "read",
  list: "read",
  write: "write",
  create: "write",
  run: "run",
  connect: "net",
  listen: "net",
} as const;

interface Tried {
  readonly own: readonly boolean[];
  readonly native: readonly boolean[];
  readonly grants: readonly GrantReport[];
}

async function tryActs(flags: readonly string[], confined: boolean): Promise<Tried> {
  const input = JSON.stringify({ acts: ACTS, python, confined });
  const ended = await untilEnded(startSelf("test/probes/bridge_acts.ts", [input], {
    flags: [...NEEDED[runtimeName], ...flags],
    cwd: folder.path,
    env: { PATH: `${folder.at("bin")}:${process.env["PATH"]}` },
  }));
  for (const { act, target } of ACTS) {
    if (act === "create") {
      for (const end of ["js", "python"]) rmSync(folder.at(`${target}.${end}`), { force: true });
    }
  }
  assert.is(ended.code, 0, `${flags.join(" ")}\n${ended.stderr}`);
  return JSON.parse(ended.stdout.trim().split("\n").at(-1) as string) as Tried;
}

const NEEDED: Record<typeof runtimeName, readonly string[]> = {
  deno: [`--allow-ffi=${LIBC}`],
  bun: [],
  node: [...NODE_NEEDS, "--allow-child-process"],
};

/** What the flags allow, act by act: the runtime's own word, or where it enforces none, ours. */
function allowed(flags: readonly string[], bare: Tried): readonly boolean[] {
  if (runtimeName !== "bun") return bare.own;
  const place = { directory: folder.path, findProgram: (name: string) => folder.at(`bin/${name}`) };
  const answer = createAnswer(parsePermissions(parseFlags(flags), { directory: folder.path }), place);
  return ACTS.map((tried) => ["granted", "partial"].includes(answer(questionOf(tried))));
}

function questionOf(tried: TriedAct): PermissionQuery {
  const { act, target } = tried;
  if (act === "connect" || act === "listen") return { name: "net", host: `${target}:${tried.port}` };
  if (act === "run") return { name: "run", command: target };
  return { name: PERMISSION[act] as "read" | "write", path: act === "create" ? `${target}.js` : target };
}

async function compareLine(flags: readonly string[]): Promise<void> {
  const bare = await tryActs(flags, false);
  assert.ok(bare.native.every((done) => done), "without lockdown a native child does everything");
  const inside = await tryActs(flags, true);
  const rights = allowed(flags, bare);
  const problems = ACTS.flatMap((tried, at) => {
    const [may, does] = [rights[at] as boolean, inside.native[at] as boolean];
    const what = `${tried.act} ${tried.target} ${"port" in tried ? tried.port : ""}`;
    const same = runtimeName !== "bun" || does === inside.own[at];
    return [
      ...(same ? [] : [`${what}: the child ${does}, the JavaScript ${inside.own[at]}`]),
      ...(does && !may && !isNodesMistake(tried, flags) && !isWiderBySaying(tried, inside, rights)
        ? [`${what}: more than allowed`]
        : []),
      ...(may && !does && !isNarrowerBySaying(tried, inside) ? [`${what}: less than allowed`] : []),
      // Both layers hold for the JavaScript: the runtime's own, and the kernel's
      ...(inside.own[at] && !may && runtimeName !== "bun"
        ? [`${what}: the runtime's own layer is gone`]
        : []),
    ];
  });
  assert.is(problems.join("\n"), "", flags.join(" "));
}

/** The kernel sees ports, not hosts, and files by whatever name: where a link leads may be allowed by another name. */
function isWiderBySaying({ act, target }: TriedAct, { grants }: Tried, rights: readonly boolean[]): boolean {
  const said = grants.filter(({ permission }) => permission === PERMISSION[act]);
  if (PERMISSION[act] === "net") return said.some(({ fidelity }) => fidelity === "wider");
  if (said.some((grant) => grant.effect === "allow" && isAboutLink(grant))) return true;
  const other = ACTS.findIndex((tried) => tried.act === act && tried.target === withoutLinks(target));
  return throughLink(target) && rights[other] === true;
}

/** Node does not find a granted folder itself where another granted path begins with the same letters; see
 * `node_oracle.test.ts`. */
function isNodesMistake({ act, target }: TriedAct, flags: readonly string[]): boolean {
  const paths = flags.flatMap((flag) => /^--allow-fs-read=(.*?)(\/\*)?$/.exec(flag)?.[1] ?? []);
  const path = withoutLinks(target);
  return runtimeName === "node" && act === "list" && paths.includes(path) &&
    paths.filter((other) => other.startsWith(path)).length > 1;
}

function withoutLinks(target: string): string {
  return target.replace(/^link$/, "e/g").replace(/^d\/out/, "e");
}

function isNarrowerBySaying({ act, target }: TriedAct, { grants }: Tried): boolean {
  // docs/flags.md says it of all links: where one leads, another grant decides
  if (throughLink(target)) return true;
  return grants.some((grant) =>
    grant.permission === PERMISSION[act] &&
    (grant.fidelity === "narrower" || (grant.effect === "deny" && isAboutLink(grant)))
  );
}

function isAboutLink({ reason }: GrantReport): boolean {
  return reason?.includes("A symbolic link leads") === true;
}

function throughLink(target: string): boolean {
  return target === "link" || target.startsWith("d/out");
}

/** Lines of Deno's flags. Python may always run. */
const BY_HAND: readonly string[] = [
  "",
  "--allow-read=d --allow-write=d/sub",
  "--allow-read=d --deny-read=d/sub",
  "--allow-read=d,d/sub/deep --deny-read=d/sub --allow-write=d2,e --deny-write=e/g",
  "--allow-read --allow-write --deny-write=d/sub --deny-read=e",
  "--allow-read=. --deny-read=link --ignore-read=d2",
  "--allow-read=link --allow-write=d/out",
  "--allow-run=one --allow-write=.",
  "--allow-run --deny-run=two --allow-read",
  "--allow-net=127.0.0.1:FIRST",
  "--allow-net=localhost:FIRST,127.0.0.1:0",
  "--allow-net --deny-net=127.0.0.1:SECOND",
  "--allow-net=:FREE --deny-net=127.0.0.1:FREE",
  "--allow-write=missing,d/new.js",
];

const paths = fc.array(
  fc.constantFrom("d", "d/a", "d/sub", "d/sub/deep", "d2", "e", "e/g", "link", ".", "missing"),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const hosts = fc.array(
  fc.constantFrom(
    "127.0.0.1:FIRST",
    "localhost:FIRST",
    "127.0.0.1",
    ":SECOND",
    "127.0.0.1:FREE",
    "127.0.0.1:0",
    "10.1.2.3:FIRST",
  ),
  { minLength: 1, maxLength: 3 },
);
const programs = fc.subarray(["one", "bin/two"], { minLength: 1 });
const list = (name: string, entries: fc.Arbitrary<string[]>, bare: number) =>
  fc.oneof(
    { weight: 3, arbitrary: entries.map((all) => `--${name}=${all.join(",")}`) },
    { weight: bare, arbitrary: fc.constant(`--${name}`) },
  );
const denoLine = fc
  .tuple(
    fc.option(list("allow-read", paths, 1)),
    fc.option(list("deny-read", paths, 0)),
    fc.option(list("allow-write", paths, 1)),
    fc.option(list("deny-write", paths, 0)),
    fc.option(list("allow-run", programs, 0)),
    fc.option(list("deny-run", programs, 0)),
    fc.option(list("allow-net", hosts, 1)),
    fc.option(list("deny-net", hosts, 0)),
  )
  .map((flags) => flags.filter((flag) => flag !== null).join(" "));

/** Lines of Node's flags. */
const NODE_BY_HAND: readonly string[] = [
  "",
  "--allow-fs-read=d/* --allow-fs-write=d/sub/*",
  "--allow-fs-read=d --allow-fs-read=e/g",
  "--allow-fs-read=* --allow-fs-write=d2",
  "--allow-fs-read=d/s* --allow-fs-write=missing",
  "--allow-fs-read=link --allow-fs-write=d/out",
  "--allow-fs-read=. --allow-net",
];
const nodePath = fc.constantFrom("d", "d/*", "d/a", "d/sub/*", "d/sub", "d2", "e/*", "e/g", "missing");
const nodeLine = fc
  .tuple(
    fc.uniqueArray(nodePath, { maxLength: 3 }),
    fc.uniqueArray(nodePath, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([read, write, net]) =>
    [
      ...read.map((path) => `--allow-fs-read=${path}`),
      ...write.map((path) => `--allow-fs-write=${path}`),
      ...(net ? ["--allow-net"] : []),
    ].join(" ")
  );

function spelled(line: string): string[] {
  const words = line
    .replaceAll("FIRST", `${first.port}`)
    .replaceAll("SECOND", `${second.port}`)
    .replaceAll("FREE", `${free.port}`)
    .split(" ")
    .filter((word) => word !== "");
  if (runtimeName === "node") {
    const knowsNet = process.allowedNodeEnvironmentFlags.has("--allow-net");
    return words.filter((word) => word !== "--allow-net" || knowsNet);
  }
  return words.includes("--allow-run") ? words : [...words, `--allow-run=${python}`];
}

const [byHand, byChance] = runtimeName === "node" ? [NODE_BY_HAND, nodeLine] : [BY_HAND, denoLine];
const lines = [...byHand, ...fc.sample(byChance, { numRuns: 12, seed: 20261126 })];
for (const line of new Set(lines)) {
  const name = `a native child may do what the flags allow, but for what the report says: ${line}`;
  if (python === undefined) skip(name, "python3");
  else if (kernel().abi < 4) skip(name, "Landlock ABI 4");
  else test(name, () => compareLine(spelled(line)));
}

test.run();
