import type { GuestFile } from "./guest_file.ts";

/** Where the repository lies in the guest; commands start there. */
export const GUEST_REPOSITORY = "/repository";

/** The job of a guest: commands for its shell, one after the other. */
export interface Job {
  readonly commands: readonly string[];
  /** What one command may take. */
  readonly limitSeconds: number;
  /** The serial port that goes to the host. */
  readonly port: string;
}

/** The files every guest has: its init, the folders init mounts on, and what libc looks up in /etc. */
export const initFiles: readonly GuestFile[] = [
  { path: "/init", mode: 0o755, content: initScript() },
  ...["/dev", "/proc", "/sys", "/run", "/opt/busybox"].map((path) => ({ path, folder: true as const })),
  { path: "/tmp", folder: true, mode: 0o1777 },
  { path: "/root", folder: true, mode: 0o700 },
  {
    path: "/etc/passwd",
    content: "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/sh\n",
  },
  { path: "/etc/group", content: "root:x:0:\ntty:x:5:\nnogroup:x:65534:\n" },
  { path: "/etc/hosts", content: "127.0.0.1 localhost guest\n::1 localhost\n" },
  { path: "/etc/nsswitch.conf", content: "passwd: files\ngroup: files\nhosts: files dns\n" },
  { path: "/etc/resolv.conf", content: "" },
];

/** The files of one job. */
export function jobFiles(job: Job): GuestFile[] {
  return [
    { path: "/job/settings", content: `port=/dev/${job.port}\nlimit=${job.limitSeconds}\n` },
    ...job.commands.map((command, index) => ({ path: `/job/${index}/command`, content: command })),
  ];
}

/**
 * PID 1. What it sends to the host is read by `ReportReader`: lines of plain words, output in base64 with its
 * checksum. Times are readings of /proc/uptime: no process has to be started for them.
 */
function initScript(): string {
  return `#!/bin/busybox sh
/bin/busybox --install -s /opt/busybox
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/busybox
export HOME=/root USER=root LOGNAME=root SHELL=/bin/sh LANG=C.UTF-8

mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
exec </dev/null >/dev/console 2>&1
mkdir -p /dev/pts /dev/shm
mount -t devpts -o gid=5,mode=620,ptmxmode=666 devpts /dev/pts
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs -o mode=755 tmpfs /run
mount -t securityfs securityfs /sys/kernel/security
mount -t cgroup2 cgroup2 /sys/fs/cgroup
ln -sf /proc/self/fd /dev/fd
ln -sf /proc/self/fd/0 /dev/stdin
ln -sf /proc/self/fd/1 /dev/stdout
ln -sf /proc/self/fd/2 /dev/stderr
hostname guest
ip link set lo up
ldconfig
mkdir -p ${GUEST_REPOSITORY}
cd ${GUEST_REPOSITORY}

. /job/settings
stty -F "$port" raw -echo
exec 3>"$port"

# send NAME INDEX: the lines of one output.
send() {
  sum=$(sha256sum </job/$2/$1)
  echo "output $2 $1 \${sum%% *}" >&3
  base64 </job/$2/$1 >&3
  echo . >&3
}

read -r now idle </proc/uptime
echo "ready $now" >&3
index=0
while [ -f /job/$index/command ]; do
  echo "begin $index" >&3
  command=$(cat /job/$index/command)
  read -r begin idle </proc/uptime
  timeout -s KILL "$limit" setsid /bin/sh -c "$command" >/job/$index/stdout 2>/job/$index/stderr 3>&-
  code=$?
  read -r end idle </proc/uptime
  # What the command left running, so that the next one finds the guest as this one did.
  kill -KILL -1
  send stdout $index
  send stderr $index
  echo "end $index $code $begin $end" >&3
  index=$((index + 1))
done
echo done >&3
# Closing the port waits until all is sent; power off does not.
exec 3>&-
poweroff -f
`;
}
