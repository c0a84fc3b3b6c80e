import type { Act, Child, Words } from "./case.ts";
import { absolute, HERE, type Item } from "./model.ts";
import type { Oracle } from "./oracle.ts";
import type { Random } from "./random.ts";

/** Plans to get at what is denied: up to four acts, spread over children of one start and over later starts. */

/** The walker, which every case may run. */
export const WALKER = "@/bin/walker";

/** An act, and in which process it is done: 0 and 1 are children of the first start, 2 and 3 starts of their own. */
type Step = readonly [process: 0 | 1 | 2 | 3, act: Act];

const STARTS = [0, 0, 1, 2] as const;

/** What can be aimed at and worked with. */
interface Field {
  readonly random: Random;
  /** Files that must not be read. */
  readonly secrets: readonly string[];
  /** What must not be changed, missing names among them. */
  readonly kept: readonly string[];
  /** Folders that may be written, and files. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly links: readonly string[];
  readonly programs: readonly string[];
  readonly all: readonly string[];
  /** Names as the user wrote them. */
  readonly named: readonly string[];
}

/** The children of a hostile case. */
export function hostileChildren(random: Random, oracle: Oracle, words: Words): Child[] {
  const field = survey(random, oracle, words);
  const steps: Step[][] = Array.from({ length: 1 + random.below(4) }, () => random.weighted(SCHEMES)(field));
  const children: Child[] = [];
  const used = steps.flat();
  const last = Math.max(random.percent(60) ? 2 : 1, ...used.map(([process]) => process));
  const places = new Set([
    ...field.all,
    ...field.named,
    ...used.flatMap(([, [, ...paths]]) => paths.filter(isPath)),
  ]);
  for (let process = 0; process <= last; process++) {
    const acts = used.filter(([of]) => of === process).map(([, act]) => act);
    const looks = lookAround(random, [...places], process);
    const attacks = process === last ? attack(random, field) : [];
    const executes = process % 2 === 0
      ? field.programs.flatMap((path): Act[] => [["execute", path], ["linker", path]])
      : [];
    children.push({ start: STARTS[process] as number, acts: [...acts, ...looks, ...executes, ...attacks] });
  }
  return children;
}

function isPath(word: string): boolean {
  return word.startsWith("@");
}

function survey(random: Random, oracle: Oracle, words: Words): Field {
  const { model } = oracle;
  const all = [...model.items.keys()].filter((path) => path !== "@");
  const kind = (path: string): Item["kind"] | undefined => model.items.get(path)?.kind;
  const isFile = (path: string) => kind(path) === "file" || kind(path) === "program";
  const secrets = all.filter((path) =>
    isFile(path) && (oracle.denying("read", path).length > 0 || !oracle.allows("read", path))
  );
  const named = [words.read, words.write, words.run]
    .flatMap(({ allow, deny }) => [...(allow === true ? [] : allow), ...deny])
    .map((text) => absolute(text, HERE));
  const missing = oracle.entries.filter(({ place, text }) => place.item === undefined && text !== "*")
    .map(({ place }) => place.path);
  const kept = [
    ...all.filter((path) => oracle.denying("write", path).length > 0 || !oracle.allows("write", path)),
    ...missing,
    ...named.filter((path) => !path.includes("*")),
  ];
  const writable = all.filter((path) => oracle.allows("write", path));
  return {
    random,
    secrets,
    kept,
    folders: writable.filter((path) => kind(path) === "folder"),
    files: writable.filter(isFile),
    links: all.filter((path) => kind(path) === "symlink"),
    programs: all.filter((path) => kind(path) === "program" || kind(path) === "symlink"),
    all: [...all, ...missing],
    named: named.filter((path) => !path.includes("*")),
  };
}

/** Reads everything by every name it knows, one way or the other. */
function lookAround(random: Random, places: readonly string[], process: number): Act[] {
  const acts: Act[] = places.map((path) => [
    random.weighted([[70, "read"], [6, "read-fd"], [6, "read-at"], [6, "mmap"], [6, "read-write"], [
      6,
      "append",
    ]]),
    process === 1 && random.percent(30) ? disguise(random, path) : path,
  ]).map((act): Act => act[0] === "append" ? ["read", act[1] as string] : act as unknown as Act);
  return [...acts, ["walk", HERE], ["walk", "@/out"]];
}

