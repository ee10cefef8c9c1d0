// The form of a story: every letter is kept on the phone, photos are made small, and what cannot be sent now waits.
// Without this file, or without a place to keep drafts, the form is an ordinary one.

import { blobDrop, blobKeep, blobRead, draftDrop, draftKeep, draftRead, draftsOf, isFull, knownKeep, knownRead, sharedTake } from "./drafts.js";
import { Offline, sendAll, sendUnkept, SignedOut } from "./sending.js";

// What the first moment does not need comes after it.
const photos = () => import("./photos.js");
const toast = async (words) => (await import("../suluh/suluh.js")).toast(words);
const MOST = 10;
const AGAIN = 20_000;
const form = document.querySelector("[data-submission]");
const say = form.dataset;
const part = (name) => document.querySelector(`[data-${name}]`);
const shelf = part("list");
const button = part("button");
const status = part("status");
const units = part("units");
const holder = () => document.cookie.match(/(?:^|; )suluh_pengirim=([^;]*)/)?.[1] ?? "";
const owner = say.owner || holder();
const fields = [...form.elements].filter((box) => box.name && !["photos", "medium", "drop", "token", "csrfmiddlewaretoken"].includes(box.name) && !box.name.startsWith("alt-"));
if (units) form.elements.happens_on.value = localDay(new Date());
const blank = Object.fromEntries(fields.map((box) => [box.name, box.value]));

const unkept = new Map(); // photos for which the phone had no room, by their token

let draft;
let leaving = "";

function begun(token) {
  const unit = units?.value || say.unit;
  form.elements.token.value = token;
  return {
    token,
    owner,
    unit,
    unitName: units?.selectedOptions[0]?.textContent || say.unitName,
    send: say.send.replace("/0/", `/${unit}/`),
    take: say.take.replace("/0/", `/${unit}/`),
    begun: Date.now(),
    state: "writing",
    fields: { ...blank },
    media: [],
    faults: [],
  };
}

const touched = () => draft.media.length > 0 || Object.entries(draft.fields).some(([name, value]) => value !== blank[name]);

async function kept() {
  draft.fields = Object.fromEntries(fields.map((box) => [box.name, box.value]));
  for (const medium of draft.media) medium.alt = shelf.querySelector(`[name="alt-${medium.token}"]`)?.value ?? medium.alt;
  try {
    if (!touched()) return await draftDrop(draft);
    draft.edited = Date.now();
    await draftKeep({ ...draft, media: draft.media.filter((medium) => !unkept.has(medium.token)) });
    part("full").hidden = unkept.size === 0;
  } catch (fault) {
    full(fault);
  }
}

// A phone without room says so at once; what stands in the form can still be sent while there is a connection.
function full(fault) {
  if (!isFull(fault)) throw fault;
  part("full").hidden = false;
}

// Photos

async function shown(medium, blob) {
  const shot = document.getElementById("bidikan").content.firstElementChild.cloneNode(true);
  const box = shot.querySelector(".input");
  const label = shot.querySelector("label");
  shot.dataset.token = shot.querySelector("[name=medium]").value = medium.token;
  box.name = box.id = label.htmlFor = `alt-${medium.token}`;
  box.value = medium.alt;
  label.textContent = medium.kind === "video" ? say.sayVideo : say.sayPhoto;
  shot.querySelector("canvas").setAttribute("aria-label", medium.name);
  if (blob) {
    shot.querySelector("[data-weight]").textContent = `${Math.max(1, Math.round(blob.size / 1000)).toLocaleString("id-ID")} KB`;
  }
  shot.querySelector("[data-drop]").addEventListener("click", () => dropped(medium.token));
  shelf.append(shot);
  if (blob && medium.kind === "photo") (await photos()).drawn(shot.querySelector("canvas"), blob);
}

async function dropped(token) {
  draft.media = draft.media.filter((medium) => medium.token !== token);
  shelf.querySelector(`[data-token="${token}"]`).remove();
  unkept.delete(token);
  await blobDrop(token);
  await kept();
}

