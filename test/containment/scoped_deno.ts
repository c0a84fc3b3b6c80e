import { existsSync } from "node:fs";
import * as assert from "uvu/assert";
import type { Permissions } from "../../mod.ts";
import { architectureOf } from "../../src/linux/architecture.ts";
import { libcPaths } from "../../runtimes/runtime.ts";
import type { Step } from "../acts/act.ts";
import { listen } from "../support/servers.ts";
import { performAll } from "./perform.ts";
import { makePlaces, type Places } from "./places.ts";

/** Deno with the smallest set of its own permissions: `--allow-ffi=<libc>` for lockdown, and what the acts need.
 * It lets the child read everything, because it does not ask what children do; lockdown does not. */
export async function confineScoped(cat: string): Promise<void> {
  const libc = libcPaths(architectureOf(process.arch) ?? "x86_64").find((path) => existsSync(path));
  const [granted, other] = [await listen("127.0.0.1"), await listen("127.0.0.1")];
  const places = makePlaces(cat);
  try {
    const flags = [`--allow-ffi=${libc}`, `--allow-run=${cat}`, "--allow-net=127.0.0.1"];
    const permissions = { read: [places.readable], run: [cat], net: [`127.0.0.1:${granted.port}`] };
    const perform = (confine: Permissions | undefined) =>
      performAll(
        { warm: false, self: { flags } },
        confine,
        stepsFor(places, cat, [granted.port, other.port]),
        places,
      );

    const bare = perform(undefined);
    assert.equal(bare.outcomes, Array(7).fill("ok"));
    assert.equal(bare.ffi, { before: ["prompt", "granted"], after: ["prompt", "granted"] });

    const inside = perform(permissions);
    assert.equal(inside.outcomes, ["ok", "EACCES", "EACCES", "EACCES", "EACCES", "ok", "EACCES"]);
    assert.equal(inside.threads?.count !== 0, true);
    assert.equal(inside.ffi?.before, ["prompt", "granted"]);
    assert.not.ok(inside.ffi?.after.includes("granted"), `ffi: ${inside.ffi?.after}`);

    const kept = perform({ ...permissions, ffi: true });
    assert.equal(kept.ffi?.after, ["prompt", "granted"]);
  } finally {
    granted.close();
    other.close();
    places.remove();
  }
}

function stepsFor({ readable, secret }: Places, cat: string, ports: readonly number[]): Step[] {
  const step = (act: string, ...words: string[]) => ({ act, words, on: "main" as const });
  return [
    step("denoOutput", cat, `${readable}/text`),
    step("denoOutput", cat, `${secret}/text`),
    step("denoOutputSync", cat, `${secret}/text`),
    step("denoSpawn", cat, `${secret}/text`),
    step("nativeOpen", `${secret}/text`),
    ...ports.map((port) => step("connect", "127.0.0.1", String(port))),
  ];
}
