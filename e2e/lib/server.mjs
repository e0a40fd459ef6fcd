// Starts the program under test on a free loopback port, each time with a data folder of its own.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, "target");

/** The program under test: SAMENSTUUR_BIN, else the debug build. */
export const PROGRAM = process.env.SAMENSTUUR_BIN ?? path.join(TARGET, "debug", "samenstuur");

/** Where every journey's clock starts: a Tuesday morning in Amsterdam, far from a public holiday. */
export const START = "2026-03-03T09:00:00Z";

export async function freePort() {
  const probe = net.createServer();
  await new Promise((done, fail) => probe.once("error", fail).listen(0, "127.0.0.1", done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Asks again until `question` answers something other than undefined; says `what` was awaited when it never comes. */
export async function until(what, question, { within = 20_000, every = 100 } = {}) {
  const end = performance.now() + within;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`waited ${within / 1000} s in vain for ${what}`);
    await pause(every);
  }
}

/** Fills a data folder with the demo town once; journeys copy it, which is far quicker than filling it again. */
export async function makeTown({ now = START } = {}) {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: run cargo build, or set SAMENSTUUR_BIN`);
  const data = await mkdtemp(path.join(os.tmpdir(), "samenstuur-town-"));
  const child = spawn(PROGRAM, ["demo", "--size", "1", "--data", data, "--now", now], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (piece) => (said += piece));
  child.stderr.on("data", (piece) => (said += piece));
  const code = await new Promise((done, fail) => child.once("error", fail).once("exit", done));
  if (code !== 0) await rm(data, { recursive: true });
  if (code !== 0) throw new Error(`the demo town could not be made (exit ${code}):\n${said}`);
  return data;
}

export class Server {
  #child;
  #ended;

  /**
   * @param {object} options
   * @param {string} [options.town] a filled data folder to copy; without it the program fills an empty one
   * @param {string} [options.now] the instant the clock starts at
   * @param {string} options.log the file for what the program says
   */
  static async start({ town, now = START, log, args = [], env = {} }) {
    const server = new Server();
    server.data = await mkdtemp(path.join(os.tmpdir(), "samenstuur-e2e-"));
    if (town) await cp(town, server.data, { recursive: true });
    server.port = await freePort();
    // Passkeys need a name, not an address.
    server.base = `http://localhost:${server.port}`;
    server.log = log;
    await mkdir(path.dirname(log), { recursive: true });
    server.#run(
      ["serve", "--data", server.data, "--listen", `127.0.0.1:${server.port}`, "--now", now, "--demo-if-empty", ...args],
      env,
    );
    try {
      await until("/health/ready to answer 200", () => server.#ready(), { within: 90_000 });
    } catch (reason) {
      await server.stop();
      throw new Error(`${reason.message}\n${await readFile(log, "utf8")}`);
    }
    return server;
  }

  #run(args, env) {
    const out = createWriteStream(this.log);
    this.#child = spawn(PROGRAM, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    this.#child.stdout.pipe(out, { end: false });
    this.#child.stderr.pipe(out, { end: false });
    this.#ended = new Promise((done) => {
      this.#child.once("error", (reason) => {
        out.end(`${reason.message}\n`);
        this.#child = undefined;
        out.once("finish", done);
      });
      this.#child.once("exit", () => {
        this.#child = undefined;
        out.end();
        out.once("finish", done);
      });
    });
  }

  async #ready() {
    if (!this.#child) throw new Error("the program stopped while starting");
    try {
      const answer = await fetch(`${this.base}/health/ready`, { redirect: "manual" });
      return answer.status === 200 ? true : undefined;
    } catch {
      return undefined;
    }
  }

  /** Stops the program as a balancer would (SIGTERM), by force when it does not listen; removes its data. */
  async stop() {
    if (this.#child) {
      const child = this.#child;
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await this.#ended;
      clearTimeout(force);
    }
    await rm(this.data, { recursive: true, force: true });
  }

  /** Lines in the program's log that tell of a crash. */
  async crashes() {
    const said = await readFile(this.log, "utf8");
    return said.split("\n").filter((line) => line.includes("panicked at"));
  }

  async #post(where, fields) {
    const answer = await fetch(this.base + where, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: this.base },
      redirect: "manual",
    });
    if (answer.status >= 400) throw new Error(`POST ${where}: ${answer.status} ${await answer.text()}`);
  }

  /** Moves the demonstration's clock forward; jobs that fall due run soon after. */
  advanceClock({ days = 0, hours = 0 }) {
    const by = Object.entries({ dagen: days, uren: hours }).filter(([, number]) => number > 0);
    return this.#post("/demo/klok", Object.fromEntries(by.map(([name, number]) => [name, String(number)])));
  }

  /** The demonstration's mails to one address, newest first: `{to, subject, text, html, sent_at}`. */
  async readMail(to) {
    const answer = await fetch(`${this.base}/demo/postvak.json?aan=${encodeURIComponent(to)}`);
    if (!answer.ok) throw new Error(`the demonstration mailbox answered ${answer.status}`);
    return answer.json();
  }

  /**
   * The newest mail to `to` whose subject matches; waits for the job that sends it. `after` says how many mails there
   * were before, when an older one has the same subject.
   */
  waitForMail(to, subject = /./, { after = 0 } = {}) {
    return until(`a mail to ${to} about ${subject}`, async () => {
      const mails = await this.readMail(to);
      return mails.slice(0, mails.length - after).find((mail) => subject.test(mail.subject));
    });
  }
}

/** The links in a mail's text that lead to this installation. */
export const linksIn = (mail) => mail.text.match(/https?:\/\/\S+/g)?.map((link) => link.replace(/[).,>]+$/, "")) ?? [];

/** The six-figure code in a mail's text. */
export function codeIn(mail) {
  const code = mail.text.match(/\b\d{3} ?\d{3}\b/)?.[0].replace(" ", "");
  if (!code) throw new Error(`no code in the mail "${mail.subject}":\n${mail.text}`);
  return code;
}
