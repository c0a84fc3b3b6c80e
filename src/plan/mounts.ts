import { isWithin } from "../linux/paths.ts";
import type { Lookup } from "../linux/lookup.ts";

/** One line of `/proc/self/mountinfo`; `proc_pid_mountinfo(5)`. */
interface Mount {
  readonly id: string;
  /** The mount on which it is mounted, which may be one outside of our root directory. */
  readonly parent: string;
  /** Device number as in the inode of a {@linkcode Resolved}: `major:minor`. */
  readonly device: string;
  /** The directory of the file system that is mounted. */
  readonly root: string;
  /** Where it is mounted. */
  readonly point: string;
  readonly type: string;
  /** Options of the file system, such as the layers of an overlay. Octal still stands for commas in a value. */
  readonly options: string;
}

/** From place to place: out of a bind mount, through two overlays, which is all that the kernel stacks
 * (`FILESYSTEM_MAX_STACK_DEPTH`), and into bind mounts again. */
const MOST_HOPS = 5;

/** Where file systems are mounted, to find the other places at which a file can be reached: a Landlock rule on a
 * directory holds for all that is mounted beneath it. */
export interface Mounts {
  /** Other paths that lead to what is at a canonical path, or into it. */
  otherPlaces(path: string): string[];
  /** Devices of all that can be reached beneath a canonical path, `major:minor`. */
  devicesBeneath(path: string): Set<string>;
  /** The device of what is at a canonical path, `major:minor`. */
  deviceOf(path: string): string | undefined;
  /** Where overlays are mounted whose layers have relative names, so that nobody knows where they lie. */
  readonly unknownOverlays: readonly string[];
  /** Whether something is mounted right there. */
  isPoint(path: string): boolean;
  /** Whether what is at a canonical path lies on an overlay file system. */
  isOverlay(path: string): boolean;
}

/** Paths, and all other places that lead to what is there, or into it. */
export function everyPlace(paths: readonly string[], mounts: Mounts | undefined): string[] {
  return paths.flatMap((path) => [path, ...mounts?.otherPlaces(path) ?? []]);
}

/** Reads the mounts of this process; `undefined` if `/proc` does not tell. */
export function readMounts(lookup: Lookup): Mounts | undefined {
  const bytes = lookup.read("/proc/self/mountinfo");
  if (bytes === undefined || bytes.length === 0) return undefined;
  return mountsOf(new TextDecoder().decode(bytes));
}

/** The same from the text of a `mountinfo` file. */
export function mountsOf(text: string): Mounts {
  const mounts = text.split("\n").flatMap((line) => parseLine(line) ?? []);
  const at = visibleMount(mounts);
  const placesOf = (mount: Mount, path: string, overlays: readonly Mount[]): string[] => {
    const inside = join(mount.root, path.slice(mount.point === "/" ? 0 : mount.point.length));
    const places = mounts
      .filter((other) => other !== mount && other.device === mount.device)
      .flatMap((other) => {
        if (isWithin(inside, other.root)) {
          return [{ other, path: join(other.point, below(inside, other.root)) }];
        }
        return isWithin(other.root, inside) ? [{ other, path: other.point }] : [];
      })
      // Not where something else is mounted over it
      .filter(({ other, path }) => isAmbiguous(path) || at(path) === other)
      .map(({ path }) => path);
    return [...places, ...overlays.flatMap((overlay) => overlaid(overlay, path))];
  };
  const directPlaces = (path: string, overlays: readonly Mount[]): string[] => {
    const own = at(path);
    if (own === undefined) return [];
    const inner = mounts.filter((mount) => mount.point !== path && isWithin(mount.point, path));
    return [
      ...placesOf(own, path, overlays),
      ...inner.flatMap((mount) => placesOf(mount, mount.point, overlays)),
    ];
  };
  return {
    otherPlaces(path) {
      const found = new Set([path]);
      let last = [path];
      // An overlay that is mounted twice has layers that may be mounted twice
      // Not from one layer to another: what has the same name there is another file
      let overlays = mounts.filter(({ type }) => type === "overlay");
      for (let hop = 0; hop < MOST_HOPS && last.length > 0; hop++) {
        const from = last;
        last = from.flatMap((place) => directPlaces(place, overlays)).filter((place) => !found.has(place));
        for (const place of last) found.add(place);
        overlays = overlays.filter((overlay) => from.every((place) => overlaid(overlay, place).length === 0));
      }
      return [...found].filter((place) => !isWithin(place, path));
    },
    devicesBeneath: (path) =>
      new Set([
        ...mounts.filter(({ point }) => isWithin(point, path)),
        ...(at(path) === undefined ? [] : [at(path) as Mount]),
      ].map(({ device }) => device)),
    unknownOverlays: mounts
      .filter(({ type, options }) =>
        type === "overlay" && namesOf(options).layers.some((layer) => !layer.startsWith("/"))
      )
      .map(({ point }) => point),
    deviceOf: (path) => at(path)?.device,
    isPoint: (path) => mounts.some(({ point }) => point === path),
    isOverlay: (path) => at(path)?.type === "overlay",
  };
}

