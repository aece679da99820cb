// Everything works without this file. It asks before typed words are lost, leads to what is wrong,
// answers while one types, and prints.
"use strict";

document.querySelector(".summary[role=alert]")?.focus();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
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
