/* Makes a million calls of the kind that is named. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
	const char *name = argc > 1 ? argv[1] : "";
	int null = open("/dev/null", O_RDONLY);
	char byte;
	for (int i = 0; i < 1000000; i++) {
		if (strcmp(name, "getppid") == 0)
			syscall(SYS_getppid);
		else if (strcmp(name, "read") == 0)
			syscall(SYS_read, null, &byte, 1);
		else if (strcmp(name, "openat") == 0)
			syscall(SYS_openat, -1, "none", O_RDONLY);
		else if (strcmp(name, "ioctl") == 0)
			syscall(SYS_ioctl, null, TIOCGWINSZ, &byte);
		else
			return 1;
	}
	return 0;
}
