//! The figures of a month for programs: what everybody may read on `/cijfers`.

use kernel::{form::FormReader, text::Codes};
use platform::{
    Ctx, api,
    http::{Answer, Query},
};
use serde::Serialize;
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::{
    model::{Figure, Month},
    pages, policy, views,
};

/// What this part adds to the API's description.
#[derive(OpenApi)]
#[openapi(
    paths(figures),
    components(schemas(api::ProblemDetails)),
    tags((name = "figures", description = "What happened in a month, with definitions."))
)]
pub(crate) struct Description;

/// Which month.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "describes the parameter; it is read by the form reader, which tells what is wrong")]
struct FiguresQuery {
    /// A calendar month of the town, up to the present one; the present one when left out.
    #[param(example = "2026-03", pattern = r"^\d{4}-\d{2}$")]
    month: Option<String>,
}

/// One figure.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureItem {
    /// Stable code.
    #[schema(example = "answered_in_time")]
    pub code: &'static str,
    /// Its name in the language asked (`Accept-Language`).
    pub label: String,
    /// What counts for it, in that language.
    pub definition: String,
    /// How many.
    #[schema(example = 12)]
    pub value: i64,
}

/// The figures of a month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureList {
    /// The month.
    #[schema(example = "2026-03")]
    pub month: String,
    /// Its first day.
    #[schema(format = Date)]
    pub from: String,
    /// Its last day.
    #[schema(format = Date)]
    pub until: String,
    /// Whether the month is over; the figures of the present one still grow.
    pub complete: bool,
    /// The figures.
    pub items: Vec<FigureItem>,
}

/// What happened in a month: responses and their answers, outcomes, vacancies, offers, help and organisations.
/// Counts only, no personal data. A town that does not publish its figures answers 404.
#[utoipa::path(
    get, path = "/figures", operation_id = "getFigures", tag = "figures", params(FiguresQuery),
    responses(
        (status = 200, description = "The figures of the month.", body = FigureList),
        (status = 404, description = "This town does not publish its figures.")
    )
)]
pub(crate) async fn figures(ctx: Ctx, Query(fields): Query) -> Answer {
    policy::see_figures(&ctx.actor, pages::published(&ctx)).require()?;
    let present = Month::of(ctx.today());
    let mut form = FormReader::new(&fields);
    let month = form.optional_choice("month", |text| Month::parse(text).filter(|month| *month <= present));
    let month = form.finish(month)?.unwrap_or(present);
    let mut conn = ctx.read().await?;
    let counted = views::figures(&mut conn, &ctx, month).await?.now;
    let item = |figure: &Figure| {
        let key = figure.code().replace('_', "-");
        FigureItem {
            code: figure.code(),
            label: ctx.t(&format!("insights-figure-{key}")),
            definition: ctx.t(&format!("insights-means-{key}")),
            value: counted.get(*figure),
        }
    };
    api::json_answer(&FigureList {
        month: month.to_string(),
        from: month.first().to_string(),
        until: month.last().to_string(),
        complete: month < present,
        items: Figure::ALL.iter().map(item).collect(),
    })
}
