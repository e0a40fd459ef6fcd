// A mail server on loopback (RFC 5321 as far as a client without wishes needs it) that can be told to fail while it serves.
import { createHash } from "node:crypto";
import net from "node:net";
import { atEnd } from "./program.mjs";

/** Where a session can fail: at its beginning, and at what a client says next. */
const PHASES = ["begin", "MAIL", "RCPT", "DATA", "end"];
/** What each fault does, and in which phases: one of them for each session, or `always`; `after`: the letter arrived nevertheless. */
const ACTS = {
  silent: { phases: PHASES, act: () => {} },
  refuses: { phases: PHASES, act: (socket) => socket.write("451 4.3.0 not now, try again later\r\n") },
  drops: { phases: PHASES, act: (socket) => socket.destroy() },
  away: { phases: PHASES, always: true, act: (socket) => socket.destroy() },
  forgets: { phases: ["end"], after: true, act: (socket) => socket.destroy() },
};

export class MailServer {
  /** What arrived: `{to, id, subject, text, digest, at}`. */
  letters = [];
  #fault;
  #turn = 0;
  #sockets = new Set();

  static async start() {
    const server = new MailServer();
    const listener = net.createServer((socket) => server.#serve(socket));
    await new Promise((done, fail) => listener.once("error", fail).listen(0, "127.0.0.1", done));
    server.url = `smtp://127.0.0.1:${listener.address().port}`;
    atEnd(async () => {
      listener.close();
      for (const socket of server.#sockets) socket.destroy();
    });
    return server;
  }

  /**
   * From now on it is `away`, `silent`, `refuses`, `drops` the connection, or takes letters and `forgets` to say so; nothing:
   * it works. Each session fails at another moment than the one before. A session that met silence meets it for ever.
   */
  fails(how) {
    this.#fault = how && ACTS[how];
  }

  /** Whether this session fails at this phase. */
  #strikes(session, phase) {
    const fault = this.#fault;
    if (!fault) return false;
    if (session.fault !== fault) {
      // A session that began before cannot fail at its beginning any more.
      const phases = fault.phases.filter((name) => phase === "begin" || name !== "begin");
      Object.assign(session, { fault, at: phases[this.#turn % phases.length] });
      this.#turn += 1;
    }
    return fault.always || session.at === phase;
  }

  #serve(socket) {
    this.#sockets.add(socket);
    socket.setEncoding("latin1").on("error", () => {}).on("close", () => this.#sockets.delete(socket));
    const session = { to: "", letter: undefined, mute: false };
    let rest = "";
    /** Answers, unless it fails here; whether it answered as usual. */
    const answer = (phase, usual) => {
      if (session.mute) return false;
      const strikes = this.#strikes(session, phase);
      if (phase === "end" && (!strikes || session.fault.after)) this.#keep(session);
      if (!strikes) return socket.write(`${usual}\r\n`) || true;
      session.fault.act(socket);
      // Who is refused may say goodbye, or begin anew in the same session.
      session.mute = session.fault !== ACTS.refuses;
      session.fault = undefined;
      return false;
    };
    answer("begin", "220 bench");
    socket.on("data", (piece) => {
      const lines = (rest + piece).split("\r\n");
      rest = lines.pop();
      for (const line of lines) this.#line(session, line, answer);
    });
  }

  #line(session, line, answer) {
    if (session.letter) {
      if (line !== ".") return void session.letter.push(line.startsWith("..") ? line.slice(1) : line);
      answer("end", "250 taken");
      session.letter = undefined;
      return;
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "RCPT") session.to = line.match(/<([^>]*)>/)?.[1] ?? "";
    const goesOn = answer(verb, { DATA: "354 go on", QUIT: "221 bye" }[verb] ?? "250 ok");
    if (verb === "DATA" && goesOn) session.letter = [];
  }

  #keep({ to, letter }) {
    this.letters.push({ to, ...read(letter), at: performance.now() });
  }
}

/** What a person reads of a letter. The boundary between its parts and the date differ each time it is sent. */
function read(lines) {
  const head = lines.slice(0, lines.indexOf("")).join("\r\n").replaceAll(/\r\n[ \t]+/g, " ");
  const header = (name) => head.match(new RegExp(`^${name}: *(.*)$`, "mi"))?.[1] ?? "";
  const text = plain(lines);
  const subject = header("Subject");
  return { id: header("Message-ID"), subject, text, digest: createHash("sha256").update(`${subject}\n${text}`).digest("hex") };
}

/** The part of plain text. */
function plain(lines) {
  const begin = lines.findIndex((line) => /^Content-Type: *text\/plain/i.test(line));
  const from = lines.indexOf("", begin) + 1;
  const part = lines.slice(from);
  const ends = (line) => /^--\S/.test(line) && (lines.includes(`${line}--`) || (line.endsWith("--") && lines.includes(line.slice(0, -2))));
  const until = part.findIndex(ends);
  const body = part.slice(0, until < 0 ? undefined : until);
  const coding = lines.slice(Math.max(0, begin - 4), from).join("\n").match(/^Content-Transfer-Encoding: *(\S+)/im)?.[1]?.toLowerCase();
  if (coding === "base64") return Buffer.from(body.join(""), "base64").toString("utf8");
  const bytes = body.join("\n");
  if (coding !== "quoted-printable") return Buffer.from(bytes, "latin1").toString("utf8");
  const decoded = bytes.replaceAll("=\n", "").replaceAll(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(decoded, "latin1").toString("utf8");
}
