/* Lets a process have a time of its own: the machine's and as many seconds as the file named by AHEAD says ("+3600"). Loaded with
   LD_PRELOAD. It asks the kernel itself: libfaketime looks functions up with dlsym while it is loaded, and what dlsym allocates then ends
   in the free() of programs that bring an allocator of their own, which have not begun yet and crash. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* The file is read a hundred times a second at most. */
static long ahead(void) {
  static _Atomic long kept, read_at = -1;
  struct timespec up;
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC_COARSE, &up);
  long now = up.tv_sec * 100 + up.tv_nsec / 10000000;
  const char *path = getenv("AHEAD");
  if (path && now != atomic_exchange(&read_at, now)) {
    int before = errno, file = open(path, O_RDONLY | O_CLOEXEC);
    char text[32] = {0};
    if (file >= 0) {
      /* An empty file is just being written anew. */
      if (read(file, text, sizeof text - 1) > 0) kept = atol(text);
      close(file);
    }
    errno = before;
  }
  return kept;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
  int failed = syscall(SYS_clock_gettime, clock, at);
  if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += ahead();
  return failed;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *at) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}
