# SPDX-License-Identifier: Apache-2.0
"""Percentile curves of the open-loop resets (openloop.json and *.hgrm of a results folder), for page."""
import html
import json
import math
import os

WORDS = (
    "A schedule says when each reset is to begin; its latency counts from there to its end, so one that had to wait for those before it is late by that "
    "wait (no coordinated omission). All take turns in one guest, and wait for their moment in the same way. The C loop makes the bare ioctl. "
    "<em>netreset-call</em> is the same ioctl through netreset's backend and bridge, in a warm JVM; <em>netreset-reset</em> is NetReset.reset, whole: "
    "the device looked up, what forbids it looked for with the lock held, its state kept, locks, journal and audit log written, the "
    "call on a thread of its own; its return isn't watched. <em>ethtool-spawned</em> is <code>ethtool --reset</code> by ProcessBuilder. What does more "
    "than the call is asked less often, as its interval says. The driver resets nothing but a counter, after the delay it was told to sleep, "
    "which ends at the kernel's next tick, of 4 ms."
)
WHAT_NOT = (
    "It does not say how long a reset takes on a real machine: the guest's CPU is emulated, ten to thirty times slower than a real one, most of all for system "
    "calls, for the clock, which is a device, and for what starts threads and processes. Compare one curve with another, and no number with a stopwatch. The tails are the "
    "host's as much as anybody's: two emulated CPUs share its cores with all else, and a tick that came late lets a sleep end early. The journal is on a tmpfs, where nothing waits for a disk."
)
# Solid and dashed apart, so that no curve is told by its colour alone.
LINES = {
    "c": "stroke:var(--ink)",
    "netreset-call-ffm": "stroke:var(--ours)",
    "netreset-call-jna": "stroke:var(--ours);stroke-dasharray:5 4",
    "netreset-reset-ffm": "stroke:var(--ours);stroke-width:3.5",
    "ethtool-spawned": "stroke:var(--bar);stroke-width:2.5",
}
# What the project has set out to reach, in nanoseconds.
LIMIT = 50_000
GOALS = (
    ("netreset-call-ffm", "real reset through netreset's call (FFM) − C, median"),
    ("netreset-reset-ffm", "real reset through NetReset.reset, whole − C, median"),
)


def load(folder):
    """The JSON, or None if this suite wasn't run."""
    path = os.path.join(folder, "openloop.json")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def micros(nanos):
    value = nanos / 1e3
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}"


def goals(folder):
    """As page's goals; of resets that the driver doesn't delay, as its tick would be most of the difference."""
    measured = load(folder)
    for contender, what in GOALS:
        found = [one for one in measured["contenders"] if one["contender"] == contender and one["delayMs"] == 0] if measured else []
        over = found[0]["overCAtMedianNs"] if found else None
        yield (what, "not measured", "≤ 50 µs", None) if over is None else (what, micros(over) + " µs", "≤ 50 µs", over <= LIMIT)


def distribution(path):
    """Points (1 / (1 - percentile), value in µs) of HdrHistogram's text; the last, of 100 %, at infinity."""
    with open(path, encoding="ascii") as lines:
        for line in lines:
            words = line.split()
            if len(words) in (3, 4) and words[0][0].isdigit():
                share = float(words[1])
                yield (1 / (1 - share) if share < 1 else math.inf), float(words[0])


def axis_number(micro):
    return f"{micro:g} µs" if micro < 1e3 else f"{micro / 1e3:g} ms" if micro < 1e6 else f"{micro / 1e6:g} s"


