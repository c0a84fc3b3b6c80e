import process from "node:process";

const cleanups = new Set<() => void>();
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let installed = false;

/**
 * Has something undone when this program ends early, by an error or a signal. Returns the function that forgets
 * it again.
 */
export function atEnd(cleanup: () => void): () => void {
  install();
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

function install(): void {
  if (installed) return;
  installed = true;
  process.once("exit", () => {
    for (const cleanup of cleanups) cleanup();
  });
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.once(signal as keyof typeof SIGNALS, () => process.exit(128 + number));
  }
}
