export const name = "home";
export const modes = ["js", "nojs", "small"];

/** Somebody comes by, reads what this is, and looks through the vacancies without an account. */
export async function run(ctx) {
  const visitor = await ctx.person("bezoeker");

  const home = await visitor.visit("/", "home");
  ctx.expect(home.status() === 200, "the home page answers 200");
  await oneHeading(ctx, visitor);

  await visitor.tabTo(visitor.page.locator("header a[href]").first());

  const list = await visitor.visit("/vacatures", "vacatures");
  ctx.expect(list.status() === 200, "the list of vacancies answers 200");
  await oneHeading(ctx, visitor);
  ctx.expect((await visitor.page.locator("main a[href^='/vacatures/']").count()) > 0, "a vacancy that can be opened");
}

async function oneHeading(ctx, { page }) {
  const headings = page.locator("h1");
  ctx.expect((await headings.count()) === 1, `one h1 at ${page.url()}`);
  ctx.expect((await headings.innerText()).trim() !== "", `an h1 with words at ${page.url()}`);
}
