/* Tries to leave a sandbox in every way we know, each once, and prints a line for each: its name, and OPEN, the errno
 * that stopped it, or the signal that ended it. Nothing is changed that is not made for it: calls that would harm the machine get arguments that the
 * kernel refuses once it has let them in, and count as open then.
 *
 * Arguments: a folder that is not granted, one that may be read, a TCP and a UDP port on loopback where somebody
 * listens and that are not granted, a process outside, the name of an abstract socket there. Without arguments it ends
 * at once: it is also the program that it executes. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#ifndef SYS_pidfd_getfd
#define SYS_pidfd_open 434
#define SYS_clone3 435
#define SYS_pidfd_getfd 438
#endif

/* An act takes microseconds: after this long it hangs, however busy the machine is. */
#define HANGS_SECONDS 300

static const char *outside, *readable, *abstract;
static int tcp_port, udp_port;
static pid_t outsider;

/* 0 for what went through, else what stopped it. */
static int outcome(long result)
{
	return result < 0 ? errno : 0;
}

/* The same for calls that get wrong arguments: these errors come from behind the door. */
static int reached(long result, int first, int second)
{
	return result < 0 && errno != first && errno != second ? errno : 0;
}

static const char *in(const char *folder, const char *name)
{
	static char paths[4][512];
	static int next;
	char *path = paths[next++ % 4];
	snprintf(path, sizeof(paths[0]), "%s/%s", folder, name);
	return path;
}

/* --- files --- */

static int read_file(void) { return outcome(open(in(outside, "file"), O_RDONLY)); }
static int list_folder(void) { return outcome(open(outside, O_RDONLY | O_DIRECTORY)); }
static int stat_file(void) { struct stat s; return outcome(stat(in(outside, "file"), &s)); }
static int read_link(void) { char b[64]; return outcome(readlink(in(outside, "link"), b, sizeof(b))); }
static int list_attributes(void) { char b[64]; return outcome(listxattr(in(outside, "file"), b, sizeof(b))); }
static int watch(void) { return outcome(inotify_add_watch(inotify_init(), outside, IN_ALL_EVENTS)); }
static int write_file(void) { return outcome(open(in(outside, "file"), O_WRONLY)); }
static int create_file(void) { return outcome(open(in(outside, "new"), O_WRONLY | O_CREAT, 0600)); }
static int make_folder(void) { return outcome(mkdir(in(outside, "new-folder"), 0700)); }
static int remove_file(void) { return outcome(unlink(in(outside, "to-remove"))); }
static int rename_file(void) { return outcome(rename(in(outside, "to-rename"), in(outside, "renamed"))); }
static int link_file(void) { return outcome(link(in(outside, "file"), in(outside, "hard-link"))); }
static int make_socket(void) { return outcome(mknod(in(outside, "new-socket"), S_IFSOCK | 0600, 0)); }
static int truncate_file(void) { return outcome(truncate(in(outside, "to-truncate"), 0)); }
static int open_truncating(void) { return outcome(open(in(readable, "to-truncate"), O_RDONLY | O_TRUNC)); }
static int change_mode(void) { return outcome(chmod(in(outside, "file"), 0644)); }
static int change_owner(void) { return outcome(chown(in(outside, "file"), getuid(), getgid())); }
static int change_times(void) { return outcome(utimensat(AT_FDCWD, in(outside, "file"), NULL, 0)); }
static int set_attribute(void) { return outcome(setxattr(in(outside, "file"), "user.leak", "1", 1, 0)); }
static int change_flags(void)
{
	int flags = 0, fd = open(in(readable, "file"), O_RDONLY);
	if (ioctl(fd, 0x80086601, &flags) != 0) /* FS_IOC_GETFLAGS */
		return errno;
	return outcome(ioctl(fd, 0x40086602, &flags));
}
static int mount_something(void)
{
	if (unshare(CLONE_NEWNS) != 0)
		return errno;
	mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL); /* nobody else is to see it */
	return outcome(mount("none", readable, "tmpfs", 0, NULL));
}

/* --- programs --- */

