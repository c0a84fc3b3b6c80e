import { spawn } from "node:child_process";
import process from "node:process";

/** What a finished program of the host left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the host to its end. A program that is not there ends with code 127, as in a shell. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly directory?: string } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.directory,
      // Messages are read by this program and by people who compare logs: one language for both.
      env: { ...process.env, LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout: Uint8Array[] = [];
    const stderr: Uint8Array[] = [];
    child.stdout.on("data", (chunk: Uint8Array) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Uint8Array) => stderr.push(chunk));
    child.on("error", (error) => resolve({ code: 127, stdout: "", stderr: error.message }));
    child.on("close", (code) => resolve({ code, stdout: text(stdout), stderr: text(stderr) }));
  });
}

/** Runs a program of the host and returns its output; throws with its last words when it fails. */
export async function output(
  program: string,
  args: readonly string[],
  options: { readonly directory?: string } = {},
): Promise<string> {
  const finished = await run(program, args, options);
  if (finished.code === 0) return finished.stdout;
  const words = finished.stderr.trim().split("\n").slice(-5).join("\n");
  throw new Error(`Cannot run ${program}: exit code ${finished.code}\n${words}`);
}

function text(chunks: Uint8Array[]): string {
  return new TextDecoder().decode(concatenate(chunks));
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
