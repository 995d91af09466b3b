#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What was measured on:

  machine.py COMMAND MODE BUSY FILE     writes it; BUSY percent of the machine were at something else
  machine.py --before SUITE BUSY LOAD FILE    adds how much was before a suite, and how many nanoseconds a load from 4 MiB took
  machine.py --end FILE                 adds how it was at the end
"""
import datetime
import json
import os
import platform
import re
import subprocess
import sys


def said(*command: str) -> str | None:
    """The first line that a program prints; None if there is no such program."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=30)
        return next((line.strip() for line in done.stdout.splitlines() if line.strip()), None)
    except OSError:
        return None


def text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return "not told"


def jdk() -> str | None:
    found = None
    for name in sorted(os.listdir("/usr/lib/jvm")):
        release = text(f"/usr/lib/jvm/{name}/release")
        version = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
        if version and int(version[1]) >= 25:
            found = said(f"/usr/lib/jvm/{name}/bin/java", "--version")
    return found


def now() -> str:
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")


def written(path: str) -> dict:
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main() -> None:
    path = sys.argv[-1]
    if sys.argv[1] == "--end":
        facts = written(path) | {"end": now(), "loadAtEnd": os.getloadavg()}
    elif sys.argv[1] == "--before":
        facts = written(path)
        facts.setdefault("busyPercent", {})[sys.argv[2]] = int(sys.argv[3])
        facts.setdefault("loadNanosFrom4MiB", {})[sys.argv[2]] = int(sys.argv[4])
    else:
        command, mode, busy, _ = sys.argv[1:]
        cpu = re.search(r"model name\s*: (.*)", text("/proc/cpuinfo"))
        versions = {
            "java": jdk(),
            "gcc": said("gcc", "--version"),
            "python": platform.python_version(),
            "go": said("go", "version") or said("/usr/local/go/bin/go", "version"),
            "rust": said("rustc", "--version"),
            "spin": said("spin", "-V"),
            "iproute2": said("ip", "-V"),
            "ethtool": said("ethtool", "--version"),
            "qemu": said("qemu-system-x86_64", "--version"),
            "JMH": "1.37", "HdrHistogram": "2.2.2", "JNA": "5.19.1", "jnr-ffi": "2.2.17",
        }
        facts = {
            "command": command,
            "mode": mode,
            "busyPercentBefore": int(busy),
            "begin": now(),
            "commit": said("git", "-C", os.path.dirname(os.path.abspath(__file__)), "rev-parse", "HEAD"),
            "cpu": cpu[1] if cpu else "not told",
            "cores": os.cpu_count(),
            "kernel": platform.release(),
            "governor": text("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
            "hypervisor": "yes" if "hypervisor" in text("/proc/cpuinfo") else "no",
            "loadAtBegin": os.getloadavg(),
            "versions": {name: version for name, version in versions.items() if version},
        }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(facts, file, indent=1)
        file.write("\n")


main()
