"""coverage.py < llvm-cov export: lines covered, overall and by target, and each place of a rule of law no test reaches."""

import json
import os
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).with_name("mutate")))
from mutate import rule_files  # noqa: E402


def main():
    files = [f for export in json.load(sys.stdin)["data"] for f in export["files"]]
    here = os.getcwd() + "/"
    files = [f | {"path": f["filename"].removeprefix(here)} for f in files if f["filename"].startswith(here + "Sources/")]
    by_target = defaultdict(lambda: [0, 0])
    for f in files:
        for key in ("all", target(f["path"])):
            by_target[key][0] += f["summary"]["lines"]["count"]
            by_target[key][1] += f["summary"]["lines"]["covered"]
    print("| target | lines | covered |\n|---|---|---|")
    for name, (count, covered) in sorted(by_target.items()):
        print(f"| {name} | {count} | {100 * covered / max(count, 1):.1f}% |")
    rules = set(rule_files())
    lines = [f["summary"]["lines"] for f in files if f["path"] in rules]
    print(f"\nRules: {sum(l['covered'] for l in lines)} of {sum(l['count'] for l in lines)} lines in {len(lines)} files. "
          "Not reached:")
    for f in files:
        if f["path"] in rules:
            for line, text in missed(f["segments"], Path(f["path"]).read_text().splitlines()):
                print(f"{f['path']}:{line}: {text}")


def target(path):
    parts = path.split("/")
    return parts[2] if parts[1] in ("Kits", "Capabilities") else parts[1]


def missed(segments, lines):
    """Each stretch that was counted and never run, as its line and its text; what adjoins is one."""
    stretches = []
    for (line, column, count, counted, _, gap), following in zip(segments, segments[1:]):
        if not counted or count or gap:
            continue
        if stretches and stretches[-1][1] == (line, column):
            stretches[-1][1] = tuple(following[:2])
        else:
            stretches.append([(line, column), tuple(following[:2])])
    for (line, column), (last, end) in stretches:
        text = lines[line - 1][column - 1:end - 1] if line == last else " ".join(
            [lines[line - 1][column - 1:], *lines[line:last - 1], lines[last - 1][:end - 1]])
        text = " ".join(text.split())
        if text.strip("{} "):
            yield line, text if len(text) <= 110 else text[:109] + "…"


if __name__ == "__main__":
    sys.exit(main())
