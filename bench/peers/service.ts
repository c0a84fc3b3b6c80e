import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { programPath, type TestRuntime } from "../../test/support/runtimes.ts";
import { debianCommand, versionOf } from "../support/commands.ts";
import { oneOfEach } from "../support/measure_in.ts";
import { progress } from "../support/options.ts";
import { median } from "../support/statistics.ts";
import type { Cell, Table } from "../support/table.ts";
import type { Section, SectionResult } from "./section.ts";

type Way = "bare" | "sandbox" | "bubblewrap";

/** What wrk saw in one round. */
interface Load {
  readonly perSecond: number;
  /** Milliseconds, the median of all requests. */
  readonly latency: number;
}

const CONNECTIONS = 4;

/** What it costs a service that starts one confined command a request: GraphicsMagick sharpening an image, as in
 * NatiSand's Benchmark II. */
export const service: Section = {
  name: "service",
  async measure({ quick, folder }): Promise<SectionResult> {
    const gm = debianCommand("gm", "graphicsmagick");
    const wrk = debianCommand("wrk", "wrk");
    const bubblewrap = debianCommand("bwrap", "bubblewrap");
    if (gm === undefined || wrk === undefined) {
      return { tables: [empty("left out: install the Debian packages graphicsmagick and wrk")] };
    }
    const place = join(folder, "service");
    mkdirSync(place);
    const image = join(place, "image.jpg");
    const size = quick ? "320x200" : "640x338";
    const made = spawnSync(gm, ["convert", "-size", size, "plasma:", image], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`Cannot make an image: ${made.stderr}`);
    const ways: Way[] = ["bare", "sandbox", ...(bubblewrap === undefined ? [] : ["bubblewrap" as const])];
    const rows: Cell[][] = [];
    for (const runtime of oneOfEach()) {
      progress(`a service in ${runtime.name}`);
      const start = (way: Way) => startService(runtime, [way, image, gm, bubblewrap ?? ""]);
      const loads = await underLoad(start, ways, wrk, quick ? 1 : 3);
      const bare = loads.get("bare") as Load;
      rows.push(...ways.map((way) => {
        const { latency, perSecond } = loads.get(way) as Load;
        return [
          `${runtime.name}, ${way}`,
          latency,
          latency / bare.latency,
          perSecond,
          perSecond / bare.perSecond,
        ];
      }));
    }
    const { title, columns } = empty();
    return {
      tables: [{
        title,
        columns,
        rows,
        notes: [
          `Image of ${size}; wrk with ${CONNECTIONS} connections on loopback; ${versionOf(gm, ["version"])}`,
          "Published on other hardware, 2048x1080, latency : bare: NatiSand 1.01, Minijail 1.08, Sandbox2 1.13",
          ...(bubblewrap === undefined
            ? ["left out: bubblewrap: install the Debian package bubblewrap"]
            : []),
        ],
      }],
    };
  },
};

function empty(...notes: readonly string[]): Table {
  return {
    title: "A service that starts one confined command a request",
    columns: [
      { name: "" },
      { name: "latency, ms", digits: 1 },
      { name: ": bare" },
      { name: "requests/s", digits: 1 },
      { name: ": bare" },
    ],
    rows: [],
    notes,
  };
}

/** All ways by turns, each under load for some seconds, several times; the median round of each. */
async function underLoad(
  start: (way: Way) => Promise<{ port: number; child: ChildProcess }>,
  ways: readonly Way[],
  wrk: string,
  rounds: number,
): Promise<Map<Way, Load>> {
  const services = new Map<Way, { port: number; child: ChildProcess }>();
  try {
    for (const way of ways) services.set(way, await start(way));
    const seen = new Map<Way, Load[]>(ways.map((way) => [way, []]));
    for (const { port } of services.values()) underWrk(wrk, port, 2); // Warms up
    for (let round = 0; round < rounds; round++) {
      for (const [way, { port }] of services) seen.get(way)?.push(readLoad(underWrk(wrk, port, 4)));
    }
    return new Map([...seen].map(([way, loads]) => [way, {
      latency: median(loads.map(({ latency }) => latency)),
      perSecond: median(loads.map(({ perSecond }) => perSecond)),
    }]));
  } finally {
    for (const { child } of services.values()) child.kill();
  }
}

function startService(
  runtime: TestRuntime,
  args: readonly string[],
): Promise<{ port: number; child: ChildProcess }> {
  const program = programPath(runtime, "bench/peers/service_child.ts");
  const child = spawn(runtime.executable, [...runtime.arguments, program, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (status) => reject(new Error(`Cannot start the service: it ended with ${status}`)));
    child.stdout.once("data", (printed) => resolve({ port: Number(String(printed)), child }));
  });
}

/** What wrk prints after some seconds. */
function underWrk(wrk: string, port: number, seconds: number): string {
  const limits = ["-t2", `-c${CONNECTIONS}`, `-d${seconds}s`, "--timeout", "20s"];
  return spawnSync(wrk, [...limits, "--latency", `http://127.0.0.1:${port}/`], { encoding: "utf8" }).stdout;
}

function readLoad(printed: string): Load {
  if (/Non-2xx|Socket errors/.test(printed)) throw new Error(`Cannot measure the service: ${printed}`);
  const latency = /50%\s+([\d.]+)(us|ms|s)/.exec(printed);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)?.[1]);
  if (latency === null) throw new Error(`Cannot read what wrk prints: ${printed}`);
  if (!(perSecond > 0)) {
    throw new Error("Cannot measure the service: it answered nothing, the machine is too busy");
  }
  const unit = { us: 0.001, ms: 1, s: 1000 }[latency[2] as "us" | "ms" | "s"];
  return { latency: Number(latency[1]) * unit, perSecond };
}
