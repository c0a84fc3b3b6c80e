/** Processor architectures we have system call numbers and machine code for. */
export type Architecture = "x86_64" | "arm64";

/** The architecture of a runtime that names it `x64`, `x86_64`, `arm64` or `aarch64`; `undefined` otherwise. */
export function architectureOf(name: string): Architecture | undefined {
  if (name === "x64" || name === "x86_64") return "x86_64";
  if (name === "arm64" || name === "aarch64") return "arm64";
  return undefined;
}
