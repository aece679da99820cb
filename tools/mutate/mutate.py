"""mutate.py [N] [SEED] [FOLDER…]: which changes of the rules of law are caught by a test, and which are not.

Every change is built at once behind a switch read from the environment, so that one build serves them all. A change that
does not compile is not valid; one no test reaches has survived; a crash or a time-out is caught. The sources are put back.
A run that was cut short goes on where it was, as long as no source or test has changed. LEGALAID_MUTATE_SECONDS: so many
seconds of suites, as they take one by one, is each change given at most; without it every suite that reaches it.
"""

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from places import places, rewritten, switch

KEPT = Path(".build/mutate")
SAVED = KEPT / "saved"
SWITCH = "MutantSwitch.swift"
RULES = (
    "Sources/Capabilities/*/Law/**/*.swift", "Sources/Capabilities/**/*Lifecycle.swift",
    "Sources/Capabilities/**/*Rules.swift", "Sources/Capabilities/**/*Measures*.swift",
    "Sources/Kits/WorkCalendar/*.swift", "Sources/Kits/Kernel/Lifecycle.swift", "Sources/Kits/Kernel/Deadline*.swift",
    "Sources/Kits/Kernel/LimitSetting.swift",
)
# Seconds that the first run of suites may take one by one; each next run may take four times as long.
GROUP = 2
FAILED = re.compile(r"✘.*(?:recorded an issue(?:.* at (\w+)\.swift:\d)?|failed after)")
LATE = -9
MOST = float(os.environ.get("LEGALAID_MUTATE_SECONDS") or "inf")
# The tests that bear on a target, beside its own.
BESIDE = {"WorkCalendar": ["Kernel", "Intake", "Cases"], "Kernel": ["Intake", "Cases"], "Intake": ["Cases"]}
# The tables of the whole product, which bear on all.
TABLES = [
    "LimitLengthTests", "LimitTableTests", "GeneratedDocsTests", "FormLawTests", "LifecycleGridTests", "RulePackTests",
    "RuleAnswerTests",
]


def main(arguments):
    restore()
    if arguments == ["--restore"]:
        return 0
    count, seed = (int(a) for a in (arguments + ["0", "1"][len(arguments):])[:2])
    folders = arguments[2:] or ["Sources"]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return run(count, seed, folders)
    finally:
        restore()


def run(count, seed, folders):
    found = find(folders)
    notes = Notes(found)
    valid, invalid = build(found)
    print(f"{len(found)} changes, {len(invalid)} do not compile", flush=True)
    sample = valid if not count else random.Random(seed).sample(valid, min(count, len(valid)))
    return judge(sample, len(invalid), notes)


def judge(sample, invalid, notes):
    accepted = accepted_keys()
    suites = notes.suites({target(p.path) for p in sample}, baseline)
    survived = []
    for number, place in enumerate(sample, 1):
        reaching = likely(suites, place)
        given = within(reaching, MOST)
        if not notes.caught(place, lambda: any(caught(place, group) for group in groups(given))):
            survived.append(place)
            how = "accepted" if place.key in accepted else "SURVIVED"
            by = f"{len(given)} of {len(reaching)} suites" if reaching else "no test reaches it"
            print(f"{how} {place.path}:{place.line}: {place.before} → {place.after} ({by})", flush=True)
        if number % 25 == 0:
            print(f"{number} of {len(sample)}: {number - len(survived)} caught", flush=True)
    for group in groups(suites):
        if test([suite.name for suite in group], 3600)[0] != 0:
            names = ", ".join(suite.name for suite in group)
            notes.forget()
            sys.exit(f"of {names} one fails now without a change, so what was caught says nothing: run it again")
    left = [p for p in survived if p.key not in accepted]
    table(sample, survived)
    print(f"{len(sample) - len(survived)} caught, {len(left)} survived, {len(survived) - len(left)} accepted, "
          f"{invalid} not valid")
    return 1 if left else 0


