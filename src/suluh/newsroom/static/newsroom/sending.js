// Sends what waits on this phone, one after the other. The page and the service worker both call it; a lock lets only
// one of them work at a time, and the tokens make a story that is sent ten times one story at the desk.

import { blobDrop, blobRead, draftDrop, draftKeep, draftRead, draftsOf, isFull, knownKeep } from "./drafts.js";

export class Offline extends Error {}
export class SignedOut extends Error {}

const JSON_ONLY = { Accept: "application/json" };

async function asked(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { cache: "no-store", credentials: "same-origin", ...options });
  } catch {
    throw new Offline();
  }
  if (answer.status === 401 || answer.redirected) throw new SignedOut();
  if (answer.status >= 500 || answer.status === 429) throw new Offline();
  return answer;
}

// Who is signed in, and for which units; remembered for when there is no network.
export async function whoSends(address) {
  const answer = await asked(address, { headers: JSON_ONLY });
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new SignedOut();
  const told = await answer.json();
  await knownKeep(told.owner, told.units);
  return told;
}

// What is wrong, in sentences of the server; a proxy and its kind have none, then the form finds words for `status`.
async function faultOf(answer) {
  const spoken = answer.headers.get("Content-Type")?.startsWith("application/json");
  const told = spoken ? await answer.json().catch(() => ({})) : {};
  return { faults: told.faults ?? [told.fault].filter(Boolean), status: answer.status };
}

// A mark that finds no room is made again by the next sending: the desk knows every photo by its name.
async function marked(draft) {
  try {
    await draftKeep(draft);
  } catch (fault) {
    if (!isFull(fault)) throw fault;
  }
}

async function mediumSent(draft, medium, csrf, blob) {
  const form = new FormData();
  form.set("token", medium.token);
  form.set("file", blob, medium.name);
  const answer = await asked(draft.take, { method: "POST", body: form, headers: { ...JSON_ONLY, "X-CSRFToken": csrf } });
  if (!answer.ok) return faultOf(answer);
  medium.sent = true;
  await blobDrop(medium.token);
  await marked(draft);
  return null;
}

function formOf(draft) {
  const form = new FormData();
  for (const [name, value] of Object.entries(draft.fields)) form.set(name, value);
  form.set("token", draft.token);
  for (const medium of draft.media) {
    form.append("medium", medium.token);
    form.set(`alt-${medium.token}`, medium.alt);
  }
  return form;
}

// The desk's answer is final: an address, or faults that a person has to mend.
async function draftSent(draft, csrf, tell, unkept = new Map()) {
  const open = draft.media.filter((medium) => !medium.sent);
  for (const [place, medium] of open.entries()) {
    tell({ what: "photo", draft, n: place + 1, all: open.length });
    const blob = unkept.get(medium.token) ?? (await blobRead(medium.token));
    const fault = blob && (await mediumSent(draft, medium, csrf, blob));
    if (fault) return refused(draft, fault, tell);
  }
  tell({ what: "words", draft });
  const headers = { ...JSON_ONLY, "X-CSRFToken": csrf };
  const answer = await asked(draft.send, { method: "POST", body: formOf(draft), headers });
  if (answer.status !== 201) return refused(draft, await faultOf(answer), tell);
  const { address } = await answer.json();
  await draftDrop(draft);
  tell({ what: "sent", draft, address });
}

async function refused(draft, { faults, status }, tell) {
  draft.state = "refused";
  draft.faults = faults;
  draft.status = status;
  await marked(draft);
  tell({ what: "refused", draft });
}

const alone = (deed) => navigator.locks.request("suluh-kirim", deed);

// Throws Offline or SignedOut where it could not go on; everything that was not sent waits as it was.
export function sendAll(who, tell = () => {}) {
  return alone(async () => {
    const told = await whoSends(who);
    for (const { token } of await draftsOf(told.owner)) {
      const draft = await draftRead(token);
      if (draft?.state === "queued") await draftSent(draft, told.csrf, tell);
    }
    return told.owner;
  });
}

// For a phone without room: a draft goes to the desk as it stands in the form, with the photos that were not kept.
export function sendUnkept(who, draft, unkept, tell) {
  return alone(async () => {
    const told = await whoSends(who);
    if (told.owner !== draft.owner) throw new SignedOut();
    await draftSent(draft, told.csrf, tell, unkept);
  });
}
