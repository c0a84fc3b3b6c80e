/** Executables are well-formed for readelf, and load with pages of 4, 16 and 64 KiB. That they run is in
 * `run.test.ts`. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { executable } from "../../src/linux/elf.ts";
import { assemble } from "../../src/machine/assemble.ts";
import { assembleExecutable } from "../../src/machine/executable.ts";
import { label, syscall, zeroTerminated } from "../../src/machine/program.ts";
import { ARCHITECTURES, binutils, testWith, withFiles } from "../machine/tools.ts";

const PROGRAM = [zeroTerminated("abc"), label("start"), syscall("exit", [0])];
const VARIANTS: { readonly appended?: Uint8Array }[] = [{}, { appended: new Uint8Array(70_000) }];
const MACHINES = { x86_64: "Advanced Micro Devices X86-64", arm64: "AArch64" };

for (const architecture of ARCHITECTURES) {
  const readelf = binutils("readelf", architecture);

  for (const variant of VARIANTS) {
    const name = Object.keys(variant)[0] ?? "bare";
    const file = assembleExecutable(PROGRAM, architecture, variant.appended);

    testWith(readelf, `readelf has nothing to complain about, ${name}, ${architecture}`, () => {
      const { status, stdout, stderr } = withFiles(
        [file],
        (paths) => spawnSync(readelf.command, ["-a", "-W", ...paths], { encoding: "utf8" }),
      );
      assert.is(stderr, "");
      assert.is(status, 0);
      assert.not.match(stdout, /warning|error/i);
      assert.match(stdout, /Type: +EXEC/);
      assert.match(stdout, MACHINES[architecture]);
      assert.match(stdout, /LOAD +0x0+ 0x0*400000 .* R E 0x10000/);
      assert.match(stdout, /GNU_STACK .* RW +0x10/);
    });

    test(`segments keep offset and address congruent and are never writable code, ${name}, ${architecture}`, () => {
      const view = new DataView(file.buffer);
      for (let index = 0; index < view.getUint16(56, true); index++) {
        const at = 64 + 56 * index;
        const flags = view.getUint32(at + 4, true);
        const [offset, address, align] = [8, 16, 48].map((field) => view.getBigUint64(at + field, true));
        assert.is((address as bigint) % (align as bigint), offset as bigint % (align as bigint));
        assert.is.not(flags & 3, 3);
      }
    });
  }

  test(`the file is the headers, the program and the appended data, ${architecture}`, () => {
    const appended = Uint8Array.of(1, 2, 3);
    const code = assemble(PROGRAM, architecture).bytes;
    const file = executable({ architecture, code, entry: 4, appended });
    const codeOffset = file.length - appended.length - code.length;
    assert.ok(codeOffset < 256 && codeOffset % 16 === 0);
    assert.equal(file.slice(codeOffset), Uint8Array.of(...code, ...appended));
  });
}

test("a program without a start is refused", () => {
  assert.throws(() => assembleExecutable([label("main")], "x86_64"), /^Cannot start at label "start"/);
});

test.run();
