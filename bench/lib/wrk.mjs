// The load tool beside the program.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./program.mjs";

const SCRIPT = fileURLToPath(new URL("load.lua", import.meta.url));

/** A file of addresses for wrk. */
export async function addresses(folder, name, list) {
  const file = path.join(folder, name);
  await writeFile(file, `${list.join("\n")}\n`);
  return file;
}

/**
 * Asks without pause over `connections` connections, and says what came of it: `broken` connections, answers that were
 * `refused` (4xx and 5xx) or, where the pages are unlike, any `other` than 200. Latencies are in milliseconds.
 */
export async function tries(server, { connections, seconds, what }) {
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s", "-s", SCRIPT, server.base, "--", ...what];
  const told = JSON.parse((await run("wrk", args)).split("\n").find((line) => line.startsWith("{")));
  const [p50, p99, most] = [told.p50, told.p99, told.most].map((micros) => micros / 1000);
  return { ...told, p50, p99, most, seconds: told.micros / 1e6, command: `wrk ${args.join(" ")}` };
}

/** The same: `{perSecond, p50, p99, most, requests}`. One answer that is none of 2xx or 3xx makes the measurement void. */
export async function load(server, how) {
  const { requests, broken, refused, seconds, command, ...latencies } = await tries(server, how);
  if (broken + refused > 0) throw new Error(`${refused} of ${requests} answers were errors, ${broken} connections broke: ${command}`);
  return { ...latencies, requests, perSecond: requests / seconds };
}
