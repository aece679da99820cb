// Everything works without this file. It asks before typed words are lost, leads to what is wrong,
// answers while one types, takes a signature, prints, finds the search box, and warns before a session ends.
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

// A box with data-pad takes a signature on its canvas: the strokes stand as compact JSON in the hidden field of that name,
// and are drawn again when a form comes back.
for (const pad of document.querySelectorAll("[data-pad]")) {
  const canvas = pad.querySelector("canvas");
  const field = pad.querySelector("input[type=hidden]");
  pad.hidden = false;
  document.querySelectorAll("[data-without-pad]").forEach((words) => { words.hidden = true; });
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const density = window.devicePixelRatio || 1;
  let { strokes, ...kept } = { width, height, strokes: [] };
  try {
    if (field.value) ({ strokes, ...kept } = JSON.parse(field.value));
  } catch {
    // What came back is no drawing: one signs anew.
  }
  canvas.width = width * density;
  canvas.height = height * density;
  const pen = canvas.getContext("2d");
  pen.strokeStyle = getComputedStyle(canvas).color;
  pen.scale(canvas.width / kept.width, canvas.height / kept.height);
  pen.lineWidth = 3;
  pen.lineCap = pen.lineJoin = "round";
  function draw(stroke, from = 2) {
    pen.beginPath();
    pen.moveTo(stroke[from - 2], stroke[from - 1]);
    for (let i = from; i < Math.max(stroke.length, 3); i += 2) pen.lineTo(stroke[i] ?? stroke[0], stroke[i + 1] ?? stroke[1]);
    pen.stroke();
  }
  strokes.forEach((stroke) => draw(stroke));

  let stroke;
  function add(event) {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.min(Math.max(Math.round(value), 0), most);
    const x = within((event.clientX - box.left) * kept.width / box.width, kept.width);
    const y = within((event.clientY - box.top) * kept.height / box.height, kept.height);
    if (stroke.length && Math.hypot(x - stroke.at(-2), y - stroke.at(-1)) < 2) return;
    stroke.push(x, y);
    draw(stroke, Math.max(stroke.length - 2, 2));
  }
  canvas.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    strokes.push(stroke = []);
    add(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!stroke || !event.isPrimary) return;
    const points = event.getCoalescedEvents?.() ?? [];
    (points.length ? points : [event]).forEach(add);
  });
  function end() {
    if (!stroke) return;
    stroke = undefined;
    field.value = JSON.stringify({ ...kept, strokes });
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  pad.querySelector("[data-clear]").addEventListener("click", () => {
    strokes = [];
    field.value = "";
    pen.clearRect(0, 0, kept.width, kept.height);
  });
}

// A form with data-live sends its fields, without files, to that path while one types,
// and puts the element of the answer with the id data-target in the place of ours.
// With data-minutes it asks by itself too, every few seconds, for so long.
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
  let rounds = Number(form.dataset.minutes ?? 0) * 15;
  if (rounds) round();
  // Once anything is sent, no question may come after it.
  document.addEventListener("submit", () => {
    rounds = 0;
    clearTimeout(timer);
    request?.abort();
  });

  async function round() {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    if (rounds-- <= 0) return;
    if (!document.hidden) await ask();
    round();
  }

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

// A region with data-await is still being made: the page is asked again, ever more slowly, until the region is whole. Where
// the region is gone, the page has become another and is loaded anew.
for (const region of document.querySelectorAll("[data-await]")) again(region.id, 1);

async function again(id, seconds) {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  let isWhole = false;
  try {
    const answer = await fetch(location.href);
    if (!answer.ok || answer.redirected) return;
    const text = await answer.text();
    const theirs = new DOMParser().parseFromString(text, "text/html").getElementById(id);
    if (!theirs) return location.reload();
    isWhole = !theirs.matches("[data-await]");
    if (isWhole) replace(id, text);
  } catch {
    // The line is down: the next round may find it up again.
  }
  if (!isWhole && seconds < 30) again(id, seconds * 2);
}

// The live region itself stays, only what it says changes: so it is read out once.
function replace(id, text) {
  const ours = document.getElementById(id);
  const theirs = new DOMParser().parseFromString(text, "text/html").getElementById(id);
  if (!ours || !theirs || ours.innerHTML === theirs.innerHTML) return;
  ours.className = theirs.className;
  ours.replaceChildren(...theirs.childNodes);
}
