// A town under load while its disk, its mail server, its database server and the program itself fail in turn.
import path from "node:path";
import { Browser, PARTS, elsewhere } from "./asking.mjs";
import { Crowd } from "./crowd.mjs";
import { MailServer } from "./mailserver.mjs";
import { found, waiting } from "./nodes.mjs";
import { Postgres } from "./postgres.mjs";
import { PROGRAM, Server, folder, freePort, limit, pause, run } from "./program.mjs";

/** Seconds after which it does not come back by itself. */
const COMES_BACK = 180;
/** Seconds in which what was left undone is done: longer than a job of somebody who is gone is left to them. */
const SETTLES = 420;
/** A write beyond the limit of its files then fails, as it does on a full disk, and does not end the program. */
const SPARED = ["sh", "-c", 'trap "" XFSZ; exec "$@"', "sh"];
/** Bytes of each file that can still be written when the disk is full: what grows does not, what is rewritten in place may. */
const ROOM = 4096;

const mailFault = (name, how, told) => ({
  name: `the mail server ${name}`,
  on: (town) => town.mail.fails(how),
  off: (town) => town.mail.fails(),
  told,
});

/**
 * What fails, on which engine (none: both), and who must say so meanwhile. What is `brief` is mended at once, and how long
 * that takes counts.
 */
const FAULTS = [
  { name: "the program is killed", on: (town) => town.server.kill(), off: (town) => town.serve(), told: [], brief: true },
  {
    name: "PostgreSQL is killed",
    engine: "PostgreSQL",
    on: ({ postgres }) => postgres.kill(),
    off: ({ postgres }) => postgres.start(),
    told: ["ready", "doctor"],
  },
  {
    name: "PostgreSQL is frozen",
    engine: "PostgreSQL",
    on: ({ postgres }) => postgres.signal("SIGSTOP"),
    off: ({ postgres }) => postgres.signal("SIGCONT"),
    told: ["ready", "doctor"],
  },
  {
    name: "the disk is full",
    async on({ server, postgres }) {
      await limit([server.child.pid], ROOM);
      await postgres?.limit(ROOM);
    },
    async off({ server, postgres }) {
      await limit([server.child.pid]);
      // PostgreSQL ends itself when it cannot write its log; whoever frees the disk starts it again.
      await postgres?.limit();
      await postgres?.startAgain();
    },
    told: ["ready", "doctor"],
  },
  mailFault("is away", "away", ["doctor"]),
  // At another moment of each session: a probe that sends no letter need not notice.
  mailFault("is silent", "silent", []),
  mailFault("refuses for now", "refuses", []),
  mailFault("hangs up", "drops", []),
  mailFault("forgets to answer", "forgets", []),
];

/** Looks whether /health/ready says that something is wrong. */
class Watch {
  unready = false;
  #over = false;

  constructor(town) {
    this.town = town;
  }

  async begin() {
    while (!this.#over) {
      const asked = fetch(`${this.town.server.base}/health/ready`, { signal: AbortSignal.timeout(5000) });
      const status = await asked.then((answer) => answer.text().then(() => answer.status)).catch(() => 0);
      this.unready ||= !this.#over && status === 503;
      await pause(500);
    }
  }

  end() {
    this.#over = true;
  }
}

/** An installation of one's own, with its load. */
class Town {
  static async make(engine, postgres) {
    const town = new Town();
    const data = await folder(`faults-${engine}`);
    town.args = postgres ? ["--database-url", await postgres.database("town")] : [];
    await run(PROGRAM, ["demo", "--data", data, ...town.args]);
    Object.assign(town, { data, postgres, mail: await MailServer.start(), port: await freePort() });
    await town.serve();
    const { base } = town.server;
    const { items } = await (await fetch(`${base}/api/v1/vacancies?per_page=100`)).json();
    const vacancies = items.map(({ url }) => new URL(url).pathname);
    town.crowd = new Crowd({ base, mail: town.mail, vacancies });
    town.manager = await Browser.of(base, PARTS.manager);
    town.waiting = await waiting(town.server, town.manager);
    await town.crowd.prepare();
    return town;
  }

  /** What the program and its doctor read. */
  get env() {
    const listen = `127.0.0.1:${this.port}`;
    return { SAMENSTUUR_MAIL__TRANSPORT: "smtp", SAMENSTUUR_MAIL__SMTP_URL: this.mail.url, SAMENSTUUR_LISTEN: listen };
  }

  async serve() {
    const { args, env, port } = this;
    this.server = await Server.start(this.data, { args, env, port, before: SPARED });
  }

