// Photos are made small on the phone: at most 1600 pixels, upright, without place and device. Videos go as they are.

const SIDE = 1600;
const QUALITY = 0.85;
const VIDEO_BYTES = 300_000_000;

export class Unfit extends Error {}

// { blob, kind, picture } of a chosen file; `picture` can be drawn, null for a video.
export async function prepared(file) {
  if (file.type.startsWith("video/")) {
    if (file.size > VIDEO_BYTES) throw new Unfit("heavy");
    return { blob: file, kind: "video", picture: null };
  }
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new Unfit("unreadable");
  }
  const shrink = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * shrink);
  canvas.height = Math.round(picture.height * shrink);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  picture.close();
  return { blob, kind: "photo", picture: canvas };
}

// Fills a small square with the middle of the picture; a video, or what cannot be drawn, stays a plain square.
export async function drawn(canvas, blob) {
  let picture;
  try {
    picture = await createImageBitmap(blob);
  } catch {
    return;
  }
  const side = Math.min(picture.width, picture.height);
  const left = (picture.width - side) / 2;
  const top = (picture.height - side) / 2;
  canvas.getContext("2d").drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
  picture.close();
}
