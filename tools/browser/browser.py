"""A headless Chromium that finds things as a person does: by their labels and their words."""

import base64
import pathlib
import shutil

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException, WebDriverException
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOWN_TEXT = "return arguments[0].innerText || arguments[0].value || arguments[0].getAttribute('aria-label') || ''"
WIDER = """
  const wide = arguments[0], found = [];
  if (document.documentElement.scrollWidth <= wide) return found;
  for (const e of document.body.querySelectorAll('*'))
    if (e.getBoundingClientRect().right > wide + 1)
      found.push(e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.className ? '.' + e.className : ''));
  return found.length ? found.slice(0, 5) : ['the page'];
"""
RUN_AXE = """
  const done = arguments[arguments.length - 1];
  axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']})
    .then(r => done(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.target.join(' '))}))))
    .catch(e => done([{id: 'axe', help: String(e), nodes: []}]));
"""
# A page's waits of half a minute and more stand still until a walk lets the time pass.
CLOCK = """
  (() => {
    const { setTimeout: set, clearTimeout: clear } = window, held = new Map();
    let now = 0, last = 1e9;
    window.setTimeout = (act, wait, ...rest) => {
      if (!(wait >= 30000)) return set(act, wait, ...rest);
      held.set(++last, {at: now + wait, act});
      return last;
    };
    window.clearTimeout = (id) => { if (!held.delete(id)) clear(id); };
    window.passMinutes = (minutes) => {
      const end = now + minutes * 60000;
      for (;;) {
        const next = [...held].filter(([, one]) => one.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!next) break;
        held.delete(next[0]);
        now = next[1].at;
        next[1].act();
      }
      now = end;
    };
  })()
"""


class StepFailed(Exception):
    pass


def is_gone(element):
    """Of a page that gave way to the next: the driver says so in more than one way."""
    try:
        element.is_enabled()
        return False
    except WebDriverException:
        return True


