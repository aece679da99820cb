"""compare.py BEFORE AFTER: what two states of the program say of one office.

Each folder holds `rows` (a table and its number of rows a line) and `indicators.json`. Every table that there was must have
as many rows as before, and every figure that was known must be the same. Exit code 1 where one differs.
"""

import json
import pathlib
import sys

# The recipients of imported cases were made parties, for the conflict check.
GROWS = {"party"}


def main(before, after):
    differences = of_rows(*(read_rows(folder) for folder in (before, after)))
    compared, of_figures = figures(*(read_figures(folder) for folder in (before, after)))
    differences += of_figures
    for line in differences:
        print(f"DIFFERS: {line}")
    if not compared:
        print("DIFFERS: no figure is in both")
    return 1 if differences or not compared else 0


def of_rows(before, after):
    print(f"{len(before)} tables, {sum(before.values())} rows before; {len(after)} tables after")
    return [
        f"{table}: {count} rows before, {after.get(table, 'none')} after"
        for table, count in before.items()
        if after.get(table) != count and not (table in GROWS and after.get(table, 0) > count)
    ]


def figures(before, after):
    """How many figures were known before, and those that are not the same now."""
    print(f"{len({key for key, _ in before})} indicators, {len(before)} figures compared")
    return len(before), [
        f"{key} {what}: {value} before, {after.get((key, what), 'nothing')} after"
        for (key, what), value in before.items()
        if after.get((key, what)) != value
    ]


def read_rows(folder):
    lines = (pathlib.Path(folder) / "rows").read_text(encoding="utf-8").splitlines()
    return {table: int(count) for table, count in (line.split() for line in lines)}


def read_figures(folder):
    """What is known of every indicator, by its key and the field."""
    report = json.loads((pathlib.Path(folder) / "indicators.json").read_text(encoding="utf-8"))
    fields = ("numerator", "denominator", "value", "target", "comparison", "met", "toGo")
    return {
        (one["key"], field): one[field]
        for one in report["indicators"]
        for field in fields
        if one[field] is not None
    }


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
