"""walk.py --base URL [--out DIR] [--language zh|en] [--widths 1280,390] STEPS.json|-: a walk through a headless browser.

STEPS is a list of objects, each with one of these keys:
  {"open": "/path"}                      go to a page
  {"signIn": {"login", "password"}}      on the sign-in page ("at": another path), fill both and send
  {"fill": {"label or name": value, …}}  text, a day, an option (text or value), true/false, a file's path (or several)
  {"draw": [[x, y, …], …]}               strokes on the page's canvas, in hundredths of its sides, with a pointer
  {"click": "text"}                      the button, link or summary with that text
  {"press": ["Tab", "Enter"]}            keys, for walks by keyboard
  {"pass": minutes}                      what the page's clock would do by then, without waiting
  {"expect": "text"} {"expectNot": "text"} {"expectPath": "/path"} {"expectFields": {"name": "value"}}
  {"look": "name"}                       at every width: a screenshot, no sideways scrolling, axe finds nothing
Any step may carry "note". After every step the console must hold no script error and no breach of the page's policy.

Prints {"ok", "steps": [{"step", "ok", "path", "problems", "milliseconds"}], "screenshots"}; exit code 0 when all is ok.
A failed step ends the walk, except a look, whose findings are collected.
"""

import argparse
import json
import pathlib
import signal
import sys
import time

from browser import Browser, StepFailed


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--base", required=True)
    options.add_argument("--out", type=pathlib.Path, help="where pictures are kept; none are taken without it")
    options.add_argument("--language", choices=["zh", "en"], default="zh")
    options.add_argument("--widths", default="1280,390")
    options.add_argument("--timeout", type=float, default=15, help="seconds a page may take")
    options.add_argument("steps")
    given = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    text = sys.stdin.read() if given.steps == "-" else pathlib.Path(given.steps).read_text(encoding="utf-8")
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
    widths = [int(width) for width in given.widths.split(",")]
    with Browser(given.base.rstrip("/"), given.out, given.language, widths, given.timeout) as browser:
        report = walk(browser, json.loads(text))
    print(json.dumps(report, ensure_ascii=False, indent=1))
    return 0 if report["ok"] else 1


def walk(browser, steps):
    done = []
    for step in steps:
        began = time.monotonic()
        problems, goes_on = take(browser, step)
        problems += browser.console_problems()
        done.append({
            "step": step, "ok": not problems, "path": browser.path(), "problems": problems,
            "milliseconds": round((time.monotonic() - began) * 1000),
        })
        if not goes_on:
            browser.keep("failed")
            break
    ok = len(done) == len(steps) and all(entry["ok"] for entry in done)
    return {"ok": ok, "steps": done, "screenshots": browser.screenshots}


def take(browser, step):
    """The step's problems, and whether the walk goes on."""
    verbs = {
        "open": browser.open, "signIn": browser.sign_in, "fill": browser.fill, "draw": browser.draw, "click": browser.click,
        "press": browser.press, "pass": browser.pass_minutes, "expect": browser.expect,
        "expectNot": browser.expect_not, "expectPath": browser.expect_path, "expectFields": browser.expect_fields,
        "look": browser.look,
    }
    named = [key for key in step if key in verbs]
    if len(named) != 1:
        return [f"a step has one of {', '.join(verbs)}"], False
    try:
        return verbs[named[0]](step[named[0]]) or [], True
    except StepFailed as failure:
        return [str(failure)], False


if __name__ == "__main__":
    sys.exit(main())
