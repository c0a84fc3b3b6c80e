/* Stands for a program that an earlier command put where PATH finds it: leaves a file "sprung" in the working directory,
 * and says the version of a Node. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
  int fd = open("sprung", O_CREAT | O_WRONLY, 0644);
  if (fd >= 0) close(fd);
  puts("v26.0.0");
  return 0;
}
