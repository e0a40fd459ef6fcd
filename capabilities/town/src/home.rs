//! The home page: one question first, then what the capabilities show there, then how much there is.

use kernel::Result;
use platform::{
    Ctx,
    http::{Answer, kept},
    plan::HomeFigure,
    templates::{Fragment, Page},
};
use serde::Serialize;

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// Name of the municipality.
    pub town: String,
    /// What capabilities show, in their order.
    pub fragments: Vec<Fragment>,
    /// How much there is, in numbers.
    pub figures: Vec<HomeFigure>,
}

impl Page for HomePage {
    const TEMPLATE: &'static str = "town/home.html";
}

/// `GET /`
pub async fn home(ctx: Ctx) -> Answer {
    let key = ctx.request.here.clone();
    kept::through(&ctx, &key, async { Ok(ctx.page(&page(&ctx).await?)?) }).await
}

/// What the home page shows now.
async fn page(ctx: &Ctx) -> Result<HomePage> {
    let mut page = HomePage { town: ctx.municipality.name.clone(), fragments: Vec::new(), figures: Vec::new() };
    for section in ctx.app.plans.iter().flat_map(|plan| plan.home_sections.iter()) {
        let shown = section(ctx).await?;
        page.fragments.extend(shown.fragment);
        page.figures.extend(shown.figures);
    }
    Ok(page)
}
