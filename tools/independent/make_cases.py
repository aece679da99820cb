"""make_cases.py [--seed N] [--year Y] [--rows N] [--townships A,B,…]: an old ledger, made up, as a CSV for import.

The same options give the same bytes. The rows spread over the year and the one before; people, firms and numbers
are invented, and the identity numbers carry a division code that no county has.
"""

import argparse
import csv
import random
import sys
from datetime import date, timedelta

COLUMNS = (
    "number track form stage cause recipient recipient_id groups township accepted_on undertaker undertaker_kind unit "
    "assigned_on heard_on observed_on closed_on archived_on ended grade recovered"
).split()

# weight, track, form, stages, causes
KINDS = [
    (26, "civil", "civilLitigationAgency", ["firstInstance", "firstInstance", "secondInstance", "enforcement"],
     ["追索劳动报酬纠纷", "机动车交通事故责任纠纷", "赡养费纠纷", "抚养费纠纷", "离婚纠纷", "提供劳务者受害责任纠纷"]),
    (6, "civil", "mediationAgency", ["mediation"], ["追索劳动报酬纠纷", "邻里侵权纠纷"]),
    (4, "civil", "civilLitigationAgency", ["retrial"], ["人身损害赔偿纠纷"]),
    (15, "labourArbitration", "arbitrationAgency", ["arbitration"], ["拖欠工资", "工伤保险待遇争议", "经济补偿金争议"]),
    (10, "nonLitigation", "otherNonLitigation", [""], ["农民工讨薪协商", "申请公证", "工伤认定申请"]),
    (3, "administrative", "administrativeLitigationAgency", ["firstInstance"], ["不服社会保险待遇核定"]),
    (3, "administrative", "reconsiderationAgency", ["reconsideration"], ["不服行政处罚决定"]),
    (1, "stateCompensation", "compensationLitigationAgency", ["firstInstance"], ["申请国家赔偿"]),
    (12, "criminalNotified", "criminalDefence", ["investigation", "prosecutionReview", "firstInstance", "secondInstance"],
     ["盗窃罪", "故意伤害罪", "抢劫罪", "贩卖毒品罪"]),
    (5, "criminalApplied", "criminalDefence", ["investigation", "firstInstance"], ["诈骗罪", "寻衅滋事罪"]),
    (3, "criminalAgency", "criminalAgency", ["prosecutionReview", "firstInstance"], ["故意伤害罪（被害人）"]),
    (1, "compulsoryTreatment", "criminalAgency", ["firstInstance"], ["申请强制医疗"]),
    (1, "petition", "criminalAgency", ["petitionReview"], ["不服刑事生效裁判申诉"]),
    (1, "petition", "otherNonLitigation", ["petitionReview"], ["不服民事生效裁判申诉"]),
]

UNDERTAKERS = [  # weight, kind, units
    (38, "lawFirmLawyer", ["青禾律师事务所", "明理律师事务所", "河东正信律师事务所"]),
    (22, "centreLawyer", ["青禾县法律援助中心"]),
    (28, "grassrootsWorker", ["城关法律服务所", "柳塘法律服务所"]),
    (6, "volunteer", ["青禾县法律援助中心"]),
    (6, "publicLawyer", ["青禾县司法局"]),
]

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗欧阳"
GIVEN = ["秀英", "建国", "桂兰", "志强", "海燕", "小龙", "玉梅", "永福", "丽", "军", "春花", "国平", "𬱖", "阿依古丽"]
LITIGATION = ("criminalDefence", "criminalAgency", "civilLitigationAgency", "administrativeLitigationAgency",
              "compensationLitigationAgency")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--year", type=int, default=2016)
    options.add_argument("--rows", type=int, default=1500)
    options.add_argument("--townships", default="城关镇,河东镇,柳塘乡")
    given = options.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    ledger = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\r\n")
    ledger.writeheader()
    ledger.writerows(cases(random.Random(given.seed), given))


