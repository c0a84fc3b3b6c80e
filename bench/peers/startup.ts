import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { debianCommand } from "../support/commands.ts";
import { npmPeerVersions } from "../support/npm_peer.ts";
import { median } from "../support/statistics.ts";
import type { Section, SectionResult } from "./section.ts";
import { type Peer, SANDBOXER_ENVIRONMENT, startupPeers } from "./startup_peers.ts";

/** What it costs to start one command, in each way there is. hyperfine goes round all of them several times; a ratio is
 * the median over the rounds, each compared with the bare start of the same round. */
export const startup: Section = {
  name: "startup",
  measure({ quick, folder }): SectionResult {
    const hyperfine = debianCommand("hyperfine", "hyperfine");
    if (hyperfine === undefined) {
      throw new Error("Cannot measure starts: install the Debian package hyperfine");
    }
    const ready: { peer: Peer; command: readonly string[] }[] = [];
    const leftOut: string[] = [];
    for (const peer of startupPeers()) {
      const command = peer.prepare(folder);
      const reason = typeof command === "string" ? command : whyItFails(command);
      if (typeof command === "string" || reason !== undefined) {
        leftOut.push(`left out: ${peer.name}: ${reason}`);
      } else ready.push({ peer, command });
    }
    const commands = ready.map(({ command }) => command);
    const rounds = Array.from({ length: quick ? 1 : 4 }, () => round(hyperfine, commands, folder, quick));
    const milliseconds = ready.map((_, index) => rounds.map((round) => round[index] as number));
    const bare = milliseconds[0] as number[];
    const rows = ready.map(({ peer }, index) => {
      const own = milliseconds[index] as number[];
      return { peer, median: median(own), ratio: median(own.map((time, at) => time / (bare[at] as number))) };
    });
    rows.sort((a, b) => a.ratio - b.ratio);
    return {
      tables: [{
        title: "Start of /bin/true that may read and execute in /usr, /lib, /lib64 and /etc",
        columns: [{ name: "" }, { name: "ms" }, { name: ": bare" }],
        rows: rows.map(({ peer, median, ratio }) => [
          peer.floor ? `(${peer.name})` : peer.name,
          median,
          ratio,
        ]),
        notes: [
          "In brackets: what starts without confining anything",
          `From npm: ${npmPeerVersions().join(", ") || "nothing"}`,
          ...leftOut,
        ],
      }],
      chart: {
        title: "Start of a confined /bin/true : bare (logarithmic)",
        bars: rows.map(({ peer, ratio }) => ({ name: peer.name, value: ratio, ours: peer.ours ?? false })),
      },
    };
  },
};

const environment = { ...process.env, ...SANDBOXER_ENVIRONMENT };

function whyItFails([program = "", ...args]: readonly string[]): string | undefined {
  const { status, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    env: environment,
    timeout: 20_000,
  });
  if (status === 0) return undefined;
  return `it does not work here: ${stderr.trim().split("\n")[0] || `it ended with ${status}`}`;
}

/** One round over all commands: the median milliseconds of each. */
function round(
  hyperfine: string,
  commands: readonly (readonly string[])[],
  folder: string,
  quick: boolean,
): number[] {
  const file = join(folder, "hyperfine.json");
  const runs = quick ? ["--runs", "3"] : ["--warmup", "2", "--min-runs", "6", "--max-runs", "40"];
  const lines = commands.map((command) => command.map(quoted).join(" "));
  const args = ["-N", "--style", "none", "--export-json", file, ...runs, ...lines];
  const { status, stderr } = spawnSync(hyperfine, args, { encoding: "utf8", env: environment });
  if (status !== 0) throw new Error(`Cannot measure starts with hyperfine: ${stderr}`);
  const { results } = JSON.parse(readFileSync(file, "utf8")) as { results: { median: number }[] };
  return results.map(({ median }) => median * 1000);
}

/** For hyperfine, which splits command lines as a shell does. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
