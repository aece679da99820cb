"""The one client for all systems: a kept-alive connection, cookies, the forms of a page, and many clients at once."""

import http.client
import threading
import time
from html.parser import HTMLParser
from urllib.parse import urlencode


class Browser:
    """One signed-in person. Others may ask with the same cookies over connections of their own."""

    def __init__(self, port, cookies=None):
        self.port = port
        self.cookies = dict(cookies or {})
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, method, path, fields=None):
        origin = f"http://127.0.0.1:{self.port}"
        headers = {"Origin": origin, "Referer": origin + "/", "Accept-Language": "zh-CN"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            body = urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            answer = self.answer(method, path, body, headers)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            # Kept alive too long: the server closed it before this was sent.
            self.connection.close()
            answer = self.answer(method, path, body, headers)
        content = answer.read()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name.strip()] = value
        return answer.status, answer.headers, content

    def answer(self, method, path, body, headers):
        self.connection.request(method, path, body, headers)
        return self.connection.getresponse()

    def get(self, path):
        return self.ask("GET", path)

    def form(self, path, action):
        """What the form that is sent to this address would send if nothing were typed."""
        status, _, content = self.get(path)
        forms = Forms()
        forms.feed(content.decode())
        if status != 200 or action not in forms.found:
            raise SystemExit(f"no form to {action} at {path}: {status}, {sorted(forms.found)}")
        return forms.found[action]


class Forms(HTMLParser):
    """The forms of a page by the address they are sent to, with the fields as they stand."""

    def __init__(self):
        super().__init__()
        self.found = {}
        self.fields = {}
        self.select = None

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "form":
            # Two forms to one address: the first is the page's own.
            self.fields = {}
            self.found.setdefault(has.get("action", ""), self.fields)
        elif tag == "input" and has.get("name") and has.get("type") not in ("submit", "file", "button"):
            if has.get("type") not in ("checkbox", "radio") or "checked" in has:
                self.fields[has["name"]] = has.get("value") or ""
        elif tag == "select":
            self.select = has.get("name")
        elif tag == "option" and self.select and "selected" in has:
            self.fields[self.select] = has.get("value") or ""
        elif tag == "textarea" and has.get("name"):
            self.fields.setdefault(has["name"], "")


def load(browser, requests, wanted, clients, seconds=None):
    """Many clients, each the next request as soon as it has the answer, from a place of its own in the list and round; without
    seconds each request once. Answers the number a second, the times in milliseconds ascending, failures, and bytes."""
    times, failures, size, lock = [], [], [0], threading.Lock()
    left = iter(requests) if seconds is None else None
    end = None if seconds is None else time.monotonic() + seconds

    def work(number):
        own, mine = Browser(browser.port, browser.cookies), []
        place = number * len(requests) // clients
        while True:
            if left is None:
                if time.monotonic() >= end:
                    break
                request, place = requests[place % len(requests)], place + 1
            else:
                with lock:
                    request = next(left, None)
                if request is None:
                    break
            own.cookies = dict(browser.cookies)
            sent = time.monotonic()
            try:
                status, _, content = own.ask(*request)
            except (OSError, http.client.HTTPException) as problem:
                failures.append(repr(problem))
                own = Browser(browser.port, browser.cookies)
                continue
            if status == wanted:
                mine.append((time.monotonic() - sent) * 1000)
                size[0] += len(content)
            else:
                failures.append(status)
        with lock:
            times.extend(mine)

    began = time.monotonic()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    return len(times) / took, sorted(times), failures, size[0] // max(1, len(times))
