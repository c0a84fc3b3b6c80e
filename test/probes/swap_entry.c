/* In the working directory, until there is a file "stop": takes away each new file whose name begins with the first word
 * and a dot, and puts a symbolic link to the second word there. Says when it is ready, and at the end how many it was. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **words) {
  if (count != 3) return 2;
  char prefix[128];
  int length = snprintf(prefix, sizeof prefix, "%s.", words[1]);
  int swapped = 0;
  DIR *folder = opendir(".");
  if (folder == NULL) return 1;
  puts("ready");
  fflush(stdout);
  while (access("stop", F_OK) != 0) {
    rewinddir(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
      if (strncmp(entry->d_name, prefix, length) != 0 || entry->d_type != DT_REG) continue;
      if (rename(entry->d_name, "taken") == 0 && symlink(words[2], entry->d_name) == 0) swapped++;
    }
  }
  printf("%d\n", swapped);
  return 0;
}
