// People in a town who go on whatever happens, and what each of them was told.
import { Browser, elsewhere } from "./asking.mjs";
import { pause } from "./program.mjs";

/** How many people there are of each kind, and milliseconds between what one does. */
const PEOPLE = { reads: [4, 60], searches: [2, 120], responds: [2, 250], enters: [2, 250], says: [1, 250] };
/** Conversations that are under way. */
const THREADS = 30;
const WORDS = ["tuin", "taal", "koken", "bezoek", "rijden", "muziek", "sport", "computer", "dieren", "natuur", "koffie", "klussen"];
const READER = "kijkt.example";

/** Whether an address is that of somebody here, who gets one letter. */
export const isOurs = (address) => address.endsWith(`.${READER}`);

/** A name that nobody else has: six letters for the number. */
function nameOf(number) {
  const letters = Array.from({ length: 6 }, (_, at) => String.fromCharCode(97 + (Math.floor(number / 26 ** at) % 26)));
  return `Mees ${letters.join("").replace(/^./, (first) => first.toUpperCase())}`;
}

export class Crowd {
  /** Answers by status; `none`: no answer came. */
  statuses = new Map();
  /** What was sent in, by kind. */
  sent = { responses: 0, signIns: 0, messages: 0 };
  /** What was answered with success: addresses of readers, and words of messages with who said them, and when. */
  accepted = { responses: new Set(), signIns: new Set(), messages: new Map() };
  #number = 0;
  #threads = [];
  #goes = false;
  #all = [];

  constructor({ base, mail, vacancies }) {
    Object.assign(this, { base, mail, vacancies });
  }

  /** Counts one more. */
  #next() {
    this.#number += 1;
    return this.#number;
  }

  #vacancy(number) {
    return this.vacancies[number % this.vacancies.length];
  }

  async #ask(where, fields) {
    const browser = new Browser({ headers: elsewhere() });
    const answer = await browser.ask(this.base, where, fields).catch(() => ({ status: "none" }));
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    return answer;
  }

  async reads() {
    const number = this.#next();
    await this.#ask(`${this.#vacancy(number)}?m=${number}`);
  }

  async searches() {
    const number = this.#next();
    await this.#ask(`/vacatures?q=${WORDS[number % WORDS.length]}&bij=27${11 + (number % 9)}&straal=${2 + (number % 7)}&m=${number}`);
  }

  /** The address of somebody new who responds, and what was answered. */
  async responds(who = "reageert") {
    const number = this.#next();
    const email = `n${number}@${who}.${READER}`;
    const name = nameOf(number);
    this.sent.responses += 1;
    const fields = { name, email, reach: "email", ask: "look", question: `Mag ik komen kijken? ${number}` };
    const { status, to } = await this.#ask(`${this.#vacancy(number)}/reageer`, fields);
    if (status === 303) this.accepted.responses.add(email);
    return { email, name, status, to };
  }

  /** The address of somebody new who asks for a code. */
  async enters() {
    const email = `n${this.#next()}@meldt.${READER}`;
    this.sent.signIns += 1;
    const { status } = await this.#ask("/inloggen", { email });
    if (status === 303) this.accepted.signIns.add(email);
    return { email, status };
  }

  async says() {
    const number = this.#next();
    const thread = this.#threads[number % this.#threads.length];
    const words = `Bericht nummer ${number} van wie kijkt.`;
    this.sent.messages += 1;
    const { status } = await this.#ask(`${thread.path}/bericht`, { message: words });
    if (status === 303) this.accepted.messages.set(words, { name: thread.name, at: performance.now() });
  }

  /** Waits for the first letter to somebody. */
  async letter(email, seconds) {
    const latest = performance.now() + seconds * 1000;
    while (performance.now() < latest) {
      const letter = this.mail.letters.find(({ to }) => to === email);
      if (letter) return letter;
      await pause(50);
    }
    throw new Error(`no letter came to ${email} in ${seconds} s`);
  }

  /** Begins conversations: responses that were confirmed, and that somebody of the organisation heard of. */
  async prepare() {
    const begun = [];
    for (let number = 0; number < THREADS; number += 1) begun.push(await this.responds("praat"));
    for (const { email, name } of begun) {
      const { text } = await this.letter(email, 60);
      const link = text.match(/\/reacties\/bevestig\?reactie=([0-9a-f-]{36})&sleutel=(\S+)/);
      const { to } = await this.#ask("/reacties/bevestig", { reactie: link[1], sleutel: link[2] });
      if (to) this.#threads.push({ name, path: to });
    }
    const latest = performance.now() + 30_000;
    const unheard = () => this.#threads.some(({ name }) => !this.heardOf(name, 0));
    while (unheard() && performance.now() < latest) await pause(100);
    // An organisation may have nobody with an address.
    this.#threads = this.#threads.filter(({ name }) => this.heardOf(name, 0));
    if (this.#threads.length === 0) throw new Error("no conversation began");
    // They have a second letter: what comes to them is not looked at.
    for (const { email } of begun) this.accepted.responses.delete(email);
    this.statuses.clear();
    this.sent.responses = 0;
  }

  /** Whether somebody of the organisation got a letter about somebody after a moment. */
  heardOf(name, moment) {
    return this.mail.letters.some(({ to, text, at }) => !isOurs(to) && at > moment && text.includes(name));
  }

  start() {
    this.#goes = true;
    for (const [does, [people, every]] of Object.entries(PEOPLE)) {
      for (let number = 0; number < people; number += 1) this.#all.push(this.#live(does, every));
    }
  }

  async #live(does, every) {
    while (this.#goes) {
      await this[does]();
      await pause(every);
    }
  }

  async stop() {
    this.#goes = false;
    await Promise.all(this.#all.splice(0));
  }
}
