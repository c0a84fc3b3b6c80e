/** Locks itself down and then starts the walker, once for each script. Prints what became of it.
 *
 *   locked.ts MODULE ORDER */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { lockdown, LockdownOptions, Permissions } from "../../mod.ts";

interface Order {
  readonly permissions: Permissions;
  readonly options: LockdownOptions;
  readonly walker: string;
  readonly scripts: readonly string[];
}

const [module, place] = process.argv.slice(2) as [string, string];
const order = JSON.parse(readFileSync(place, "utf8")) as Order;
const product = await import(module) as { lockdown: typeof lockdown };
console.log(JSON.stringify(locked()));

function locked(): object {
  try {
    const report = product.lockdown(order.permissions, order.options);
    const outputs = order.scripts.map((script) =>
      spawnSync(order.walker, [script], { encoding: "utf8", maxBuffer: 64 << 20 }).stdout
    );
    return { outcome: "ran", report, outputs };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { outcome: "refused", code: code ?? String(error), message };
  }
}
