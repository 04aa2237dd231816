"""Prints the medians that criterion wrote as a Markdown table."""

import json
import pathlib

ROOT = pathlib.Path(__file__).parent / "target" / "criterion"
BASE = "from_slice into plain owned types"


def medians(group):
    """Name of each benchmark of a group with its median, in nanoseconds."""
    found = {}
    for path in sorted((ROOT / group).glob("*/new/benchmark.json")):
        name = json.loads(path.read_text())["function_id"]
        estimates = json.loads((path.parent / "estimates.json").read_text())
        found[name] = estimates["median"]["point_estimate"]
    return found


def main():
    reports = medians("report")
    base = reports[BASE]
    print("| one report | time | ratio |\n|---|---:|---:|")
    for name, time in sorted(reports.items(), key=lambda item: item[1]):
        print(f"| {name} | {time / 1e3:.2f} µs | {time / base:.2f} |")
    print("\n| one spec | time |\n|---|---:|")
    for name, time in medians("spec").items():
        print(f"| {name} | {time / 1e6:.1f} ms |")


main()
