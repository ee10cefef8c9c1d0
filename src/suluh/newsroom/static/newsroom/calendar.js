// Entries of the calendar move by dragging, or with Alt and the arrow keys. Without this file the entry's page moves it.

const form = document.getElementById("pindah");
const DAYS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function move(slot, day) {
  form.action = form.dataset.address.replace("/0/", `/${slot}/`);
  form.elements.tanggal.value = day;
  form.submit();
}

function shifted(day, by) {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}

for (const entry of document.querySelectorAll("[data-slot]")) {
  entry.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", entry.dataset.slot);
    event.dataTransfer.effectAllowed = "move";
  });
  entry.addEventListener("keydown", (event) => {
    const cell = entry.closest("[data-day]");
    if (!event.altKey || !(event.key in DAYS) || !cell) return;
    event.preventDefault();
    move(entry.dataset.slot, shifted(cell.dataset.day, DAYS[event.key]));
  });
}

for (const cell of document.querySelectorAll("[data-day]")) {
  cell.addEventListener("dragover", (event) => {
    event.preventDefault();
    cell.classList.add("over");
  });
  cell.addEventListener("dragleave", () => cell.classList.remove("over"));
  cell.addEventListener("drop", (event) => {
    event.preventDefault();
    cell.classList.remove("over");
    const slot = event.dataTransfer.getData("text/plain");
    if (/^\d+$/.test(slot)) move(slot, cell.dataset.day);
  });
}

// A finger holds an entry for a moment, then carries it; before that it scrolls the page as ever.
const HOLD = 350;
let held;

function carried(touch) {
  const cell = document.elementFromPoint(touch.clientX, touch.clientY)?.closest("[data-day]");
  for (const other of document.querySelectorAll(".over")) if (other !== cell) other.classList.remove("over");
  cell?.classList.add("over");
  return cell;
}

for (const entry of document.querySelectorAll("[data-slot]")) {
  let timer;
  entry.addEventListener("touchstart", () => {
    timer = setTimeout(() => {
      held = entry;
      entry.classList.add("held");
    }, HOLD);
  }, { passive: true });
  entry.addEventListener("touchmove", (event) => {
    if (held !== entry) return clearTimeout(timer);
    event.preventDefault();
    carried(event.touches[0]);
  }, { passive: false });
  const released = (event) => {
    clearTimeout(timer);
    if (held !== entry) return;
    held = undefined;
    entry.classList.remove("held");
    event.preventDefault();
    const cell = event.type === "touchend" && carried(event.changedTouches[0]);
    for (const other of document.querySelectorAll(".over")) other.classList.remove("over");
    if (cell && cell !== entry.closest("[data-day]")) move(entry.dataset.slot, cell.dataset.day);
  };
  entry.addEventListener("touchend", released);
  entry.addEventListener("touchcancel", released);
  entry.addEventListener("contextmenu", (event) => held === entry && event.preventDefault());
}

// After a move the browser gives the focus to the entry; where a full day does not show it, the way back has it.
if (location.hash.startsWith("#slot-") && !document.getElementById(location.hash.slice(1))) {
  document.querySelector("[data-back]")?.focus();
}
