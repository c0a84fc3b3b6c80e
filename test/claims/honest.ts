import type { Act } from "./case.ts";
import type { Claims } from "./claims.ts";
import { absolute, HERE, isBeneath } from "./model.ts";
import type { Entry, Oracle } from "./oracle.ts";

/** An act that the words of an entry grant. */
export interface Promised {
  readonly entry: Entry;
  readonly act: Act;
  /** Whether it removes what the entry itself names. */
  readonly itself?: true;
}

/** The acts that the allowing entries grant, in an order in which none spoils another.
 *
 * @param later whether files that are made from outside after planning are there: `later` in every folder */
export function promisedActs(oracle: Oracle, claims: Claims, later: boolean): Promised[] {
  const entries = (["read", "write", "run"] as const).flatMap((permission) => oracle.of(permission, "allow"))
    .filter((entry) => claims.of(entry) !== "wider" && entry.text !== "*")
    // A pattern that allows does not match a symbolic link
    .filter(({ glob, place }) => !glob || place.links.length === 0);
  const unlike = entries.filter((entry, at) =>
    entries.findIndex(({ permission, place }) =>
      permission === entry.permission && place.path === entry.place.path
    ) === at
  );
  return [
    ...unlike.flatMap((entry) => entry.permission === "read" ? reading(oracle, entry, later) : []),
    ...unlike.flatMap((entry) => entry.permission === "run" ? running(oracle, entry) : []),
    ...unlike.flatMap((entry) => entry.permission === "write" ? writing(oracle, claims, entry, later) : []),
    ...unlike.flatMap((entry) => entry.permission === "write" ? itself(oracle, entry) : []),
  ];
}

/** Where a file is made from outside after planning, for each folder that some entry allows. */
export function laterFiles(oracle: Oracle): string[] {
  return [...oracle.model.items].filter(([path, item]) =>
    item.kind === "folder" && path !== "@" && oracle.model.namesOf(item).length === 1 &&
    (oracle.allows("read", path) || oracle.allows("write", path)) &&
    // A glob covers what it matched while planning
    !oracle.deciding("read", path)?.glob && !oracle.deciding("write", path)?.glob
  ).map(([path]) => `${path}/later`);
}

/** Names that an entry decides about. */
function governed(oracle: Oracle, entry: Entry): string[] {
  return [...oracle.model.items.keys()].filter((path) => {
    const deciding = oracle.deciding(entry.permission, path);
    return deciding?.effect === "allow" && deciding.place.path === entry.place.path;
  });
}

function reading(oracle: Oracle, entry: Entry, later: boolean): Promised[] {
  const acts: Act[] = [];
  for (const path of governed(oracle, entry)) {
    const kind = oracle.model.items.get(path)?.kind;
    if (kind === "folder") acts.push(["list", path]);
    if (kind === "file" || kind === "program") acts.push(["read", path], ["mmap", path], ["read-fd", path]);
    if (kind === "folder" && later && laterFiles(oracle).includes(`${path}/later`)) {
      acts.push(["read", `${path}/later`]);
    }
    const { place, text, glob } = entry;
    // By the name that the user wrote
    if (!glob && place.links.length > 0 && (kind === "file" || kind === "folder")) {
      const rest = path.slice(place.path.length);
      acts.push([kind === "file" ? "read" : "list", `${absolute(text, HERE)}${rest}`]);
    }
  }
  return acts.map((act) => ({ entry, act }));
}

function running(oracle: Oracle, entry: Entry): Promised[] {
  const { item, path } = entry.place;
  if (item?.kind !== "program" || oracle.of("run", "deny").some(({ place }) => place.item === item)) {
    return [];
  }
  return [{ entry, act: ["execute", path] }];
}