  /** What the doctor finds wrong. */
  async doctor() {
    const told = await run(PROGRAM, ["doctor", "--data", this.data, ...this.args], { env: this.env, seconds: 60 }).catch(({ message }) => message);
    return new Set([...told.matchAll(/^ {2}WRONG {2}(.*)$/gm)].map(([, line]) => line.split(/\s{2,}/)[0]));
  }

  /** Seconds until everything works, from a moment on: pages, search, forms, letters, and what is published is found. */
  async worksAgain(begun) {
    const took = () => (performance.now() - begun) / 1000;
    const again = async (what, once) => {
      while (took() < COMES_BACK) {
        if (await once().catch(() => false)) return { what, seconds: took() };
        await pause(200);
      }
      throw new Error(`${what}: not within ${COMES_BACK} s`);
    };
    const visitor = new Browser({ headers: elsewhere(), seconds: 20 });
    const opens = (where) => async () => (await visitor.ask(this.server.base, `${where}&m=${Math.random()}`)).status === 200;
    const asked = again("a code is asked", async () => {
      const { email, status } = await this.crowd.enters();
      return status === 303 && email;
    });
    const parts = [
      again("a page opens", opens(`${this.crowd.vacancies[0]}?`)),
      again("a search answers", opens("/vacatures?q=tuin")),
      again("somebody responds", async () => (await this.crowd.responds()).status === 303),
      again("a letter comes", () => this.#letterComes(begun)),
      again("what is published is found", () => this.#isFound()),
      asked,
    ];
    const ends = await Promise.all(parts);
    return ends.reduce((most, end) => (end.seconds > most.seconds ? end : most));
  }

  async #letterComes(begun) {
    const { email, status } = await this.crowd.enters();
    if (status !== 303) return false;
    await this.crowd.letter(email, COMES_BACK - (performance.now() - begun) / 1000);
    return true;
  }

  async #isFound() {
    const next = this.waiting.at(-1);
    if (!next) throw new Error("no vacancy waits to be published any more");
    const [id, title] = next;
    const { status } = await this.manager.ask(this.server.base, `/beheer/vacatures/${id}/publiceren`, {});
    // It was published before, and only the answer was lost.
    if (status === 303 || status === 409) this.waiting.pop();
    if (status !== 303) return false;
    await found(this.server, id, title, COMES_BACK * 1000);
    return true;
  }

  /** Fails in one way for `hold` seconds, and comes back. */
  async suffers({ name, on, off, told, brief }, hold) {
    const watch = new Watch(this);
    await on(this);
    watch.begin();
    if (!brief) await pause(hold * 500);
    const wrong = told.includes("doctor") ? await this.doctor() : new Set();
    if (!brief) await pause(hold * 500);
    watch.end();
    const begun = performance.now();
    await off(this);
    const gone = brief ? begun : performance.now();
    const { what, seconds } = await this.worksAgain(gone).catch((reason) => ({ what: reason.message, seconds: Infinity }));
    const says = { ready: watch.unready, doctor: [...wrong].some((about) => !this.wrongBefore.has(about)) };
    const silent = told.filter((who) => !says[who]);
    console.log(`  ${name}: back after ${seconds.toFixed(1)} s (${what})${silent.length > 0 ? `; not told by ${silent.join(" and ")}` : ""}`);
    return { name, what, seconds, silent };
  }

  /** Statements on what is kept: of the embedded database on a copy that a backup brought into PostgreSQL. */
  async look(postgres) {
    if (this.postgres) return (sql) => postgres.rows("town", sql);
    const file = path.join(await folder("backup"), "town.tar");
    await run(PROGRAM, ["backup", "--data", this.data, "--to", file]);
    await run(PROGRAM, ["restore", file, "--data", await folder("restored"), "--database-url", await postgres.database("look")]);
    return (sql) => postgres.rows("look", sql);
  }
}

/** Letters by what is known of them: missing, twice as one and the same, twice with another content, or too many. */
function letters({ crowd, mail }) {
  const byId = group(mail.letters, ({ id, to }) => `${id} ${to}`);
  const times = [...byId.values()].map((all) => ({ times: all.length, different: new Set(all.map(({ digest }) => digest)).size }));
  const came = group(mail.letters, ({ to }) => to);
  const readers = [...crowd.accepted.responses, ...crowd.accepted.signIns];
  const missing = readers.filter((email) => !came.has(email)).length;
  const unheard = [...crowd.accepted.messages.values()].filter(({ name, at }) => !crowd.heardOf(name, at - 1000)).length;
  const tooMany = readers.filter((email) => new Set(came.get(email)?.map(({ id }) => id)).size > 1).length;
  return {
    missing: missing + unheard,
    same: times.reduce((sum, { times, different }) => sum + times - different, 0),
    other: times.filter(({ different }) => different > 1).length + tooMany,
    all: mail.letters.length,
  };
}

