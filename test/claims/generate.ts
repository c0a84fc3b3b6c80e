import {
  type Case,
  type Child,
  type PermissionWords,
  type TreeItem,
  type Way,
  WAYS,
  type Words,
} from "./case.ts";
import { HERE, Model } from "./model.ts";
import { Oracle } from "./oracle.ts";
import { type Random, randomOf } from "./random.ts";
import { hostileChildren } from "./schemes.ts";

/** What a machine or a caller leaves to choose from. */
export interface Choices {
  readonly ways: readonly Way[];
  /** Whether bind mounts can be made. */
  readonly binds: boolean;
}

const FOLDERS = ["a", "b", "c", "w"];
const FILES = ["s", "f", "g", ".env", "k.pem", "README"];
const LINKS = ["l", "m", ".rc"];
const PROGRAMS = ["p", "q"];

/** The case of a seed; the same for the same choices. */
export function generate(seed: number, choices: Choices): Case {
  const random = randomOf(seed);
  const way = random.weighted(
    WAYS.filter((way) => choices.ways.includes(way)).map((way) => [WEIGHT[way], way] as const),
  );
  const tree = generateTree(random, choices.binds);
  const model = new Model(tree);
  const words = generateWords(random, model);
  const aim = random.percent(25) ? "honest" : "hostile";
  const wanted = random.weighted([[70, "skip"], [25, "error"], [5, "create"]] as const);
  // The tree is looked at before these start, and would not have what they make
  const missing = wanted === "create" && (way === "run" || way === "lockdown") ? "skip" : wanted;
  const children: readonly Child[] = aim === "honest"
    ? []
    : hostileChildren(random, new Oracle(model, words), words);
  return { seed, way, missing, tree, words, aim, children };
}

/** Sandboxes cost a few milliseconds, the others a process or several. */
const WEIGHT: Readonly<Record<Way, number>> = { spawn: 66, argv: 22, run: 4, compile: 4, lockdown: 4 };

function generateTree(random: Random, binds: boolean): TreeItem[] {
  const items: TreeItem[] = [];
  const folders = [HERE, "@/out"];
  const taken = new Set<string>();
  const place = (names: readonly string[], among: readonly string[]): string | undefined => {
    const path = `${random.pick(among)}/${random.pick(names)}`;
    if (taken.has(path)) return undefined;
    taken.add(path);
    return path;
  };
  const times = (least: number, more: number, make: () => void) => {
    for (let left = least + random.below(more + 1); left > 0; left--) make();
  };
  times(1, 4, () => {
    const above = folders.filter((folder) =>
      folder.split("/").length < 5 && (folder !== "@/out" || random.percent(20))
    );
    const path = place(FOLDERS, above);
    if (path === undefined) return;
    items.push({ kind: "folder", path });
    folders.push(path);
  });
  // The working directory comes up more often than what lies deep
  const crowded = [HERE, ...folders.filter((folder) => folder !== "@/out")];
  times(2, 4, () => {
    const path = place(FILES, crowded);
    if (path !== undefined) items.push({ kind: "file", path });
  });
  const outside = place(FILES, folders.filter((folder) => folder.startsWith("@/out")));
  if (outside !== undefined) items.push({ kind: "file", path: outside });
  if (random.percent(35)) {
    times(1, 1, () => {
      const path = place(PROGRAMS, crowded);
      const kind = random.percent(50) ? "program" : "dynamic program";
      if (path !== undefined) items.push({ kind, path });
    });
  }
  if (random.percent(25)) {
    times(1, 1, () => {
      const from = random.pick(items.filter(({ kind }) => kind !== "folder" && kind !== "symlink"));
      const path = place([...FILES, "h"], folders);
      if (from !== undefined && path !== undefined) items.push({ kind: "hard link", path, to: from.path });
    });
  }
  if (random.percent(45)) {
    times(1, 2, () => {
      const path = place(random.percent(70) ? LINKS : FILES, crowded);
      if (path === undefined) return;
      const to = random.percent(8) ? `${random.pick(folders)}/none` : random.pick([
        ...items.map((item) => item.path),
        ...folders.slice(1),
      ]);
      if (to === path || path.startsWith(`${to}/`)) return;
      items.push({ kind: "symlink", path, to: random.percent(50) ? to : relativeTo(to, path) });
    });
  }
  if (binds && random.percent(10)) {
    const source = random.pick(items.filter(({ kind }) => kind === "folder" || kind === "file"));
    if (source !== undefined && isReal(source.path, items)) {
      const path = place(["n"], folders.filter((folder) => !`${folder}/`.startsWith(`${source.path}/`)));
      if (path !== undefined) {
        items.push({ kind: source.kind as "folder" | "file", path }, { kind: "bind", path, to: source.path });
      }
    }
  }
  return items;
}

