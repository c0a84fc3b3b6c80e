/* What Debian's libstdc++ and libgcc want of glibc and musl does not have: lets Bun's build for Alpine run without
 * Alpine's libstdc++. Musl takes this for the "ld-linux" that libstdc++ names as a library. */
#define _GNU_SOURCE
#include <locale.h>
#include <stdint.h>
#include <sys/random.h>
#include <time.h>

char __libc_single_threaded;
struct { unsigned words[4]; } __cpu_model;

int __cpu_indicator_init(void) { return 0; }

/* Nothing found: libgcc then asks dl_iterate_phdr */
int _dl_find_object(void *address, void *result) {
  (void)address, (void)result;
  return -1;
}

/* The destructors of a thread's objects are left out */
int __cxa_thread_atexit_impl(void (*destroy)(void *), void *object, void *library) {
  (void)destroy, (void)object, (void)library;
  return 0;
}

uint32_t arc4random(void) {
  uint32_t word = 0;
  getrandom(&word, sizeof word, 0);
  return word;
}

size_t __strftime_l(char *text, size_t size, const char *format, const struct tm *time, locale_t locale) {
  return strftime_l(text, size, format, time, locale);
}
