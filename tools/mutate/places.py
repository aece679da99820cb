"""The places of a Swift source where a rule can be changed, and the source with every change behind a switch."""

import re
from dataclasses import dataclass

TURNED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&"}
UNIT = {"workingDays": "calendarDays", "calendarDays": "workingDays"}


@dataclass
class Place:
    """One change: the source from begin to end is `before`; `kind` says how it is put behind the switch."""

    kind: str  # "value" or "operator"
    begin: int
    end: int
    before: str
    after: str
    id: int = 0
    path: str = ""
    line: int = 0
    changed: str = ""

    @property
    def key(self):
        """What the list of accepted mutants names: the line as it is changed, for its number changes too easily."""
        return f"{self.path}: {self.changed}"


def masked(text):
    """The source with comments and strings as spaces, so that positions stay."""
    pattern = r'//[^\n]*|/\*.*?\*/|"""(?:.|\n)*?"""|"(?:\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\[^(]|[^"\\\n])*"'
    return re.sub(pattern, lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)


def places(text, is_lifecycle=False):
    code = masked(text)
    found = []

    def add(kind, begin, end, after):
        found.append(Place(kind, begin, end, text[begin:end], after))

    for m in re.finditer(r"(?<![\w.$#])\d[\d_]*(?![\w.]|\s*\.\d)", code):
        add("value", *m.span(), str(int(m[0].replace("_", "")) + 1))
    for m in re.finditer(r"\.(workingDays|calendarDays)\(\d+\)", code):
        add("value", *m.span(), m[0].replace(m[1], UNIT[m[1]]))
    # A pattern has to stay a literal: a switch over a Bool would no longer be exhaustive.
    for m in re.finditer(r"(?<!case )\b(true|false)\b", code):
        add("value", *m.span(), "false" if m[0] == "true" else "true")
    for m in re.finditer(r"(?<!func )(?<=\s)(<=|>=|==|!=|&&|\|\||<|>)(?=\s)", code):
        add("operator", *m.span(), TURNED[m[0]])
    if is_lifecycle:
        rows(code, text, add)
    for place in found:
        place.line = text.count("\n", 0, place.begin) + 1
        start, stop = text.rfind("\n", 0, place.begin) + 1, text.find("\n", place.end)
        place.changed = " ".join((text[start:place.begin] + place.after + text[place.end:max(stop, place.end)]).split())
    return sorted(found, key=lambda p: (p.begin, -p.end))


def rows(code, text, add):
    """A row removed: one from no state at all. A permission swapped: the next one that another row asks."""
    found = [arguments(code, m.end()) for m in re.finditer(r"\.init\(", code)]
    found = [row for row in found if len(row) >= 4]
    asked = list(dict.fromkeys(text[slice(*row[3])] for row in found))
    for row in found:
        add("value", *row[0], "[]")
        permission = text[slice(*row[3])]
        if len(asked) > 1 and permission.startswith("."):
            add("value", *row[3], asked[(asked.index(permission) + 1) % len(asked)])


def arguments(code, begin):
    """Where each argument of the call begins and ends."""
    depth, start, found = 0, begin, []
    for at in range(begin, len(code)):
        c = code[at]
        if c in "([{":
            depth += 1
        elif c in ")]}" or (c == "," and depth == 0):
            if depth == 0:
                part = code[start:at]
                left = start + len(part) - len(part.lstrip())
                found.append((left, left + len(part.strip())))
                start = at + 1
                if c != ",":
                    return found
            else:
                depth -= 1
    return found


def rewritten(text, chosen):
    """The source with each chosen place behind the switch, line for line as it was."""
    edits = []
    for p in chosen:
        if p.kind == "operator":
            edits.append((p.begin, 2, 0, p.end, operator(p.id)))
        else:
            width = p.end - p.begin
            edits.append((p.begin, 1, -width, p.begin, f"mutant({p.id}, "))
            edits.append((p.end, 0, width, p.end, f", {' '.join(p.after.split())})"))
    out, at = [], 0
    for begin, _, _, end, new in sorted(edits):
        out += [text[at:begin], new]
        at = max(at, end)
    return "".join(out) + text[at:]


def operator(number):
    """An operator of its own for each place: its number in arrows."""
    return "⇔" + format(number, "b").replace("0", "←").replace("1", "→")


def switch(chosen, count):
    """The Swift that reads which change is on, and the operators of one target."""
    lines = [SWITCH.replace("COUNT", str(count + 1))]
    for p in (p for p in chosen if p.kind == "operator"):
        name = operator(p.id)
        if p.before in ("&&", "||"):
            order = "LogicalConjunctionPrecedence" if p.before == "&&" else "LogicalDisjunctionPrecedence"
            lines.append(f"infix operator {name}: {order}")
            lines.append(
                f"func {name}(a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool "
                f"{{ isMutant({p.id}) ? try a {p.after} b() : try a {p.before} b() }}")
            continue
        lines.append(f"infix operator {name}: ComparisonPrecedence")
        kind = "Equatable" if p.before in ("==", "!=") else "Comparable"
        body = f"isMutant({p.id}) ? a {p.after} b : a {p.before} b"
        lines.append(f"func {name}<T: {kind}>(a: T, b: T) -> Bool {{ {body} }}")
        if kind == "Equatable":
            lines.append(f"func {name}<T>(a: T?, b: _OptionalNilComparisonType) -> Bool {{ {body} }}")
    return "\n".join(lines) + "\n"


SWITCH = """import Foundation

private let chosenMutant = ProcessInfo.processInfo.environment["LEGALAID_MUTANT"].flatMap { Int($0) } ?? 0
private let seenMutants = ProcessInfo.processInfo.environment["LEGALAID_MUTANTS_SEEN"].map {
  (file: open($0, O_WRONLY | O_CREAT | O_APPEND, 0o644), once: OnceEach())
}
private struct OnceEach: @unchecked Sendable {
  let done = UnsafeMutablePointer<Bool>.allocate(capacity: COUNT)
  init() { done.initialize(repeating: false, count: COUNT) }
}
func isMutant(_ id: Int) -> Bool {
  if let seenMutants, !seenMutants.once.done[id] {
    seenMutants.once.done[id] = true
    let line = Array("\\(id)\\n".utf8)
    _ = write(seenMutants.file, line, line.count)
  }
  return chosenMutant == id
}
func mutant<T>(_ id: Int, _ a: @autoclosure () throws -> T, _ b: @autoclosure () throws -> T) rethrows -> T {
  isMutant(id) ? try b() : try a()
}
"""
