// Everything works without this file. It asks before typed words are lost, leads to what is wrong,
// answers while one types, prints, finds the search box, and warns before a session ends.
"use strict";

document.querySelector(".summary[role=alert]")?.focus();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The key / leads to the search box, unless one is typing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = [...document.querySelectorAll("input[type=search]")].find((one) => one.offsetParent);
  if (box) {
    event.preventDefault();
    box.focus();
  }
});

// Two minutes before the session ends one may stay; afterwards the page says how not to lose what is typed.
for (const warning of document.querySelectorAll("[data-session]")) {
  const ended = document.querySelector("[data-ended]");
  const stay = warning.querySelector("[data-stay]");
  const minute = 60_000;
  let timers = [];
  function start() {
    timers.forEach(clearTimeout);
    warning.hidden = ended.hidden = true;
    const left = Number(warning.dataset.session) * minute;
    timers = [
      setTimeout(() => { warning.hidden = false; }, left - 2 * minute),
      setTimeout(() => { warning.hidden = true; ended.hidden = false; }, left),
    ];
  }
  stay.addEventListener("click", async () => {
    try {
      const answer = await fetch(stay.dataset.stay);
      if (answer.ok && !answer.redirected) start();
      else { warning.hidden = true; ended.hidden = false; }
    } catch {
      // The line is down: the warning stays, and one may press again.
    }
  });
  start();
}

// A form with data-guard asks before it is left with changes; data-changed says that it has some already.
const changed = new Set(document.querySelectorAll("form[data-guard][data-changed]"));
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) changed.add(form);
});
document.addEventListener("submit", (event) => changed.delete(event.target));
window.addEventListener("beforeunload", (event) => {
  if (changed.size) event.preventDefault();
});

// A form with data-live sends its fields, without files, to that path while one types,
// and puts the element of the answer with the id data-target in the place of ours.
for (const form of document.querySelectorAll("form[data-live]")) {
  let timer, request;
  form.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 300);
  });
  form.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 300);
  });

  async function ask() {
    request?.abort();
    request = new AbortController();
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    try {
      const answer = await fetch(form.dataset.live, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "HX-Request": "true", "HX-Target": form.dataset.target },
        signal: request.signal,
      });
      if (answer.ok && !answer.redirected) replace(form.dataset.target, await answer.text());
    } catch {
      // The line is down or a newer question was asked: the old answer stays until the next one.
    }
  }
}

// The live region itself stays, only what it says changes: so it is read out once.
function replace(id, text) {
  const ours = document.getElementById(id);
  const theirs = new DOMParser().parseFromString(text, "text/html").getElementById(id);
  if (!ours || !theirs || ours.innerHTML === theirs.innerHTML) return;
  ours.className = theirs.className;
  ours.replaceChildren(...theirs.childNodes);
}
