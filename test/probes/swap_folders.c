/* In the working directory, for as many seconds as it is told or until that is gone: makes closed folders with a file
 * in them, and lets each change places with a symbolic link to another folder. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { COUNT = 30 };

int main(int count, char **words) {
  if (count != 3) return 2;
  time_t end = time(NULL) + atoi(words[1]);
  char folder[64], file[64], link[64];
  while (time(NULL) < end) {
    for (int i = 0; i < COUNT; i++) {
      snprintf(folder, sizeof folder, "folder%d", i);
      snprintf(file, sizeof file, "folder%d/file", i);
      snprintf(link, sizeof link, "link%d", i);
      if (mkdir(folder, 0700) == 0) {
        close(open(file, O_CREAT | O_WRONLY, 0600));
        chmod(folder, 0);
      }
      if (symlink(words[2], link) != 0 && access(".", F_OK) != 0) return 0;
      renameat2(AT_FDCWD, folder, AT_FDCWD, link, RENAME_EXCHANGE);
    }
  }
  return 0;
}