/** Finds the mount that is seen at a path, the way the kernel walks: from a mount to the one that is mounted on it first
 * on the way. A mount hidden by one further up is never reached. */
function visibleMount(mounts: readonly Mount[]): (path: string) => Mount | undefined {
  const ids = new Set(mounts.map(({ id }) => id));
  const mountedOn = new Map<string, Mount[]>();
  for (const mount of mounts) {
    const on = ids.has(mount.parent) && mount.parent !== mount.id ? mount.parent : "";
    mountedOn.set(on, [...mountedOn.get(on) ?? [], mount]);
  }
  const next = (id: string, path: string): Mount | undefined => {
    let found: Mount | undefined;
    for (const mount of mountedOn.get(id) ?? []) {
      if (!isWithin(path, mount.point)) continue;
      if (found === undefined || mount.point.length <= found.point.length) found = mount;
    }
    return found;
  };
  return (path) => {
    let found = next("", path);
    for (let inner = found; inner !== undefined; inner = next(inner.id, path)) found = inner;
    return found;
  };
}

/** Whether a path stands for several, because it has bytes that are not UTF-8: nobody knows then what hides what. */
function isAmbiguous(path: string): boolean {
  return path.includes("\ufffd");
}

/** Places in the layers of an overlay, and in the overlay for a layer: a rule on one does not hold for the other. */
function overlaid({ point, options }: Mount, path: string): string[] {
  const { layers, work } = namesOf(options);
  const known = layers.filter((layer) => layer.startsWith("/"));
  if (isWithin(path, point)) return [...known.map((layer) => join(layer, below(path, point))), ...work];
  const layer = known.find((layer) => isWithin(path, layer));
  return layer === undefined ? [] : [join(point, below(path, layer)), ...work];
}

/** The layers of an overlay, and its working directory: files of any name lie there while they are copied, and in its
 * index for as long as they have several names. */
function namesOf(options: string): { layers: string[]; work: string[] } {
  const layers = new Set<string>();
  const work: string[] = [];
  for (const option of options.split(",")) {
    const [, key, value = ""] = /^(lowerdir\+?|datadir\+?|upperdir|workdir)=(.*)$/.exec(option) ?? [];
    const text = unescape(value);
    if (key === "workdir") work.push(...readings(text).filter((path) => path.startsWith("/")));
    // One is a list, unless each is given for itself
    const names = key === "lowerdir" ? [...text.split(":"), ...text.split(/(?<!\\):/)] : [text];
    if (key !== undefined && key !== "workdir") {
      for (const name of names.flatMap(readings)) layers.add(name);
    }
  }
  layers.delete("");
  return { layers: [...layers], work: [...new Set(work)] };
}

/** Colons and commas have a backslash in front if they came by `mount(2)`, and none by `fsconfig(2)`
 * (`fs/overlayfs/params.c`), where a backslash stands for itself. The kernel does not tell which, so both count. */
function readings(name: string): string[] {
  return [name, name.replace(/\\(.)/g, "$1")];
}

/** `36 35 98:0 /root /point rw,noatime shared:1 - ext4 /dev/vda rw`: fields before the dash vary in number. */
function parseLine(line: string): Mount[] | undefined {
  const [before = "", after = ""] = line.split(" - ", 2);
  const [id = "", parent = "", device, root, point] = before.split(" ");
  const [type, , options = ""] = after.split(" ");
  if (device === undefined || root === undefined || point === undefined || type === undefined) {
    return undefined;
  }
  return [{ id, parent, device, root: unescape(root), point: unescape(point), type, options }];
}

/** Spaces, tabs, line breaks and backslashes are written in octal, `mangle_path` in `fs/seq_file.c`. */
function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(parseInt(digits, 8)));
}

/** A path from a directory above it: empty, or with a slash in front. */
function below(path: string, directory: string): string {
  return directory === "/" ? (path === "/" ? "" : path) : path.slice(directory.length);
}

function join(directory: string, rest: string): string {
  return rest === "" || rest === "/" ? directory : directory === "/" ? rest : `${directory}${rest}`;
}