/** The same path through `/proc`. */
function disguise(random: Random, path: string): string {
  const cwd = path.startsWith(`${HERE}/`)
    ? `/proc/self/cwd/${path.slice(HERE.length + 1)}`
    : `/proc/self/root${path}`;
  return random.percent(50) ? cwd : `/proc/self/root${path}`;
}

/** Tries to change what must not be changed. */
function attack(random: Random, field: Field): Act[] {
  return random.some(field.kept, 70).flatMap((path) => attackOne(random, path, field));
}

function attackOne(random: Random, path: string, { folders }: Field): Act[] {
  const free = `${random.pick(folders.length > 0 ? folders : [HERE])}/x${random.below(3)}`;
  return random.some<Act>([
    ["write", path, "evil"],
    ["append", path, "evil"],
    ["empty", path],
    ["truncate", path],
    ["write-fd", path, "evil"],
    ["create", path, "evil"],
    ["create-new", `${path}/new`, "evil"],
    ["replace", path, "evil"],
    ["mkdir", path],
    ["rename", path, free],
    ["symlink", "@/out", path],
    ["unlink", path],
    ["rmdir", path],
    ["create-new", path, "evil"],
    ["link", path, free],
  ], 30);
}

/** A name that may be free, in a folder that may be written. */
function freeName({ random, folders }: Field): string {
  const folder = folders.length > 0 ? random.pick(folders) : HERE;
  return `${folder}/${random.pick(["x0", "x1", "x2", "f", "README"])}`;
}

function parentOf(path: string): string {
  const at = path.lastIndexOf("/");
  return at <= 2 ? HERE : path.slice(0, at);
}

function target(field: Field): string {
  const { random, secrets, kept, all } = field;
  const among = random.percent(60) && secrets.length > 0
    ? secrets
    : random.percent(70) && kept.length > 0
    ? kept
    : all;
  return among.length > 0 ? random.pick(among) : HERE;
}

function pick(random: Random, ...lists: readonly (readonly string[])[]): string {
  return random.pick(lists.find((list) => list.length > 0) ?? [HERE]);
}

/** A folder above the target, or the target. */
function above(random: Random, path: string): string {
  let at = path;
  while (random.percent(50) && parentOf(at) !== HERE && parentOf(at) !== at) at = parentOf(at);
  return at;
}

type Scheme = (field: Field) => Step[];

