// Two `serve` processes on one PostgreSQL: how long it takes until what is published on one is found on the other.
import { PROGRAM, Server, folder, run } from "./program.mjs";
import { throwaway } from "./postgres.mjs";

const TIMES = 20;
const MANAGER = /^\s*(\S+@\S+)\s.*\(municipality manager\)/m;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const form = (fields) => new URLSearchParams(fields).toString();

/** A browser: cookies, forms, no redirects. */
class Browser {
  cookies = new Map();

  async ask(base, where, fields) {
    const answer = await fetch(base + where, {
      method: fields ? "POST" : "GET",
      redirect: "manual",
      headers: {
        cookie: [...this.cookies].map((pair) => pair.join("=")).join("; "),
        ...(fields ? { "content-type": "application/x-www-form-urlencoded" } : {}),
      },
      body: fields && form(fields),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    }
    return { status: answer.status, to: answer.headers.get("location"), text: (await answer.text()).replaceAll("&#x2f;", "/") };
  }
}

async function signIn(server, email) {
  const browser = new Browser();
  const { to } = await browser.ask(server.base, "/inloggen", { email });
  for (let tries = 0; tries < 200; tries += 1) {
    const letters = await (await fetch(`${server.base}/demo/postvak.json?aan=${encodeURIComponent(email)}`)).text();
    const code = letters.match(/\b\d{6}\b/)?.[0];
    if (code) {
      const poging = new URL(to, server.base).searchParams.get("poging");
      await browser.ask(server.base, "/inloggen/code", { poging, code });
      return browser;
    }
    await pause(50);
  }
  throw new Error(`no code came for ${email}`);
}

async function waiting(server, manager) {
  const found = new Map();
  for (let page = 1; page < 20; page += 1) {
    const { text } = await manager.ask(server.base, `/beheer/vacatures?page=${page}`);
    const before = found.size;
    for (const [, id, title] of text.matchAll(/href="\/beheer\/vacatures\/([0-9a-f-]{36})"[^>]*>\s*([^<]+?)\s*</g)) found.set(id, title);
    if (found.size === before) break;
  }
  return [...found];
}

/** Milliseconds between the answer that it is published and the moment at which the other one finds it. */
async function until(reader, id, title) {
  const begun = performance.now();
  const where = `${reader.base}/vacatures?q=${encodeURIComponent(title.replaceAll(/&[^;]*;/g, " "))}`;
  while (performance.now() - begun < 30_000) {
    if ((await (await fetch(where)).text()).includes(id)) return performance.now() - begun;
    await pause(5);
  }
  throw new Error(`${title} was not found on the other node within 30 seconds`);
}

export async function nodes(row) {
  const database = await throwaway();
  const servers = [];
  try {
    const args = ["--database-url", database];
    await run(PROGRAM, ["demo", "--data", await folder("nodes"), ...args]);
    for (const name of ["first", "second"]) servers.push(await Server.start(await folder(name), { args }));
    const email = servers[0].said.match(MANAGER)?.[1];
    if (!email) throw new Error("the program did not say as whom to sign in");
    const manager = await signIn(servers[0], email);
    const list = await waiting(servers[0], manager);
    if (list.length < TIMES) throw new Error(`only ${list.length} vacancies wait to be published, ${TIMES} are needed`);
    const took = [];
    for (const [at, [id, title]] of list.slice(0, TIMES).entries()) {
      const [publisher, reader] = at % 2 === 0 ? servers : [...servers].reverse();
      const { status } = await manager.ask(publisher.base, `/beheer/vacatures/${id}/publiceren`, {});
      if (status !== 303) throw new Error(`publishing answered ${status}`);
      took.push(await until(reader, id, title));
    }
    took.sort((one, other) => one - other);
    const most = took.at(-1);
    const text = `at most ${Math.round(most)} ms, middle ${Math.round(took[TIMES / 2])} ms (${TIMES} times, both ways)`;
    row("nodes", "Published on one of two nodes, found on the other", "< 2 s", text, most < 2000);
  } finally {
    for (const server of servers) await server.stop();
  }
}
