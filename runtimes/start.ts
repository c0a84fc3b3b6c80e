/** What a program is started with, without waking more of the runtime than that takes: in Deno the first look at
 * `process` loads its whole Node layer, which is as long as an empty start, and in Bun `node:fs` takes milliseconds. */

/** The part of Deno's API used here, declared by hand. */
interface DenoStart {
  readonly args: readonly string[];
  readonly env: {
    toObject(): Record<string, string>;
    set(name: string, value: string): void;
    delete(name: string): void;
  };
  readTextFileSync(path: string): string;
}

/** The part of Bun's. */
interface BunStart {
  file(path: string): { text(): Promise<string> };
}

const { Deno: deno, Bun: bun } = globalThis as { Deno?: DenoStart; Bun?: BunStart };

/** The words behind the program's own name. */
export function programArguments(): readonly string[] {
  return deno?.args ?? process.argv.slice(2);
}

/** Gives this process the whole environment it was started with, as the kernel has it. A runtime may have changed it:
 * put a folder of its own in front of PATH, whose programs start that runtime, or set what an `.env` in the working
 * directory says. What we start inherits ours, and an LD_PRELOAD would have code run outside of the sandbox. */
export async function restoreEnvironment(): Promise<void> {
  const started = readEnvironment(await readText("/proc/self/environ"));
  const current = deno?.env.toObject() ?? process.env;
  for (const name of Object.keys(current)) {
    if (!started.has(name)) setVariable(name, undefined);
  }
  for (const [name, value] of started) {
    if (current[name] !== value) setVariable(name, value);
  }
}

async function readText(path: string): Promise<string> {
  try {
    if (deno !== undefined) return deno.readTextFileSync(path);
    if (bun !== undefined) return await bun.file(path).text();
    return process.getBuiltinModule("node:fs").readFileSync(path, "utf8");
  } catch (error) {
    throw new Error(`cannot read "${path}": mount /proc, or let this user read it (${error})`, {
      cause: error,
    });
  }
}

/** Of a name that is there twice the first value counts, as for getenv(3). */
function readEnvironment(text: string): Map<string, string> {
  const variables = new Map<string, string>();
  for (const entry of text.split("\0")) {
    const at = entry.indexOf("=", 1); // A name may begin with it
    const name = entry.slice(0, at);
    if (at > 0 && !variables.has(name)) variables.set(name, entry.slice(at + 1));
  }
  return variables;
}

function setVariable(name: string, value: string | undefined): void {
  if (deno !== undefined) {
    if (value === undefined) deno.env.delete(name);
    else deno.env.set(name, value);
  } else if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
