import { arch, cpus, loadavg, release } from "node:os";

/** What figures depend on, for JSON. */
export function machine(): Record<string, string | number | undefined> {
  return {
    kernel: release(),
    architecture: arch(),
    processors: cpus().length,
    processor: cpus()[0]?.model,
    load: loadavg()[0],
  };
}

/** The same in one line. */
export function machineLine(): string {
  const load = (loadavg()[0] as number).toFixed(1);
  return `Linux ${release()}, ${arch()}, ${cpus().length} × ${cpus()[0]?.model}, load ${load}`;
}