async function taken(file) {
  if (draft.media.length >= MOST) return toast(say.sayMost);
  const { prepared, Unfit } = await photos();
  try {
    const { blob, kind } = await prepared(file);
    const medium = { token: crypto.randomUUID(), kind, name: file.name || "foto.jpg", alt: "", sent: false };
    await blobKeep(medium.token, blob).catch((fault) => {
      full(fault);
      unkept.set(medium.token, blob);
    });
    navigator.storage.persist?.();
    draft.media.push(medium);
    shown(medium, blob);
    dayOf(file);
    await kept();
  } catch (fault) {
    if (!(fault instanceof Unfit)) throw fault;
    toast(fault.message === "heavy" ? say.sayHeavy : say.sayUnreadable);
  }
}

// The day of the photo is the day of the event, as long as nobody chose another.
function dayOf(file) {
  const day = form.elements.happens_on;
  if (day.value !== blank.happens_on || !file.lastModified || draft.media.length > 1) return;
  day.value = localDay(new Date(file.lastModified));
}

function localDay(moment) {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

// Drafts

async function restored(found) {
  draft = found;
  draft.state = "writing";
  for (const box of fields) if (box.name in draft.fields) box.value = draft.fields[box.name];
  form.elements.token.value = draft.token;
  if (units) units.value = draft.unit;
  shelf.replaceChildren();
  for (const medium of draft.media) shown(medium, await blobRead(medium.token));
  await draftKeep(draft);
}

async function cleared() {
  for (const box of fields) box.value = blank[box.name];
  shelf.replaceChildren();
  draft = begun(crypto.randomUUID());
}

// Another window may have written on, or sent what stands here; another person may hold the phone by now.
async function current() {
  if (document.visibilityState !== "visible") return;
  if (holder() !== owner) return location.reload();
  const found = await draftRead(draft.token);
  if (found ? found.state !== "writing" : draft.edited) await cleared();
  else if (found && found.edited > draft.edited) await restored(found);
  await queueShown();
}

async function queueShown() {
  const waiting = (await draftsOf(owner)).filter((one) => one.state !== "writing");
  part("queue").replaceChildren(...waiting.map(entry));
  part("waiting").hidden = waiting.length === 0;
}

function why({ faults, status }) {
  const words = { 403: say.sayForbidden, 404: say.sayNowhere, 413: say.sayTooLarge };
  return faults.join(" ") || (words[status] ?? say.sayStrange);
}

function entry(one) {
  const line = document.createElement("li");
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = one.fields.title || one.fields.text.slice(0, 80);
  const state = document.createElement("span");
  state.className = "small muted";
  state.textContent = `${one.unitName} · ${one.state === "refused" ? `${say.sayRefused}: ${why(one)}` : say.sayWaits}`;
  line.append(name, state);
  const mend = document.createElement("button");
  mend.type = "button";
  mend.className = "btn";
  mend.textContent = say.sayMend;
  mend.addEventListener("click", () => mended(one.token));
  line.append(mend);
  return line;
}

// A draft that waits comes back into the form; what was being written there comes back once this one is sent.
async function mended(token) {
  await kept();
  const found = await draftRead(token);
  if (found) await restored(found);
  await queueShown();
  form.scrollIntoView();
}

// Sending

function told(words) {
  status.textContent = words;
  status.hidden = !words;
}

function progress({ what, draft: one, n, all, address }) {
  if (what === "photo") told(say.saySending.replace("{n}", n).replace("{all}", all));
  if (what === "words") told(say.saySendingWords);
  if (what === "refused") told(one === draft ? why(one) : "");
  if (what !== "sent") return;
  told("");
  if (one.token === leaving) location.assign(address);
  else toast(say.saySent.replace("{title}", one.fields.title || one.fields.text.slice(0, 40)));
}

async function send() {
  const waiting = (await draftsOf(owner)).some((one) => one.state === "queued");
  if (!waiting) return;
  try {
    await sendAll(say.who, progress);
    part("signed-out").hidden = true;
  } catch (fault) {
    if (!(fault instanceof Offline || fault instanceof SignedOut)) throw fault;
    told(fault instanceof SignedOut ? "" : say.sayKept);
    part("signed-out").hidden = !(fault instanceof SignedOut);
  }
  leaving = "";
  await queueShown();
}

async function submitted(event) {
  if (event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  if (!form.reportValidity()) return;
  await kept();
  leaving = draft.token;
  if (!part("full").hidden) return straight();
  draft.state = "queued";
  await draftKeep(draft);
  await cleared();
  await queueShown();
  if (!navigator.onLine) await handedOver();
  await send();
  if (!part("waiting").hidden) await handedOver();
}

// Without room nothing can wait: it goes now or stays in the form.
async function straight() {
  try {
    await sendUnkept(say.who, draft, unkept, progress);
  } catch (fault) {
    if (!(fault instanceof Offline || fault instanceof SignedOut)) throw fault;
    part("signed-out").hidden = !(fault instanceof SignedOut);
    part("full").scrollIntoView({ block: "center" });
  }
}

// The browser sends what waits once there is a connection, also while the form is closed, where it can.
async function handedOver() {
  const worker = await navigator.serviceWorker?.getRegistration(say.scope);
  await worker?.sync?.register("suluh-kirim").catch(() => {});
}

function connection() {
  const off = !navigator.onLine;
  part("offline").hidden = !off;
  button.textContent = off ? say.sayLater : say.saySend;
  if (!off) send();
}

async function unitsShown() {
  const known = await knownRead(owner);
  part("nobody").hidden = Boolean(known);
  units.replaceChildren(...(known?.units ?? []).map((unit) => new Option(unit.name, unit.slug)));
}

// Opened once with a network, the form knows its unit without one, also on a phone that has never sent anything.
async function unitKept() {
  const known = (await knownRead(owner))?.units ?? [];
  if (known.some((unit) => unit.slug === say.unit)) return;
  await knownKeep(owner, [...known, { slug: say.unit, name: say.unitName }]);
}

function serverEntries() {
  return [...shelf.querySelectorAll("[data-token]")].map((shot) => ({
    token: shot.dataset.token,
    kind: "photo",
    name: "",
    alt: shot.querySelector(".input").value,
    sent: true,
  }));
}

async function begin() {
  if (units) await unitsShown();
  else unitKept();
  const kindly = (await draftsOf(owner)).find((one) => one.state === "writing" && (!say.unit || one.unit === say.unit));
  draft = begun(say.fresh ? crypto.randomUUID() : form.elements.token.value);
  if (say.fresh && kindly) await restored(kindly);
  else draft.media = serverEntries();
  part("adders").hidden = false;
  part("plain").remove();
  for (const chooser of document.querySelectorAll("[data-choose]")) {
    chooser.addEventListener("change", async () => {
      for (const file of [...chooser.files]) await taken(file);
      chooser.value = "";
    });
  }
  form.addEventListener("input", kept);
  form.addEventListener("submit", submitted);
  units?.addEventListener("change", () => {
    draft = { ...begun(draft.token), media: draft.media };
    kept();
  });
  for (const { blob, words } of await sharedTake(owner)) {
    if (words && !form.elements.text.value) form.elements.text.value = words;
    if (blob) await taken(blob);
  }
  addEventListener("online", connection);
  addEventListener("offline", connection);
  addEventListener("pageshow", (event) => event.persisted && current());
  document.addEventListener("visibilitychange", current);
  import("./advice.js").then(({ helped }) => helped(form, say));
  setInterval(() => navigator.onLine && send(), AGAIN);
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    progress(data);
    queueShown();
  });
  form.dataset.ready = "1";
  await kept();
  await queueShown();
  connection();
}

document.body.classList.toggle("known", Boolean(navigator.serviceWorker?.controller));
navigator.serviceWorker?.register(say.worker, { type: "module", scope: say.scope }).catch(() => {});
// A page from the browser's memory, after somebody else has signed in or nobody is, shows nothing and is asked for anew.
if (say.owner && say.owner !== holder()) location.reload();
else if (owner && isSecureContext) begin();
else if (units) part("nobody").hidden = false;
