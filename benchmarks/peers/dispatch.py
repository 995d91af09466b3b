# SPDX-License-Identifier: Apache-2.0
"""dispatch.py ctypes|cffi LIBRARY MILLIS: nanoseconds of one call of MprAdminPortReset, from a loop in Python."""
import sys
import time


def by_ctypes(library):
    import ctypes

    reset = ctypes.CDLL(library).MprAdminPortReset
    reset.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    reset.restype = ctypes.c_uint32
    return reset, 0x8000000000000010, 0x180000001


def by_cffi(library):
    import cffi

    ffi = cffi.FFI()
    ffi.cdef("uint32_t MprAdminPortReset(void *server, void *port);")
    return ffi.dlopen(library).MprAdminPortReset, ffi.cast("void *", 0x8000000000000010), ffi.cast("void *", 0x180000001)


def main(how, library, millis):
    reset, server, port = {"ctypes": by_ctypes, "cffi": by_cffi}[how](library)
    calls = 1000
    while True:
        start = time.perf_counter_ns()
        for _ in range(calls):
            reset(server, port)
        took = time.perf_counter_ns() - start
        if took >= int(millis) * 1_000_000:
            print(f"{took / calls:.4f}")
            return
        calls *= 2


main(*sys.argv[1:])