class Browser:
    def __init__(self, base, out, language, widths, timeout):
        self.base, self.out, self.language, self.widths, self.timeout = base, out, language, widths, timeout
        self.screenshots = []

    def __enter__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
            options.add_argument(argument)
        tags = {"zh": "zh-CN,zh", "en": "en-GB,en"}[self.language]
        options.add_argument(f"--lang={tags.split(',')[0]}")
        options.add_experimental_option("prefs", {"intl.accept_languages": tags})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        self.driver.set_page_load_timeout(self.timeout)
        self.driver.set_script_timeout(60)
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": CLOCK})
        self.set_width(self.widths[0])
        return self

    def __exit__(self, *_):
        self.driver.quit()

    # Going about

    def open(self, path):
        self.guarded(lambda: self.driver.get(self.base + path))

    def path(self):
        return self.driver.current_url.removeprefix(self.base)

    def sign_in(self, account):
        self.open(account.get("at", "/sign-in"))
        self.fill({"login": account["login"], "password": account["password"]})
        form = self.driver.find_element(By.NAME, "password").find_element(By.XPATH, "./ancestor::form")
        button = form.find_element(By.CSS_SELECTOR, "button:not([type=button]), input[type=submit]")
        self.guarded(lambda: button.click())
        # On a busy machine the click may come back before the form is sent; the next step would overtake it.
        self.guarded(lambda: WebDriverWait(self.driver, self.timeout).until(lambda _: is_gone(form)))

    def click(self, text):
        target = self.named_by_text(text)
        self.guarded(lambda: target.click())

    def press(self, keys):
        for key in [keys] if isinstance(keys, str) else keys:
            active = self.driver.switch_to.active_element
            self.guarded(lambda: active.send_keys(getattr(Keys, key.upper(), key)))

    def pass_minutes(self, minutes):
        self.driver.execute_script("passMinutes(arguments[0])", minutes)

    # Filling

    def fill(self, values):
        for name, value in values.items():
            self.fill_one(self.field(name, value), name, value)

    def draw(self, strokes):
        canvas = self.driver.find_element(By.TAG_NAME, "canvas")
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", canvas)
        box = self.driver.execute_script("const b = arguments[0].getBoundingClientRect(); return [b.x, b.y, b.width, b.height]", canvas)
        pointer = ActionBuilder(self.driver, mouse=PointerInput("pen", "pen"), duration=20)
        for stroke in strokes:
            points = [
                (round(box[0] + x * box[2] / 100), round(box[1] + y * box[3] / 100))
                for x, y in zip(stroke[::2], stroke[1::2])
            ]
            pointer.pointer_action.move_to_location(*points[0])
            pointer.pointer_action.pointer_down()
            for point in points[1:]:
                pointer.pointer_action.move_to_location(*point)
            pointer.pointer_action.pointer_up()
        self.guarded(pointer.perform)

    def fill_one(self, field, name, value):
        tag, kind = field.tag_name, (field.get_attribute("type") or "").lower()
        if tag == "select":
            self.choose(Select(field), name, str(value))
        elif kind in ("checkbox", "radio"):
            if field.is_selected() != bool(value):
                self.guarded(field.click)
        elif kind == "file":
            paths = value if isinstance(value, list) else [value]
            field.send_keys("\n".join(str(pathlib.Path(path).resolve()) for path in paths))
        elif kind in ("date", "time", "datetime-local", "month"):
            # Typed dates depend on the browser's locale; a value does not.
            self.driver.execute_script(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                field, str(value))
        else:
            field.clear()
            self.guarded(lambda: field.send_keys(str(value)))

    def choose(self, select, name, wanted):
        for option in select.options:
            if wanted in (option.get_attribute("value"), " ".join(option.text.split())):
                return option.click()
        raise StepFailed(f"“{name}” has no option “{wanted}”: " + ", ".join(o.text for o in select.options[:20]))

    def field(self, name, value):
        """By its name (with its value, for radio buttons and check boxes), then by the words of its label."""
        named = self.driver.find_elements(By.NAME, name)
        if len(named) > 1 and isinstance(value, str):
            for field in named:
                if field.get_attribute("value") == value:
                    return field
        if named:
            return next((field for field in named if field.get_attribute("type") != "hidden"), named[0])
        for label in self.driver.find_elements(By.TAG_NAME, "label"):
            words = " ".join(label.text.split())
            if words and (words == name or words.startswith(name)):
                target = label.get_attribute("for")
                inside = label.find_elements(By.CSS_SELECTOR, "input, select, textarea")
                return self.driver.find_element(By.ID, target) if target else inside[0]
        raise StepFailed(f"no field is named or labelled “{name}” on {self.path()}")

    # Expecting

    def expect(self, text):
        try:
            self.soon(lambda _: text in self.page_text())
        except TimeoutException:
            raise StepFailed(f"“{text}” is not on {self.path()}") from None

    def expect_not(self, text):
        try:
            self.soon(lambda _: text not in self.page_text())
        except TimeoutException:
            raise StepFailed(f"“{text}” is on {self.path()}") from None

    def soon(self, condition):
        """Waits for what a page does by itself no longer than for a page."""
        WebDriverWait(self.driver, self.timeout, 0.05, [StaleElementReferenceException]).until(condition)

    def expect_fields(self, values):
        for name, value in values.items():
            there = self.field(name, value).get_attribute("value")
            if there != value:
                raise StepFailed(f"“{name}” holds “{there}”, not “{value}”, on {self.path()}")

    def expect_path(self, path):
        if self.path().split("?")[0] != path:
            raise StepFailed(f"on {self.path()}, not on {path}")

    def page_text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    # Looking

    def look(self, name):
        problems = []
        for width in self.widths:
            self.set_width(width)
            self.keep(name)
            wider = self.driver.execute_script(WIDER, width)
            if wider:
                problems.append(f"{width} px: scrolls sideways because of {', '.join(wider)}")
            problems += [f"{width} px: {finding}" for finding in self.axe()]
        self.set_width(self.widths[0])
        return problems

    def axe(self):
        if not self.driver.execute_script("return 'axe' in window"):
            self.driver.execute_script(AXE.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(RUN_AXE, RULES)
        return [f"axe {v['id']}: {v['help']}: {'; '.join(v['nodes'][:3])}" for v in found]

    def keep(self, name):
        """A screenshot of the whole page at the present width, where pictures are kept."""
        if not self.out:
            return
        picture = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
        file = self.out / f"{name}-{self.language}-{self.width}.png"
        file.write_bytes(base64.b64decode(picture["data"]))
        self.screenshots.append(str(file))

    def set_width(self, width):
        self.width = width
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})

    def console_problems(self):
        """Script errors and breaches of the page's policy; an answer of 4xx is the page's own business."""
        entries = [entry for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        return [f"console: {entry['message']}" for entry in entries if "Failed to load resource" not in entry["message"]]

    # Finding

    def named_by_text(self, text):
        """The visible button or link with exactly these words, else the only one that contains them."""
        containing = []
        for element in self.driver.find_elements(By.CSS_SELECTOR, "button, a, summary, input[type=submit], [role=button]"):
            if not element.is_displayed():
                continue
            words = " ".join(self.driver.execute_script(SHOWN_TEXT, element).split())
            if words == text:
                return element
            if text in words:
                containing.append((words, element))
        if len(containing) == 1:
            return containing[0][1]
        found = ", ".join(words for words, _ in containing) or "none contains it"
        raise StepFailed(f"no button or link “{text}” on {self.path()} ({found})")

    def guarded(self, act):
        """The driver itself waits for the page that an act leads to."""
        try:
            act()
        except WebDriverException as failure:
            raise StepFailed(f"on {self.path()}: {str(failure.msg).splitlines()[0]}") from failure

