#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""samples.py SUITE UNIT FILE: lines "contender TAB number TAB note" as the results' JSON (benchmarks/README.md)."""
import json
import sys


def main(suite: str, unit: str, path: str) -> None:
    contenders: dict[str, dict] = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, number, note = line.rstrip("\n").split("\t")
            contender = contenders.setdefault(name, {"suite": suite, "contender": name, "unit": unit, "samples": [], "note": note})
            if number:
                contender["samples"].append(float(number))
    json.dump(list(contenders.values()), sys.stdout, indent=1)
    print()


main(*sys.argv[1:])