static int execute(const char *path, char *const words[])
{
	pid_t pid = fork();
	int status;
	if (pid == 0) {
		execve(path, words, (char *[]){ NULL });
		_exit(errno);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : ECANCELED;
}
static int execute_file(void) { return execute(in(outside, "program"), (char *[]){ "program", NULL }); }
static int memory_file(void)
{
	int fd = memfd_create("probe", 0), from = open("/proc/self/exe", O_RDONLY);
	char buffer[65536];
	ssize_t size;
	if (fd < 0 || from < 0)
		return -errno;
	while ((size = read(from, buffer, sizeof(buffer))) > 0)
		if (write(fd, buffer, size) != size)
			return -errno;
	return fd;
}
static int execute_memory(void)
{
	int fd = memory_file();
	char path[32];
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return fd < 0 ? -fd : execute(path, (char *[]){ "memory", NULL });
}
static int execute_descriptor(void)
{
	int fd = memory_file();
	if (fd < 0)
		return -fd;
	syscall(SYS_execveat, fd, "", (char *[]){ "memory", NULL }, (char *[]){ NULL }, AT_EMPTY_PATH);
	return errno;
}
static int execute_through_linker(void)
{
#ifdef __x86_64__
	const char *linker = "/lib64/ld-linux-x86-64.so.2";
#else
	const char *linker = "/lib/ld-linux-aarch64.so.1";
#endif
	return execute(linker, (char *[]){ "ld.so", (char *)in(readable, "not-executable"), NULL });
}

/* --- network --- */

static struct sockaddr_in loopback(int port)
{
	return (struct sockaddr_in){
		.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = { htonl(INADDR_LOOPBACK) },
	};
}
static int with_address(int fd, int (*call)(int, const struct sockaddr *, socklen_t), int port)
{
	struct sockaddr_in address = loopback(port);
	return fd < 0 ? errno : outcome(call(fd, (struct sockaddr *)&address, sizeof(address)));
}
static int connect_tcp(void) { return with_address(socket(AF_INET, SOCK_STREAM, 0), connect, tcp_port); }
static int bind_tcp(void) { return with_address(socket(AF_INET, SOCK_STREAM, 0), bind, 0); }
static int listen_unbound(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	return fd < 0 ? errno : outcome(listen(fd, 1));
}
static int fast_open(void)
{
	struct sockaddr_in address = loopback(tcp_port);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	return fd < 0 ? errno : outcome(sendto(fd, "x", 1, MSG_FASTOPEN, (struct sockaddr *)&address, sizeof(address)));
}
static int connect_mptcp(void) { return with_address(socket(AF_INET, SOCK_STREAM, 262), connect, tcp_port); }
static int send_udp(void)
{
	struct sockaddr_in address = loopback(udp_port);
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	return fd < 0 ? errno : outcome(sendto(fd, "x", 1, 0, (struct sockaddr *)&address, sizeof(address)));
}
static int bind_udp(void) { return with_address(socket(AF_INET, SOCK_DGRAM, 0), bind, 0); }
static int udp_lite(void) { return outcome(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE)); }
static int sctp(void) { return outcome(socket(AF_INET, SOCK_STREAM, IPPROTO_SCTP)); }
static int smc(void) { return outcome(socket(43, SOCK_STREAM, 0)); }
static int raw(void) { return outcome(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)); }
static int ping(void) { return outcome(socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP)); }
static int packet(void) { return outcome(socket(AF_PACKET, SOCK_RAW, 0)); }
static int vsock(void) { return outcome(socket(AF_VSOCK, SOCK_STREAM, 0)); }
static int crypto(void) { return outcome(socket(AF_ALG, SOCK_SEQPACKET, 0)); }
static int netlink_route(void) { return outcome(socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE)); }
static int netlink_devices(void) { return outcome(socket(AF_NETLINK, SOCK_DGRAM, NETLINK_KOBJECT_UEVENT)); }
static int netlink_sockets(void) { return outcome(socket(AF_NETLINK, SOCK_DGRAM, 4)); }
static socklen_t unix_address(struct sockaddr_un *address, const char *path, const char *name)
{
	memset(address, 0, sizeof(*address));
	address->sun_family = AF_UNIX;
	if (path != NULL) {
		strncpy(address->sun_path, path, sizeof(address->sun_path) - 1);
		return sizeof(*address);
	}
	strncpy(address->sun_path + 1, name, sizeof(address->sun_path) - 2);
	return offsetof(struct sockaddr_un, sun_path) + 1 + strlen(name);
}
static int connect_unix(const char *path, const char *name)
{
	struct sockaddr_un address;
	socklen_t length = unix_address(&address, path, name);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	return fd < 0 ? errno : outcome(connect(fd, (struct sockaddr *)&address, length));
}
static int connect_path(void) { return connect_unix(in(outside, "socket"), NULL); }
static int connect_abstract(void) { return connect_unix(NULL, abstract); }
/* A pair of datagram sockets can turn to any other. The socket at the path takes streams: EPROTOTYPE comes from it. */
static int turn_pair(void)
{
	struct sockaddr_un address;
	socklen_t length = unix_address(&address, in(outside, "socket"), NULL);
	int pair[2];
	if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) != 0)
		return errno;
	return reached(connect(pair[0], (struct sockaddr *)&address, length), EPROTOTYPE, EPROTOTYPE);
}