def likely(suites, place):
    """The suites that reach the place: first those that caught most of this file for their time."""
    reaching = [suite for suite in suites if place.id in suite.seen]
    return sorted(reaching, key=lambda suite: suite.seconds / (1 + suite.caught[place.path]))


def within(suites, seconds):
    """The first suites that take so long together, one of them always."""
    given, sum = [], 0
    for suite in suites:
        sum += suite.seconds
        if given and sum > seconds:
            break
        given.append(suite)
    return given


def groups(suites):
    """The suites in their order, in a few runs: the first failure in a run ends it."""
    sizes, seconds = [[]], 0
    for suite in suites:
        if sizes[-1] and seconds + suite.seconds > GROUP * 4 ** (len(sizes) - 1):
            sizes.append([])
            seconds = 0
        sizes[-1].append(suite)
        seconds += suite.seconds
    return [group for group in sizes if group]


def caught(place, group):
    """Whether one of the suites fails. What takes too long is given again: the machine may have been busy."""
    limit = 20 + 5 * sum(suite.seconds for suite in group)
    names = [suite.name for suite in group]
    for _ in range(2):
        code, output = test(names, limit, LEGALAID_MUTANT=str(place.id))
        if code != LATE:
            break
        print(f"too long: {place.path}:{place.line}: {place.before} → {place.after}", flush=True)
    for file in re.findall(FAILED, output):
        for suite in group:
            suite.caught[place.path] += file == suite.file
    return code != 0


def rule_files():
    return sorted({str(path) for pattern in RULES for path in Path().glob(pattern)})


def find(folders):
    found = []
    for path in rule_files():
        if not any(path.startswith(folder) for folder in folders):
            continue
        for place in places(Path(path).read_text(), "Lifecycle" in path):
            place.path = path
            found.append(place)
    for number, place in enumerate(found, 1):
        place.id = number
    return found


def build(found):
    """Builds all changes at once; leaves out those on a line the compiler refuses, until it refuses none."""
    valid, invalid = list(found), []
    while True:
        write(valid, len(found))
        result = subprocess.run(["swift", "build", "--build-tests"], capture_output=True, text=True)
        if result.returncode == 0:
            return valid, invalid
        here = os.getcwd() + "/"
        bad = {(m[1].removeprefix(here), int(m[2]))
               for m in re.finditer(r"^(/\S+\.swift):(\d+):\d+: error:", result.stdout + result.stderr, re.M)}
        refused = [p for p in valid if (p.path, p.line) in bad]
        if not refused:
            sys.exit("\n".join(re.findall(r"^.*error:.*$", result.stdout + result.stderr, re.M)))
        print(f"{len(refused)} changes do not compile: building without them", flush=True)
        invalid += refused
        valid = [p for p in valid if p not in refused]


def write(chosen, count):
    """The sources with the changes, the originals saved first."""
    by_target = {}
    for path in {p.path for p in chosen} | {str(p.relative_to(SAVED)) for p in SAVED.rglob("*.swift")}:
        saved = SAVED / path
        if not saved.exists():
            saved.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, saved)
        here = [p for p in chosen if p.path == path]
        replace(Path(path), rewritten(saved.read_text(), here))
        by_target.setdefault("/".join(path.split("/")[:3]), []).extend(here)
    for folder, here in by_target.items():
        replace(Path(folder, SWITCH), switch(here, count))


