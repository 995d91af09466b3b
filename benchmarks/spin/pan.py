#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""pan.py PAN MILLIS: runs a verifier of Spin's again and again, and prints its states, states a second and its verdict."""
import os
import re
import subprocess
import sys
import time

pan, nanos = sys.argv[1], int(sys.argv[2]) * 1_000_000
begin, runs, states, verdict = time.monotonic_ns(), 0, 0, "UNKNOWN"
while time.monotonic_ns() - begin < nanos or not runs:
    # Stops at the first error; writes its trail beside itself.
    said = subprocess.run([pan, "-m100000"], capture_output=True, text=True, cwd=os.path.dirname(pan)).stdout
    states = int(re.search(r"(\d+) states, stored", said)[1])
    errors = int(re.search(r"errors: (\d+)", said)[1])
    # An incomplete search says so; a deadlock is no lost reset.
    if "invalid end state" in re.sub(r"invalid end states\t", "", said) or (not errors and "max search depth too small" in said):
        verdict = "UNKNOWN"
    else:
        verdict = "FAILS" if errors else "HOLDS"
    runs += 1
print(states, states * runs * 1e9 / (time.monotonic_ns() - begin), verdict, sep="\t")
