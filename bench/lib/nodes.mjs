// Two `serve` processes on one PostgreSQL: how long it takes until what is published on one is found on the other.
import { Browser, PARTS } from "./asking.mjs";
import { PROGRAM, Server, folder, pause, run } from "./program.mjs";
import { throwaway } from "./postgres.mjs";

const TIMES = 20;

/** Ids and titles of vacancies that wait to be published. */
export async function waiting(server, manager) {
  const found = new Map();
  for (let page = 1; page < 20; page += 1) {
    const { text } = await manager.ask(server.base, `/beheer/vacatures?page=${page}`);
    const before = found.size;
    for (const [, id, title] of text.matchAll(/href="\/beheer\/vacatures\/([0-9a-f-]{36})"[^>]*>\s*([^<]+?)\s*</g)) found.set(id, title);
    if (found.size === before) break;
  }
  return [...found];
}

/** Milliseconds until a process finds a vacancy; it fails after `most`. */
export async function found(reader, id, title, most = 30_000) {
  const begun = performance.now();
  const where = `${reader.base}/vacatures?q=${encodeURIComponent(title.replaceAll(/&[^;]*;/g, " "))}`;
  while (performance.now() - begun < most) {
    if ((await (await fetch(where)).text()).includes(id)) return performance.now() - begun;
    await pause(5);
  }
  throw new Error(`${title} was not found within ${most / 1000} seconds`);
}

export async function nodes(row) {
  const database = await throwaway();
  const servers = [];
  try {
    const args = ["--database-url", database];
    await run(PROGRAM, ["demo", "--data", await folder("nodes"), ...args]);
    for (const name of ["first", "second"]) servers.push(await Server.start(await folder(name), { args }));
    const manager = await Browser.of(servers[0].base, PARTS.manager);
    const list = await waiting(servers[0], manager);
    if (list.length < TIMES) throw new Error(`only ${list.length} vacancies wait to be published, ${TIMES} are needed`);
    const took = [];
    for (const [at, [id, title]] of list.slice(0, TIMES).entries()) {
      const [publisher, reader] = at % 2 === 0 ? servers : [...servers].reverse();
      const { status } = await manager.ask(publisher.base, `/beheer/vacatures/${id}/publiceren`, {});
      if (status !== 303) throw new Error(`publishing answered ${status}`);
      took.push(await found(reader, id, title));
    }
    took.sort((one, other) => one - other);
    const most = took.at(-1);
    const text = `at most ${Math.round(most)} ms, middle ${Math.round(took[TIMES / 2])} ms (${TIMES} times, both ways)`;
    row("nodes", "Published on one of two nodes, found on the other", "< 2 s", text, most < 2000);
  } finally {
    for (const server of servers) await server.stop();
  }
}
