/** A quick look at lockdown on a kernel: prints the kernel, the method, and what reads and children can still do. */
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { lockdown } from "../../mod.ts";

const SECRET = "/etc/secret_of_the_test";
const before = new Worker(
  `const { parentPort } = require("node:worker_threads"); const fs = require("node:fs/promises");
   parentPort.on("message", async () => parentPort.postMessage(await fs.readFile("${SECRET}").then(() => "open", (e) => e.code)));`,
  { eval: true },
);
const ask = () =>
  new Promise((resolve) => {
    before.once("message", resolve);
    before.postMessage("read");
  });
const reads = async () => [
  await readFile(SECRET).then(() => "open", (error) => error.code),
  await ask(),
  spawnSync("cat", [SECRET]).status === 0 ? "open" : "denied",
];
const { writeFileSync } = await import("node:fs");
writeFileSync(SECRET, "secret");
const bare = await reads();
const start = performance.now();
const report = lockdown({ read: ["/tmp"], run: ["cat"] });
const milliseconds = performance.now() - start;
console.log(
  JSON.stringify({
    kernel: report.kernel,
    threads: report.threads,
    bare,
    inside: await reads(),
    gaps: report.gaps.map((gap) => gap.act),
    milliseconds,
  }),
);
await before.terminate();