function writing(oracle: Oracle, claims: Claims, entry: Entry, later: boolean): Promised[] {
  const { model } = oracle;
  const acts: Act[] = [];
  const names = governed(oracle, entry);
  const folders = names.filter((path) => model.items.get(path)?.kind === "folder");
  for (const path of names) {
    const kind = model.items.get(path)?.kind;
    // What removes the entry itself comes at the end
    const isInside = path !== entry.place.path;
    const isMount = model.isMountPoint(path);
    if (kind === "file" || kind === "program") {
      acts.push(["append", path, "x"], ["write-fd", path, "x"], ["truncate", path], ["empty", path], [
        "create",
        path,
        "x",
      ]);
      acts.push(["replace", path, "x"], ["chmod", path]);
      if (isInside && !isMount) {
        acts.push(["rename", path, `${path}~`], ["rename", `${path}~`, path]);
        acts.push(["create", `${path}~`, "x"], ["rename", `${path}~`, path], ["unlink", path], [
          "create-new",
          path,
          "x",
        ]);
      }
    }
    if (kind === "symlink" && isInside) acts.push(["unlink", path], ["symlink", "none", path]);
    if (kind === "folder") {
      acts.push(["create-new", `${path}/n1`, "x"], ["mkdir", `${path}/n2`], ["symlink", "n1", `${path}/n3`]);
      acts.push(["fifo", `${path}/n4`], ["rename", `${path}/n1`, `${path}/n5`], [
        "exchange",
        `${path}/n5`,
        `${path}/n2`,
      ]);
      acts.push(["unlink", `${path}/n2`], ["rmdir", `${path}/n5`], ["unlink", `${path}/n3`], [
        "unlink",
        `${path}/n4`,
      ]);
      if (later && laterFiles(oracle).includes(`${path}/later`)) {
        acts.push(["append", `${path}/later`, "x"], ["unlink", `${path}/later`]);
      }
      if (isInside && isWhole(oracle, path)) {
        acts.push(["rename", path, `${path}~`], ["rename", `${path}~`, path]);
      }
    }
  }
  // Between two of its folders. That takes reading the file as well, as in Deno: the kernel lets none gain rights
  const isRead = (path: string) => {
    const reading = oracle.deciding("read", path);
    return reading?.effect === "allow" && claims.of(reading) === "exact";
  };
  const isReadable = (path: string) => oracle.allows("read", path);
  const pair = folders.flatMap((from) => folders.map((to) => [from, to] as const)).find(([from, to]) =>
    from !== to && model.mountOf(from) === model.mountOf(to) && (isRead(from) || !isReadable(to))
  );
  if (pair !== undefined) {
    const [from, to] = pair;
    acts.push(["create-new", `${from}/n6`, "x"], ["rename", `${from}/n6`, `${to}/n7`], [
      "unlink",
      `${to}/n7`,
    ]);
    acts.push(["mkdir", `${from}/n8`], ["rename", `${from}/n8`, `${to}/n9`], ["rmdir", `${to}/n9`]);
  }
  return acts.map((act) => ({ entry, act }));
}

/** Removing what the entry names and making it anew, which Deno allows with the same entry. With a slash at its end it
 * means what a folder contains. */
function itself(oracle: Oracle, entry: Entry): Promised[] {
  const { place, text, glob } = entry;
  const { path, item, links } = place;
  if (
    glob || text.endsWith("/") || links.length > 0 || path === "/" || path === "@" || !isWhole(oracle, path)
  ) return [];
  const parent = path.slice(0, path.lastIndexOf("/"));
  const acts: Act[] = [];
  if (item?.kind === "folder") acts.push(["rmtree", path], ["mkdir", path]);
  else if (item !== undefined) acts.push(["unlink", path], ["create-new", path, "x"]);
  else if (oracle.model.items.get(parent)?.kind === "folder") acts.push(["create-new", path, "x"]);
  return acts.map((act) => ({ entry, act, itself: true }));
}

/** Whether no other entry speaks of anything in there, and nothing is mounted. */
function isWhole(oracle: Oracle, path: string): boolean {
  const { model, entries } = oracle;
  const decides = oracle.deciding("write", path);
  return [...model.items.keys()].every((name) => !isBeneath(name, path) || !model.isMountPoint(name)) &&
    entries.every(({ place }) => !isBeneath(place.path, path) || place.path === decides?.place.path) &&
    model.mountOf(path) === "" && !mountedFrom(oracle, path);
}

/** Whether something in there is a program that may be run, or is known elsewhere too: those are other entries' matter. */
function mountedFrom({ model }: Oracle, path: string): boolean {
  return [...model.items].some(([name, item]) => isBeneath(name, path) && model.namesOf(item).length > 1);
}
