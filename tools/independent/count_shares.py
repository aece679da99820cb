"""count_shares.py CASES.csv PLAN.yaml --year Y [--as-of D]: the plan's shares K0 to K6, counted without the product.

It knows only the documented columns (docs/contracts.md, "Importing cases") and the counting rules. The product's
figures for the same file must equal these; so this program shares no code, table or wording with it.
"""

import argparse
import csv
import json
from datetime import date

import yaml

CRIMINAL_TRACKS = {"criminalApplied", "criminalNotified", "criminalAgency", "compulsoryTreatment"}
CRIMINAL_FORMS = {"criminalDefence", "criminalAgency"}
LITIGATION_FORMS = CRIMINAL_FORMS | {
    "civilLitigationAgency",
    "administrativeLitigationAgency",
    "compensationLitigationAgency",
}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("cases")
    options.add_argument("plan")
    options.add_argument("--year", type=int, required=True)
    options.add_argument("--as-of", type=date.fromisoformat)
    given = options.parse_args()
    with open(given.cases, encoding="utf-8-sig", newline="") as file:
        cases = list(csv.DictReader(file))
    with open(given.plan, encoding="utf-8") as file:
        plan = yaml.safe_load(file)
    as_of = given.as_of or date(given.year, 12, 31)
    shares = count(cases, plan, given.year, as_of)
    print(json.dumps({key: {"numerator": n, "denominator": d} for key, (n, d) in shares.items()}, indent=1))


def count(cases, plan, year, as_of):
    def within(days):
        """Those of the days that lie in the year and are not after the day of counting."""
        return [d for d in days if d.year == year and d <= as_of]

    accepted = [c for c in cases if within(days(c, "accepted_on"))]
    closed = [c for c in cases if within(days(c, "closed_on"))]
    heard = [c for c in cases if within(days(c, "heard_on"))]
    observed = [c for c in heard if within(days(c, "observed_on"))]
    before = sum(d.year == year - 1 for c in cases for d in days(c, "accepted_on"))
    return {
        "K0": (len(accepted), before or (plan.get("lastYear") or {}).get("accepted")),
        "K1": (len(accepted), (plan.get("population") or {}).get("persons")),
        "K2": (sum(map(is_criminal, accepted)), len(accepted)),
        "K3": (sum(c["form"] in LITIGATION_FORMS for c in closed), len(closed)),
        "K4": (sum(is_law_firm_case(c, as_of) for c in accepted), len(accepted)),
        "K5": (len(observed), len(heard)),
        "K6": (len(closed), len(accepted)),
    }


def is_criminal(case):
    return case["track"] in CRIMINAL_TRACKS or case["form"] in CRIMINAL_FORMS


def is_law_firm_case(case, as_of):
    """By the person who has the case on the day of counting; an assignment without a day counts from acceptance."""
    return case.get("undertaker_kind") == "lawFirmLawyer" and all(d <= as_of for d in days(case, "assigned_on"))


def days(case, column):
    """The days of a column: none, one, or several separated by semicolons."""
    return [date.fromisoformat(part.strip()) for part in (case.get(column) or "").split(";") if part.strip()]


if __name__ == "__main__":
    main()
