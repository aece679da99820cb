"""The tool on a small source of its own: what is found, what is rewritten, and that the sources are put back."""

import os
import tempfile
import unittest
from pathlib import Path

import mutate
from places import masked, places, rewritten, switch

RULE = """// 14 days, true
static let limit = LimitRule("14 && true", .workingDays(7))
func late(_ days: Int) -> Bool { days > 30 && isOpen != false }
static let first = Day(2022, 1, 1)
"""
TABLE = """[
  .init([.opened], .assign, .assigned, .assignCases, [.p12("20")]),
  .init(
    [.assigned, .engaged], .close, .closed, .handleCases),
]
"""


def changes(found):
    return [(p.line, p.before, p.after) for p in found]


class PlacesTests(unittest.TestCase):
    def test_finds_limits_comparisons_and_dates_but_no_comment_or_string(self):
        self.assertEqual(changes(places(RULE)), [
            (2, ".workingDays(7)", ".calendarDays(7)"), (2, "7", "8"),
            (3, ">", ">="), (3, "30", "31"), (3, "&&", "||"), (3, "!=", "=="), (3, "false", "true"),
            (4, "2022", "2023"), (4, "1", "2"), (4, "1", "2"),
        ])

    def test_takes_a_row_of_a_lifecycle_away_and_swaps_its_permission(self):
        self.assertEqual(changes(places(TABLE, is_lifecycle=True)), [
            (2, "[.opened]", "[]"), (2, ".assignCases", ".handleCases"),
            (4, "[.assigned, .engaged]", "[]"), (4, ".handleCases", ".assignCases"),
        ])

    def test_a_change_is_known_by_the_line_it_makes(self):
        self.assertEqual([p.changed for p in places(RULE)][-2:], [
            "static let first = Day(2022, 2, 1)", "static let first = Day(2022, 1, 2)"])

    def test_masking_keeps_every_position(self):
        text = 'let a = "\\(b == c ? "x" : "y") 3" // 4\nlet d = 5'
        self.assertEqual(len(masked(text)), len(text))
        self.assertEqual(changes(places(text)), [(2, "5", "6")])

    def test_a_pattern_over_a_bool_is_left(self):
        self.assertEqual(changes(places("switch known { case true: 1; case nil: 2 }")), [(1, "1", "2"), (1, "2", "3")])

    def test_a_declared_operator_is_left(self):
        self.assertEqual(places("static func < (a: Self, b: Self) -> Bool"), [])

    def test_rewrites_in_place_with_the_inner_change_inside_the_outer(self):
        text = "a(.workingDays(7)) && b"
        found = places(text)
        for number, place in enumerate(found, 1):
            place.id = number
        self.assertEqual(
            rewritten(text, found), "a(mutant(1, .workingDays(mutant(2, 7, 8)), .calendarDays(7))) ⇔→→ b")
        self.assertIn("infix operator ⇔→→: LogicalConjunctionPrecedence", switch(found, 3))


class OrderTests(unittest.TestCase):
    def test_the_suite_that_caught_most_for_its_time_is_asked_first_and_one_that_does_not_reach_is_not_asked(self):
        quick, slow, blind = (mutate.Suite(name, name, seconds, seen) for name, seconds, seen in [
            ("Quick", 1, {7}), ("Slow", 3, {7}), ("Blind", 1, {8})])
        place = places(RULE)[0]
        place.id, place.path = 7, "Rule.swift"
        self.assertEqual(mutate.likely([blind, slow, quick], place), [quick, slow])
        slow.caught["Rule.swift"] = 5
        self.assertEqual(mutate.likely([blind, slow, quick], place), [slow, quick])

    def test_the_file_of_the_test_that_failed_is_read_from_the_output(self):
        line = '✘ Test ends(_:) recorded an issue with 1 argument engine → .postgres at LimitTableTests.swift:12:5: Expectation failed'
        self.assertEqual(mutate.FAILED.findall(line), ["LimitTableTests"])
        self.assertEqual(mutate.FAILED.findall("✘ Test ends() failed after 1 second"), [""])


class NotesTests(unittest.TestCase):
    def test_a_run_goes_on_where_it_was_until_a_source_changes(self):
        before, place = os.getcwd(), places(RULE)[0]
        place.id, place.path = 7, "Rule.swift"
        asked = []

        def find_out(answer):
            asked.append(answer)
            return answer

        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                Path("Sources").mkdir()
                rule = Path("Sources/Rule.swift")
                rule.write_text(RULE)
                suite = mutate.Suite("Own", "Own", 1.5, {7})
                for _ in range(2):
                    notes = mutate.Notes([place])
                    self.assertEqual(notes.suites({"Own"}, lambda _: find_out([suite])), [suite])
                    self.assertFalse(notes.caught(place, lambda: find_out(False)))
                self.assertEqual(asked, [[suite], False])
                notes.forget()
                self.assertTrue(mutate.Notes([place]).caught(place, lambda: True))
                rule.write_text(RULE + "//")
                self.assertTrue(mutate.Notes([place]).caught(place, lambda: find_out(True)))
                self.assertEqual(asked, [[suite], False, True])
            finally:
                os.chdir(before)

    def test_what_was_not_caught_is_tried_again_when_given_longer(self):
        before, most, place = os.getcwd(), mutate.MOST, places(RULE)[0]
        place.id = 7
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                mutate.MOST = 60.0
                self.assertFalse(mutate.Notes([place]).caught(place, lambda: False))
                mutate.MOST = float("inf")
                self.assertTrue(mutate.Notes([place]).caught(place, lambda: True))
                mutate.MOST = 60.0
                self.assertTrue(mutate.Notes([place]).caught(place, lambda: self.fail("asked again")))
            finally:
                mutate.MOST = most
                os.chdir(before)

    def test_a_change_is_given_the_first_suites_of_so_many_seconds_and_always_one(self):
        suites = [mutate.Suite(str(n), str(n), 40, set()) for n in range(3)]
        self.assertEqual(mutate.within(suites, 10), suites[:1])
        self.assertEqual(mutate.within(suites, 80), suites[:2])
        self.assertEqual(mutate.within(suites, float("inf")), suites)


class RestoreTests(unittest.TestCase):
    def test_puts_the_sources_back_after_a_run_that_was_cut_off(self):
        before = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                path = Path("Sources/Capabilities/Cases/Law/Rule.swift")
                path.parent.mkdir(parents=True)
                path.write_text(RULE)
                found = mutate.find(["Sources"])
                mutate.write(found, len(found))
                self.assertIn("mutant(", path.read_text())
                self.assertTrue(Path("Sources/Capabilities/Cases", mutate.SWITCH).exists())
                mutate.restore()
                self.assertEqual(path.read_text(), RULE)
                self.assertFalse(Path("Sources/Capabilities/Cases", mutate.SWITCH).exists())
            finally:
                os.chdir(before)


if __name__ == "__main__":
    unittest.main()
