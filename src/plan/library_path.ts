import type { Architecture } from "../linux/architecture.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";

/** Finds shared libraries by name, as `ld.so(8)` does. */
export interface LibraryPath {
  /** The path of a library as a program with this run path would load it; `undefined` if it is nowhere. */
  find(name: string, runPath: readonly string[]): string | undefined;
}

/** Reads the loader's cache and knows its default folders.
 *
 * @param environment value of `LD_LIBRARY_PATH`
 */
export function libraryPath(
  lookup: Lookup,
  architecture: Architecture,
  environment: string | undefined,
): LibraryPath {
  let cache: Map<string, string> | undefined;
  const triplet = architecture === "x86_64" ? "x86_64-linux-gnu" : "aarch64-linux-gnu";
  const defaults = [
    `/lib/${triplet}`,
    `/usr/lib/${triplet}`,
    "/lib64",
    "/usr/lib64",
    "/lib",
    "/usr/lib",
    "/usr/local/lib",
  ];
  const given = environment?.split(":").filter((folder) => folder.startsWith("/")) ?? [];
  const inFolders = (name: string, folders: readonly string[]) =>
    folders.map((folder) => `${folder}/${name}`).find((path) => lookFor(lookup, path) !== undefined);
  return {
    find(name, runPath) {
      if (name.includes("/")) return name;
      // The loader asks its cache before the default folders. Here the folders come first: reading the cache takes
      // a millisecond, and a loader that cannot open what the cache names goes on to the default folders
      const found = inFolders(name, [...runPath, ...given, ...defaults]);
      if (found !== undefined) return found;
      cache ??= readCache(lookup.read("/etc/ld.so.cache"));
      return cache.get(name);
    },
  };
}

const MAGIC = "glibc-ld.so.cache1.1";
const HEADER_SIZE = 48;
const ENTRY_SIZE = 24;

/** Names to paths, from glibc's `/etc/ld.so.cache` (`sysdeps/generic/dl-cache.h`): a header, entries with the
 * offsets of two strings, the strings. */
function readCache(bytes: Uint8Array | undefined): Map<string, string> {
  const found = new Map<string, string>();
  if (bytes === undefined) return found;
  // Before glibc 2.32 an older table stood in front, with the same magic after it
  const start = indexOf(bytes, new TextEncoder().encode(MAGIC));
  if (start < 0) return found;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  const text = (offset: number) => {
    const from = start + offset;
    return new TextDecoder().decode(bytes.subarray(from, bytes.indexOf(0, from)));
  };
  const count = view.getUint32(MAGIC.length, true);
  for (let index = 0; index < count; index++) {
    const at = HEADER_SIZE + index * ENTRY_SIZE;
    if (at + ENTRY_SIZE > view.byteLength) break;
    const name = text(view.getUint32(at + 4, true));
    if (!found.has(name)) found.set(name, text(view.getUint32(at + 8, true)));
  }
  return found;
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = 0; at + wanted.length <= bytes.length; at++) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
