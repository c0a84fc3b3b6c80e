/* What the kernel answers with a filter: reads the filter and calls from standard input, makes the calls, and writes an
 * errno for each to standard output, 0 for one that the filter lets pass. None of them is carried out: an older filter,
 * which is asked after the newer one allows a call, refuses all but what this program needs.
 *
 * Input, in native byte order: the number of instructions (4 bytes), struct sock_filter each, then for each call its
 * number (4 bytes), padding (4 bytes) and six arguments (8 bytes each). */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

struct call {
	int32_t number;
	uint32_t padding;
	uint64_t values[6];
};

static unsigned char input[1 << 22];

static void install(struct sock_filter *code, unsigned short length)
{
	struct sock_fprog program = { .len = length, .filter = code };
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0)
		_exit(2);
}

#define PASS(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

int main(void)
{
	size_t size = 0;
	ssize_t got;
	while ((got = read(0, input + size, sizeof(input) - size)) > 0)
		size += (size_t)got;
	uint32_t length = *(uint32_t *)input;
	struct sock_filter *code = (struct sock_filter *)(input + 4);
	unsigned char *calls = input + 4 + length * sizeof(*code);
	size_t count = (size - (size_t)(calls - input)) / sizeof(struct call);
	int32_t *answers = calloc(count, sizeof(*answers));
	struct sock_filter nothing[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		PASS(SYS_write), PASS(SYS_exit_group), PASS(SYS_seccomp),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EDOM),
	};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return 2;
	install(nothing, sizeof(nothing) / sizeof(*nothing));
	install(code, (unsigned short)length);
	for (size_t i = 0; i < count; i++) {
		struct call call;
		__builtin_memcpy(&call, calls + i * sizeof(call), sizeof(call));
		long result = syscall(call.number, call.values[0], call.values[1], call.values[2], call.values[3],
				      call.values[4], call.values[5]);
		answers[i] = result == -1 ? errno : -1;
		if (answers[i] == EDOM)
			answers[i] = 0;
	}
	for (size_t done = 0; done < count * sizeof(*answers); done += (size_t)got)
		if ((got = write(1, (unsigned char *)answers + done, count * sizeof(*answers) - done)) <= 0)
			_exit(3);
	_exit(0);
}
