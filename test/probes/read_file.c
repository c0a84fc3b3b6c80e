/* Reads the file named by its argument: a native program that knows nothing of any runtime. */
#include <stdio.h>

int main(int count, char **words) {
  if (count != 2) return 2;
  FILE *file = fopen(words[1], "r");
  if (file == NULL || fgetc(file) == EOF) {
    perror(words[1]);
    return 1;
  }
  return 0;
}
