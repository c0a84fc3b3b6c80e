import { constants } from "node:fs";
import { type Act, call, memory, opened, outcome, using } from "./call.ts";
import type { World } from "./world.ts";

const AT_FDCWD = -100;
const { O_RDONLY, O_WRONLY, O_CREAT, O_TRUNC, O_DIRECTORY, S_IFSOCK } = constants;
const IN_ALL_EVENTS = 0xfff;
const FS_IOC_GETFLAGS = 0x8008_6601;
const FS_IOC_SETFLAGS = 0x4008_6602;
const CLONE_NEWNS = 0x2_0000;
const MS_REC = 0x4000;
const MS_PRIVATE = 0x4_0000;

/** The acts on files. */
export function fileActs({ outside, readable }: World): Record<string, Act> {
  const file = `${outside}/file`;
  const open = (path: string, flags: number) => call("openat", AT_FDCWD, path, flags, 0o600);
  return {
    read_file: () => opened(open(file, O_RDONLY)),
    list_folder: () => opened(open(outside, O_RDONLY | O_DIRECTORY)),
    stat_file: () => outcome(call("newfstatat", AT_FDCWD, file, memory(144), 0)),
    read_link: () => outcome(call("readlinkat", AT_FDCWD, `${outside}/link`, memory(64), 64)),
    list_attributes: () => outcome(call("listxattr", file, memory(64), 64)),
    watch: () =>
      using(
        call("inotify_init1", 0),
        (fd) => outcome(call("inotify_add_watch", fd, outside, IN_ALL_EVENTS)),
      ),
    write_file: () => opened(open(file, O_WRONLY)),
    create_file: () => opened(open(`${outside}/new`, O_WRONLY | O_CREAT)),
    make_folder: () => outcome(call("mkdirat", AT_FDCWD, `${outside}/new-folder`, 0o700)),
    remove_file: () => outcome(call("unlinkat", AT_FDCWD, `${outside}/to-remove`, 0)),
    rename_file: () =>
      outcome(call("renameat2", AT_FDCWD, `${outside}/to-rename`, AT_FDCWD, `${outside}/renamed`, 0)),
    link_file: () => outcome(call("linkat", AT_FDCWD, file, AT_FDCWD, `${outside}/hard-link`, 0)),
    make_socket: () => outcome(call("mknodat", AT_FDCWD, `${outside}/new-socket`, S_IFSOCK | 0o600, 0)),
    truncate_file: () => outcome(call("truncate", `${outside}/to-truncate`, 0)),
    open_truncating: () => opened(open(`${readable}/to-truncate`, O_RDONLY | O_TRUNC)),
    change_mode: () => outcome(call("fchmodat", AT_FDCWD, file, 0o644)),
    change_owner: () =>
      outcome(call("fchownat", AT_FDCWD, file, process.getuid?.() ?? 0, process.getgid?.() ?? 0, 0)),
    change_times: () => outcome(call("utimensat", AT_FDCWD, file, 0, 0)),
    set_attribute: () => outcome(call("setxattr", file, "user.leak", "1", 1, 0)),
    change_flags: () =>
      using(open(`${readable}/file`, O_RDONLY), (fd) => {
        const flags = memory(8);
        return outcome(call("ioctl", fd, FS_IOC_GETFLAGS, flags)) ||
          outcome(call("ioctl", fd, FS_IOC_SETFLAGS, flags));
      }),
    mount_something() {
      const unshared = outcome(call("unshare", CLONE_NEWNS));
      if (unshared !== 0) return unshared;
      // Nobody else is to see it, and this thread only for a moment
      call("mount", "none", "/", 0, MS_REC | MS_PRIVATE, 0);
      const mounted = outcome(call("mount", "none", readable, "tmpfs", 0, 0));
      if (mounted === 0) call("umount2", readable, 0);
      return mounted;
    },
  };
}
