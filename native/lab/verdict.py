#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""verdict.py OUT QEMU-EXIT LEG...: one line a leg from its JUnit XML; exit 1 unless everything ran and passed."""
import pathlib
import sys
import xml.etree.ElementTree as xml


def text(file: pathlib.Path) -> str:
    return file.read_text().strip() if file.exists() else "?"


def print_failures(suite: xml.Element) -> None:
    """So that whoever has only this output, and not the logs, knows what failed."""
    for case in suite.iter("testcase"):
        for why in (*case.iter("failure"), *case.iter("error")):
            said = why.get("message") or why.text or ""
            print(f"  FAILED {case.get('classname', '')} {case.get('name')}: {' '.join(said.split())[:1000]}")


def judge(leg: pathlib.Path) -> bool:
    passed = failed = skipped = 0
    complaint = "" if text(leg / "exit") == "0" else f"exit {text(leg / 'exit')}"
    reports = sorted(leg.glob("reports/TEST-*.xml"))
    for report in reports:
        try:
            suite = xml.parse(report).getroot()
        except xml.ParseError as error:
            complaint = f"{report.name}: {error}"
            continue
        print_failures(suite)
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        left_out = int(suite.get("skipped", 0))
        failed += bad
        skipped += left_out
        passed += int(suite.get("tests", 0)) - bad - left_out
    if not reports:
        complaint = complaint or "no report"
    elif passed + failed == 0:
        complaint = complaint or "no test ran"
    line = f"{leg.name}: {passed} passed, {failed} failed, {skipped} skipped  ({text(leg / 'seconds')} s)"
    print(f"{line}  FAILED: {complaint}" if complaint else line)
    return failed == 0 and not complaint


def guest_complaint(code: int) -> str:
    """QEMU exits with 2 * failed legs + 1 (isa-debug-exit), 0 when the guest stopped by itself, 124 from timeout."""
    if code == 0:
        return "the guest stopped without a verdict"
    if code in (124, 137):
        return "the guest did not end in time"
    return "" if code % 2 else f"QEMU failed with {code}"


def main() -> int:
    out, code, legs = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    good = [judge(out / leg) for leg in legs]
    complaint = guest_complaint(code)
    if complaint:
        print(f"FAILED: {complaint}; see kernel.log")
    return 0 if all(good) and code == 1 else 1


sys.exit(main())
