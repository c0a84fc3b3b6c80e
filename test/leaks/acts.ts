import { type ActName, ACTS } from "../../src/acts/catalogue.ts";

/** An act of `probe.c`. */
export interface LeakAct {
  /** What it is called there. */
  readonly name: string;
  /** What it tries, for people. */
  readonly text: string;
  /** Its row in the catalogue. Left out: Landlock denies it since its ABI 1, or every filter does. */
  readonly row?: ActName;
  /** What the report says where it is open. Left out: it never is. */
  readonly says?: string;
}

const act = (name: string, text: string, row?: ActName): LeakAct => ({
  name,
  text,
  ...(row === undefined ? {} : { row, says: ACTS[row].act }),
});
/** What every filter closes, whatever it is for. */
const always = (name: string, text: string): LeakAct => ({ name, text, says: "a seccomp filter" });

/** All of them, in the order of the probe. */
export const LEAK_ACTS: readonly LeakAct[] = [
  act("read_file", "read a file outside"),
  act("list_folder", "list a folder outside"),
  act("stat_file", "stat a file outside", "learningPaths"),
  act("read_link", "read where a link outside points", "learningPaths"),
  act("list_attributes", "list extended attributes outside", "learningPaths"),
  act("watch", "watch a folder outside (inotify)", "learningPaths"),
  act("write_file", "open a file outside for writing"),
  act("create_file", "create a file outside"),
  act("make_folder", "make a folder outside"),
  act("remove_file", "remove a file outside"),
  act("rename_file", "rename a file outside"),
  act("link_file", "link a file outside"),
  act("make_socket", "make a UNIX socket outside"),
  act("truncate_file", "truncate() a file outside", "emptying"),
  act("open_truncating", "empty a readable file by open()", "emptying"),
  act("change_mode", "chmod a file outside", "metadata"),
  act("change_owner", "chown a file outside", "metadata"),
  act("change_times", "set times of a file outside", "metadata"),
  act("set_attribute", "set an extended attribute outside", "metadata"),
  act("change_flags", "chattr a readable file", "inodeFlags"),
  act("mount_something", "mount a file system"),
  act("execute_file", "execute a program outside"),
  act("execute_memory", "execute a memory file by path", "memoryFiles"),
  act("execute_descriptor", "execute a memory file by descriptor", "memoryFiles"),
  act("execute_through_linker", "run a readable program through ld.so", "runningAsData"),
  act("connect_tcp", "connect to a TCP port", "connectingTcp"),
  act("bind_tcp", "bind a TCP port", "bindingTcp"),
  act("listen_unbound", "listen() without bind()", "listening"),
  act("fast_open", "connect with TCP Fast Open", "fastOpen"),
  act("connect_mptcp", "connect to a TCP port with MPTCP", "otherProtocols"),
  act("send_udp", "send UDP", "sendingUdp"),
  act("bind_udp", "bind a UDP port", "bindingUdp"),
  act("udp_lite", "UDP-Lite socket", "otherProtocols"),
  act("sctp", "SCTP socket", "otherProtocols"),
  act("smc", "SMC socket", "otherFamilies"),
  act("raw", "raw ICMP socket", "otherProtocols"),
  act("ping", "ping socket", "otherProtocols"),
  act("packet", "packet socket", "otherFamilies"),
  act("vsock", "vsock socket", "vsock"),
  act("crypto", "kernel crypto socket", "otherFamilies"),
  act("netlink_route", "netlink: addresses and routes", "routes"),
  act("netlink_devices", "netlink: events of devices", "netlink"),
  act("netlink_sockets", "netlink: sockets of the machine", "netlink"),
  act("connect_path", "connect to a UNIX socket outside", "connectingUnix"),
  act("connect_abstract", "connect to an abstract socket outside", "abstractSockets"),
  act("turn_pair", "turn a socket pair to a UNIX socket outside", "connectingUnix"),
  act("signal_outside", "signal a process outside", "signals"),
  act("trace_outside", "trace a process outside"),
  act("trace_child", "trace a process inside", "tracing"),
  act("read_child", "read memory of a process inside", "tracing"),
  act("take_descriptor", "take a descriptor from a process inside", "tracing"),
  act("read_environment", "read the environment of a process outside"),
  act("limit_outside", "change limits of a process outside", "tracing"),
  act("slow_outside", "change the priority of a process outside", "priorities"),
  act("shared_memory", "System V shared memory", "ipc"),
  act("message_queue", "POSIX message queue", "ipc"),
  act("keyring", "keys of the session", "keyrings"),
  act("io_uring", "new io_uring ring", "ioUring"),
  act("bpf_map", "bpf()", "bpf"),
  act("fault_handler", "userfaultfd()", "userfaultfd"),
  act("counters", "perf_event_open()", "perfEvents"),
  act("user_namespace", "user namespace by unshare()", "userNamespaces"),
  act("clone_user_namespace", "user namespace by clone()", "userNamespaces"),
  act("clone3_user_namespace", "user namespace by clone3()", "userNamespaces"),
  act("type_input", "type into the terminal (TIOCSTI)", "terminalInput"),
  act("load_module", "load a kernel module", "administration"),
  act("load_kernel", "load another kernel", "administration"),
  act("restart_machine", "restart the machine", "administration"),
  act("swap", "turn swap off", "administration"),
  act("set_clock", "set the clock", "administration"),
  act("set_host_name", "set the host name", "administration"),
  act("read_kernel_log", "read the kernel log", "administration"),
  act("open_handle", "open a file by its handle", "administration"),
  ...(process.arch === "x64"
    ? [
      act("ports", "ports of devices (iopl)", "administration"),
      always("call_32_bit", "a call of the 32-bit architecture"),
      always("call_x32", "a call of x32"),
    ]
    : []),
  act("inherited_variable", "read a variable of the parent's environment", "readingEnvironment"),
];
