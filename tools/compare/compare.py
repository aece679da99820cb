"""compare.py SYSTEM PORT [--clients 16] [--seconds 5] [--forms 320]: asks one running system for the same four things.

SYSTEM is legalaid, roundup or redmine; each must hold the rows of rows.py and run on this machine. What is asked:
view (the page of one record, spread over all), list (the newest, fifty a page), search (four words, names and causes),
create (each form fetched before, so that only saving is measured).
"""

import argparse
import os
import re
import sys
from urllib.parse import quote

from client import Browser, load

WORDS = ["王芳", "张伟", "追索劳动报酬", "盗窃"]


class LegalAid:
    """Its own list and record pages; created is an application at the counter, with its person, clocks, number and event."""

    created = 303
    nothing = "/healthz"

    def __init__(self, port):
        self.reader = self.sign_in(port, "director")
        self.writer = self.sign_in(port, "clerk")
        self.searcher = self.sign_in(port, "reviewer")

    @staticmethod
    def sign_in(port, login):
        browser = Browser(port)
        fields = browser.form("/sign-in", "/session")
        expect(browser.ask("POST", "/session", {**fields, "login": login, "password": "legalaid-demo", "next": "/work"}), 303)
        return browser

    def records(self, count):
        found = set()
        for year in range(2016, 2026):
            _, _, content = self.reader.get(f"/cases?after={year}-07-01_ffffffff-ffff-7fff-bfff-ffffffffffff")
            found.update(re.findall(r'href="(/cases/[0-9a-f-]{36})"', content.decode()))
        return sorted(found)[:count]

    lists = ["/cases"]

    def searches(self):
        return [f"/search?q={quote(word)}" for word in WORDS]

    def form(self, index):
        fields = self.writer.form("/applications/new", "/applications/new")
        return "/applications/new", {
            **fields, "identityNumber": identity_number(index), "name": "周明", "phone": "13912346210",
            "address": "柳湾村三组", "township": "河东镇", "matter": "M05", "cause": f"追索劳动报酬之{index}",
            "opposing": "宏达公司", "facts": "被拖欠九个月工资。", "stage": "firstInstance", "members": "3", "months": "12",
            "netIncome": "30000"}  # fmt: skip


class Roundup:
    """The classic template: the index of fifty issues, an issue with its message and history, one issue with one message."""

    created = 302
    nothing = "/@@file/style.css"

    def __init__(self, port):
        browser = Browser(port)
        browser.get("/")
        expect(browser.ask("POST", "/", {
            "@action": "login", "__login_name": "admin", "__login_password": os.environ["ROUNDUP_PASSWORD"]}), 302, 303, 200)
        self.reader = self.writer = self.searcher = browser

    def records(self, count):
        return [f"/issue{1 + number * 9900 // count}" for number in range(count)]

    lists = ["/issue?@columns=id,activity,title,creator,assignedto,status&@sort=-id&@pagesize=50&@startwith=0"]

    def searches(self):
        return [f"{self.lists[0]}&@filter=title&title={quote(word)}" for word in WORDS]

    def form(self, index):
        fields = self.writer.form("/issue?@template=item", "issue")
        fields = {name: value for name, value in fields.items() if value != ""}
        return "/issue", {**fields, "title": f"周明 追索劳动报酬之{index}", "@note": "河东镇 被拖欠九个月工资。",
                                 "priority": "3", "status": "1", "@action": "new"}  # fmt: skip


class Redmine:
    """The project's list of fifty issues, an issue with its history, one new issue with its description."""

    created = 302
    nothing = "/robots.txt"

    def __init__(self, port):
        browser = Browser(port)
        fields = browser.form("/login", "/login")
        expect(browser.ask("POST", "/login", {
            **fields, "username": "admin", "password": os.environ["REDMINE_PASSWORD"]}), 302)
        self.reader = self.writer = self.searcher = browser

    def records(self, count):
        return [f"/issues/{1 + number * 9900 // count}" for number in range(count)]

    lists = ["/projects/county/issues?per_page=50&set_filter=1&sort=id:desc"]

    def searches(self):
        return [f"/projects/county/search?issues=1&q={quote(word)}" for word in WORDS]

    def form(self, index):
        fields = self.writer.form("/projects/county/issues/new", "/projects/county/issues")
        return "/projects/county/issues", {
            **fields, "issue[subject]": f"周明 追索劳动报酬之{index}", "issue[description]": "河东镇 被拖欠九个月工资。"}  # fmt: skip


SYSTEMS = {"legalaid": LegalAid, "roundup": Roundup, "redmine": Redmine}


def identity_number(index):
    """Nobody's: the areas from 320900 on are no county's."""
    head = f"{320900 + index % 50}1950{1 + index % 12:02}{1 + index % 28:02}{100 + index // 50 % 900}"
    total = sum(int(digit) * weight for digit, weight in zip(head, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)))
    return head + "10X98765432"[total % 11]


def expect(answer, *statuses):
    if answer[0] not in statuses:
        raise SystemExit(f"answered {answer[0]}: {answer[2][:300]!r}")


def show(name, answer):
    speed, times, failures, size = answer
    at = lambda share: f"{times[min(len(times) - 1, int(len(times) * share))]:.1f}" if times else "—"  # noqa: E731
    print(f"| {name} | {speed:.1f} | {at(0.5)} | {at(0.95)} | {size} | {len(failures)} |", flush=True)
    if failures:
        print(f"  first failure: {failures[0]}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("system", choices=SYSTEMS)
    parser.add_argument("port", type=int)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--forms", type=int, default=320)
    told = parser.parse_args()
    system = SYSTEMS[told.system](told.port)
    kinds = [
        ("no page", system.reader, [system.nothing]),
        ("view", system.reader, system.records(200)),
        ("list", system.reader, system.lists),
        ("search", system.searcher, system.searches()),
    ]
    print("| what | a second | p50 ms | p95 ms | bytes | failed |\n|---|---:|---:|---:|---:|---:|")
    for name, browser, paths in kinds:
        requests = [("GET", path) for path in paths]
        load(browser, requests, 200, told.clients, min(1, told.seconds))
        show(f"{told.system}, {name}", load(browser, requests, 200, told.clients, told.seconds))
        show(f"{told.system}, {name}, one client", load(browser, requests, 200, 1, min(2, told.seconds)))
    forms = [("POST", *system.form(index)) for index in range(told.forms)]
    show(f"{told.system}, create", load(system.writer, forms, system.created, told.clients))


if __name__ == "__main__":
    main()
