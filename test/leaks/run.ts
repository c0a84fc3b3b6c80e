/** `npm run leaks`: tries to leave the sandbox in every way we know, in every runtime, and prints what stayed open.
 * `--write` keeps the table in `docs/leaks.md`. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { kernel } from "../../mod.ts";
import { programPath, ROOT, testRuntimes } from "../support/runtimes.ts";
import { measure } from "./measure.ts";
import { makePlace } from "./place.ts";
import { printTable, tableOf } from "./table.ts";

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const place = await makePlace();
const tables = new Map<string, string[]>();
try {
  for (const runtime of testRuntimes()) {
    const measured = measure(place, (words) => {
      const args = [...runtime.arguments, programPath(runtime, "test/leaks/confine.ts"), ...words];
      const env = { ...process.env, LANDLOCKDOWN_SECRET: "secret" };
      const { status, signal, stdout, stderr } = spawnSync(runtime.executable, args, {
        encoding: "utf8",
        env,
      });
      return { code: status, signal, stdout, stderr };
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
  }.\n\n${table}\n`
);
console.log(sections.join("\n"));
if (values.write) {
  const path = join(ROOT, "docs/leaks.md");
  const head = readFileSync(path, "utf8").split(/^## /m)[0];
  writeFileSync(path, `${head?.trimEnd()}\n\n${sections.join("\n")}`);
}
