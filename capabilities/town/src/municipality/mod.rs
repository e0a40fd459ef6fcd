//! What a town decides for itself: settings with dates of validity and their source, and its colours.

pub(crate) mod actions;
pub(crate) mod forms;
mod logo;
mod pages;
pub mod policy;
mod samples;

#[cfg(test)]
mod tests;

use platform::{Access, Ctx, Plan, queues::Listed};

/// Adds the pages of the municipality to the plan of places.
pub fn add(plan: Plan) -> Plan {
    plan.get("/beheer/instellingen", pages::list, Access::MANAGER)
        .get("/beheer/instellingen/logo", pages::logo::show, Access::MANAGER)
        .post("/beheer/instellingen/logo", pages::logo::change, Access::MANAGER)
        .get("/logo.png", pages::logo::picture, Access::PUBLIC)
        .get("/beheer/instellingen/{setting}", pages::show, Access::MANAGER)
        .post("/beheer/instellingen/{setting}", pages::decide, Access::MANAGER)
        .post("/beheer/instellingen/{setting}/terug", pages::take_back, Access::MANAGER)
        .get("/thema.css", pages::theme, Access::PUBLIC)
        .list(Listed {
            code: "settings",
            page: "/beheer/instellingen",
            place: 100,
            columns: &[
                "list-column-setting",
                "list-column-key",
                "list-column-decided",
                "list-column-default",
                "list-column-source",
            ],
            rows: |_, ctx, _| Box::pin(async { Ok(listed(ctx)) }),
        })
        .samples(samples::samples)
}

fn listed(ctx: &Ctx) -> Vec<Vec<String>> {
    let row = |setting: &&'static kernel::Setting| {
        vec![
            ctx.t(&format!("setting-{}", setting.key.replace(['.', '_'], "-"))),
            setting.key.to_owned(),
            ctx.municipality.settings.text(setting, ctx.today()).to_owned(),
            setting.default.to_owned(),
            setting.source.to_owned(),
        ]
    };
    ctx.app.plans.iter().flat_map(|plan| plan.settings.iter()).map(row).collect()
}
