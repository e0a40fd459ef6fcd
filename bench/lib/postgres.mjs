// A PostgreSQL server that is thrown away: as a town would set it up, so synced to disk.
import { existsSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { atEnd, folder, freePort, limit, pause, run } from "./program.mjs";

const HOME = "/usr/lib/postgresql";

async function programs() {
  const versions = existsSync(HOME) ? await readdir(HOME) : [];
  const found = versions.sort((one, other) => Number(other) - Number(one)).map((version) => path.join(HOME, version, "bin"));
  const bin = found.find((bin) => existsSync(path.join(bin, "initdb")));
  if (!bin) throw new Error("no PostgreSQL server is installed: tools/setup test installs one");
  return bin;
}

/** A server of one's own. It refuses to run as root; then it runs as the user postgres. */
export class Postgres {
  static async start() {
    const server = new Postgres();
    server.#bin = await programs();
    server.#home = await folder("postgres");
    server.#data = path.join(server.#home, "data");
    if (server.#root) await run("chown", ["postgres", server.#home]);
    const how = ["--auth", "trust", "--username", "samenstuur", "--locale", "C", "--encoding", "UTF8"];
    await server.#ask("initdb", ["--pgdata", server.#data, ...how]);
    server.#port = await freePort();
    await server.start();
    atEnd(() => server.#stop());
    return server;
  }

  #bin;
  #home;
  #data;
  #port;
  #root = process.getuid?.() === 0;

  /** What stands before a command that its own user must give. */
  get #before() {
    return this.#root ? ["runuser", "-u", "postgres", "--"] : [];
  }

  #ask(program, args) {
    const [command, ...words] = [...this.#before, path.join(this.#bin, program), ...args];
    return run(command, words);
  }

  /** The address of one of its databases. */
  url(database = "postgres") {
    return `postgres://samenstuur@127.0.0.1:${this.#port}/${database}`;
  }

  /** Makes an empty database; its address. */
  async database(name) {
    await this.rows("postgres", `CREATE DATABASE ${name}`);
    return this.url(name);
  }

  /** What a statement gives, each row a list of texts. */
  async rows(database, sql) {
    const out = await run(path.join(this.#bin, "psql"), ["--no-psqlrc", "-qAt", "-F", "\t", "-d", this.url(database), "-c", sql]);
    return out.split("\n").filter(Boolean).map((line) => line.split("\t"));
  }

  /** Starts it where it was. */
  async start() {
    const options = `-c listen_addresses=127.0.0.1 -c port=${this.#port} -c unix_socket_directories=''`;
    const log = path.join(this.#home, "log");
    await this.#ask("pg_ctl", ["--pgdata", this.#data, "--log", log, "--options", options, "--wait", "start"]);
  }

  /** Starts it when it has ended by itself. */
  async startAgain() {
    // It takes a moment over its end.
    await pause(1000);
    if ((await this.processes()).length > 0) return;
    await this.#forget();
    await this.start();
  }

  /** What its processes may write: see `limit` of program.mjs. It ignores SIGXFSZ. */
  async limit(bytes) {
    await limit(await this.processes(), bytes, this.#before);
  }

  async #stop() {
    await this.signal("SIGCONT");
    if ((await this.processes()).length === 0) return;
    await this.#ask("pg_ctl", ["--pgdata", this.#data, "--mode", "fast", "--wait", "stop"]);
  }

  /** The ids of its processes, the first of them the one that began the others; none when it does not run. */
  async processes() {
    const file = await readFile(path.join(this.#data, "postmaster.pid"), "utf8").catch(() => "");
    const first = Number(file.split("\n")[0]);
    // After a crash the file stays, and the number may be somebody else's.
    const command = first && (await readFile(`/proc/${first}/cmdline`, "utf8").catch(() => ""));
    if (!command || !command.includes(this.#data)) return [];
    const others = await readFile(`/proc/${first}/task/${first}/children`, "utf8").catch(() => "");
    return [first, ...others.trim().split(" ").filter(Boolean).map(Number)];
  }

  /** As if the power went. */
  async kill() {
    await this.signal("SIGKILL");
    while ((await this.processes()).length > 0) await pause(20);
    await this.#forget();
  }

  /** It would not start while a process has its old number, be it one whose end nobody has taken note of. */
  async #forget() {
    await rm(path.join(this.#data, "postmaster.pid"), { force: true });
  }

  /** Sends a signal to each of its processes: `SIGSTOP` and `SIGCONT` freeze and thaw it. */
  async signal(name) {
    for (const id of await this.processes()) {
      try {
        process.kill(id, name);
      } catch (reason) {
        // One of those that come and go.
        if (reason.code !== "ESRCH") throw reason;
      }
    }
  }
}

/** Starts one: the address of a database. It is stopped when everything is over. */
export const throwaway = async () => (await Postgres.start()).url();
