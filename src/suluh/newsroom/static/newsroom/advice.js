// Writing help under the form of a phone: asked for after a field is left, never while a letter is typed. It holds
// nothing up: without a network it says so, and asks again once there is one.

import { whoSends } from "./sending.js";

const PAUSE = 600;

export function helped(form, say) {
  const place = document.querySelector("[data-advice]");
  let soon;
  let asked = "";

  async function told() {
    const words = new FormData(form);
    words.delete("photos");
    if (!words.get("text").trim()) return;
    const now = JSON.stringify([...words]);
    if (now === asked) return;
    if (!navigator.onLine) return said(say.sayAdviceLater);
    try {
      if (!say.owner) words.set("csrfmiddlewaretoken", (await whoSends(say.who)).csrf);
      const answer = await fetch(say.check, { method: "POST", body: words, headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) return said(say.sayAdviceLater);
      place.innerHTML = await answer.text();
      asked = now;
    } catch {
      said(say.sayAdviceLater);
    }
  }

  function said(sentence) {
    const line = document.createElement("p");
    line.className = "small muted";
    line.textContent = sentence;
    place.replaceChildren(line);
  }

  function later() {
    clearTimeout(soon);
    soon = setTimeout(told, PAUSE);
  }

  form.addEventListener("change", later);
  addEventListener("online", later);
  addEventListener("offline", later);
  document.querySelector("[data-look]").addEventListener("click", (event) => {
    event.preventDefault();
    asked = "";
    told();
  });
  later();
}
