import { join } from "node:path";
import process from "node:process";
import { ROOT } from "../support/runtimes.ts";

const EPERM = 1;
const ENOSYS = 38;

/** What the default seccomp profile of Docker denies to a container without further capabilities, by number on
 * x86-64 and arm64 (`seccomp/default.json` of moby). Calls that no program here could succeed with are left out. */
const DENIED: Readonly<Record<string, readonly [x86_64: number, arm64: number]>> = {
  acct: [163, 89],
  add_key: [248, 217],
  bpf: [321, 280],
  clock_settime: [227, 112],
  delete_module: [176, 106],
  fanotify_init: [300, 262],
  finit_module: [313, 273],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fsopen: [430, 430],
  get_mempolicy: [239, 236],
  init_module: [175, 105],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  io_uring_setup: [425, 425],
  kcmp: [312, 272],
  kexec_load: [246, 104],
  keyctl: [250, 219],
  mbind: [237, 235],
  mount: [165, 40],
  move_mount: [429, 429],
  move_pages: [279, 239],
  open_by_handle_at: [304, 265],
  open_tree: [428, 428],
  perf_event_open: [298, 241],
  pidfd_getfd: [438, 438],
  pivot_root: [155, 41],
  quotactl: [179, 60],
  reboot: [169, 142],
  request_key: [249, 218],
  set_mempolicy: [238, 237],
  setdomainname: [171, 162],
  sethostname: [170, 161],
  setns: [308, 268],
  settimeofday: [164, 170],
  swapoff: [168, 225],
  swapon: [167, 224],
  syslog: [103, 116],
  umount2: [166, 39],
  unshare: [272, 97],
  userfaultfd: [323, 282],
  vhangup: [153, 58],
};
/** So that libc falls back to clone, whose flags a filter can see. */
const CLONE3 = 435;
const LANDLOCK = [444, 445, 446];

/** The words that execute a command under a filter like a container's.
 *
 * @param landlock the errno that Landlock's calls fail with; left out, they are allowed, as in Docker from 2021 on
 */
export function containerFilter(python: string, landlock?: typeof EPERM | typeof ENOSYS): string[] {
  const denied = Object.values(DENIED).map((numbers) => numbers[process.arch === "arm64" ? 1 : 0]);
  const rules = [`${EPERM}:${denied}`, `${ENOSYS}:${CLONE3}`];
  if (landlock !== undefined) rules.push(`${landlock}:${LANDLOCK}`);
  return [python, join(ROOT, "test/settings/with_filter.py"), ...rules, "--"];
}
