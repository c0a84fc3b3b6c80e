/** What we read out of ELF files, compared with binutils on programs and libraries of this machine; and files that
 * are damaged or no ELF at all. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type ElfFile, parseElf, type ReadAt } from "../../src/plan/elf_file.ts";
import { skip } from "../support/skip.ts";
import { fc, forAll } from "../permissions/property.ts";
import { has, printed, realPrograms } from "./real_programs.ts";

const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib"];

function readerOf(bytes: Uint8Array): ReadAt {
  return (offset, size) => bytes.slice(offset, offset + size);
}

/** Parses a file as the planner does: in pieces, as some are large. */
function parseFile(path: string): ElfFile | undefined {
  const fd = openSync(path, "r");
  try {
    return parseElf((offset, size) => {
      const buffer = new Uint8Array(size);
      return buffer.subarray(0, readSync(fd, buffer, 0, size, offset));
    });
  } finally {
    closeSync(fd);
  }
}

/** The same out of `readelf -W -l -d`. */
function askReadelf(path: string): ElfFile {
  const text = printed("readelf", "-W", "-h", "-l", "-d", path);
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] as string);
  const paths = (tag: string) =>
    all(new RegExp(`\\(${tag}\\).*\\[(.*)\\]`, "g")).flatMap((value) => value.split(":"));
  const runPath = paths("RUNPATH");
  const [type = ""] = all(/^ +Type: +(\S+)/gm);
  return {
    type: type === "EXEC" ? "executable" : type === "DYN" ? "shared object" : "other",
    interpreter: all(/Requesting program interpreter: (.*)\]/g)[0],
    needed: all(/\(NEEDED\).*\[(.*)\]/g),
    runPath: runPath.length > 0 ? runPath : paths("RPATH"),
  };
}

/** Some libraries of the first folder that there is. */
function someLibraries(): string[] {
  const folder = LIBRARIES.find((folder) => readdirSync(folder).some((name) => name.includes(".so")));
  if (folder === undefined) return [];
  const files = readdirSync(folder).filter((name) => /\.so(\.|$)/.test(name)).map((name) =>
    join(folder, name)
  );
  return [...new Set(files.filter((path) => statSync(path).isFile()).map((path) => realpathSync(path)))]
    .filter((path) => readFileSync(path).subarray(0, 4).toString("latin1") === "\x7fELF").slice(0, 60);
}

if (has("readelf")) {
  for (const path of realPrograms()) {
    test(`what readelf says of ${path}`, () => assert.equal(parseFile(path), askReadelf(path)));
  }
  test("what readelf says of 60 libraries", () => {
    for (const path of someLibraries()) assert.equal(parseFile(path), askReadelf(path), path);
  });
} else skip("what readelf says of programs", "readelf (binutils)");

test("this runtime is dynamically linked, or has no interpreter", () => {
  const elf = parseFile(realpathSync(process.execPath));
  assert.is(elf?.interpreter === undefined, elf?.needed.length === 0);
});

const NO_ELF: readonly [fact: string, bytes: Uint8Array][] = [
  ["an empty file", new Uint8Array()],
  ["a script", new TextEncoder().encode("#!/bin/sh\n")],
  ["the magic number alone", new TextEncoder().encode("\x7fELF")],
  ["32-bit", Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1, 1, ...Array<number>(58).fill(0)])],
  ["big-endian", Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 2, ...Array<number>(58).fill(0)])],
];

for (const [fact, bytes] of NO_ELF) {
  test(`${fact} is no ELF file of ours`, () => assert.is(parseElf(readerOf(bytes)), undefined));
}

/** The first kilobytes of a real program hold its headers and its table of strings. */
function headOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path).subarray(0, 32768));
}

const sample = headOf("/bin/sh");

test("a file that is cut off anywhere is damaged, not an error", () => {
  for (let length = 0; length < 4096; length += 7) parseElf(readerOf(sample.slice(0, length)));
});

test("a file with damaged bytes is damaged or read, not an error", () => {
  const damage = fc.array(fc.tuple(fc.nat({ max: 1200 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 8,
  });
  forAll(damage, (changes) => {
    const bytes = sample.slice();
    for (const [at, value] of changes) bytes[at] = value;
    let most = 0;
    const elf = parseElf((offset, size) => {
      most = Math.max(most, size);
      return bytes.slice(offset, offset + Math.min(size, bytes.length));
    });
    for (const name of elf?.needed ?? []) assert.ok(name.length <= 1024, name);
  }, 2000);
});

/** A program of 4 KiB that says what it likes of itself, in a sparse file that is as large as it is asked to be. */
function claiming(change: (view: DataView) => void): { readonly read: ReadAt; bytes: number } {
  const file = new Uint8Array(4096);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  const view = new DataView(file.buffer);
  view.setUint16(16, 3, true);
  view.setBigUint64(32, 64n, true);
  view.setUint16(54, 56, true);
  view.setUint16(56, 2, true);
  // Everything is loaded where it lies, and the dynamic section is at 512
  view.setUint32(64, 1, true);
  view.setBigUint64(64 + 32, 2n ** 40n, true);
  view.setUint32(120, 2, true);
  view.setBigUint64(120 + 8, 512n, true);
  view.setBigUint64(120 + 32, 64n, true);
  change(view);
  const claimed = {
    bytes: 0,
    read: (offset: number, size: number) => {
      claimed.bytes += size;
      if (claimed.bytes > 1 << 20) throw new Error("More than a megabyte is read of a program of 4 KiB");
      const part = new Uint8Array(size);
      part.set(file.subarray(offset, offset + size).subarray(0, size));
      return part;
    },
  };
  return claimed;
}

test("a program that claims nothing unusual is read", () => {
  assert.is(parseElf(claiming(() => {}).read)?.type, "shared object");
});

const CLAIMS: readonly [fact: string, change: (view: DataView) => void][] = [
  ["a dynamic section of 2^62 bytes", (view) => view.setBigUint64(120 + 32, 2n ** 62n, true)],
  ["a dynamic section of a gigabyte", (view) => view.setBigUint64(120 + 32, 2n ** 30n, true)],
  ["65,535 program headers", (view) => view.setUint16(56, 65535, true)],
  ["program headers of 65,535 bytes", (view) => view.setUint16(54, 65535, true)],
  ["program headers of no bytes", (view) => view.setUint16(54, 0, true)],
  ["program headers far behind its end", (view) => view.setBigUint64(32, 2n ** 62n, true)],
  [
    "4,000 libraries",
    (view) => {
      view.setBigUint64(120 + 32, 64_000n, true);
      view.setBigUint64(512, 5n, true);
      for (let at = 528; at < 4096; at += 16) view.setBigUint64(at, 1n, true);
    },
  ],
];

for (const [fact, change] of CLAIMS) {
  test(`a small program cannot have much read of it: ${fact}`, () => {
    const { read } = claiming(change);
    const found = parseElf(read);
    assert.ok(found === undefined || found.needed.length <= 256);
  });
}

test.run();
