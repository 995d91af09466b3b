#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""results.py FILE SPIN: lines "contender TAB states TAB states/s TAB verdict" as the results' JSON."""
import json
import sys

path, spin = sys.argv[1:]
found: dict[str, dict] = {}
with open(path, encoding="utf-8") as lines:
    for line in lines:
        name, states, pace, verdict = line.rstrip("\n").split("\t")
        note = f"verdict {verdict}; " + (
            f"{spin}; pan by gcc -O2 -DSAFETY -DNOREDUCE, of completion alone; A PROCESS A RUN, WHOSE START IS NEARLY ALL OF THE TIME: not Spin's pace"
            if name.startswith("spin") else "in a warm JVM, of all of NDIS, counting states with a choice; sleep sets on")
        one = found.setdefault(name, {"suite": "explorer", "contender": name, "unit": "states/s", "samples": [], "states": int(states), "note": note})
        if one["note"] != note or one["states"] != int(states):
            sys.exit(f"{name}: rounds disagree: {one['states']} {one['note']}, {states} {note}")
        one["samples"].append(float(pace))
if not any(name.startswith("spin") for name in found):
    found["spin"] = {"suite": "explorer", "contender": "spin", "unit": "states/s", "samples": [], "note": spin}
json.dump(list(found.values()), sys.stdout, indent=1)
print()
