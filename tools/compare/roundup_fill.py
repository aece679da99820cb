"""roundup_fill.py TRACKER ROWS.csv: one issue a row in an initialised tracker of the classic template.

The number, name and cause are the title, what was told is the first message. Run by the Python that has roundup.
"""

import csv
import sys

from roundup import instance


def main(home, path):
    database = instance.open(home).open("admin")
    count = 0
    with open(path, newline="") as rows:
        for number, name, cause, township, day, facts in csv.reader(rows):
            message = database.msg.create(author="1", content=f"{township} {day} {facts}", summary=cause)
            database.issue.create(title=f"{number} {name} {cause}", priority="3", status="1", messages=[message])
            count += 1
            if count % 500 == 0:
                database.commit()
    database.commit()
    database.close()
    print(f"{count} issues")


if __name__ == "__main__":
    main(*sys.argv[1:])
