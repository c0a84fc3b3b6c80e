/** The machine code that the package carries is what its programs assemble to, and no start assembles any. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { machineCodeFiles } from "../../scripts/machine_code.ts";
import { bytesOfHex } from "../../src/linux/bytes.ts";
import { ROOT } from "../support/runtimes.ts";

for (const { path, content } of machineCodeFiles()) {
  test(`${path} is up to date`, () => {
    assert.ok(readFileSync(join(ROOT, path), "utf8") === content, "run npm run listings");
  });
}

test("hexadecimal of any length is read", () => {
  for (const length of [0, 1, 2, 3, 4, 5, 7, 8, 4097]) {
    const bytes = Uint8Array.from({ length }, (_, index) => 255 - index % 256);
    assert.equal(bytesOfHex(Buffer.from(bytes).toString("hex")), bytes);
  }
});

/** The modules that a module loads, directly or through others; by path in the repository. */
function loaded(path: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  const source = readFileSync(join(ROOT, path), "utf8");
  for (
    const [, kind, name = ""] of source.matchAll(/(?:^(import type\b)?.*\bfrom |\bimport\()"(\.[^"]+\.ts)"/gm)
  ) {
    if (kind === undefined) loaded(join(dirname(path), name), found);
  }
  return found;
}

test("nothing that users load assembles", () => {
  for (const entry of ["mod.ts", "auto.ts", "cli.ts"]) {
    const modules = [...loaded(entry)];
    assert.ok(modules.length > 100, entry);
    assert.ok(modules.some((path) => path.includes("/generated/")), entry);
    assert.equal(modules.filter((path) => path.startsWith("src/machine/")), []);
  }
});

test.run();
