import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { GuestFile } from "./guest_file.ts";

const FOLDER = 0o040000;
const FILE = 0o100000;
const LINK = 0o120000;

/**
 * Writes an archive in cpio's "newc" format, the one the kernel unpacks. Everything belongs to root. Folders that
 * are not listed are added before what lies in them; a file that is listed twice is unpacked twice.
 */
export function writeCpio(archive: string, files: readonly GuestFile[]): void {
  const descriptor = openSync(archive, "w");
  try {
    const folders = new Set<string>(["/"]);
    let inode = 0;
    const write = (path: string, mode: number, content: Uint8Array) => {
      // No leading slash: the kernel unpacks relative to the root.
      writeEntry(descriptor, ++inode, path.slice(1), mode, content);
    };
    const addFolder = (path: string, mode = 0o755) => {
      if (folders.has(path)) return;
      addFolder(dirname(path));
      folders.add(path);
      write(path, FOLDER | mode, new Uint8Array());
    };
    for (const file of files) {
      if ("folder" in file) {
        addFolder(file.path, file.mode);
        continue;
      }
      addFolder(dirname(file.path));
      if ("target" in file) write(file.path, LINK | 0o777, new TextEncoder().encode(file.target));
      else write(file.path, FILE | (file.mode ?? 0o644), contentOf(file));
    }
    writeEntry(descriptor, 0, "TRAILER!!!", 0, new Uint8Array());
  } finally {
    closeSync(descriptor);
  }
}

function contentOf(
  file: { readonly content: string | Uint8Array } | { readonly source: string },
): Uint8Array {
  if ("source" in file) return readFileSync(file.source);
  return typeof file.content === "string" ? new TextEncoder().encode(file.content) : file.content;
}

function writeEntry(
  descriptor: number,
  inode: number,
  name: string,
  mode: number,
  content: Uint8Array,
): void {
  const path = new TextEncoder().encode(`${name}\0`);
  const links = 1;
  const time = Math.floor(Date.now() / 1_000);
  const fields = [inode, mode, 0, 0, links, time, content.length, 0, 0, 0, 0, path.length, 0];
  const header = new TextEncoder().encode(
    "070701" + fields.map((field) => field.toString(16).padStart(8, "0")).join(""),
  );
  writeAll(descriptor, header);
  writeAll(descriptor, path);
  writeAll(descriptor, padding(header.length + path.length));
  writeAll(descriptor, content);
  writeAll(descriptor, padding(content.length));
}

function padding(length: number): Uint8Array {
  return new Uint8Array((4 - length % 4) % 4);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.length) offset += writeSync(descriptor, bytes, offset);
}
