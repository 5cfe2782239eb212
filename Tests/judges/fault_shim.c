// Calls of the C library that fail, stop or are cut short when a judge says so; preloaded into the command under test.
//
//   FAULT=NAME:N:WHAT     the Nth call of NAME (from 1; 0: every one) …
//     WHAT is a number    … fails with this errno and does nothing
//     WHAT is kill        … is the last thing the process does not do (SIGKILL before the call)
//     WHAT is killed      … is the last thing the process does (SIGKILL after the call)
//     WHAT is short       … writes one byte only (write)
//   FAULT_MARK=FILE       is made when the fault happened
//
// Only calls on regular files and folders count: standard output and pipes are for other tests.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;

static void mark(void) {
  const char *path = getenv("FAULT_MARK");
  if (path) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
}

static void stop(void) { syscall(SYS_kill, getpid(), SIGKILL); }

// 0: go on; 1: fail with errno; 2: stop afterwards; 3: short.
static int fault(const char *name) {
  const char *wanted = getenv("FAULT");
  size_t length = strlen(name);
  if (!wanted || strncmp(wanted, name, length) || wanted[length] != ':') return 0;
  char *end;
  long number = strtol(wanted + length + 1, &end, 10);
  if (number && number != atomic_fetch_add(&calls, 1) + 1) return 0;
  mark();
  if (!strcmp(end, ":kill")) stop();
  if (!strcmp(end, ":killed")) return 2;
  if (!strcmp(end, ":short")) return 3;
  errno = atoi(end + 1);
  return 1;
}

static int counts(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define AROUND(name, call)         \
  int what = fault(name);          \
  if (what == 1) return -1;        \
  __typeof__(call) result = call;  \
  if (what == 2) stop();           \
  return result

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (!counts(descriptor)) return REAL(write)(descriptor, bytes, count);
  int what = fault("write");
  if (what == 1) return -1;
  ssize_t result = REAL(write)(descriptor, bytes, what == 3 && count > 1 ? 1 : count);
  if (what == 2) stop();
  return result;
}

int fsync(int descriptor) { AROUND("fsync", REAL(fsync)(descriptor)); }
int fchmod(int descriptor, mode_t mode) { AROUND("fchmod", REAL(fchmod)(descriptor, mode)); }
int rename(const char *old, const char *new) { AROUND("rename", REAL(rename)(old, new)); }
int link(const char *old, const char *new) { AROUND("link", REAL(link)(old, new)); }
int mkdir(const char *path, mode_t mode) { AROUND("mkdir", REAL(mkdir)(path, mode)); }
int unlink(const char *path) { AROUND("unlink", REAL(unlink)(path)); }
int rmdir(const char *path) { AROUND("rmdir", REAL(rmdir)(path)); }

int renameat2(int from, const char *old, int to, const char *new, unsigned int flags) {
  AROUND("renameat2", (int)syscall(SYS_renameat2, from, old, to, new, flags));
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
  AROUND("pread", REAL(pread)(descriptor, bytes, count, offset));
}

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  AROUND("open", (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int openat(int folder, const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  AROUND("openat", (int)syscall(SYS_openat, folder, path, flags, mode));
}
