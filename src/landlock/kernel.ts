import { LockdownError } from "../errors.ts";
import { EINVAL, ENOSYS, EOPNOTSUPP, EPERM, errnoName } from "../linux/errno.ts";
import type { System } from "../linux/system.ts";

/** What this kernel can do. */
export interface KernelInfo {
  /** Landlock ABI, 1 and up; 0 where there is no Landlock to be had. */
  readonly abi: number;
  /** Bit N-1 is set when erratum N is fixed; 0 where the kernel cannot say. */
  readonly errata: number;
  /** Why `abi` is 0. */
  readonly unavailable?: "not built in" | "disabled at boot" | "blocked";
}

const CREATE_RULESET_VERSION = 1;
const CREATE_RULESET_ERRATA = 2;

/** Asks the kernel. The release number would not do: distributions backport. */
export function queryKernel(system: System): KernelInfo {
  const abi = system.attempt("landlock_create_ruleset", 0, 0, CREATE_RULESET_VERSION);
  if (abi < 0) return { abi: 0, errata: 0, unavailable: whyUnavailable(-abi) };
  const errata = system.attempt("landlock_create_ruleset", 0, 0, CREATE_RULESET_ERRATA);
  return { abi, errata: Math.max(errata, 0) };
}

function whyUnavailable(errno: number): "not built in" | "disabled at boot" | "blocked" {
  if (errno === EOPNOTSUPP) return "disabled at boot";
  // Seccomp profiles of containers answer EPERM, older ones ENOSYS, which then looks like an old kernel
  if (errno === EPERM) return "blocked";
  if (errno === ENOSYS || errno === EINVAL) return "not built in";
  throw new LockdownError("SYSTEM", `Cannot ask the kernel for its Landlock ABI: ${errnoName(errno)}`);
}

const REMEDY = {
  "not built in":
    "this kernel has none (it came with Linux 5.13), or a container's seccomp profile hides it. Use a kernel built " +
    "with CONFIG_SECURITY_LANDLOCK=y, or allow system calls 444 to 446 in the profile",
  "disabled at boot":
    'it is built in but not switched on. Add "landlock" to the list in the kernel parameter lsm= (see the current ' +
    "one in /sys/kernel/security/lsm) and boot again",
  "blocked":
    "a seccomp profile answers EPERM. Allow landlock_create_ruleset, landlock_add_rule and landlock_restrict_self " +
    "(444 to 446) in the container's profile",
};

/** The error for a kernel that can enforce nothing. */
export function landlockUnavailable(kernel: KernelInfo): LockdownError {
  const why = kernel.unavailable ?? "not built in";
  return new LockdownError(
    "LANDLOCK_UNAVAILABLE",
    `Cannot enforce anything, Landlock is not available: ${REMEDY[why]}`,
    {
      remedy: {
        library: 'To go on without any protection, say compat: "best-effort"',
        command: "To go on without any protection, add --best-effort",
      },
    },
  );
}

/** SCOPE_SIGNAL also stopped signals between threads of one process in different domains until this was fixed
 * (6.12.24): then no signal scope may be used together with per-thread enforcement. */
export const ERRATUM_SIGNAL_BETWEEN_THREADS = 2;

/** Whether erratum `number` is fixed in this kernel. */
export function isFixed(kernel: KernelInfo, number: number): boolean {
  return (kernel.errata & (1 << (number - 1))) !== 0;
}
