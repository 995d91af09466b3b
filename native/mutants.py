#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""mutants.py MUTATIONS.XML: prints PIT's score, in all and by class, and every mutant that no test noticed."""
import collections
import re
import sys
import xml.etree.ElementTree as xml


def mutants(text: str) -> list[xml.Element]:
    """One at a time: a run that was given up leaves a file without an end."""
    return [xml.fromstring(one) for one in re.findall(r"<mutation .*?</mutation>", text, re.DOTALL)]


def noticed(mutant: xml.Element) -> bool:
    return mutant.get("detected") == "true"


def score(some: list[xml.Element]) -> str:
    killed = sum(map(noticed, some))
    return f"{killed}/{len(some)} ({100 * killed // len(some)} %)"


def place(mutant: xml.Element) -> str:
    return (
        f"{mutant.get('status')} line {mutant.findtext('lineNumber')}, {mutant.findtext('mutatedMethod')}: "
        f"{mutant.findtext('description')}"
    )


def main() -> int:
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    every = mutants(text)
    if not every:
        print("no result was written" + ("" if "</mutations>" in text else ": PIT writes some at a time, and was given up before the first"))
        return 1
    by_class = collections.defaultdict(list)
    for mutant in every:
        by_class[mutant.findtext("mutatedClass")].append(mutant)
    for name, some in sorted(by_class.items()):
        print(f"{name}  {score(some)}")
        for mutant in sorted(some, key=lambda one: int(one.findtext("lineNumber"))):
            if not noticed(mutant):
                print(f"    {place(mutant)}")
    statuses = collections.Counter(mutant.get("status") for mutant in every)
    print(", ".join(f"{count} {status}" for status, count in sorted(statuses.items())))
    print(f"killed {score(every)}" + ("" if "</mutations>" in text else ", as far as it came"))
    return 0


sys.exit(main())
