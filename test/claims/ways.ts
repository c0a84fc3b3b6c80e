import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Permissions, Report, Sandbox } from "../../mod.ts";
import { programPath, type TestRuntime } from "../support/runtimes.ts";
import type { Act, Case, PermissionWords, Words } from "./case.ts";
import { WALKER } from "./schemes.ts";
import type { World } from "./world.ts";

/** What the product is used by: its public API and its command line, of this checkout or of another one. */
export interface Product {
  readonly mod: ProductModule;
  /** The words that start its command line. */
  readonly cli: readonly [program: string, ...words: string[]];
  /** Those that start {@linkcode ./locked.ts}. */
  readonly locked: readonly [program: string, ...words: string[]];
  readonly root: string;
}

interface ProductModule {
  readonly Sandbox: typeof Sandbox;
}

/** Loads the product of a checkout into the runtime we are in. */
export async function loadProduct(root: string, runtime: TestRuntime): Promise<Product> {
  const file = (path: string) => join(root, runtime.compiled ? `dist/${path.replace(/\.ts$/, ".js")}` : path);
  const start = [runtime.executable, ...runtime.arguments] as [string, ...string[]];
  return {
    mod: await import(pathToFileURL(file("mod.ts")).href) as ProductModule,
    cli: [...start, file("cli.ts")],
    locked: [...start, programPath(runtime, "test/claims/locked.ts"), pathToFileURL(file("mod.ts")).href],
    root,
  };
}

/** What became of one start. */
export type Started =
  | { readonly outcome: "ran"; readonly report: Report | undefined; readonly outputs: readonly string[] }
  /** Before anything was applied. */
  | { readonly outcome: "refused"; readonly code: string; readonly message: string };

/** How a start is made. */
export interface StartOptions {
  readonly product: Product;
  readonly world: World;
  readonly tried: Pick<Case, "way" | "words" | "missing">;
  /** Called when paths have been looked up, before the first child. */
  readonly planned: () => void;
  /** Whether the report is wanted, for which a command line starts once more. */
  readonly reports: boolean;
}

/** Starts the walker once for each list of acts, all as children of one start. */
export function start(options: StartOptions, children: readonly (readonly Act[])[]): Started {
  const scripts = children.map((acts) =>
    acts.map((act) => act.map((word) => options.world.real(word)).join("\t")).join("\n")
  );
  return WAYS[options.tried.way](options, scripts);
}

type StartWay = (options: StartOptions, scripts: readonly string[]) => Started;

const WAYS: Readonly<Record<Case["way"], StartWay>> = {
  spawn: (options, scripts) =>
    inSandbox(
      options,
      scripts,
      (sandbox, walker, script, cwd) =>
        sandbox.spawnSync(walker, [script], { cwd, encoding: "utf8", timeout: DEADLINE }).stdout,
    ),
  argv: (options, scripts) =>
    inSandbox(
      options,
      scripts,
      (sandbox, walker, script, cwd) => byRuntime(sandbox.argv(walker, [script]), cwd),
    ),
  run(options, scripts) {
    const report = options.reports ? explained(options) : undefined;
    if (report !== undefined && "outcome" in report) return report;
    options.planned();
    const outputs: string[] = [];
    for (const script of scripts) {
      const ended = cli(options, "run", [...flagsOf(options), "--", options.world.real(WALKER), script]);
      if (ended.status === 125 && outputs.length === 0) return refusal(ended.stderr);
      outputs.push(ended.stdout);
    }
    return { outcome: "ran", report, outputs };
  },
  compile(options, scripts) {
    const report = options.reports ? explained(options) : undefined;
    if (report !== undefined && "outcome" in report) return report;
    const box = options.world.real("@/bin/box");
    const made = cli(options, "compile", ["-o", box, ...flagsOf(options)]);
    if (made.status !== 0) return refusal(made.stderr);
    options.planned();
    const cwd = options.world.real("@/t");
    const outputs = scripts.map((script) =>
      spawnSync(box, [options.world.real(WALKER), script], { cwd, encoding: "utf8", timeout: DEADLINE })
        .stdout
    );
    return { outcome: "ran", report, outputs };
  },
  lockdown({ product, world, tried, planned }, scripts) {
    planned();
    const [program, ...words] = product.locked;
    const order = JSON.stringify({
      permissions: permissionsOf(tried.words, world),
      options: { missing: tried.missing },
      walker: world.real(WALKER),
      scripts,
    });
    const place = world.real("@/bin/order.json");
    writeFileSync(place, order);
    const ended = spawnSync(program, [...words, place], {
      cwd: world.real("@/t"),
      encoding: "utf8",
      timeout: DEADLINE,
      maxBuffer: 64 << 20,
    });
    try {
      return JSON.parse(ended.stdout) as Started;
    } catch {
      return refusal(`${ended.stdout}${ended.stderr}`);
    }
  },
};