const SCHEMES: readonly (readonly [number, Scheme])[] = [
  // Moves what is denied to another name
  [6, (field) => {
    const place = freeName(field);
    return [[0, ["rename", target(field), place]], [1, ["read", place]], [2, ["read", place]]];
  }],
  // The same for a folder above it
  [5, (field) => {
    const { random } = field;
    const path = target(field);
    const folder = above(random, parentOf(path));
    const place = freeName(field);
    const moved = path.startsWith(`${folder}/`) ? `${place}${path.slice(folder.length)}` : place;
    return [
      [0, ["rename", folder, place]],
      [random.percent(50) ? 1 : 2, ["read", moved]],
      [2, random.percent(50) ? ["rename", moved, freeName(field)] : ["write", moved, "evil"]],
    ];
  }],
  // Swaps it with something that is allowed
  [5, (field) => {
    const { random, files, folders } = field;
    const path = above(random, target(field));
    const other = pick(random, random.percent(70) ? files : folders, files, folders);
    const process = random.percent(50) ? 1 : 2;
    return [[0, ["exchange", path, other]], [process, ["read", other]], [process, ["write", path, "evil"]]];
  }],
  // Gives it another name
  [3, (field) => {
    const place = freeName(field);
    const act: Act = [field.random.pick(["link", "link-fd"]), target(field), place];
    return [[0, act], [0, ["read", place]], [field.random.percent(50) ? 1 : 2, ["read", place]], [2, [
      "append",
      place,
      "evil",
    ]]];
  }],
  // Removes a link on the way and puts another thing there
  [6, (field) => {
    const { random, links, named } = field;
    const link = pick(random, random.percent(70) ? links : named, links, named);
    const put: Act = random.weighted<Act>([
      [50, ["symlink", above(random, target(field)), link]],
      [25, ["create", link, "evil"]],
      [15, ["mkdir", link]],
      [10, ["rename", target(field), link]],
    ]);
    return [[0, [random.percent(70) ? "unlink" : "rename", link, freeName(field)]], [0, put], [2, [
      "read",
      link,
    ]], [2, [
      "write",
      link,
      "evil",
    ]]];
  }],
  // Puts a link where an entry leads
  [6, (field) => {
    const { random, named } = field;
    const entry = pick(random, named);
    return [
      [0, [random.pick(["unlink", "rmtree", "rename"]), above(random, entry), freeName(field)]],
      [0, ["symlink", above(random, target(field)), entry]],
      [2, ["read", entry]],
      [2, ["append", entry, "evil"]],
    ];
  }],
  // Makes what is denied and missing
  [4, (field) => {
    const { random, named, kept } = field;
    const entry = pick(random, random.percent(50) ? named : kept, named, kept);
    return [
      [0, random.pick<Act>([["mkdir", parentOf(entry)], ["rename", freeName(field), parentOf(entry)]])],
      [0, random.pick<Act>([["create", entry, "evil"], ["mkdir", entry], ["symlink", target(field), entry]])],
      [2, ["create", `${entry}/new`, "evil"]],
    ];
  }],
  // Moves a folder above away and makes it anew
  [5, (field) => {
    const { random } = field;
    const path = target(field);
    const folder = above(random, parentOf(path));
    return [[0, ["rename", folder, freeName(field)]], [0, ["mkdir", folder]], [
      random.percent(50) ? 0 : 2,
      random.percent(50) ? ["create", path, "evil"] : ["symlink", target(field), path],
    ]];
  }],
  // Puts another folder in its place
  [3, (field) => {
    const { random, folders } = field;
    const folder = above(random, parentOf(target(field)));
    const other = pick(random, folders);
    return [[0, ["rename", folder, freeName(field)]], [0, ["rename", other, folder]], [2, ["walk", folder]]];
  }],
  // Puts another program in the place of a granted one
  [4, (field) => {
    const { random, programs } = field;
    const program = pick(random, programs);
    const other = random.percent(50) ? WALKER : pick(random, programs);
    const swap = random.pick<Act>([["copy", other, program], ["exchange", other, program], [
      "rename",
      other,
      program,
    ]]);
    return [
      [0, random.percent(50) ? ["unlink", program] : ["rename", program, freeName(field)]],
      [0, swap],
      [0, ["execute", program]],
      [2, ["execute", program]],
    ];
  }],
  // Writes a program and runs it
  [2, (field) => {
    const place = freeName(field);
    return [[0, ["copy", WALKER, place]], [0, ["execute", place]], [2, ["execute", place]]];
  }],
  // Anything
  [4, (field) => {
    const { random, all, named } = field;
    const any = () =>
      random.percent(30)
        ? freeName(field)
        : random.percent(20)
        ? pick(random, named, all)
        : pick(random, all);
    return Array.from({ length: 1 + random.below(4) }, (): Step => {
      const process = random.weighted([[60, 0], [20, 1], [20, 2]] as const);
      return [
        process,
        random.pick<Act>([
          ["rename", any(), any()],
          ["exchange", any(), any()],
          ["link", any(), any()],
          ["symlink", any(), any()],
          ["unlink", any()],
          ["rmdir", any()],
          ["rmtree", any()],
          ["mkdir", any()],
          ["create", any(), "evil"],
          ["write", any(), "evil"],
          ["replace", any(), "evil"],
          ["truncate", any()],
          ["tmpfile", parentOf(any()), any()],
          ["copy", any(), any()],
          ["chmod", any()],
        ]),
      ];
    });
  }],
];
