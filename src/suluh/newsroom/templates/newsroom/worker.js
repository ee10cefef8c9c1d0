// Keeps the form at hand without a network, takes what the gallery shares, and sends what waits once there is one.

import { sharedKeep } from "{{ modules }}drafts.js";
import { sendAll, SignedOut } from "{{ modules }}sending.js";

const KEPT = "suluh-{{ version }}";
const ASSETS = [{% for asset in assets %}"{{ asset }}", {% endfor %}];
const OFFLINE = "{{ offline }}";
const WHO = "{{ who }}";
const SHARE = "{{ share }}";
const FORM = "{{ form }}";

// The page for being offline is fetched as nobody, so that no name is kept with it.
addEventListener("install", (event) => {
  const nobody = new Request(OFFLINE, { credentials: "omit", cache: "no-store" });
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll([nobody, ...ASSETS])));
  skipWaiting();
});

addEventListener("activate", (event) => {
  const former = async () => {
    for (const name of await caches.keys()) if (name.startsWith("suluh-") && name !== KEPT) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(former());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin) return;
  if (request.method === "POST" && address.pathname === SHARE) event.respondWith(shared(request));
  else if (request.method !== "GET") return;
  else if (request.mode === "navigate" && address.pathname.startsWith(FORM)) event.respondWith(page(request));
  else if (ASSETS.includes(address.pathname)) event.respondWith(asset(request));
});

async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

async function asset(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

async function shared(request) {
  const form = await request.formData();
  const words = [form.get("title"), form.get("text")].filter(Boolean).join("\n");
  const files = form.getAll("files").filter((file) => file.size);
  const owner = (await self.cookieStore?.get("{{ cookie }}"))?.value ?? "";
  for (const [place, file] of files.entries()) await sharedKeep(file, place ? "" : words, owner);
  if (!files.length && words) await sharedKeep(null, words, owner);
  return Response.redirect(FORM, 303);
}

addEventListener("sync", (event) => {
  if (event.tag === "suluh-kirim") event.waitUntil(sent());
});

// Throwing asks the browser to try again later; whoever is signed out has to come back to the form first.
async function sent() {
  const pages = await clients.matchAll({ type: "window" });
  const tell = (news) => pages.forEach((one) => one.postMessage(news));
  try {
    await sendAll(WHO, tell);
  } catch (fault) {
    if (!(fault instanceof SignedOut)) throw fault;
  }
}
