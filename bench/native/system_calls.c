/* Makes calls of the kind that is named, as many as are asked for, in the folder of the benchmark, and prints how many
 * nanoseconds each took. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int file;
static char memory[64];

static void make_getppid(void) { syscall(SYS_getppid); }
static void make_read(void) { syscall(SYS_read, file, memory, 1); }
static void make_openat(void) { syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, "tree/0/0", O_RDONLY)); }
static void make_ioctl(void) { syscall(SYS_ioctl, file, TIOCGWINSZ, memory); }

static const struct { const char *name; void (*make)(void); } kinds[] = {
	{ "getppid", make_getppid }, { "read", make_read }, { "openat", make_openat }, { "ioctl", make_ioctl },
};

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(int argc, char *argv[])
{
	if (argc != 3)
		return 2;
	int count = atoi(argv[2]);
	file = open("/dev/null", O_RDONLY);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(argv[1], kinds[i].name) != 0)
			continue;
		double start = now();
		for (int made = 0; made < count; made++)
			kinds[i].make();
		printf("%f\n", (now() - start) / count);
		return 0;
	}
	return 2;
}
