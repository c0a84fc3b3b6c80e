/** `npm run leaks`: tries to leave the sandbox in every way we know, in every runtime, and prints what stayed open.
 * `--write` keeps the table in `docs/leaks.md`. The probe is the one in C where there is a compiler; `--probe ffi` takes
 * the one in TypeScript all the same. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { kernel } from "../../mod.ts";
import { COMPILER, hasCompiler } from "../support/compile_c.ts";
import { programPath, ROOT, type TestRuntime, testRuntimes } from "../support/runtimes.ts";
import { measure } from "./measure.ts";
import { makePlace } from "./place.ts";
import { type Probe, probeInC, probeThroughFfi } from "./probes.ts";
import { printTable, tableOf } from "./table.ts";

const { values } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    probe: { type: "string", default: hasCompiler() ? "c" : "ffi" },
  },
});
if (values.probe !== "c" && values.probe !== "ffi") {
  throw new RangeError(`Cannot use the probe "${values.probe}": pass "c" or "ffi"`);
}
if (values.probe === "c" && !hasCompiler()) {
  throw new Error(`Cannot compile the probe: install ${COMPILER.command}, or pass --probe ffi`);
}

const commandOf = (
  runtime: TestRuntime,
  path: string,
): [string, ...string[]] => [runtime.executable, ...runtime.arguments, programPath(runtime, path)];
const place = await makePlace();
const inC = values.probe === "c" ? probeInC(place.folder) : undefined;
const tables = new Map<string, string[]>();
try {
  for (const runtime of testRuntimes()) {
    const [program, ...args] = commandOf(runtime, "test/leaks/confine.ts");
    const probe: Probe = inC ?? probeThroughFfi(place.folder, commandOf(runtime, "test/leaks/ffi/probe.ts"));
    const measured = measure(place, probe, (words) => {
      const env = { ...process.env, LANDLOCKDOWN_SECRET: "secret" };
      const result = spawnSync(program, [...args, ...words], { encoding: "utf8", env });
      return { ...result, code: result.status };
    });
    const text = printTable(tableOf(measured));
    tables.set(text, [...(tables.get(text) ?? []), runtime.name]);
  }
} finally {
  place.close();
}

const { abi } = kernel();
const sections = [...tables].map(([table, runtimes]) =>
  `## Landlock ABI ${abi}: ${runtimes.join(", ")}\n\nLinux ${release().replace(/[^\d.].*/, "")}, as ${
    process.getuid?.() === 0 ? "root" : "an ordinary user"
  }; the probe is ${inC === undefined ? "the one in TypeScript" : "the one in C"}.\n\n${table}\n`
);
console.log(sections.join("\n"));
if (values.write) {
  const path = join(ROOT, "docs/leaks.md");
  const head = readFileSync(path, "utf8").split(/^## /m)[0];
  writeFileSync(path, `${head?.trimEnd()}\n\n${sections.join("\n")}`);
}
