/** Code in the same process that has taken the place of everything JavaScript offers: `hostile <watch|read> …`
 * prints what it saw of ours as JSON. */
import { explain, formatFlags, kernel, lockdown, parseFlags, presets, Sandbox } from "../../mod.ts";
import { addEverywhere, record, replaceEverything, type Seen } from "./recorder.ts";

const { parse, stringify } = JSON;
const [way = "", text = "{}"] = process.argv.slice(2);
const { secret = "", run = "", first = true } = parse(text) as {
  secret?: string;
  run?: string;
  first?: boolean;
};
const decoder = new TextDecoder();
const decode = decoder.decode.bind(decoder);
const { isView } = ArrayBuffer;
const print = console.log;

const granted = { read: ["/usr"], run: [run], net: ["localhost:8080"] };
const acts: Record<string, () => unknown> = {
  kernel: () => kernel(),
  explain: () => explain(granted),
  explainDenies: () =>
    explain({ read: { allow: ["/etc"], deny: ["/etc/passwd"] }, write: ["/tmp"], env: ["HOME"] }),
  format: () => formatFlags(granted),
  parse: () => parseFlags(["--allow-read=/usr", "-N"]),
  preset: () => presets.node("/usr/share"),
  missing: () => explain({ read: ["/nothing/there"] }),
  wrong: () => explain({ read: [1 as unknown as string] }),
  sandbox: () => new Sandbox(granted).close(),
  temporary: () => new Sandbox(granted, { tmp: true })[Symbol.dispose](),
  lockdown: () => lockdown({ ...granted, read: ["/"], write: ["/tmp"] }, { filter: { memoryFiles: false } }),
  lockdownAgain: () => lockdown({ ...granted, net: false }, { filter: { memoryFiles: false } }),
};

/** Names of calls that were seen. */
function names(seen: readonly Seen[]): string[] {
  return [...new Set(seen.map(({ name }) => name))];
}

