/** Deno.Command. */
import { test } from "uvu";
import { skip } from "../../support/skip.ts";
import { examineFace } from "./face.ts";

/** The part of Deno's API used here, declared by hand: the other runtimes do not know it. */
interface DenoApi {
  readonly Command: new (command: string, options: object) => {
    spawn(): {
      readonly stdin: WritableStream<Uint8Array>;
      output(): Promise<{ code: number; signal: string | null; stdout: Uint8Array; stderr: Uint8Array }>;
    };
  };
}

const deno = (globalThis as { Deno?: DenoApi }).Deno;

if (deno?.Command === undefined) skip("Deno.Command", "Deno");
else {
  const { Command } = deno;
  examineFace("Deno.Command", async ([command, ...args], input = "") => {
    const child = new Command(command, { args, stdin: "piped", stdout: "piped", stderr: "piped" }).spawn();
    const writer = child.stdin.getWriter();
    // A command that does not read has closed its end
    await writer.write(new TextEncoder().encode(input)).then(() => writer.close()).catch(() => {});
    const { code, signal, stdout, stderr } = await child.output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { stdout: text(stdout), stderr: text(stderr), code: signal ?? code };
  });
}

test.run();
