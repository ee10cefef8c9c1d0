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

// After a move the entry keeps the focus.
const moved = location.hash.startsWith("#slot-") && document.getElementById(location.hash.slice(1));
if (moved) moved.querySelector("a").focus();
