import { abiOf } from "../landlock/abi.ts";
import { EACCES, ENOSYS, ENOTTY, EPERM } from "../linux/errno.ts";
import { O_ACCMODE, O_TRUNC } from "../linux/flags.ts";
import { type Act, type Circumstances, grantsNone, refuse } from "./act.ts";

/** Acts that take reading or writing. */
export type FileAct =
  | "metadata"
  | "inodeFlags"
  | "truncatingOpens"
  | "truncation"
  | "emptying"
  | "deviceCommands"
  | "learningPaths"
  | "openDescriptors"
  | "locks";

const ACCESS_AND_TRUNCATE = O_ACCMODE | O_TRUNC;
/** `FS_IOC_SETFLAGS`, its 32-bit form, `FS_IOC_FSSETXATTR`, `FS_IOC_SETVERSION`, `EXT4_IOC_SETVERSION`,
 * `FS_IOC_SET_ENCRYPTION_POLICY`. */
const SET_INODE_FLAGS = [0x4008_6602, 0x4004_6602, 0x401c_5820, 0x4008_7602, 0x4008_6604, 0x800c_6613];
/** Subvolumes of btrfs are made, copied, changed and deleted through a descriptor of the directory, however it was
 * opened (`include/uapi/linux/btrfs.h`): `SNAP_CREATE`, `SUBVOL_CREATE`, `SNAP_DESTROY`, `DEFAULT_SUBVOL`, the first two
 * with options, `SUBVOL_SETFLAGS`, `SET_RECEIVED_SUBVOL` and its 32-bit form, `SNAP_DESTROY_V2`. */
const CHANGE_SUBVOLUMES = [
  0x5000_9401,
  0x5000_940e,
  0x5000_940f,
  0x4008_9413,
  0x5000_9417,
  0x5000_9418,
  0x4008_941a,
  0xc0c8_9425,
  0xc0c0_9425,
  0x5000_943f,
];

const limitsWrite = ({ permissions: { write } }: Circumstances) => !write.allowAll || write.deny.length > 0;
const writesNothing = ({ permissions, temporary }: Circumstances) =>
  grantsNone(permissions.write) && !temporary;

/** See {@linkcode Act}. */
export const FILE_ACTS: Readonly<Record<FileAct, Act>> = {
  metadata: {
    act: "changing mode, owner, times and extended attributes of the process owner's files",
    permission: "write",
    closure: {
      reason: "nothing is granted for writing, and Landlock does not restrict it",
      refusals: [
        refuse(EPERM, "chmod", "fchmod", "fchmodat", "fchmodat2"),
        refuse(EPERM, "chown", "lchown", "fchown", "fchownat"),
        refuse(EPERM, "utime", "utimes", "futimesat", "utimensat"),
        refuse(EPERM, "setxattr", "lsetxattr", "fsetxattr", "setxattrat"),
        refuse(EPERM, "removexattr", "lremovexattr", "fremovexattr", "removexattrat"),
      ],
      unwanted: limitsWrite,
      closable: writesNothing,
    },
  },
  inodeFlags: {
    act:
      "changing file flags such as immutable and append-only (chattr), making and deleting btrfs subvolumes",
    permission: "write",
    closure: {
      reason:
        "they can be changed through any descriptor, also one opened for reading, and Landlock does not restrict it",
      refusals: [
        {
          calls: ["ioctl"],
          errno: ENOTTY,
          when: [{ argument: 1, among: [...SET_INODE_FLAGS, ...CHANGE_SUBVOLUMES] }],
        },
        refuse(ENOSYS, "file_setattr"),
      ],
      unwanted: limitsWrite,
      closable: ({ permissions }) => !permissions.write.allowAll,
    },
  },
  truncatingOpens: {
    act: "emptying readable files by opening them",
    permission: "write",
    closure: {
      reason: "Landlock restricts truncation from ABI 3 on, and open() for reading truncates when asked to",
      refusals: [
        // Its flags are in memory, where a filter cannot see them
        refuse(ENOSYS, "openat2"),
        {
          calls: ["open"],
          errno: EACCES,
          when: [{ argument: 1, mask: ACCESS_AND_TRUNCATE, among: [O_TRUNC] }],
        },
        {
          calls: ["openat"],
          errno: EACCES,
          when: [{ argument: 2, mask: ACCESS_AND_TRUNCATE, among: [O_TRUNC] }],
        },
      ],
      unwanted: (given) => limitsWrite(given) && given.abi < abiOf("fs", "TRUNCATE"),
      reportedElsewhere: true,
    },
  },
  truncation: {
    act: "emptying any file its owner may write (truncate)",
    permission: "write",
    closure: {
      reason: "nothing is granted for writing, and Landlock restricts it from ABI 3 on only",
      refusals: [refuse(EACCES, "truncate")],
      unwanted: (given) => limitsWrite(given) && given.abi < abiOf("fs", "TRUNCATE"),
      closable: writesNothing,
      reportedElsewhere: true,
    },
  },
  emptying: {
    act: "emptying any file its owner may write (truncate)",
    permission: "write",
    right: "truncate",
    closedBy: [["truncatingOpens"], ["truncation"]],
  },
  deviceCommands: {
    act: "commands to device files (ioctl)",
    permission: "write",
    right: "ioctl_dev",
  },
  learningPaths: {
    act:
      "learning that a path exists, its size, owner, times, extended attributes and link target, and when it changes " +
      "(stat, access, chdir, getxattr, readlink, inotify)",
    permission: "read",
  },
  openDescriptors: {
    act: "using descriptors that were open before",
    permission: "read",
  },
  locks: {
    act: "holding up others that lock a readable file (flock, leases)",
    permission: "read",
  },
};