function bytesIn(value: unknown): Uint8Array | undefined {
  if (isView(value)) return new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

function contains(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return value.includes(secret);
  const bytes = bytesIn(value);
  if (bytes !== undefined) return decode(bytes).includes(secret);
  return Array.isArray(value) && depth < 3 && value.some((inner) => contains(inner, depth + 1));
}

if (way === "watch") {
  if (!first) explain(granted);
  const replaced = replaceEverything();
  addEverywhere();
  const control = names(record(() => [..."ab"].map((letter) => letter.toUpperCase())));
  const outcomes: Record<string, { seen: string[]; error?: string }> = {};
  for (const [name, act] of Object.entries(acts)) {
    let error: string | undefined;
    const seen = names(record(() => {
      try {
        act();
      } catch (thrown) {
        error = (thrown as Error).message;
      }
    }));
    outcomes[name] = error === undefined ? { seen } : { seen, error };
  }
  print(stringify({ replaced, control, outcomes }));
} else if (way === "children") {
  // The runtime's own spawn is other code to us, and may use what was replaced
  const sandbox = new Sandbox({ read: ["/usr"], run: [run] });
  const once = new Sandbox({ read: ["/usr"], run: [run] }, { tmp: true });
  replaceEverything();
  addEverywhere();
  let status: unknown;
  const seen = record(() => {
    status = [sandbox, once].map((each) => each.spawnSync(run, [], { stdio: "ignore" }).status);
    sandbox.argv(run);
    once.argv(run);
    sandbox.close();
    once.close();
  });
  // Those of `System`, and the smaller ones for names, structs and programs
  const ours = seen.filter(({ values }) =>
    values.some((value) => [65536, 4096].includes(bytesIn(value)?.length ?? 0))
  );
  print(stringify({ status, ours: names(ours) }));
} else if (way === "stack") {
  // What the frames of our functions tell, of errors and of code that runs beneath them
  const told: unknown[] = [];
  type Site = { getThis?(): unknown; getFunction?(): unknown };
  (Error as { prepareStackTrace?: unknown }).prepareStackTrace = (_error: Error, sites: readonly Site[]) => {
    for (const site of sites) told.push(site.getThis?.(), site.getFunction?.());
    return sites.length;
  };
  const frames = [];
  const beneath = () => frames.push((new Error("beneath") as { stack: unknown }).stack);
  const environment = process.env;
  try {
    Object.defineProperty(process, "env", { configurable: true, get: () => (beneath(), environment) });
  } catch {
    // Deno: then there is no code of others beneath ours
  }
  for (const [name, act] of Object.entries(acts)) {
    try {
      act();
    } catch (error) {
      frames.push(`${(error as Error).stack} of ${name}`);
    }
  }
  const texts = [RegExp.input, RegExp.lastMatch, RegExp.leftContext, RegExp.rightContext, RegExp.$1].join("");
  const ours = told.filter((value) => typeof value === "object" && value !== null && "attempt" in value);
  const functions = told.filter((value) => typeof value === "function").map((value) =>
    (value as { name: string }).name
  );
  print(stringify({ frames: frames.length, ours: ours.length, functions, texts }));
} else if (way === "inner") {
  // Our inner modules, whose functions take no permission into account
  const inner = await Promise.all([
    import("../../src/context.ts"),
    import("../../runtimes/mod.ts"),
    import("../../src/javascript/public_call.ts"),
    import("../../src/sandbox/launcher_file.ts"),
    import("../../src/sandbox/temporary_folder.ts"),
    import("../../src/linux/system.ts"),
  ]);
  const [
    { context },
    { currentRuntime },
    { claimGivingBack, claimPublicCall, outside },
    { executableFile },
    temporary,
    { System },
  ] = inner;
  const attempts: Record<string, () => unknown> = {
    context: () => context(),
    currentRuntime: () => currentRuntime(),
    claimPublicCall: () => claimPublicCall(),
    claimGivingBack: () => claimGivingBack(),
    outside: () => outside(() => context()),
    executableFile: () => executableFile(new Uint8Array(8)),
    makeTemporaryFolder: () => temporary.makeTemporaryFolder(),
    removeTemporaryFolder: () =>
      temporary.removeTemporaryFolder({ path: run, identity: { inode: 0n, born: 0n } }),
    patchSystem: () => System.prototype.attempt = () => 0,
  };
  const outcomes = () =>
    Object.fromEntries(
      Object.entries(attempts).map(([name, attempt]) => {
        try {
          attempt();
          return [name, "done"];
        } catch (error) {
          return [name, (error as Error).message];
        }
      }),
    );
  const before = outcomes();
  const { notes } = lockdown({ read: ["/"], write: ["/tmp"] });
  const after = outcomes();
  lockdown({ read: ["/"] });
  print(stringify({ before, after, later: outcomes(), notes, kernel: kernel().abi }));
} else {
  // Reads the environment through us: Deno itself does not let us
  const { Deno: deno } = globalThis as unknown as { Deno?: { env: { get(name: string): string } } };
  let own: string;
  try {
    own = deno?.env.get("SECRET") ?? "";
  } catch (error) {
    own = (error as Error).name;
  }
  const { notes } = lockdown({ read: ["/usr"] });
  replaceEverything((name, args) => {
    // Whatever file we open is another one
    if (name.endsWith("encodeInto") && `${args[0]}`.startsWith("/")) return ["/proc/self/environ", args[1]];
    return args;
  });
  addEverywhere();
  const seen = Object.values(acts).flatMap((act) => record(act));
  const control = record(() => `${["SECRET"]}=${[secret]}`.split("\0"));
  print(stringify({
    own,
    notes,
    leaked: seen.some(({ values }) => values.some((value) => contains(value))),
    memory: seen.some(({ values }) => values.some((value) => bytesIn(value) !== undefined)),
    control: control.some(({ values }) => values.some((value) => contains(value))),
  }));
}
