// The program under measurement: data folders that are thrown away, processes that are ended by the one who began them.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, "target");
const given = process.argv.indexOf("--program");
export const PROGRAM =
  given > 0 ? path.resolve(process.argv[given + 1] ?? "") : (process.env.SAMENSTUUR_BIN ?? path.join(TARGET, "release", "samenstuur"));
export const SEARCH_BENCH = path.join(TARGET, "release", "bench-search");

const folders = [];
const endings = [];
const running = new Set();

/** A folder that is gone when everything is over. */
export async function folder(name) {
  const made = await mkdtemp(path.join(process.env.BENCH_FOLDER ?? os.tmpdir(), `samenstuur-bench-${name}-`));
  folders.push(made);
  return made;
}

/** What must be ended before the folders go. */
export const atEnd = (end) => endings.push(end);

/** Ends what still runs and removes every folder. */
export async function cleanUp() {
  for (const server of [...running]) await server.stop();
  for (const end of endings.splice(0)) await end();
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
}

/** Runs a command to its end, at most so many seconds; its output. */
export function run(command, args, { quiet = false, env = {}, seconds } = {}) {
  return new Promise((done, fail) => {
    const timeout = seconds && seconds * 1000;
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env }, timeout });
    let out = "";
    let said = "";
    child.stdout.on("data", (piece) => (out += piece));
    child.stderr.on("data", (piece) => (said += piece));
    child.once("error", fail);
    child.once("exit", (code) => {
      if (code === 0) return done(quiet ? "" : out);
      fail(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${out}${said}`));
    });
  });
}

/**
 * Lets these processes write in each file up to so many bytes, or as many as they like. For them it is as if the disk were
 * full; it needs no rights but those of whose they are. Who does not ignore SIGXFSZ is ended by it.
 */
export async function limit(processes, bytes = "unlimited", before = []) {
  for (const id of processes) {
    const [command, ...args] = [...before, "prlimit", "--pid", String(id), `--fsize=${bytes}:`];
    await run(command, args).catch((reason) => {
      if (existsSync(`/proc/${id}`)) throw reason;
    });
  }
}

/** A port of this machine that nobody uses. */
export async function freePort() {
  const probe = net.createServer();
  await new Promise((done, fail) => probe.once("error", fail).listen(0, "127.0.0.1", done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** What a folder holds. The index throws files away while it is being counted: what is gone weighs nothing. */
async function bytesIn(where) {
  const gone = (nothing) => (reason) => {
    if (reason.code !== "ENOENT") throw reason;
    return nothing;
  };
  let sum = 0;
  for (const entry of await readdir(where, { withFileTypes: true }).catch(gone([]))) {
    const inside = path.join(where, entry.name);
    sum += entry.isDirectory() ? await bytesIn(inside) : (await stat(inside).catch(gone({ size: 0 }))).size;
  }
  return sum;
}

export const mebibytesIn = async (where) => (await bytesIn(where)) / 2 ** 20;

export class Server {
  /**
   * Serves from a data folder; resolves when `/health/ready` says so. `startSeconds` is how long that took. `before` is a
   * command that becomes the program, `port` one that it had before.
   */
  static async start(data, { args = [], env = {}, before = [], port } = {}) {
    const server = new Server();
    server.port = port ?? (await freePort());
    server.base = `http://127.0.0.1:${server.port}`;
    server.args = ["serve", "--data", data, "--listen", `127.0.0.1:${server.port}`, ...args];
    const log = createWriteStream(path.join(data, "bench.log"), { flags: "a" });
    const begun = performance.now();
    const [command, ...words] = [...before, PROGRAM, ...server.args];
    server.child = spawn(command, words, {
      stdio: ["ignore", "pipe", "pipe"],
      // Each response comes from an address of its own, as it does in a town; the limits on one address stay as they are.
      env: { ...process.env, SAMENSTUUR_TRUST_PROXY: "true", ...env },
    });
    server.ended = new Promise((done) => server.child.once("exit", done));
    server.said = "";
    server.child.stdout.on("data", (piece) => (server.said += piece));
    server.child.stdout.pipe(log, { end: false });
    server.child.stderr.pipe(log, { end: false });
    running.add(server);
    await server.#ready();
    server.startSeconds = (performance.now() - begun) / 1000;
    return server;
  }

  async #ready() {
    const latest = performance.now() + 120_000;
    while (performance.now() < latest) {
      if (this.child.exitCode !== null) break;
      try {
        const answer = await fetch(`${this.base}/health/ready`);
        await answer.text();
        if (answer.ok) return;
      } catch {
        // Not listening yet.
      }
      await pause(2);
    }
    throw new Error(`the program did not become ready: ${PROGRAM} ${this.args.join(" ")}`);
  }

  /** Memory as Linux tells it, in MiB: now, and at its highest. */
  async memory() {
    const status = await readFile(`/proc/${this.child.pid}/status`, "utf8");
    const mebibytes = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1] ?? 0) / 1024;
    return { now: mebibytes("VmRSS"), most: mebibytes("VmHWM"), own: mebibytes("RssAnon"), files: mebibytes("RssFile") };
  }

  /** The figures of `/metrics` by name with labels. */
  async figures() {
    const text = await (await fetch(`${this.base}/metrics`)).text();
    const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
    return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]));
  }

  /** As if the power went. */
  async kill() {
    running.delete(this);
    this.child.kill("SIGKILL");
    await this.ended;
  }

  /** Asks the program to stop, as a system manager would, and by force when it does not listen. */
  async stop() {
    running.delete(this);
    if (this.child.exitCode !== null) return;
    this.child.kill("SIGTERM");
    const force = setTimeout(() => this.child.kill("SIGKILL"), 60_000);
    await this.ended;
    clearTimeout(force);
  }
}
