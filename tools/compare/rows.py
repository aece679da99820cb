"""rows.py OFFICE.sqlite ROWS.csv: the people and matters of a filled office, one line a case, for the other systems.

A line is: the case's own number, the recipient's name, the cause, the township, the day of acceptance, and what the
applicant told. Nothing else of a case fits into a ticket.
"""

import csv
import sqlite3
import sys

QUERY = """
SELECT c.number, c.recipient_name, c.cause, COALESCE(c.township, ''), c.accepted_on, COALESCE(a.facts, c.cause)
FROM aid_case c LEFT JOIN aid_application a ON a.id = c.application ORDER BY c.accepted_on, c.id
"""


def main(office, target):
    with sqlite3.connect(f"file:{office}?mode=ro", uri=True) as database, open(target, "w", newline="") as out:
        writer = csv.writer(out)
        count = 0
        for row in database.execute(QUERY):
            writer.writerow(row)
            count += 1
    print(f"{count} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
