"""Executes a command under a seccomp filter: with_filter.py ERRNO:NUMBER,NUMBER,... ... -- COMMAND. The system calls
with these numbers fail with that errno, all others pass."""
import ctypes
import os
import struct
import sys

PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
SECCOMP_RET_ALLOW = 0x7FFF0000
SECCOMP_RET_ERRNO = 0x00050000
LOAD_WORD = 0x20
JUMP_IF_EQUAL = 0x15
RETURN = 0x06


def instruction(code, value, if_true=0, if_false=0):
    return struct.pack("=HBBI", code, if_true, if_false, value)


end = sys.argv.index("--")
# The first field of struct seccomp_data is the number of the call
program = instruction(LOAD_WORD, 0)
for word in sys.argv[1:end]:
    errno, numbers = word.split(":")
    for number in numbers.split(","):
        program += instruction(JUMP_IF_EQUAL, int(number), 0, 1)
        program += instruction(RETURN, SECCOMP_RET_ERRNO | int(errno))
program += instruction(RETURN, SECCOMP_RET_ALLOW)

code = ctypes.create_string_buffer(program, len(program))
# struct sock_fprog: how many, and where
descriptor = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
libc = ctypes.CDLL(None, use_errno=True)
for words in [
    (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
    (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, descriptor, 0, 0),
]:
    if libc.prctl(*words) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
os.execvp(sys.argv[end + 1], sys.argv[end + 1:])
