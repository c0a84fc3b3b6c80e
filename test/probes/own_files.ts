/** Prints how the report calls two entries that cover /proc, and which of its own files this process can open: before, and
 * after `lockdown()`. */
import { closeSync, openSync } from "node:fs";
import { lockdown } from "../../mod.ts";

const FILES = ["/proc/self/environ", "/proc/self/auxv", "/proc/self/io", "/proc/self/status"];
const canOpen = opener();
const opened = (): string[] => FILES.filter(canOpen);

const [tracing] = process.argv.slice(2);
const before = opened();
const read = ["/", "/proc"];
const { grants } = lockdown({ read }, { filter: { tracing: tracing === "closed" } });
const fidelities = grants.filter(({ entry }) => read.includes(entry)).map(({ fidelity }) => fidelity);
console.log(JSON.stringify({ before, after: opened(), fidelities }));

/** Deno refuses these files itself unless everything is allowed, so there libc is asked. */
function opener(): (path: string) => boolean {
  const { Deno: deno } = globalThis as unknown as { Deno?: DenoLibraries };
  if (deno === undefined) return opensWithNode;
  const { symbols } = deno.dlopen("libc.so.6", {
    open: { parameters: ["buffer", "i32"], result: "i32" },
    close: { parameters: ["i32"], result: "i32" },
  });
  return (path) => {
    const descriptor = symbols.open(new TextEncoder().encode(`${path}\0`), 0);
    return descriptor >= 0 && symbols.close(descriptor) === 0;
  };
}

interface Libc {
  open(path: Uint8Array, flags: number): number;
  close(descriptor: number): number;
}

function opensWithNode(path: string): boolean {
  try {
    closeSync(openSync(path, "r"));
    return true;
  } catch {
    return false;
  }
}

interface DenoLibraries {
  dlopen(name: string, symbols: object): { symbols: Libc };
}
