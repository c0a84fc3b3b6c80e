/* Says what the kernel answers to commands that change files through any descriptor. The descriptor is one that is not
 * open: so it is EBADF unless a filter answers. */
#include <errno.h>
#include <linux/btrfs.h>
#include <linux/fs.h>
#include <linux/fscrypt.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

#define EXT4_IOC_SETVERSION _IOW('f', 4, long)
#define COMMAND(name) { name, #name }

static const struct { unsigned long number; const char *name; } commands[] = {
  COMMAND(FS_IOC_SETFLAGS), COMMAND(FS_IOC32_SETFLAGS), COMMAND(FS_IOC_FSSETXATTR), COMMAND(FS_IOC_SETVERSION),
  COMMAND(EXT4_IOC_SETVERSION), COMMAND(FS_IOC_SET_ENCRYPTION_POLICY), COMMAND(BTRFS_IOC_SNAP_CREATE),
  COMMAND(BTRFS_IOC_SUBVOL_CREATE), COMMAND(BTRFS_IOC_SNAP_DESTROY), COMMAND(BTRFS_IOC_DEFAULT_SUBVOL),
  COMMAND(BTRFS_IOC_SNAP_CREATE_V2), COMMAND(BTRFS_IOC_SUBVOL_CREATE_V2), COMMAND(BTRFS_IOC_SUBVOL_SETFLAGS),
  COMMAND(BTRFS_IOC_SET_RECEIVED_SUBVOL), COMMAND(BTRFS_IOC_SNAP_DESTROY_V2),
  /* And some that must work: copying by reference, reading flags */
  { FICLONE, "allowed FICLONE" }, { FICLONERANGE, "allowed FICLONERANGE" }, { FIDEDUPERANGE, "allowed FIDEDUPERANGE" },
  { FS_IOC_GETFLAGS, "allowed FS_IOC_GETFLAGS" }, { BTRFS_IOC_SUBVOL_GETFLAGS, "allowed BTRFS_IOC_SUBVOL_GETFLAGS" },
};

int main(void) {
  for (unsigned at = 0; at < sizeof commands / sizeof *commands; at++) {
    errno = 0;
    ioctl(-1, commands[at].number, 0);
    printf("%s: %s\n", commands[at].name, strerror(errno));
  }
}
