import { outside } from "../src/javascript/public_call.ts";

/** Reads the environment of a runtime that offers `process.env`. The program may have put an object of its own there:
 * whatever that runs must not run within our calls. */
export function processEnvironment(
  process: { readonly env: Readonly<Record<string, string | undefined>> },
): (name: string) => string | undefined {
  return (name) => {
    const value = outside(() => process.env[name]);
    return typeof value === "string" ? value : undefined;
  };
}