def drawing(folder, contenders):
    """One figure: all contenders with one delay."""
    left, top, right, bottom, width, height = 70, 10, 650, 300, 900, 345
    curves = {one["contender"]: list(distribution(os.path.join(folder, f"{one['contender']}-{one['delayMs']}ms.hgrm"))) for one in contenders}
    nines = max(1, math.ceil(math.log10(max(one["n"] for one in contenders))))
    values = [value for curve in curves.values() for _, value in curve]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(inverse):
        return left + min(math.log10(inverse), nines) / nines * (right - left)

    def y(micro):
        return bottom - (math.log10(micro) - low) / (high - low) * (bottom - top)

    lines = [f'<svg viewBox="0 0 {width} {height}" role="img">']
    for power in range(low, high + 1):
        lines.append(f'<path class="axis" d="M{left} {y(10 ** power):.1f}H{right}"/>'
                     f'<text class="v" x="{left - 8}" y="{y(10 ** power) + 4:.1f}" text-anchor="end">{axis_number(10 ** power)}</text>')
    for nine, label in enumerate(("0 %", "90 %", "99 %", "99.9 %", "99.99 %", "99.999 %")[:nines + 1]):
        lines.append(f'<path class="axis" d="M{x(10 ** nine):.1f} {top}V{bottom}"/>'
                     f'<text class="v" x="{x(10 ** nine):.1f}" y="{bottom + 20}" text-anchor="middle">{label}</text>')
    lines.append(f'<path class="axis" stroke-dasharray="2 4" d="M{x(2):.1f} {top}V{bottom}"/><text class="v" x="{x(2):.1f}" y="{bottom + 20}" text-anchor="middle">50 %</text>')
    lines.append(f'<text class="v" x="{(left + right) / 2}" y="{bottom + 40}" text-anchor="middle">percentile</text>')
    # A rank has no point beyond itself: one of n resets ends at 1 - 1/n.
    for one in contenders:
        points = [(min(inverse, one["n"]), value) for inverse, value in curves[one["contender"]]]
        path = "L".join(f"{x(inverse):.1f} {y(value):.1f}" for inverse, value in points)
        lines.append(f'<path class="curve" style="{LINES[one["contender"]]}" d="M{path}"/>')
    for i, one in enumerate(sorted(contenders, key=lambda one: -one["p50Ns"])):
        at = top + 12 + i * 46
        lines.append(f'<path class="curve" style="{LINES[one["contender"]]}" d="M{right + 18} {at}h26"/>'
                     f'<text x="{right + 52}" y="{at + 4}">{html.escape(one["contender"])}</text>'
                     f'<text class="v" x="{right + 52}" y="{at + 21}">median {micros(one["p50Ns"])} µs</text>')
    return "\n".join(lines + ["</svg>"])


def table(contenders):
    rows = ["<table><tr><th>latency, µs<th class=n>every, ms<th class=n>n<th class=n>50 %<th class=n>90 %<th class=n>99 %<th class=n>99.9 %<th class=n>max"
            "<th class=n>rounds' medians<th class=n>median − C's</tr>"]
    for one in contenders:
        # Of fewer resets than that, it would be the highest under another name.
        cells = "".join(f"<td class=n>{micros(one[key]) if one['n'] >= least else '—'}"
                        for key, least in (("p50Ns", 2), ("p90Ns", 10), ("p99Ns", 100), ("p999Ns", 1000), ("maxNs", 1)))
        over = "—" if one["contender"] == "c" or one["overCAtMedianNs"] is None else micros(one["overCAtMedianNs"])
        medians = one["roundMediansNs"]
        rows.append(f"<tr><td>{html.escape(one['contender'])}<td class=n>{one['intervalNs'] / 1e6:.1f}<td class=n>{one['n']}{cells}"
                    f"<td class=n>{micros(min(medians))} – {micros(max(medians))}<td class=n>{over}</tr>")
    return "".join(rows) + "</table>"


def section(folder):
    """Parts of the page; none if this suite wasn't run."""
    measured = load(folder)
    if not measured:
        return []
    parts = [f"<h2>Real resets, open loop, µs (logarithmic)</h2><p class=note>{WORDS}</p><p class=note>{WHAT_NOT}</p>"]
    for delay in sorted({one["delayMs"] for one in measured["contenders"]}):
        some = [one for one in measured["contenders"] if one["delayMs"] == delay]
        parts.append(f"<h3>{f'The driver sleeps for {delay} ms in each reset' if delay else 'The driver resets at once'}</h3>"
                     f"<div class=scroll>{drawing(folder, some)}</div><div class=scroll>{table(some)}</div>")
    facts = "; ".join(f"{name} {value}" for name, value in measured["guest"].items())
    return parts + [f"<p class=note>The guest: {html.escape(facts)}.</p>"]