/** No link is on the way: folders are made before links, and nothing is made through one. */
function isReal(path: string, items: readonly TreeItem[]): boolean {
  return !items.some((item) => item.kind === "symlink" && `${path}/`.startsWith(`${item.path}/`));
}

function relativeTo(to: string, from: string): string {
  const [target, base] = [to.split("/"), from.split("/").slice(0, -1)];
  let same = 0;
  while (same < target.length && same < base.length && target[same] === base[same]) same++;
  return [...base.slice(same).map(() => ".."), ...target.slice(same)].join("/") || ".";
}

function generateWords(random: Random, model: Model): Words {
  const paths = [...model.items.keys()].filter((path) => path !== "@" && path !== HERE && path !== "@/out");
  const folders = paths.filter((path) => model.items.get(path)?.kind === "folder");
  const programs = paths.filter((path) => model.items.get(path)?.kind === "program");
  const links = paths.filter((path) => model.items.get(path)?.kind === "symlink");
  const missing = () => `${random.pick([HERE, ...folders])}/${random.pick(["none", ...FILES, ...FOLDERS])}`;
  /** Behind a link a name may be spelled by the link as well. */
  const throughLink = (path: string) => {
    const link = links.find((link) => {
      const to = model.resolve(link);
      return to.item?.kind === "folder" && path.startsWith(`${to.path}/`);
    });
    return link === undefined ? path : `${link}${path.slice(model.resolve(link).path.length)}`;
  };
  const one = (chanceMissing: number) => {
    if (random.percent(chanceMissing)) return spell(random, missing());
    const among = random.percent(35) && links.length > 0 ? links : random.percent(40) ? folders : paths;
    const path = random.pick(among.length > 0 ? among : paths);
    return spell(random, random.percent(15) ? throughLink(path) : path);
  };
  const several = (most: number, chanceMissing: number) =>
    Array.from({ length: 1 + random.below(most) }, () => one(chanceMissing));
  const glob = () => random.pick(["**/.env", "*.pem", "**/s", "a/*", "a/*.pem", "**/k.pem", "./*.pem"]);
  const denies = (chance: number) => {
    if (!random.percent(chance)) return [];
    const list = several(2, 12);
    if (random.percent(6)) list.push(glob());
    if (random.percent(6)) list.push(list[0] as string);
    return list;
  };
  const allows = (): true | string[] => {
    const list = random.weighted<() => true | string[]>([
      [34, () => [spell(random, HERE)]],
      [46, () => several(3, 5)],
      [8, () => [spell(random, HERE), ...several(2, 3)]],
      [2, () => [random.pick(["**/.env", "*.pem", "a/*", "**/f"])]],
      [1, () => true],
      [6, () => []],
    ])();
    return list;
  };
  const read: PermissionWords = { allow: allows(), deny: denies(62) };
  const write: PermissionWords = {
    allow: random.percent(22) ? [] : random.percent(30) && read.allow !== true ? read.allow : noAll(allows()),
    deny: random.percent(35) && read.deny.length > 0 ? read.deny : denies(45),
  };
  const granted = random.some(programs, 60).map((path) => withSlash(spell(random, path)));
  const linked = random.some(links.filter((link) => model.resolve(link).item?.kind === "program"), 60)
    .map((path) => withSlash(spell(random, path)));
  const run: PermissionWords = {
    allow: [...granted, ...linked],
    deny: random.some(programs, 12).map((path) => withSlash(spell(random, path))),
  };
  return { read, write, run };
}

/** Everything may be written: nothing could be told from the rest of this machine, which is not for trying. */
function noAll(allow: true | string[]): string[] {
  return allow === true ? ["."] : allow;
}

/** A program without a slash would be looked for in PATH. */
function withSlash(text: string): string {
  return text.includes("/") ? text : `./${text}`;
}

/** One of the ways to write a path. */
function spell(random: Random, path: string): string {
  const inside = path === HERE ? "." : path.startsWith(`${HERE}/`) ? path.slice(HERE.length + 1) : undefined;
  if (inside === undefined) return random.percent(50) ? path : `../${path.slice(2)}`;
  return random.weighted([
    [50, inside],
    [20, inside === "." ? "." : `./${inside}`],
    [20, path],
    [12, `${inside}/`],
    [3, `./${inside}//`],
    [3, inside === "." ? "./." : `a/../${inside}`],
  ]);
}