def replace(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def restore():
    for saved in sorted(SAVED.rglob("*.swift")) if SAVED.exists() else []:
        path = saved.relative_to(SAVED)
        if path.exists() and path.read_bytes() != saved.read_bytes():
            shutil.copyfile(saved, path)
    shutil.rmtree(SAVED, ignore_errors=True)
    for path in Path("Sources").glob("*/*/" + SWITCH):
        path.unlink()


@dataclass
class Suite:
    name: str
    file: str
    seconds: float
    seen: set
    caught: Counter = field(default_factory=Counter)


def baseline(targets):
    """Each suite alone and without a change must pass: which places it reaches, and how long it takes. Quick ones first."""
    modules = {name for target in targets for name in [target, *BESIDE.get(target, [])]}
    seen = Path(".build/mutate/seen").resolve()
    suites = []
    own = sorted(path for name in modules for path in Path("Tests", f"{name}Tests").glob("*.swift"))
    for path in own + [Path("Tests/AppTests", f"{name}.swift") for name in TABLES]:
        for suite in re.findall(r"@Suite[^{]*?\bstruct (\w+)", path.read_text()):
            seen.parent.mkdir(parents=True, exist_ok=True)
            seen.write_text("")
            began = time.monotonic()
            name = f"{path.parts[1]}\\.{suite}/"
            code, output = test([name], 600, LEGALAID_MUTANTS_SEEN=str(seen))
            if code != 0 or not re.search(r"Test run with [1-9]", output):
                sys.exit(f"The tests do not pass without a change: {name}\n{output[-3000:]}")
            reached = {int(line) for line in seen.read_text().split()}
            suites.append(Suite(name, path.stem, time.monotonic() - began, reached))
    print(f"without a change: {len(suites)} suites, {sum(s.seconds for s in suites):.0f} s", flush=True)
    return sorted(suites, key=lambda suite: suite.seconds)


def test(suites, limit, **environment):
    """Runs the suites together and answers the code and the output; 1 at the first failure, LATE when it took too long."""
    program = next(Path(".build/debug").resolve().glob("*.xctest"))
    command = [program, "--testing-library", "swift-testing", "--experimental-maximum-parallelization-width", "4",
               *(word for suite in suites for word in ("--filter", suite))]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, errors="replace",
        env=os.environ | environment, start_new_session=True)
    late = threading.Timer(limit, end, [process])
    late.start()
    output = []
    try:
        for line in process.stdout:
            output.append(line)
            if FAILED.search(line) and environment:
                return 1, "".join(output)
        return process.wait(), "".join(output)
    finally:
        late.cancel()
        end(process)
        process.wait()


def end(process):
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


class Notes:
    """What was found out before about these very sources and tests: the suites, and each change that was judged."""

    def __init__(self, found):
        digest = hashlib.sha256("\n".join(p.key for p in found).encode())
        for path in sorted([*Path("Sources").rglob("*.swift"), *Path("Tests").rglob("*.swift")]):
            digest.update(path.read_bytes())
        KEPT.mkdir(parents=True, exist_ok=True)
        self.path = KEPT / f"notes-{digest.hexdigest()[:16]}.jsonl"
        lines = self.path.read_text().splitlines() if self.path.exists() else []
        self.known = dict(json.loads(line) for line in lines)

    def note(self, key, value):
        self.known[key] = value
        with self.path.open("a") as file:
            file.write(json.dumps([key, value]) + "\n")

    def forget(self):
        self.path.unlink(missing_ok=True)

    def suites(self, targets, find_out):
        key = "suites of " + ", ".join(sorted(targets))
        if key not in self.known:
            self.note(key, [[s.name, s.file, s.seconds, sorted(s.seen)] for s in find_out(targets)])
        return [Suite(name, file, seconds, set(seen)) for name, file, seconds, seen in self.known[key]]

    def caught(self, place, find_out):
        """A change once caught is caught; one that was not is tried again where it is given longer now."""
        known = self.known.get(str(place.id))
        if known is None or (not known[0] and known[1] < MOST):
            known = [find_out(), MOST]
            self.note(str(place.id), known)
        return known[0]


def target(path):
    return path.split("/")[2]


def accepted_keys():
    """Lines "path: the line as it is changed | why it is no different"."""
    lines = Path(__file__).with_name("accepted.txt").read_text().splitlines()
    return {line.split(" | ")[0] for line in lines if " | " in line}


def table(sample, survived):
    print("\n| target | changes | caught | survived |\n|---|---|---|---|")
    for name in sorted({target(p.path) for p in sample}):
        of, alive = ([p for p in some if target(p.path) == name] for some in (sample, survived))
        print(f"| {name} | {len(of)} | {len(of) - len(alive)} | {len(alive)} |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
