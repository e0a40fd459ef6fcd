// Draws the mark (a wheel held by three) as a PNG for home screens that take no SVG.
// A dozen lines of distances spare the build a rasteriser.
import { crc32 as nodeCrc, deflateSync } from "node:zlib";

const PRIMARY = [15, 76, 92];
const WHITE = [255, 255, 255];
const ACCENT = [255, 182, 39];
const KNOBS = [-90, 30, 150].map((angle) => (angle * Math.PI) / 180);

function crc32(bytes) {
  if (nodeCrc) return nodeCrc(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function mix(under, over, share) {
  return under.map((value, index) => Math.round(value + (over[index] - value) * share));
}

/** Colour at a point of the mark, whose box is 64 by 64. */
function colourAt(x, y, pixel) {
  const share = (distance) => Math.min(1, Math.max(0, 0.5 - distance / pixel));
  let colour = mix(PRIMARY, WHITE, share(Math.abs(Math.hypot(x - 32, y - 33) - 15) - 2.5));
  for (const angle of KNOBS) {
    const knob = Math.hypot(x - 32 - 15 * Math.cos(angle), y - 33 - 15 * Math.sin(angle));
    colour = mix(colour, PRIMARY, share(knob - 9.5));
    colour = mix(colour, ACCENT, share(knob - 7));
  }
  return colour;
}

/** Returns a PNG of `size` by `size` pixels. */
export function appleIcon(size) {
  const pixel = 64 / size;
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const colour = colourAt((column + 0.5) * pixel, (row + 0.5) * pixel, pixel);
      rows.set(colour, row * (size * 3 + 1) + 1 + column * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
