// A PostgreSQL server that is thrown away: as a town would set it up, so synced to disk.
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { atEnd, folder, freePort, run } from "./program.mjs";

const HOME = "/usr/lib/postgresql";

async function programs() {
  const versions = existsSync(HOME) ? await readdir(HOME) : [];
  const found = versions.sort((one, other) => Number(other) - Number(one)).map((version) => path.join(HOME, version, "bin"));
  const bin = found.find((bin) => existsSync(path.join(bin, "initdb")));
  if (!bin) throw new Error("no PostgreSQL server is installed: tools/setup test installs one");
  return bin;
}

/** Starts one: its address. It is stopped when everything is over. It refuses to run as root; then it runs as the user postgres. */
export async function throwaway() {
  const bin = await programs();
  const home = await folder("postgres");
  const data = path.join(home, "data");
  const root = process.getuid?.() === 0;
  if (root) await run("chown", ["postgres", home]);
  const ask = (program, args) => {
    const whole = path.join(bin, program);
    return root ? run("runuser", ["-u", "postgres", "--", whole, ...args]) : run(whole, args);
  };
  await ask("initdb", ["--pgdata", data, "--auth", "trust", "--username", "samenstuur", "--locale", "C", "--encoding", "UTF8"]);
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=''`;
  await ask("pg_ctl", ["--pgdata", data, "--log", path.join(home, "log"), "--options", options, "--wait", "start"]);
  atEnd(() => ask("pg_ctl", ["--pgdata", data, "--mode", "fast", "--wait", "stop"]));
  return `postgres://samenstuur@127.0.0.1:${port}/postgres`;
}
