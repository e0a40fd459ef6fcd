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
 * Asks without pause over `connections` connections: `{perSecond, p50, p99, most, requests, command}`, latencies in
 * milliseconds. One answer that is none of 2xx or 3xx makes the measurement void.
 */
export async function load(server, { connections, seconds, what }) {
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s", "-s", SCRIPT, server.base, "--", ...what];
  const out = await run("wrk", args);
  const told = JSON.parse(out.split("\n").find((line) => line.startsWith("{")));
  if (told.broken + told.refused > 0) {
    throw new Error(`${told.refused} of ${told.requests} answers were errors, ${told.broken} connections broke: wrk ${args.join(" ")}`);
  }
  return {
    requests: told.requests,
    perSecond: told.requests / (told.micros / 1e6),
    p50: told.p50 / 1000,
    p99: told.p99 / 1000,
    most: told.most / 1000,
  };
}