/* --- other processes --- */

static pid_t make_child(void)
{
	pid_t pid = fork();
	if (pid == 0) {
		pause();
		_exit(0);
	}
	return pid;
}
static int ended(pid_t child, int result)
{
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	return result;
}
static int signal_outside(void) { return outcome(kill(outsider, 0)); }
static int trace_outside(void) { return outcome(ptrace(PTRACE_SEIZE, outsider, 0, 0)); }
static int trace_child(void)
{
	pid_t child = make_child();
	return ended(child, outcome(ptrace(PTRACE_SEIZE, child, 0, 0)));
}
static int read_child(void)
{
	char byte, own = 'x';
	struct iovec to = { &byte, 1 }, from = { &own, 1 };
	pid_t child = make_child();
	return ended(child, outcome(process_vm_readv(child, &to, 1, &from, 1, 0)));
}
static int take_descriptor(void)
{
	pid_t child = make_child();
	return ended(child, outcome(syscall(SYS_pidfd_getfd, syscall(SYS_pidfd_open, child, 0), 1, 0)));
}
static int read_environment(void)
{
	char path[64];
	snprintf(path, sizeof(path), "/proc/%d/environ", outsider);
	return outcome(open(path, O_RDONLY));
}
static int limit_outside(void)
{
	struct rlimit limit;
	if (prlimit(outsider, RLIMIT_CORE, NULL, &limit) != 0)
		return errno;
	return outcome(prlimit(outsider, RLIMIT_CORE, &limit, NULL));
}
static int slow_outside(void)
{
	return outcome(setpriority(PRIO_PROCESS, outsider, getpriority(PRIO_PROCESS, outsider)));
}
static int shared_memory(void)
{
	int id = shmget(IPC_PRIVATE, 4096, 0600);
	return id < 0 ? errno : outcome(shmctl(id, IPC_RMID, NULL));
}
static int message_queue(void) { return reached(syscall(SYS_mq_open, "none", O_RDONLY, 0, NULL), ENOENT, ENOENT); }
static int keyring(void) { return reached(syscall(SYS_keyctl, 0, -3, 0), 126, 126); /* ENOKEY: none yet */ }

/* --- the kernel --- */

static int io_uring(void) { char parameters[120] = { 0 }; return outcome(syscall(SYS_io_uring_setup, 1, parameters)); }
static int bpf_map(void) { char attribute[72] = { 0 }; return reached(syscall(SYS_bpf, 0, attribute, 72), EINVAL, EINVAL); }
static int fault_handler(void) { return reached(syscall(SYS_userfaultfd, 0), EINVAL, EINVAL); }
static int counters(void)
{
	char attribute[128] = { 0 };
	return reached(syscall(SYS_perf_event_open, attribute, 0, -1, -1, 0), ENOENT, EINVAL);
}
static int user_namespace(void) { return outcome(unshare(CLONE_NEWUSER)); }
static int finish(pid_t child)
{
	if (child == 0)
		_exit(0);
	return child < 0 ? errno : (waitpid(child, NULL, 0), 0);
}
static int clone_user_namespace(void) { return finish(syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)); }
static int clone3_user_namespace(void)
{
	uint64_t arguments[8] = { CLONE_NEWUSER, 0, 0, 0, SIGCHLD };
	return finish(syscall(SYS_clone3, arguments, sizeof(arguments)));
}
/* ENOTTY: it would be typed if there were a terminal. */
static int type_input(void) { return reached(ioctl(0, TIOCSTI, "x"), ENOTTY, EIO); }
static int load_module(void) { return reached(syscall(SYS_init_module, NULL, 0UL, ""), ENOEXEC, EFAULT); }
static int load_kernel(void) { return reached(syscall(SYS_kexec_load, 0, 0, NULL, ~0UL), EINVAL, EINVAL); }
static int restart_machine(void) { return reached(syscall(SYS_reboot, 0, 0, 0, 0), EINVAL, EINVAL); }
static int swap(void) { return reached(syscall(SYS_swapoff, "/none"), ENOENT, EACCES); }
static int set_clock(void)
{
	struct timespec wrong = { 0, -1 };
	return reached(syscall(SYS_clock_settime, CLOCK_REALTIME, &wrong), EINVAL, EINVAL);
}
static int set_host_name(void) { return reached(syscall(SYS_sethostname, "", -1), EINVAL, EINVAL); }
static int read_kernel_log(void) { return outcome(syscall(SYS_syslog, 10, NULL, 0)); }
static int open_handle(void) { return reached(syscall(SYS_open_by_handle_at, AT_FDCWD, NULL, 0), EFAULT, EFAULT); }
#ifdef __x86_64__
static int ports(void) { return outcome(syscall(SYS_iopl, 3)); }
/* The 32-bit number 20 is getpid, which nothing refuses. A kernel without 32-bit calls ends the process with SIGSEGV. */
static int call_32_bit(void)
{
	long result;
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(20) : "memory", "r8", "r9", "r10", "r11");
	return result < 0 ? -result : 0;
}
static int call_x32(void) { return outcome(syscall(0x40000000 | SYS_getpid)); }
#endif

