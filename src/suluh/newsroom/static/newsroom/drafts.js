// What is written on this phone, until the desk has it: drafts with their photos, what was shared from the gallery, and
// which units the phone's owner writes for. Used by the page and by the service worker.

const NAME = "suluh-kirim";
const ORPHANED = 5 * 60_000;
const STORES = { drafts: "token", blobs: "token", shared: "token", known: "owner" };

export const isFull = (fault) => fault?.name === "QuotaExceededError";

let opened;

function open() {
  opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(STORES)) asked.result.createObjectStore(store, { keyPath });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  return opened;
}

async function within(stores, mode, deed) {
  const db = await open();
  return new Promise((done, failed) => {
    const run = db.transaction(stores, mode, { durability: "strict" });
    const asked = deed(...[stores].flat().map((name) => run.objectStore(name)));
    run.oncomplete = () => done(asked?.result);
    run.onerror = ({ target }) => failed(target.error);
    run.onabort = () => failed(run.error);
    // without waiting for an answer, so that a page that is left in mid-word has kept the word
    if (mode === "readwrite") run.commit?.();
  });
}

export const draftKeep = (draft) => within("drafts", "readwrite", (drafts) => drafts.put(draft));

export const draftRead = (token) => within("drafts", "readonly", (drafts) => drafts.get(token));

// A draft goes together with its photos.
export async function draftDrop(draft) {
  await within(["drafts", "blobs"], "readwrite", (drafts, blobs) => {
    for (const medium of draft.media) blobs.delete(medium.token);
    return drafts.delete(draft.token);
  });
}

// Only those of the person who holds the phone now.
export async function draftsOf(owner) {
  if (!owner) return [];
  const all = await within("drafts", "readonly", (drafts) => drafts.getAll());
  return all.filter((draft) => draft.owner === owner).sort((one, other) => one.begun - other.begun);
}

export const blobKeep = (token, blob) => within("blobs", "readwrite", (blobs) => blobs.put({ token, blob }));

export const blobRead = async (token) => (await within("blobs", "readonly", (blobs) => blobs.get(token)))?.blob;

export const blobDrop = (token) => within("blobs", "readwrite", (blobs) => blobs.delete(token));

export const sharedKeep = (blob, words, owner) =>
  within("shared", "readwrite", (shared) => shared.put({ token: crypto.randomUUID(), blob, words, owner, at: Date.now() }));

// What was shared is handed over once, and only to whoever held the phone then. Where nobody was signed in, it waits a
// few minutes for the next sign-in and is forgotten after that.
export async function sharedTake(owner) {
  const all = await within("shared", "readonly", (shared) => shared.getAll());
  const found = all.filter((one) => (one.owner ? one.owner === owner : Date.now() - one.at < ORPHANED));
  const gone = all.filter((one) => found.includes(one) || !one.owner);
  if (gone.length) await within("shared", "readwrite", (shared) => gone.forEach((one) => shared.delete(one.token)));
  return found;
}

export const knownRead = (owner) => within("known", "readonly", (known) => known.get(owner));

// A phone without room goes on with what it knew.
export async function knownKeep(owner, units) {
  try {
    await within("known", "readwrite", (known) => known.put({ owner, units }));
  } catch (fault) {
    if (!isFull(fault)) throw fault;
  }
}
