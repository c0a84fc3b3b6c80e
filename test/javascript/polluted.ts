/** With properties in `Object.prototype` and `Array.prototype`, as a careless merge of objects leaves them:
 * `polluted <way> <job>` prints JSON. */
import { readFileSync } from "node:fs";
import { explain, formatFlags, lockdown, type Permissions, Sandbox } from "../../mod.ts";
import type { PollutedJob } from "./polluted_job.ts";

const [way = "", text = ""] = process.argv.slice(2);
const { pollution, listPollution, permissions, options, cat, file, spawnOptions } = JSON.parse(
  text,
) as PollutedJob;
const { stringify } = JSON;

/** How another file is read: its content, or the error. */
function read(): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function act(): Promise<unknown> {
  switch (way) {
    case "bare":
      return read();
    case "lockdown":
      lockdown(permissions, options);
      return read();
    case "flags":
      return formatFlags(permissions as Permissions);
    case "explain": {
      const { report, filter, rules } = explain(permissions, options);
      const granted = Object.entries(report.permissions).map(([name, { granted }]) => [name, granted]);
      // As root a folder of its own in /proc is granted to each process
      return { granted, filter, rules: rules.filter(({ subject }) => !String(subject).startsWith("/proc")) };
    }
    case "spawnSync": {
      const { status, stdout } = sandbox().spawnSync(cat, [file], { encoding: "utf8", ...spawnOptions });
      return { status, stdout };
    }
    case "spawn": {
      const child = sandbox().spawn(cat, [file], { ...spawnOptions });
      let stdout = "";
      child.stdout?.on("data", (part) => stdout += part);
      const status = await new Promise((resolve) => child.on("close", resolve));
      return { status, stdout };
    }
    case "execFile": {
      const { exitCode, stdout } = await sandbox().execFile(cat, [file], { ...spawnOptions });
      return { status: exitCode, stdout };
    }
    default:
      throw new TypeError(way);
  }
}

function sandbox(): Sandbox {
  return new Sandbox(permissions ?? {}, options);
}

const { defineProperty } = Object;
for (const [target, added] of [[Object.prototype, pollution], [Array.prototype, listPollution]] as const) {
  for (const [key, value] of Object.entries(added ?? {})) {
    defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  }
}
let outcome: unknown;
try {
  outcome = await act();
} catch (error) {
  outcome = `${(error as Error).name}: ${(error as Error).message}`;
}
// Printing is honest work too, but not ours
for (const [target, added] of [[Object.prototype, pollution], [Array.prototype, listPollution]] as const) {
  for (const key in added) if (Object.hasOwn(added, key)) delete (target as Record<string, unknown>)[key];
}
console.log(stringify({ outcome }));