/* --- what comes along --- */

static int inherited_variable(void) { return getenv("LANDLOCKDOWN_SECRET") == NULL ? ENOENT : 0; }

static const struct { const char *name; int (*try)(void); } acts[] = {
#define ACT(name) { #name, name }
	ACT(read_file), ACT(list_folder), ACT(stat_file), ACT(read_link), ACT(list_attributes), ACT(watch),
	ACT(write_file), ACT(create_file), ACT(make_folder), ACT(remove_file), ACT(rename_file), ACT(link_file),
	ACT(make_socket), ACT(truncate_file), ACT(open_truncating), ACT(change_mode), ACT(change_owner),
	ACT(change_times), ACT(set_attribute), ACT(change_flags), ACT(mount_something),
	ACT(execute_file), ACT(execute_memory), ACT(execute_descriptor), ACT(execute_through_linker),
	ACT(connect_tcp), ACT(bind_tcp), ACT(listen_unbound), ACT(fast_open), ACT(connect_mptcp), ACT(send_udp),
	ACT(bind_udp), ACT(udp_lite), ACT(sctp), ACT(smc), ACT(raw), ACT(ping), ACT(packet), ACT(vsock), ACT(crypto),
	ACT(netlink_route), ACT(netlink_devices), ACT(netlink_sockets), ACT(connect_path), ACT(connect_abstract),
	ACT(turn_pair),
	ACT(signal_outside), ACT(trace_outside), ACT(trace_child), ACT(read_child), ACT(take_descriptor),
	ACT(read_environment), ACT(limit_outside), ACT(slow_outside), ACT(shared_memory), ACT(message_queue),
	ACT(keyring),
	ACT(io_uring), ACT(bpf_map), ACT(fault_handler), ACT(counters), ACT(user_namespace), ACT(clone_user_namespace),
	ACT(clone3_user_namespace), ACT(type_input), ACT(load_module), ACT(load_kernel), ACT(restart_machine), ACT(swap),
	ACT(set_clock), ACT(set_host_name), ACT(read_kernel_log), ACT(open_handle),
#ifdef __x86_64__
	ACT(ports), ACT(call_32_bit), ACT(call_x32),
#endif
	ACT(inherited_variable),
};

int main(int argc, char *argv[])
{
	if (argc != 7)
		return 0;
	outside = argv[1];
	readable = argv[2];
	tcp_port = atoi(argv[3]);
	udp_port = atoi(argv[4]);
	outsider = atoi(argv[5]);
	abstract = argv[6];
	for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++) {
		int status = 0;
		pid_t pid = fork();
		if (pid == 0) {
			alarm(HANGS_SECONDS);
			_exit(acts[i].try());
		}
		waitpid(pid, &status, 0);
		if (WIFSIGNALED(status))
			printf("%s SIG%s\n", acts[i].name, sigabbrev_np(WTERMSIG(status)));
		else
			printf("%s %s\n", acts[i].name, WEXITSTATUS(status) == 0 ? "OPEN" : strerrorname_np(WEXITSTATUS(status)));
	}
	return 0;
}
