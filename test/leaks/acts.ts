import { type ActName, ACTS } from "../../src/acts/catalogue.ts";

/** An act of `probe.c`. */
export interface LeakAct {
  /** What it is called there. */
  readonly name: string;
  /** What it tries, for people. */
  readonly text: string;
  /** What the report says where it is open, or a part of that. Left out: Landlock denies it since its ABI 1. */
  readonly says?: string;
}

const act = (name: string, text: string, says?: string): LeakAct => ({
  name,
  text,
  ...(says ? { says } : {}),
});
const closable = (name: string, text: string, closure: ActName): LeakAct =>
  act(name, text, ACTS[closure].act);

const EXISTS = "learning that a path exists";
const NAMESPACES = "userNamespaces";

/** All of them, in the order of the probe. */
export const LEAK_ACTS: readonly LeakAct[] = [
  act("read_file", "read a file outside"),
  act("list_folder", "list a folder outside"),
  act("stat_file", "stat a file outside", EXISTS),
  act("read_link", "read where a link outside points", EXISTS),
  act("list_attributes", "list extended attributes outside", EXISTS),
  act("watch", "watch a folder outside (inotify)", EXISTS),
  act("write_file", "open a file outside for writing"),
  act("create_file", "create a file outside"),
  act("make_folder", "make a folder outside"),
  act("remove_file", "remove a file outside"),
  act("rename_file", "rename a file outside"),
  act("link_file", "link a file outside"),
  act("make_socket", "make a UNIX socket outside"),
  act("truncate_file", "truncate() a file outside", "emptying any file"),
  act("open_truncating", "empty a readable file by open()", "emptying any file"),
  closable("change_mode", "chmod a file outside", "metadata"),
  closable("change_owner", "chown a file outside", "metadata"),
  closable("change_times", "set times of a file outside", "metadata"),
  closable("set_attribute", "set an extended attribute outside", "metadata"),
  closable("change_flags", "chattr a readable file", "inodeFlags"),
  act("mount_something", "mount a file system"),
  act("execute_file", "execute a program outside"),
  closable("execute_memory", "execute a memory file by path", "memoryFiles"),
  closable("execute_descriptor", "execute a memory file by descriptor", "memoryFiles"),
  act("execute_through_linker", "run a readable program through ld.so", "the dynamic linker"),
  act("connect_tcp", "connect to a TCP port", "connecting to any TCP port"),
  act("bind_tcp", "bind a TCP port", "listening on any TCP port"),
  closable("listen_unbound", "listen() without bind()", "listening"),
  closable("fast_open", "connect with TCP Fast Open", "fastOpen"),
  closable("connect_mptcp", "connect to a TCP port with MPTCP", "otherProtocols"),
  act("send_udp", "send UDP", "sending UDP anywhere"),
  act("bind_udp", "bind a UDP port", "receiving UDP on any port"),
  closable("udp_lite", "UDP-Lite socket", "otherProtocols"),
  closable("sctp", "SCTP socket", "otherProtocols"),
  closable("smc", "SMC socket", "otherFamilies"),
  closable("raw", "raw ICMP socket", "otherProtocols"),
  closable("ping", "ping socket", "otherProtocols"),
  closable("packet", "packet socket", "otherFamilies"),
  closable("vsock", "vsock socket", "vsock"),
  closable("crypto", "kernel crypto socket", "otherFamilies"),
  act("netlink_route", "netlink: addresses and routes", "routing netlink"),
  closable("netlink_devices", "netlink: events of devices", "netlink"),
  closable("netlink_sockets", "netlink: sockets of the machine", "netlink"),
  act("connect_path", "connect to a UNIX socket outside", "connecting to UNIX sockets with a path"),
  act("connect_abstract", "connect to an abstract socket outside", "connecting to abstract UNIX sockets"),
  act("turn_pair", "turn a socket pair to a UNIX socket outside", "connecting to UNIX sockets with a path"),
  act("signal_outside", "signal a process outside", "sending signals to other processes"),
  act("trace_outside", "trace a process outside"),
  closable("trace_child", "trace a process inside", "tracing"),
  closable("read_child", "read memory of a process inside", "tracing"),
  closable("take_descriptor", "take a descriptor from a process inside", "tracing"),
  act("read_environment", "read the environment of a process outside"),
  closable("limit_outside", "change limits of a process outside", "tracing"),
  act("slow_outside", "change the priority of a process outside", "changing priority"),
  closable("shared_memory", "System V shared memory", "ipc"),
  closable("message_queue", "POSIX message queue", "ipc"),
  closable("keyring", "keys of the session", "keyrings"),
  closable("io_uring", "new io_uring ring", "ioUring"),
  closable("bpf_map", "bpf()", "bpf"),
  closable("fault_handler", "userfaultfd()", "userfaultfd"),
  closable("counters", "perf_event_open()", "perfEvents"),
  closable("user_namespace", "user namespace by unshare()", NAMESPACES),
  closable("clone_user_namespace", "user namespace by clone()", NAMESPACES),
  closable("clone3_user_namespace", "user namespace by clone3()", NAMESPACES),
  closable("type_input", "type into the terminal (TIOCSTI)", "terminalInput"),
  closable("load_module", "load a kernel module", "administration"),
  closable("load_kernel", "load another kernel", "administration"),
  closable("restart_machine", "restart the machine", "administration"),
  closable("swap", "turn swap off", "administration"),
  closable("set_clock", "set the clock", "administration"),
  closable("set_host_name", "set the host name", "administration"),
  closable("read_kernel_log", "read the kernel log", "administration"),
  closable("open_handle", "open a file by its handle", "administration"),
  ...(process.arch === "x64"
    ? [
      closable("ports", "ports of devices (iopl)", "administration"),
      act("call_32_bit", "a call of the 32-bit architecture", "a seccomp filter"),
      act("call_x32", "a call of x32", "a seccomp filter"),
    ]
    : []),
  act("inherited_variable", "read a variable of the parent's environment", "reading environment variables"),
];
