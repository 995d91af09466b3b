#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""rounds.py ROUND.json...: JMH's results of rounds with one fork each, as one result with a fork a round, to standard output.

JMH runs all forks of a benchmark before those of the next, so what slows the machine for a minute hits one contender alone.
"""
import json
import statistics
import sys


def key(result: dict) -> tuple:
    return result["benchmark"], tuple(sorted(result.get("params", {}).items()))


def merged(metrics: list[dict]) -> dict:
    """Scores are medians over all rounds' iterations; errors, which JMH computes by fork, are left to who reads the data."""
    raw = [fork for metric in metrics for fork in metric["rawData"]]
    return {"score": statistics.median(value for fork in raw for value in fork), "scoreUnit": metrics[0]["scoreUnit"], "rawData": raw}


def main(paths: list[str]) -> None:
    rounds: dict[tuple, list[dict]] = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for result in json.load(file):
                rounds.setdefault(key(result), []).append(result)
    for some in rounds.values():
        if len(some) != len(paths):
            sys.exit(f"rounds.py: {some[0]['benchmark']} ran in {len(some)} of {len(paths)} rounds")
        first = some[0]
        first["forks"] = len(some)
        first["primaryMetric"] = merged([result["primaryMetric"] for result in some])
        first["secondaryMetrics"] = {
            name: merged([result["secondaryMetrics"][name] for result in some]) for name in first["secondaryMetrics"]
        }
    json.dump([some[0] for some in rounds.values()], sys.stdout, indent=1)
    print()


main(sys.argv[1:])
