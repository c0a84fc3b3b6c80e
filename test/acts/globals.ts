/** The parts of Deno's and Bun's own APIs that the acts use, declared by hand: one program runs in all three
 * runtimes, and the types of two of them at once contradict each other. */

/** What `Deno.Command` ends with. */
export interface DenoOutput {
  readonly code: number;
  readonly stderr: Uint8Array;
}

interface DenoCommandOptions {
  readonly args: readonly string[];
  readonly stdout: "null";
  readonly stderr: "piped";
}

/** Deno's namespace. */
export interface DenoApi {
  readonly Command: new (program: string, options: DenoCommandOptions) => {
    output(): Promise<DenoOutput>;
    outputSync(): DenoOutput;
    spawn(): { output(): Promise<DenoOutput> };
  };
  readonly permissions: { querySync(descriptor: { name: "ffi"; path?: string }): { readonly state: string } };
  readTextFile(path: string): Promise<string>;
  readTextFileSync(path: string): string;
  writeTextFile(path: string, text: string): Promise<void>;
}

interface BunSpawned {
  readonly stderr: ReadableStream<Uint8Array>;
  readonly exited: Promise<number>;
}

interface BunShellOutput {
  readonly exitCode: number;
  readonly stderr: Uint8Array;
}

/** Bun's namespace. */
export interface BunApi {
  file(path: string): { text(): Promise<string> };
  write(path: string, text: string): Promise<number>;
  spawn(command: readonly string[], options: { stdout: "ignore"; stderr: "pipe" }): BunSpawned;
  spawnSync(
    command: readonly string[],
    options: { stdout: "ignore"; stderr: "pipe" },
  ): { readonly exitCode: number; readonly stderr: Uint8Array };
  $(text: TemplateStringsArray, ...values: readonly string[]): {
    nothrow(): { quiet(): Promise<BunShellOutput> };
  };
}

/** A Worker as browsers know it, which Bun and Deno have as a global. */
export interface WebWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

interface Globals {
  readonly Deno?: DenoApi;
  readonly Bun?: BunApi;
  readonly Worker?: new (url: string, options: { type: "module" }) => WebWorker;
}

/** `Deno`, in Deno. */
export const deno: DenoApi | undefined = (globalThis as unknown as Globals).Deno;
/** `Bun`, in Bun. */
export const bun: BunApi | undefined = (globalThis as unknown as Globals).Bun;
/** `Worker`, in Bun and Deno. */
export const WorkerOfTheWeb: Globals["Worker"] = (globalThis as unknown as Globals).Worker;
