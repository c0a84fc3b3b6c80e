import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A function and its share of the time, without what it calls. */
export interface Hotspot {
  readonly name: string;
  readonly share: number;
}

/** The part of the file `node --cpu-prof` writes that is used here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** The functions that took most time, of the one profile in a folder. */
export function hotspots(folder: string, count: number): Hotspot[] {
  const file = readdirSync(folder).find((name) => name.endsWith(".cpuprofile"));
  if (file === undefined) {
    throw new Error(`Cannot find a profile in "${folder}": the program did not end by itself`);
  }
  const profile: CpuProfile = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  let total = 0;
  profile.samples.forEach((id, index) => {
    const time = profile.timeDeltas[index] as number;
    const name = names.get(id) as string;
    total += time;
    times.set(name, (times.get(name) ?? 0) + time);
  });
  return [...times].map(([name, time]) => ({ name, share: time / total }))
    .sort((a, b) => b.share - a.share).slice(0, count);
}

function nameOf({ functionName, url }: { functionName: string; url: string }): string {
  const file = url.split("/").at(-1);
  return `${functionName || "(anonymous)"}${file === "" ? "" : `, ${file}`}`;
}
