import { type Act, call, callByNumber, memory, outcome, reached, words } from "./call.ts";

const AT_FDCWD = -100;
const TIOCSTI = 0x5412;
const CLOCK_REALTIME = 0;
/** Of `syslog(2)`: the size of the log. */
const SYSLOG_ACTION_SIZE_BUFFER = 10;
/** `__X32_SYSCALL_BIT` and `getpid`. */
const X32_GETPID = 0x4000_0000 | 39;
const ENOENT = 2;
const EIO = 5;
const ENOEXEC = 8;
const EACCES = 13;
const EFAULT = 14;
const EINVAL = 22;
const ENOTTY = 25;

/** The acts on the kernel and the machine. */
export const MACHINE_ACTS: Readonly<Record<string, Act>> = {
  io_uring: () => outcome(call("io_uring_setup", 1, memory(120))),
  bpf_map: () => reached(call("bpf", 0, memory(72), 72), EINVAL),
  fault_handler: () => reached(call("userfaultfd", 0), EINVAL),
  counters: () => reached(call("perf_event_open", memory(128), 0, -1, -1, 0), ENOENT, EINVAL),
  // ENOTTY: it would be typed if there were a terminal
  type_input: () => reached(call("ioctl", 0, TIOCSTI, "x"), ENOTTY, EIO),
  load_module: () => reached(call("init_module", 0, 0, ""), ENOEXEC, EFAULT),
  load_kernel: () => reached(call("kexec_load", 0, 0, 0, -1), EINVAL),
  restart_machine: () => reached(call("reboot", 0, 0, 0, 0), EINVAL),
  swap: () => reached(call("swapoff", "/none"), ENOENT, EACCES),
  set_clock: () => reached(call("clock_settime", CLOCK_REALTIME, words(0, -1)), EINVAL),
  set_host_name: () => reached(call("sethostname", "", -1), EINVAL),
  read_kernel_log: () => outcome(call("syslog", SYSLOG_ACTION_SIZE_BUFFER, 0, 0)),
  open_handle: () => reached(call("open_by_handle_at", AT_FDCWD, 0, 0), EFAULT),
  ports: () => outcome(call("iopl", 3)),
  call_x32: () => outcome(callByNumber(X32_GETPID)),
  inherited_variable: () => process.env["LANDLOCKDOWN_SECRET"] === undefined ? ENOENT : 0,
};