const DEADLINE = 60_000;

function inSandbox(
  { product, world, tried, planned }: StartOptions,
  scripts: readonly string[],
  run: (sandbox: Sandbox, walker: string, script: string, cwd: string) => string,
): Started {
  let sandbox: Sandbox;
  try {
    sandbox = new product.mod.Sandbox(permissionsOf(tried.words, world), { missing: tried.missing });
  } catch (error) {
    return { outcome: "refused", code: codeOf(error), message: (error as Error).message };
  }
  try {
    planned();
    const outputs = scripts.map((script, number) => {
      try {
        return run(sandbox, world.real(WALKER), script, world.real("@/t"));
      } catch (error) {
        // A sandbox may refuse to go on once its children have replaced what it grants
        if (number > 0 && codeOf(error) === "PATH_NOT_FOUND") return "";
        throw error;
      }
    });
    return { outcome: "ran", report: sandbox.report, outputs };
  } finally {
    sandbox.close();
  }
}

/** Starts a command line with what the runtime itself has for it. */
function byRuntime(line: readonly string[], cwd: string): string {
  const [command, ...args] = line as [string, ...string[]];
  const { Deno, Bun } = globalThis as unknown as Runtimes;
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (Deno !== undefined) return text(new Deno.Command(command, { args, cwd }).outputSync().stdout);
  if (Bun !== undefined) return text(Bun.spawnSync([...line], { cwd }).stdout);
  return spawnSync(command, args, { cwd, encoding: "utf8", timeout: DEADLINE }).stdout;
}

interface Runtimes {
  readonly Deno?: {
    readonly Command: new (
      command: string,
      options: { args: string[]; cwd: string },
    ) => { outputSync(): { stdout: Uint8Array } };
  };
  readonly Bun?: { spawnSync(line: string[], options: { cwd: string }): { stdout: Uint8Array } };
}

function cli({ product, world }: StartOptions, command: string, words: readonly string[]) {
  const [program, ...start] = product.cli;
  return spawnSync(program, [...start, command, ...words], {
    cwd: world.real("@/t"),
    encoding: "utf8",
    timeout: DEADLINE,
    maxBuffer: 64 << 20,
  });
}

/** The report that the command line prints. */
function explained(options: StartOptions): Report | Started {
  const ended = cli(options, "explain", ["--json", ...flagsOf(options)]);
  if (ended.status !== 0) return refusal(ended.stderr);
  return JSON.parse(ended.stdout) as Report;
}

function refusal(text: string): Started {
  const code = /no such file|not found|does not exist|Cannot look up/i.test(text)
    ? "PATH_NOT_FOUND"
    : "OTHER";
  return { outcome: "refused", code, message: text };
}

/** Permissions as the API takes them. The walker may be run in every case. */
export function permissionsOf({ read, write, run }: Words, world: World): Permissions {
  const list = ({ allow, deny }: PermissionWords): { allow: true | string[]; deny: string[] } => ({
    allow: allow === true ? true : allow.map((text) => world.real(text)),
    deny: deny.map((text) => world.real(text)),
  });
  const programs = list(run);
  const granted = programs.allow === true ? true : [...programs.allow, world.real(WALKER)];
  return {
    read: list(read),
    write: list(write),
    run: { ...programs, allow: granted },
  };
}

function flagsOf({ world, tried }: StartOptions): string[] {
  const { read, write, run } = permissionsOf(tried.words, world) as Record<
    string,
    { allow: true | string[]; deny: string[] }
  >;
  const flags = [`--missing=${tried.missing}`];
  for (const [name, list] of Object.entries({ read, write, run })) {
    if (list?.allow === true) flags.push(`--allow-${name}`);
    else if (list !== undefined && list.allow.length > 0) {
      flags.push(`--allow-${name}=${list.allow.join(",")}`);
    }
    if (list !== undefined && list.deny.length > 0) flags.push(`--deny-${name}=${list.deny.join(",")}`);
  }
  return flags;
}

/** Whether `compat: "strict"` refuses the words; `undefined` if something else does. */
export function strictRefuses(
  { product, world, tried }: Pick<StartOptions, "product" | "world" | "tried">,
): boolean | undefined {
  try {
    const options = { missing: tried.missing, compat: "strict" } as const;
    new product.mod.Sandbox(permissionsOf(tried.words, world), options).close();
    return false;
  } catch (error) {
    return codeOf(error) === "NOT_ENFORCEABLE" ? true : undefined;
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? String(error);
}
