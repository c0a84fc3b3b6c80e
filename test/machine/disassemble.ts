/** Compares a program's listing with what objdump reads in its bytes. */
import { spawnSync } from "node:child_process";
import * as assert from "uvu/assert";
import type { Architecture } from "../../src/linux/architecture.ts";
import type { Assembled } from "../../src/machine/assemble.ts";
import { binutils, withFiles } from "./tools.ts";

const MACHINES = { x86_64: "i386:x86-64", arm64: "aarch64" };

/** Fails unless objdump sees the very instructions of the listings, and no others. */
export function assertListings(programs: readonly Assembled[], architecture: Architecture): void {
  const seen = disassemble(programs.map(withoutData), architecture);
  assert.is(seen.length, programs.length);
  for (const [index, { listing }] of programs.entries()) {
    const code = listing.filter(({ kind }) => kind === "code");
    const data = listing.filter(({ kind }) => kind === "data");
    const expected = code.map(({ offset, text }) => `${offset}: ${text}`);
    const isData = (at: number) =>
      data.some(({ offset, bytes }) => at >= offset && at < offset + bytes.length);
    const actual = seen[index]?.filter(({ offset }) => !isData(offset)).map(({ offset, text }) =>
      `${offset}: ${text}`
    );
    assert.equal(actual, expected);
  }
}

/** The program with its data replaced by no-operations, so that none of it is taken for the beginning of an
 * instruction that reaches into the code behind. */
function withoutData({ architecture, bytes, listing }: Assembled): Uint8Array {
  const nop = architecture === "x86_64" ? [0x90] : [0x1f, 0x20, 0x03, 0xd5];
  const copy = bytes.slice();
  for (const line of listing) {
    if (line.kind === "code") continue;
    for (let at = line.offset; at < line.offset + line.bytes.length; at++) {
      copy[at] = nop[at % nop.length] as number;
    }
  }
  return copy;
}

interface Disassembled {
  readonly offset: number;
  readonly text: string;
}

/** objdump's lines, blob by blob, without its comments and with single spaces. */
function disassemble(blobs: readonly Uint8Array[], architecture: Architecture): Disassembled[][] {
  const { command } = binutils("objdump", architecture);
  const output = withFiles(blobs, (paths) => {
    const flags = ["-D", "-z", "-w", "-b", "binary", "-m", MACHINES[architecture]];
    if (architecture === "x86_64") flags.push("-M", "intel");
    const result = spawnSync(command, [...flags, ...paths], { encoding: "utf8", maxBuffer: 1 << 28 });
    assert.is(result.status, 0, result.stderr);
    return result.stdout;
  });
  const comment = architecture === "x86_64" ? /#.*/ : /\/\/.*/;
  return output.split(/file format binary\n/).slice(1).map((part) =>
    [...part.matchAll(/^ *([0-9a-f]+):\t[0-9a-f ]+\t(.*)$/gm)].map(([, offset = "", text = ""]) => ({
      offset: Number.parseInt(offset, 16),
      text: text.replace(comment, "").replace(/\s+/g, " ").trim(),
    }))
  );
}