def cases(chance, given):
    townships = given.townships.split(",")
    people = []
    for index in range(given.rows):
        this_year = chance.random() < 0.53
        accepted = date(given.year - (not this_year), 1, 1) + timedelta(days=chance.randrange(365))
        people = people[-200:] + [person(chance, accepted)]
        yield case(chance, index, accepted, chance.choice(people[-12:]), chance.choice(townships + [""]), given.year)


def case(chance, index, accepted, recipient, township, year):
    _, track, form, stages, causes = pick(chance, KINDS)
    row = dict.fromkeys(COLUMNS, "")
    row.update(
        number=f"（{accepted.year}）青法援旧字第{index + 1}号", track=track, form=form, stage=chance.choice(stages),
        cause=chance.choice(causes), recipient=recipient["name"], recipient_id=recipient["id"],
        groups=";".join(groups(chance, recipient, accepted, track)), township=township, accepted_on=accepted)
    if chance.random() < 0.96:
        _, kind, units = pick(chance, UNDERTAKERS)
        unit = chance.choice(units)
        row.update(
            undertaker=f"{unit[:2]}{chance.choice('甲乙丙丁')}", undertaker_kind=kind, unit=unit,
            assigned_on=accepted + timedelta(days=chance.randrange(8)))
        handle(chance, row, form, date(year, 12, 31))
    return row


def handle(chance, row, form, end):
    """Hearings, closing and archiving, as far as they lie before the end of the year."""
    assigned = row["assigned_on"]
    closed = assigned + timedelta(days=chance.randrange(20, 240))
    terminated = chance.random() < 0.04
    if form in LITIGATION and not terminated:
        hearings = sorted({assigned + timedelta(days=chance.randrange(5, (closed - assigned).days))
                           for _ in range(chance.choice([0, 1, 1, 1, 2, 3]))})
        hearings = [day for day in hearings if day <= end]
        observed = [day for day in hearings if chance.random() < 0.06]
        row.update(heard_on=";".join(map(str, hearings)), observed_on=";".join(map(str, observed)))
    if closed > end:
        return
    row.update(closed_on=closed, ended=chance.choice(["", "closed"]))
    if terminated:
        row["ended"] = "terminated"
        return
    row.update(grade=chance.choice(["excellent", "good", "good", "pass", "pass", "fail", ""]))
    if row["track"] in ("civil", "labourArbitration"):
        row["recovered"] = chance.choice(["", "0", f"{chance.randrange(500, 80000)}", f"{chance.randrange(500, 80000)}.5",
                                          f"{chance.randrange(500, 80000)}.07"])
    archived = closed + timedelta(days=chance.randrange(10, 90))
    if archived <= end:
        row["archived_on"] = archived


def person(chance, on):
    """A recipient; one in six without an identity number."""
    born = on - timedelta(days=chance.randrange(12 * 366, 85 * 365))
    woman = chance.random() < 0.45
    order = chance.randrange(100, 500) * 2 + (0 if woman else 1)
    surname = chance.choice(SURNAMES[:-2]) if chance.random() < 0.97 else "欧阳"
    known = chance.random() < 5 / 6
    return {"name": surname + chance.choice(GIVEN), "id": identity(born, order) if known else "", "born": born, "woman": woman}


def identity(born, order):
    """GB 11643: six digits of division, birth date, order (odd for men), check character."""
    digits = f"320999{born:%Y%m%d}{order:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights)) % 11]


def groups(chance, recipient, on, track):
    age = on.year - recipient["born"].year - ((on.month, on.day) < (recipient["born"].month, recipient["born"].day))
    found = []
    if age < 18:
        found.append("minor")
    if age >= 60:
        found.append("elderly")
    if recipient["woman"]:
        found.append("woman")
    if track == "labourArbitration" and age >= 16:
        found.append("migrantWorker")
    for code, share in (("disabled", 0.06), ("farmer", 0.2), ("ethnicMinority", 0.03), ("dibao", 0.08), ("veteran", 0.01)):
        if chance.random() < share and not (code == "veteran" and age < 20):
            found.append(code)
    return found


def pick(chance, weighted):
    return chance.choices(weighted, weights=[entry[0] for entry in weighted])[0]


if __name__ == "__main__":
    main()
