#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""junit_counts.py FOLDER...: prints how many tests passed, failed and were skipped, by the JUnit XML in these folders."""
import pathlib
import sys
import xml.etree.ElementTree as xml

passed = failed = skipped = 0
for folder in sys.argv[1:]:
    for report in pathlib.Path(folder).glob("TEST-*.xml"):
        suite = xml.parse(report).getroot()
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        left_out = int(suite.get("skipped", 0))
        failed += bad
        skipped += left_out
        passed += int(suite.get("tests", 0)) - bad - left_out
print(passed, failed, skipped)
