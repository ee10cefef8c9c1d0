// Small comforts. Every page works without this file.

// Copy buttons: <button data-copy="id-of-text" data-done="words"> copies the text of that element.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    const text = "value" in source ? source.value : source.textContent;
    try {
      await navigator.clipboard.writeText(text);
      toast(button.dataset.done);
    } catch {
      source.closest("details")?.setAttribute("open", "");
      source.focus();
      source.select?.();
    }
  });
}

// Toasts: one at a time; they leave after 6 s, or 12 s while something in them has focus or the pointer.
function leave(note) {
  const stay = note.matches(":hover, :focus-within") ? 6000 : 0;
  if (stay) setTimeout(() => note.remove(), stay);
  else note.remove();
}

export function toast(words) {
  const shelf = document.querySelector(".toasts");
  const note = document.createElement("div");
  note.className = "toast";
  note.textContent = words;
  shelf.replaceChildren(note);
  setTimeout(() => leave(note), 6000);
}

for (const note of document.querySelectorAll("[data-toast]")) setTimeout(() => leave(note), 6000);

// A menu closes with Escape or a click elsewhere.
const menus = document.querySelectorAll("details.menu");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (!menu.open) continue;
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target)) menu.open = false;
});

// Filters send themselves when a choice changes.
for (const choice of document.querySelectorAll("[data-send]")) choice.addEventListener("change", () => choice.form.requestSubmit());

// Long lists of ticks are searched by a word; what is ticked stays in sight.
for (const list of document.querySelectorAll("[data-sift]")) {
  const seek = document.createElement("input");
  seek.type = "search";
  seek.className = "input";
  seek.placeholder = list.dataset.sift;
  seek.setAttribute("aria-label", list.dataset.sift);
  seek.setAttribute("aria-controls", list.id);
  seek.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  seek.addEventListener("input", () => {
    const word = seek.value.trim().toLowerCase();
    for (const line of list.querySelectorAll("label"))
      line.hidden = !line.control.checked && !line.textContent.toLowerCase().includes(word);
  });
  list.before(seek);
}

// Tray for comparing: names of the ticked rows, two to four of them.
const tray = document.querySelector("[data-tray]");
if (tray) {
  const ticks = [...document.querySelectorAll("input[data-compare]")];
  const list = tray.querySelector("ul");
  const said = tray.querySelector("[data-count]");
  const show = () => {
    const chosen = ticks.filter((tick) => tick.checked);
    for (const tick of ticks) {
      tick.disabled = !tick.checked && chosen.length >= 4;
      tick.closest("tr").classList.toggle("on", tick.checked);
    }
    tray.hidden = chosen.length === 0;
    list.replaceChildren(
      ...chosen.map((tick) => {
        const entry = document.createElement("li");
        entry.textContent = tick.dataset.compare;
        const band = tick.closest("tr").querySelector(".pita")?.cloneNode(true);
        if (band) entry.append(band);
        return entry;
      }),
    );
    said.textContent = said.dataset.count.replace("0", chosen.length);
  };
  for (const tick of ticks) tick.addEventListener("change", show);
  tray.querySelector("[data-clear]").addEventListener("click", (event) => {
    event.preventDefault();
    for (const tick of ticks) tick.checked = false;
    show();
    ticks[0]?.focus();
  });
  show();
}

// What waits: a number that may be old is asked for anew by whoever stays; who hops on makes nothing be counted.
const STAYS = 2000;
async function askAnew(count) {
  const answer = await fetch(count.dataset.ask).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const number = await answer.json();
  count.textContent = number;
  count.hidden = number === 0;
}
for (const count of document.querySelectorAll(".count[data-ask]")) setTimeout(askAnew, STAYS, count);
