// Asking the program as a browser does: cookies, forms, no redirects.
const form = (fields) => new URLSearchParams(fields).toString();

export class Browser {
  cookies = new Map();

  /** With these headers on each request; `seconds` is how long an answer is waited for. */
  constructor({ headers = {}, seconds = 60 } = {}) {
    Object.assign(this, { headers, seconds });
  }

  async ask(base, where, fields) {
    const answer = await fetch(base + where, {
      method: fields ? "POST" : "GET",
      redirect: "manual",
      headers: {
        "accept-language": "nl",
        ...this.headers,
        cookie: this.cookie,
        ...(fields ? { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" } : {}),
      },
      body: fields && form(fields),
      signal: AbortSignal.timeout(this.seconds * 1000),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    }
    return {
      status: answer.status,
      to: answer.headers.get("location"),
      kind: answer.headers.get("content-type") ?? "",
      text: (await answer.text()).replaceAll("&#x2f;", "/"),
    };
  }

  /** Its cookies as a header. */
  get cookie() {
    return [...this.cookies].map((pair) => pair.join("=")).join("; ");
  }

  /** One of those whom anybody may be in the demonstration. */
  static async of(base, email) {
    const browser = new Browser();
    const { status } = await browser.ask(base, "/demo/inloggen", { persoon: email });
    if (status !== 303) throw new Error(`signing in as ${email} answered ${status}`);
    return browser;
  }
}

/** Those who come first at /demo, one of each part. */
export const PARTS = {
  resident: "tess@inwoner.voorbeeld.example",
  contact: "contact@organisatie.voorbeeld.example",
  mediator: "centrum@punt.voorbeeld.example",
  manager: "beheer@gemeente.voorbeeld.example",
};

let networks = 0;
/** A network that nobody else has, as far as the program can see. */
export function elsewhere() {
  networks += 1;
  return { "x-forwarded-for": `10.${(networks >> 16) % 256}.${(networks >> 8) % 256}.${networks % 256}` };
}
