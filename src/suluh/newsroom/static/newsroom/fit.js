// The part that is kept follows a finger on the picture and the sliders. Without this file the sliders alone choose it.

const figure = document.querySelector("[data-cutting]");
const form = figure?.closest("form");
const picture = figure?.querySelector("img");
const kept = figure?.querySelector(".kept");
const veil = figure?.querySelector(".veil");
const SIDES = { across: ["x", "width"], down: ["y", "height"] };

function place(name) {
  const slider = form.elements[name];
  const [edge, side] = SIDES[name];
  const whole = Number(picture.getAttribute(side));
  const part = kept[side].baseVal.value;
  if (slider) kept.setAttribute(edge, Math.min(Math.max((whole * slider.value) / 100 - part / 2, 0), whole - part));
}

function show() {
  for (const name of Object.keys(SIDES)) place(name);
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => kept[name].baseVal.value);
  const whole = `M0 0H${picture.getAttribute("width")}V${picture.getAttribute("height")}H0Z`;
  veil.setAttribute("d", `${whole}M${x} ${y}h${width}v${height}h${-width}Z`);
}

function touched(event) {
  const edges = picture.getBoundingClientRect();
  const found = { across: (event.clientX - edges.left) / edges.width, down: (event.clientY - edges.top) / edges.height };
  for (const [name, share] of Object.entries(found)) {
    if (form.elements[name]) form.elements[name].value = Math.round(100 * Math.min(Math.max(share, 0), 1));
  }
  show();
}

if (figure) {
  form.addEventListener("input", show);
  figure.addEventListener("pointerdown", (event) => {
    figure.setPointerCapture(event.pointerId);
    touched(event);
  });
  figure.addEventListener("pointermove", (event) => {
    if (figure.hasPointerCapture(event.pointerId)) touched(event);
  });
  show();
}
