/* Runs the signal handler on a thread that keeps known values in every general register and in errno, and looks
 * at them afterwards, and whether the thread has got the mark that its orders name. Arguments: file with the code, offsets of handler, restorer and orders in it. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SIGNAL 33
#define THREADS 200
#define MOST_RECORDS 8192
/* The word at which records begin, ORDERS.records in src/enforce/orders.ts */
#define RECORDS 14
#define MASK (MOST_RECORDS - 1)
#define FIRST (MOST_RECORDS - 100u)
#define PF_MCE_PROCESS 0x80
#define PF_MCE_EARLY 0x08000000

static _Atomic int ready, released;
static uint32_t *orders;
static atomic_int wrong;

/* Waits in a loop that changes no register until `released`, then tells which register differs from its value. */
static long spin(void) {
    long bad;
    __asm__ volatile(
        "push %%rbp\n\t"
        "mov $0x1111111111111111, %%rbx\n\tmov %%rbx, %%rcx\n\tmov %%rbx, %%rdx\n\tmov %%rbx, %%rsi\n\t"
        "mov %%rbx, %%rbp\n\tmov %%rbx, %%r8\n\tmov %%rbx, %%r9\n\tmov %%rbx, %%r10\n\tmov %%rbx, %%r11\n\t"
        "mov %%rbx, %%r12\n\tmov %%rbx, %%r13\n\tmov %%rbx, %%r14\n\tmov %%rbx, %%r15\n\tmov %%rbx, %%rax\n\t"
        "movq %%rbx, %%xmm0\n\tmovq %%rbx, %%xmm15\n\t"
        "1: pause\n\tcmpl $0, (%%rdi)\n\tje 1b\n\t"
        "xor %%rbx, %%rcx\n\txor %%rbx, %%rdx\n\txor %%rbx, %%rsi\n\txor %%rbx, %%rbp\n\txor %%rbx, %%r8\n\t"
        "xor %%rbx, %%r9\n\txor %%rbx, %%r10\n\txor %%rbx, %%r11\n\txor %%rbx, %%r12\n\txor %%rbx, %%r13\n\t"
        "xor %%rbx, %%r14\n\txor %%rbx, %%r15\n\txor %%rbx, %%rax\n\t"
        "or %%rcx, %%rax\n\tor %%rdx, %%rax\n\tor %%rsi, %%rax\n\tor %%rbp, %%rax\n\tor %%r8, %%rax\n\t"
        "or %%r9, %%rax\n\tor %%r10, %%rax\n\tor %%r11, %%rax\n\tor %%r12, %%rax\n\tor %%r13, %%rax\n\t"
        "or %%r14, %%rax\n\tor %%r15, %%rax\n\t"
        "movq %%xmm0, %%rcx\n\txor %%rbx, %%rcx\n\tor %%rcx, %%rax\n\t"
        "movq %%xmm15, %%rcx\n\txor %%rbx, %%rcx\n\tor %%rcx, %%rax\n\t"
        "mov $0x1111111111111111, %%rcx\n\txor %%rbx, %%rcx\n\tor %%rcx, %%rax\n\t"
        "pop %%rbp\n\t"
        : "=a"(bad)
        : "D"(&released)
        : "rbx", "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "xmm0", "xmm15",
          "memory", "cc");
    return bad;
}

static void *body(void *tid) {
    *(pid_t *)tid = gettid();
    errno = 12345;
    ready++;
    long bad = spin();
    if (bad != 0 || errno != 12345) wrong++;
    if (prctl(PR_MCE_KILL_GET, 0, 0, 0, 0) != PR_MCE_KILL_DEFAULT) wrong++;
    if (open("/etc/hostname", O_RDONLY | O_CLOEXEC) != -1 || errno != EACCES) wrong++;
    return NULL;
}

static unsigned flags_of(pid_t tid) {
    char path[64], text[512];
    unsigned flags = 0;
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", tid);
    int fd = open(path, O_RDONLY);
    ssize_t size = read(fd, text, sizeof text - 1);
    close(fd);
    if (size <= 0) return 0;
    text[size] = 0;
    sscanf(strrchr(text, ')') + 2, "%*c %*d %*d %*d %*d %*d %u", &flags);
    return flags & (PF_MCE_PROCESS | PF_MCE_EARLY);
}

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    char code[4096];
    int file = open(argv[1], O_RDONLY);
    ssize_t size = read(file, code, sizeof code);
    orders = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    uint64_t address = (uint64_t)orders;
    memcpy(code + atoi(argv[4]), &address, 8);
    char *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memcpy(page, code, size);
    mprotect(page, 4096, PROT_READ | PROT_EXEC);

    struct landlock_ruleset_attr attr = {.handled_access_fs = LANDLOCK_ACCESS_FS_READ_FILE};
    orders[0] = syscall(SYS_landlock_create_ruleset, &attr, 8, 0);
    struct { void *handler; uint64_t flags; void *restorer; uint64_t mask; } action = {
        page + atoi(argv[2]), 0x1c000004, page + atoi(argv[3]), ~0ull};
    orders[2] = FIRST;
    int marks = 0;
    static pthread_t threads[THREADS];
    static pid_t tids[THREADS];
    for (int i = 0; i < THREADS; i += 4) {
        released = ready = 0;
        orders[3] = i % 8 == 0 ? PR_MCE_KILL_EARLY : 0;
        for (int j = i; j < i + 4; j++) pthread_create(&threads[j], NULL, body, &tids[j]);
        while (ready < 4) usleep(100);
        /* Not earlier: glibc installs its own handler for this signal when it makes the first thread */
        if (syscall(SYS_rt_sigaction, SIGNAL, &action, NULL, 8) != 0) return 2;
        for (int j = i; j < i + 4; j++) syscall(SYS_tgkill, getpid(), tids[j], SIGNAL);
        while (__atomic_load_n(&orders[2], __ATOMIC_SEQ_CST) < FIRST + i + 4) usleep(100);
        for (int j = i; j < i + 4; j++) marks += flags_of(tids[j]) == (i % 8 == 0 ? PF_MCE_EARLY : 0);
        released = 1;
        for (int j = i; j < i + 4; j++) pthread_join(threads[j], NULL);
    }
    /* It began MOST_RECORDS - 100 records on, so that they go round */
    int records = 0;
    for (unsigned i = FIRST; i < FIRST + THREADS; i++)
        for (int j = 0; j < THREADS; j++)
            records += orders[RECORDS + 2 * (i & MASK)] == (uint32_t)tids[j] && orders[RECORDS + 1 + 2 * (i & MASK)] == 0;
    printf("%u signals, %d records, %d marks, registers and errno %s\n", orders[2] - FIRST, records, marks,
           wrong == 0 ? "unchanged, reads denied" : "changed");
    return wrong != 0;
}
