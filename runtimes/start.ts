/** What a program is started with, without waking more of the runtime than that takes: in Deno the first look at
 * `process` loads its whole Node layer, which is as long as an empty start. */

/** The part of Deno's API used here, declared by hand. */
interface DenoStart {
  readonly args: readonly string[];
  readonly env: { set(name: string, value: string): void; delete(name: string): void };
}

const deno = (globalThis as { Deno?: DenoStart }).Deno;

/** The words behind the program's own name. */
export function programArguments(): readonly string[] {
  return deno?.args ?? process.argv.slice(2);
}

/** Sets a variable of this process, or takes it away. */
export function setVariable(name: string, value: string | undefined): void {
  if (deno !== undefined) {
    if (value === undefined) deno.env.delete(name);
    else deno.env.set(name, value);
  } else if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
