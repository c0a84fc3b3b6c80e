import { findProgram } from "../support/programs.ts";
import { NOBODY } from "../support/as_user.ts";
import { ENOSYS, EPERM } from "../kernels/landlock_probe.ts";
import { containerFilter } from "./container_filter.ts";

/** Surroundings that a sandbox must put up with. */
export interface Setting {
  readonly name: string;
  /** Words before a command that put it there; TMPDIR is a folder for it alone. */
  readonly words: readonly string[];
  /** A shell script that succeeds only there. */
  readonly proof: string;
  /** The negated errno with which the kernel answers whoever asks for Landlock; left out, it is as elsewhere. */
  readonly answer?: number;
}

/** No capability is left, nor can one come back. */
const AS_NOBODY = [
  "setpriv",
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  "--clear-groups",
  "--inh-caps=-all",
  "--bounding-set=-all",
];
const IS_NOBODY = `[ "$(id -u)" = ${NOBODY} ] && grep -q "^CapBnd:\\s*0*$" /proc/self/status`;

const FRESH_TMP = 'mount -t tmpfs tmpfs "$TMPDIR"';
const READ_ONLY = `mount --bind / / && cd "$PWD" && mount -o remount,bind,ro / && ${FRESH_TMP}`;
const HIDE = "mount -t proc -o hidepid=2 proc /proc";
const filter = (landlock?: Parameters<typeof containerFilter>[1]) =>
  containerFilter(findProgram("python3") ?? "python3", landlock);

/** Every setting that can be had without changing the machine. */
export const SETTINGS: readonly Setting[] = [
  { name: "an ordinary user without capabilities", words: AS_NOBODY, proof: IS_NOBODY },
  {
    name: "root of a user namespace",
    words: ["unshare", "--user", "--map-root-user"],
    proof: '[ "$(cat /proc/self/setgroups)" = deny ]',
  },
  {
    name: "a read-only root",
    words: [...inMountNamespace(READ_ONLY), ...AS_NOBODY],
    proof: `${IS_NOBODY} && grep -q " / / ro" /proc/self/mountinfo && touch "$TMPDIR/file"`,
  },
  {
    name: "/proc mounted with hidepid",
    words: [...inMountNamespace(HIDE), ...AS_NOBODY],
    proof: `${IS_NOBODY} && ! [ -e /proc/1 ]`,
  },
  {
    name: "a temporary folder mounted noexec",
    words: [...inMountNamespace(`${FRESH_TMP} -o noexec`), ...AS_NOBODY],
    proof: `${IS_NOBODY} && cp /bin/true "$TMPDIR/true" && ! "$TMPDIR/true"`,
  },
  ...[1, 2].map((level): Setting => ({
    name: `vm.memfd_noexec ${level}`,
    words: [...withMemoryFiles(level), ...AS_NOBODY],
    proof: `${IS_NOBODY} && [ "$(cat /proc/sys/vm/memfd_noexec)" = ${level} ]`,
  })),
  {
    name: "a seccomp filter like a container's",
    words: [...AS_NOBODY, ...filter()],
    proof: `${IS_NOBODY} && ! unshare --user true`,
  },
  {
    name: "a seccomp filter that denies Landlock",
    words: [...AS_NOBODY, ...filter(EPERM)],
    proof: `${IS_NOBODY} && ! unshare --user true`,
    answer: -EPERM,
  },
  {
    name: "a seccomp filter that does not know Landlock",
    words: [...AS_NOBODY, ...filter(ENOSYS)],
    proof: `${IS_NOBODY} && ! unshare --user true`,
    answer: -ENOSYS,
  },
  {
    name: "all of a container: read-only, its own processes, filtered, not root",
    words: [
      ...["unshare", "--pid", "--fork", "--ipc", "--uts", "--cgroup"],
      ...inMountNamespace(`${READ_ONLY} && ${HIDE}`),
      ...AS_NOBODY,
      ...filter(),
    ],
    proof: `${IS_NOBODY} && ! unshare --user true && [ "$$" = 1 ] && touch "$TMPDIR/file"`,
  },
];

/** In a namespace of its own the limit of memory files is a sysctl that nobody else notices. */
export function withMemoryFiles(level: number, script = "true"): string[] {
  return [
    ...["unshare", "--pid", "--fork"],
    ...inMountNamespace(`mount -t proc proc /proc && echo ${level} > /proc/sys/vm/memfd_noexec && ${script}`),
  ];
}

function inMountNamespace(script: string): string[] {
  return ["unshare", "--mount", "sh", "-ec", `${script}\nexec "$@"`, "sh"];
}