function group(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** What was accepted and is not kept, and what is kept twice. */
async function kept({ crowd }, ask) {
  const count = async (sql) => new Map((await ask(sql)).map(([key, times]) => [key, Number(times)]));
  const there = {
    responses: await count("SELECT email, COUNT(*) FROM responses WHERE email LIKE '%kijkt.example' GROUP BY email"),
    signIns: await count("SELECT email, COUNT(*) FROM sign_ins WHERE email LIKE '%kijkt.example' GROUP BY email"),
    messages: await count("SELECT body, COUNT(*) FROM messages WHERE body LIKE 'Bericht nummer%' GROUP BY body"),
  };
  let [lost, doubled] = [0, 0];
  for (const [kind, rows] of Object.entries(there)) {
    lost += [...crowd.accepted[kind].keys()].filter((key) => !rows.has(key)).length;
    doubled += [...rows.values()].filter((times) => times > 1).length;
  }
  return { lost, doubled };
}

async function settle(town) {
  const latest = performance.now() + SETTLES * 1000;
  while (performance.now() < latest && letters(town).missing > 0) await pause(1000);
  // What would be sent a second time has been by then.
  await pause(5000);
}

/** The run on one engine; whether nothing was lost, told otherwise, or stayed away. */
async function suffer(engine, postgres, slot, row) {
  const town = await Town.make(engine, engine === "SQLite" ? undefined : postgres);
  town.wrongBefore = await town.doctor();
  const begun = performance.now();
  town.crowd.start();
  const ends = [];
  for (const fault of FAULTS.filter((fault) => !fault.engine || fault.engine === engine)) {
    const from = performance.now();
    ends.push(await town.suffers(fault, slot * 0.4));
    await pause(Math.max(1000, slot * 1000 - (performance.now() - from)));
  }
  await town.crowd.stop();
  const minutes = (performance.now() - begun) / 60_000;
  await settle(town);
  await town.server.stop();
  return tell(row, engine, town, { ends, minutes, ...(await kept(town, await town.look(postgres))) });
}

function tell(row, engine, { crowd, mail }, { ends, minutes, lost, doubled }) {
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  const { statuses, sent, accepted } = crowd;
  const post = letters({ crowd, mail });
  const sizes = Object.values(accepted).map(({ size }) => size);
  const faults = [...statuses].filter(([status]) => status >= 500 && status !== 503);
  const longest = ends.reduce((most, end) => (end.seconds > most.seconds ? end : most));
  const returned = ends.every(({ seconds }) => Number.isFinite(seconds));
  const silent = ends.filter((end) => end.silent.length > 0).map((end) => `${end.name} (${end.silent.join(", ")})`);
  const each = ends.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}`).join("; ");
  const put = (what, wanted, measured, reached) => row("faults", what, wanted, measured, reached);
  put(
    `Faults in turn on ${engine}, ${minutes.toFixed(1)} minutes of load`,
    "",
    `${sum([...statuses.values()])} requests, ${statuses.get(503) ?? 0} answered busy (503), ${statuses.get("none") ?? 0} not; ` +
      `accepted ${sum(sizes)} of ${sum(Object.values(sent))} (${sizes[0]} responses, ${sizes[1]} sign-ins, ${sizes[2]} messages)`,
  );
  put("… accepted and lost", "0", `${lost}`, lost === 0);
  const twice = `${doubled} rows, ${post.other} letters with another content; ${post.same} of ${post.all} came again as one and the same`;
  put("… doubled", "0 rows, 0 letters with another content", twice, doubled === 0 && post.other === 0);
  put("… letters missing", "0", `${post.missing}`, post.missing === 0);
  const others = faults.map(([status, times]) => `${times} × ${status}`).join(", ");
  put("… answers of 5xx that were not 503", "0", others || "0", faults.length === 0);
  put("… until everything works again by itself, the longest", "by itself", `${longest.seconds.toFixed(1)} s: ${longest.name} (${longest.what}). All, in s: ${each}`, returned);
  put("… told by /health/ready and doctor meanwhile", "each", silent.length > 0 ? `not: ${silent.join("; ")}` : "each", silent.length === 0);
  return lost === 0 && doubled === 0 && post.other === 0 && returned;
}

/** `minutes` of load over both engines; whether nothing was lost or told otherwise, and everything came back. */
export async function faults(row, minutes) {
  const postgres = await Postgres.start();
  const engines = ["SQLite", "PostgreSQL"];
  const turns = engines.flatMap((engine) => FAULTS.filter((fault) => !fault.engine || fault.engine === engine));
  const slot = (minutes * 60) / turns.length;
  let sound = true;
  for (const engine of engines) sound = (await suffer(engine, postgres, slot, row)) && sound;
  return sound;
}
