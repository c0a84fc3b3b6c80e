import { System } from "../src/system/system.ts";
import { processEnvironment } from "../src/system/process_environment.ts";
import type { Runtime } from "./runtime.ts";

/** A variable from the environment the process was started with, for runtimes whose own API would prompt.
 * Later changes by the program do not show there. */
export function fromProcessEnvironment(runtime: Runtime, name: string): string | undefined {
  let text: string;
  try {
    text = new TextDecoder().decode(processEnvironment(new System(runtime)));
  } catch {
    return undefined;
  }
  const prefix = `${name}=`;
  return text.split("\0").find((entry) => entry.startsWith(prefix))?.slice(prefix.length);
}
