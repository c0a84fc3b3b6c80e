/** Tries acts through the runtime's own API and through Python, under the process's own flags. The argument is JSON:
 * `acts`, the path of `python`, and whether to call `lockdown()` first. */
import { spawnSync } from "node:child_process";
import { closeSync, constants, openSync, readdirSync } from "node:fs";
import { connect, createServer } from "node:net";
import { lockdown } from "../../mod.ts";
import { PYTHON_TRIES, type TriedAct } from "../bridge/acts.ts";

interface DenoApi {
  openSync(path: string, options: { read?: boolean; write?: boolean; create?: boolean }): { close(): void };
  readDirSync(path: string): Iterable<unknown>;
  connect(options: { hostname: string; port: number }): Promise<{ close(): void }>;
  listen(options: { hostname: string; port: number }): { close(): void };
  readonly Command: new (program: string, options: { args: readonly string[]; stdout: "piped" }) => {
    outputSync(): { readonly success: boolean; readonly stdout: Uint8Array };
  };
}

const deno = (globalThis as unknown as { Deno?: DenoApi }).Deno;

const { acts, python, confined } = JSON.parse(process.argv[2] as string) as {
  acts: readonly TriedAct[];
  python: string;
  confined: boolean;
};

async function succeeds(act: TriedAct): Promise<boolean> {
  try {
    await (deno === undefined ? attempt(act) : attemptInDeno(act, deno));
    return true;
  } catch {
    return false;
  }
}

function attemptInDeno(tried: TriedAct, api: DenoApi): unknown {
  const { act, target } = tried;
  switch (act) {
    case "read":
      return api.openSync(target, { read: true }).close();
    case "list":
      return [...api.readDirSync(target)];
    case "write":
      return api.openSync(target, { write: true }).close();
    case "create":
      return api.openSync(`${target}.js`, { write: true, create: true }).close();
    case "run":
      return run(target, []);
    case "connect":
      return api.connect({ hostname: target, port: tried.port }).then((connection) => connection.close());
    case "listen":
      return api.listen({ hostname: target, port: tried.port }).close();
  }
}

function attempt(tried: TriedAct): unknown {
  const { act, target } = tried;
  switch (act) {
    case "read":
      return closeSync(openSync(target, constants.O_RDONLY));
    case "list":
      return readdirSync(target);
    case "write":
      return closeSync(openSync(target, constants.O_WRONLY));
    case "create":
      return closeSync(openSync(`${target}.js`, constants.O_WRONLY | constants.O_CREAT));
    case "run":
      return run(target, []);
    case "connect":
      return new Promise<void>((resolve, reject) => {
        const socket = connect({ host: target, port: tried.port, family: 4 });
        socket.on("error", reject).on("connect", () => (socket.destroy(), resolve()));
      });
    case "listen":
      return new Promise<void>((resolve, reject) => {
        const server = createServer().on("error", reject);
        // Node 26 throws this one where nobody can catch it
        process.removeAllListeners("uncaughtException").once("uncaughtException", reject);
        server.listen({ host: target, port: tried.port }, () => server.close(() => resolve()));
      });
  }
}

function run(program: string, args: readonly string[]): string {
  if (deno !== undefined) {
    const { success, stdout } = new deno.Command(program, { args, stdout: "piped" }).outputSync();
    if (!success) throw new Error(`${program} failed`);
    return new TextDecoder().decode(stdout);
  }
  const { status, stdout, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw error ?? new Error(`${program} failed`);
  return stdout;
}

const grants = confined ? lockdown().grants : [];
const own: boolean[] = [];
for (const act of acts) own.push(await succeeds(act));
const native = JSON.parse(run(python, ["-I", "-S", "-c", PYTHON_TRIES, JSON.stringify(acts)])) as boolean[];
console.log("\n" + JSON.stringify({ own, native, grants }));
