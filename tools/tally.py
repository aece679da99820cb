"""tally.py EVENTS: counts the test cases of a Swift Testing event stream.

Each argument of a parameterised test is a case. What began and did not end (a crash, a time-out) has failed.
The last line is "N passed, N failed"; the exit code is 0 only when something ran and nothing failed.
"""

import json
import sys


def main(path):
    parameterised, began, ended, failed = set(), set(), set(), set()
    whole = False
    for kind, body in records(path):
        if kind == "test":
            if body["kind"] == "function" and body["isParameterized"]:
                parameterised.add(body["id"])
            elif body["kind"] == "suite":
                parameterised.add(body["id"])  # counted by its cases, like a parameterised test
            continue
        what, test = body["kind"], body.get("testID")
        case = (test, body.get("_testCase", {}).get("id"))
        if what == "runEnded":
            whole = True
        elif what in ("testStarted", "testCaseStarted") and (case[1] or test not in parameterised):
            began.add(case)
        elif what in ("testEnded", "testCaseEnded"):
            ended.add(case)
        elif what == "issueRecorded" and is_failure(body["issue"]):
            failed.add(case)
    failed |= began - ended
    if not whole:
        print("The test run did not end by itself.")
        failed.add((None, "the run"))
    for test, _ in sorted(failed, key=str):
        print(f"failed: {test or 'outside any test'}")
    passed = len(began - failed)
    print(f"{passed} passed, {len(failed)} failed")
    return 0 if passed and not failed else 1


def records(path):
    """The stream's records; a line cut short by a crash is left out."""
    try:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                try:
                    record = json.loads(line)
                except ValueError:
                    continue
                yield record["kind"], record["payload"]
    except FileNotFoundError:
        return


def is_failure(issue):
    return not issue.get("isKnown") and issue.get("severity", "error") != "warning"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
