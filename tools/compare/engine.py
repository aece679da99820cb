"""engine.py ROWS.csv FOLDER [POSTGRESQL-URL]: how many of the rows the bare engine commits in a second, one by one.

The engine's own command-line client reads a file of INSERT statements and nothing else is done: SQLite with a log and
full synchronisation, PostgreSQL as it comes. Each row is durable before the next is sent.
"""

import csv
import subprocess
import sys
import time
from pathlib import Path

TABLE = "CREATE TABLE ticket (number text PRIMARY KEY, name text, cause text, township text, day text, facts text);"


def main(rows, folder, postgres=None):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    statements = folder / "insert.sql"
    with open(rows, newline="") as source, open(statements, "w") as out:
        count = 0
        for row in csv.reader(source):
            out.write(f"INSERT INTO ticket VALUES ({', '.join(map(quoted, row))});\n")
            count += 1
    file = folder / "limit.sqlite"
    file.unlink(missing_ok=True)
    run(["sqlite3", file, "PRAGMA journal_mode = WAL;" + TABLE])
    say("sqlite3", count, timed(["sqlite3", "-cmd", "PRAGMA synchronous = FULL;", file], statements))
    if postgres:
        run(["psql", "-q", postgres, "-c", "DROP TABLE IF EXISTS ticket;", "-c", TABLE])
        say("psql", count, timed(["psql", "-q", postgres], statements))


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def run(command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def timed(command, statements):
    with open(statements) as source:
        began = time.monotonic()
        subprocess.run(command, stdin=source, check=True, stdout=subprocess.DEVNULL)
        return time.monotonic() - began


def say(name, count, seconds):
    print(f"{name}: {count} rows in {seconds:.2f} s, {count / seconds:.0f} a second", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
