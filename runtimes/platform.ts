import { LockdownError } from "../src/errors.ts";
import { type Architecture, architectureOf } from "../src/linux/architecture.ts";

/** The architecture, or an error on every system but Linux on a processor we have numbers for.
 *
 * @throws LockdownError `UNSUPPORTED_PLATFORM`
 */
export function requireLinux(platform: string, processor: string): Architecture {
  const architecture = architectureOf(processor);
  if (platform === "linux" && architecture !== undefined) return architecture;
  throw new LockdownError(
    "UNSUPPORTED_PLATFORM",
    `Cannot restrict a process on "${platform}" with processor "${processor}": Landlock is part of Linux, and ` +
      `landlockdown knows x86-64 and arm64`,
    { remedy: "Use a Linux machine or container, or leave the call out here" },
  );
}
