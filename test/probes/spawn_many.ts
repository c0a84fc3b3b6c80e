/** `spawn_many <count> <bare|sandbox|tmp>` runs `true` that often, first a tenth of it to warm up, and prints as JSON
 * what this process holds before and after. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { Sandbox } from "../../mod.ts";

const [count = "", how = ""] = process.argv.slice(2);
const sandbox = how === "bare" ? undefined : new Sandbox({ run: ["true"] }, { tmp: how === "tmp" });

function spawnMany(times: number): void {
  for (let index = 0; index < times; index++) {
    const { status } = (sandbox?.spawnSync ?? spawnSync)("true");
    if (status !== 0) throw new Error(`"true" ended with ${status}`);
  }
}

/** What would grow if something were not given back. */
function held() {
  const links = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return ""; // The folder that was listed
    }
  });
  const status = readFileSync("/proc/self/status", "utf8");
  return {
    descriptors: links.filter(Boolean).length,
    memfds: links.filter((link) => link.startsWith("/memfd:landlockdown")).length,
    temporaryFolders: readdirSync(tmpdir()).filter((name) => /^landlockdown-[0-9a-f]{8}-/.test(name)).length,
    residentKibibytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]),
  };
}

spawnMany(Math.ceil(Number(count) / 10));
const before = held();
spawnMany(Number(count));
const after = held();
sandbox?.close();
console.log(JSON.stringify({ before, after, closed: held() }));
