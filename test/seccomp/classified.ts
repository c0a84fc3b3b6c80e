/** Every system call that no closure names, and why none needs to. `calls.test.ts` fails on one that is missing here. */
export const CLASSIFIED: Readonly<Record<string, string>> = {
  "Landlock asks before it: files by path":
    "creat link linkat mkdir mkdirat mknod mknodat rename renameat renameat2 rmdir symlink symlinkat unlink unlinkat",
  "Landlock asks before it: sockets": "bind connect",
  "Landlock's scope holds for it": "kill pidfd_send_signal rt_sigqueueinfo rt_tgsigqueueinfo tgkill tkill",
  "only on descriptors that were opened or received":
    "accept accept4 close close_range copy_file_range dup dup2 dup3 epoll_create epoll_create1 epoll_ctl epoll_ctl_old " +
    "epoll_pwait epoll_pwait2 epoll_wait epoll_wait_old eventfd eventfd2 fadvise64 fallocate fanotify_mark fcntl fdatasync fgetxattr " +
    "flistxattr fstat fstatfs fsync ftruncate getdents getdents64 getpeername getsockname getsockopt lseek pipe pipe2 " +
    "poll ppoll pread64 preadv preadv2 pselect6 pwrite64 pwritev pwritev2 read readahead readv recvfrom recvmmsg " +
    "recvmsg select sendfile setsockopt shutdown signalfd signalfd4 splice sync_file_range syncfs tee " +
    "timerfd_create timerfd_gettime timerfd_settime vmsplice write writev",
  "on this process alone":
    "alarm arch_prctl brk capget capset chdir chroot clock_getres clock_gettime clock_nanosleep exit exit_group " +
    "fchdir fork futex futex_requeue futex_wait futex_waitv futex_wake get_mempolicy get_robust_list get_thread_area " +
    "getcpu getcwd getegid geteuid getgid getgroups getitimer getpid getppid getrandom getresgid getresuid getrlimit " +
    "getrusage gettid gettimeofday getuid io_cancel io_destroy io_getevents io_pgetevents io_setup io_submit " +
    "landlock_add_rule landlock_create_ruleset landlock_restrict_self lsm_get_self_attr lsm_list_modules " +
    "lsm_set_self_attr madvise map_shadow_stack mbind membarrier memfd_secret mincore mlock mlock2 mlockall mmap " +
    "modify_ldt mprotect mremap mseal msync munlock munlockall munmap nanosleep pause personality pkey_alloc pkey_free " +
    "pkey_mprotect prctl remap_file_pages restart_syscall riscv_flush_icache rseq rseq_slice_yield rt_sigaction rt_sigpending " +
    "rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait sched_yield seccomp set_mempolicy " +
    "set_mempolicy_home_node set_robust_list set_thread_area set_tid_address setfsgid setfsuid setgid setgroups " +
    "setitimer setregid setresgid setresuid setreuid setrlimit setsid setuid sigaltstack time timer_create " +
    "timer_delete timer_getoverrun timer_gettime timer_settime times umask uprobe uretprobe vfork wait4 waitid " +
    "mq_getsetattr mq_notify mq_timedreceive mq_timedsend",
  "a limit of the report: paths exist, their status, changes and locks":
    "access cachestat faccessat faccessat2 file_getattr flock getxattr getxattrat inotify_add_watch inotify_init " +
    "inotify_init1 inotify_rm_watch lgetxattr listmount listxattr listxattrat llistxattr lstat name_to_handle_at " +
    "newfstatat readlink readlinkat stat statfs statmount statx ustat listns",
  "a limit of the report: priority and processor of others":
    "ioprio_get ioprio_set getpriority setpriority sched_get_priority_max sched_get_priority_min sched_getaffinity " +
    "sched_getattr sched_getparam sched_getscheduler sched_rr_get_interval sched_setaffinity sched_setattr " +
    "sched_setparam sched_setscheduler",
  "tells of processes and the system, which `sys` is for, or joins process groups of the session":
    "getpgid getpgrp getsid pidfd_open setpgid sync sysfs sysinfo uname",
  "not implemented by any kernel with Landlock":
    "_sysctl afs_syscall create_module get_kernel_syms getpmsg nfsservctl putpmsg query_module security tuxcall vserver",
};
