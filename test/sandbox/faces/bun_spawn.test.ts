/** Bun.spawn and Bun.$. */
import { test } from "uvu";
import { skip } from "../../support/skip.ts";
import { examineFace, type Face } from "./face.ts";

/** The part of Bun's API used here, declared by hand: the other runtimes do not know it. */
interface BunApi {
  spawn(words: readonly string[], options: object): {
    readonly stdout: ReadableStream;
    readonly stderr: ReadableStream;
    readonly exited: Promise<number>;
    readonly signalCode: string | null;
  };
  $(strings: TemplateStringsArray, ...values: unknown[]): {
    quiet(): { nothrow(): Promise<{ stdout: Uint8Array; stderr: Uint8Array; exitCode: number }> };
  };
}

const bun = (globalThis as { Bun?: BunApi }).Bun;

if (bun === undefined) skip("Bun.spawn and Bun.$", "Bun");
else {
  const spawn: Face = async (words, input) => {
    const stdin = input === undefined ? "ignore" : new Blob([input]);
    // Left out, the environment is the one this process was started with
    const child = bun.spawn(words, { stdin, stdout: "pipe", stderr: "pipe", env: process.env });
    const text = (stream: ReadableStream) => new Response(stream).text();
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), child.exited]);
    return { stdout, stderr, code: child.signalCode ?? code };
  };
  examineFace("Bun.spawn", spawn);

  const shell: Face = async (words, input) => {
    const { $ } = bun;
    const stdin = new Response(input ?? "");
    const { stdout, stderr, exitCode } = await $`${words} < ${stdin}`.quiet().nothrow();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { stdout: text(stdout), stderr: text(stderr), code: exitCode };
  };
  examineFace("Bun.$", shell);
}

test.run();
