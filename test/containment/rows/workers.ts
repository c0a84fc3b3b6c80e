import type { Place } from "../../acts/act.ts";
import type { Places } from "../places.ts";
import type { Programs, Row } from "../row.ts";

/** What a Worker tries, made before lockdown or after. */
export function workerRows(places: Places, { cat }: Programs, on: Exclude<Place, "main">): Row[] {
  const { secret, readable, writable } = places;
  const [kind, when] = on.split(" ") as ["thread" | "web", "before" | "after"];
  const who = `${kind === "web" ? "a web Worker" : "a Worker"} made ${when} lockdown`;
  const row = (what: string, act: string, words: (path: string) => string[]): Row => ({
    fact: `${who} ${what}`,
    denied: [secret, writable].map((folder) => ({ act, words: words(`${folder}/text`), on })),
    errno: "EACCES",
    allowed: [{ act, words: words(`${readable}/text`), on }],
    only: kind === "web" ? ["bun", "deno"] : undefined,
  });
  return [
    row("reads nothing else synchronously", "readSync", (path) => [path]),
    row("reads nothing else through the pool", "readAsync", (path) => [path]),
    row("reads nothing else by a child", "spawnSync", (path) => [cat, path]),
    row("reads nothing else by a native openat", "nativeOpen", (path) => [path]),
  ];
}
