/* Tries what only an administrator may and no file or port rule speaks of, and prints the name of each act that
 * succeeds. None of them changes anything that outlives the process. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <unistd.h>

#define FSOPEN 430
#define OPEN_TREE 428

static int adjust_clock(void)
{
	struct timex timex = {.modes = 0};
	if (syscall(SYS_adjtimex, &timex) < 0) return -1;
	/* What it is already */
	timex.modes = ADJ_TICK;
	return (int)syscall(SYS_clock_adjtime, CLOCK_REALTIME, &timex);
}

static int decide_on_opens(void) { return (int)syscall(SYS_fanotify_init, 4 /* FAN_CLASS_CONTENT */, O_RDONLY); }
static int make_file_system(void) { return (int)syscall(FSOPEN, "tmpfs", 0); }
static int clone_mounts(void) { return (int)syscall(OPEN_TREE, AT_FDCWD, "/", 1 /* OPEN_TREE_CLONE */); }

static int enter_namespace(void)
{
	int fd = open("/proc/self/ns/uts", O_RDONLY);
	return fd < 0 ? -1 : (int)syscall(SYS_setns, fd, 0);
}

static int change_interface(void)
{
	struct ifreq request = {.ifr_name = "lo"};
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	if (fd < 0 || ioctl(fd, SIOCGIFFLAGS, &request) < 0) return -1;
	return ioctl(fd, SIOCSIFFLAGS, &request);
}

static int raise_limit(void)
{
	struct rlimit limit;
	getrlimit(RLIMIT_CORE, &limit);
	limit.rlim_cur = limit.rlim_max = RLIM_INFINITY;
	return setrlimit(RLIMIT_CORE, &limit);
}

static int open_terminal(void) { return open("/dev/tty", O_RDWR | O_NOCTTY); }

int main(void)
{
	const struct { const char *name; int (*act)(void); } acts[] = {
		{"adjust the clock", adjust_clock},
		{"decide on others' opens", decide_on_opens},
		{"make a file system", make_file_system},
		{"clone mounts", clone_mounts},
		{"enter a namespace", enter_namespace},
		{"change a network interface", change_interface},
		{"have core dumps", raise_limit},
		{"open the terminal", open_terminal},
	};
	for (unsigned i = 0; i < sizeof acts / sizeof *acts; i++)
		if (acts[i].act() >= 0) puts(acts[i].name);
	puts("WORKS");
	return 0;
}
