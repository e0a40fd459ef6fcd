//! Every list of the municipality as a table, for a file. Without personal data of residents: who responded, reported or
//! asked for help is in none of them.

use kernel::{Instant, OrganisationId, Result, codes, text::Codes};
use platform::{Conn, Ctx, searching};

use super::{
    model::{Figure, Month},
    views,
};
use crate::{
    marketplace::{exchange::Table, overview},
    organisations, places,
};

codes! {
    /// A list.
    pub enum List {
        /// Responses past their promise, or with the point.
        Unanswered = "unanswered",
        /// First vacancies to look at.
        Vacancies = "vacancies",
        /// Reports of vacancies.
        Reports = "reports",
        /// Organisations in whatever state.
        Organisations = "organisations",
        /// Words that mean the same.
        Synonyms = "synonyms",
        /// Settings with what holds today.
        Settings = "settings",
        /// Wijken and buurten.
        Areas = "areas",
        /// The figures of a month.
        Figures = "figures",
    }
}

impl List {
    /// The page on which it stands.
    pub fn page(self) -> &'static str {
        match self {
            Self::Unanswered => "/balie/reacties",
            Self::Vacancies => "/beheer/vacatures",
            Self::Reports => "/beheer/meldingen",
            Self::Organisations => "/beheer/organisaties",
            Self::Synonyms => "/beheer/synoniemen",
            Self::Settings => "/beheer/instellingen",
            Self::Areas => "/beheer/gebieden",
            Self::Figures => "/beheer/cijfers",
        }
    }

    /// Catalogue keys of its columns.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Unanswered => &[
                "insights-column-kind",
                "insights-column-title",
                "insights-column-organisation",
                "insights-column-since",
                "insights-column-due",
                "insights-column-taken-over",
                "insights-column-handler",
            ],
            Self::Vacancies => &[
                "insights-column-title",
                "insights-column-organisation",
                "insights-column-since",
                "insights-column-id",
            ],
            Self::Reports => &[
                "insights-column-since",
                "insights-column-title",
                "insights-column-reason",
                "insights-column-state",
                "insights-column-closed",
                "insights-column-answer",
            ],
            Self::Organisations => &[
                "insights-column-organisation",
                "insights-column-state",
                "insights-column-since",
                "insights-column-confirmed",
                "insights-column-unreachable",
                "insights-column-chamber",
                "insights-column-id",
            ],
            Self::Synonyms => &["insights-column-words"],
            Self::Settings => &[
                "insights-column-setting",
                "insights-column-key",
                "insights-column-value",
                "insights-column-default",
                "insights-column-source",
            ],
            Self::Areas => {
                &["insights-column-code", "insights-column-kind", "insights-column-name", "insights-column-parent"]
            }
            Self::Figures => &[
                "insights-column-figure",
                "insights-column-value",
                "insights-column-before",
                "insights-column-means",
                "insights-column-key",
            ],
        }
    }
}

/// Unanswered responses in a file, at most.
const MOST: i64 = 10_000;

/// A list as a table in the language of the context; of the figures those of `month`.
///
/// # Errors
/// When the database cannot be read.
pub async fn table(ctx: &Ctx, list: List, month: Month) -> Result<Table> {
    let mut conn = ctx.read().await?;
    let rows = match list {
        List::Unanswered => unanswered(&mut conn, ctx).await?,
        List::Vacancies => vacancies(&mut conn, ctx).await?,
        List::Reports => reports(&mut conn, ctx).await?,
        List::Organisations => all_organisations(&mut conn, ctx).await?,
        List::Synonyms => {
            searching::synonyms(&mut conn, ctx).await?.into_iter().map(|group| vec![group.words.join("; ")]).collect()
        }
        List::Settings => settings(ctx),
        List::Areas => areas(&mut conn, ctx).await?,
        List::Figures => figures(&mut conn, ctx, month).await?,
    };
    Ok(Table {
        headers: list.columns().iter().map(|key| ctx.t(key)).collect(),
        rows: rows.into_iter().enumerate().map(|(index, row)| (index + 2, row)).collect(),
    })
}

/// A moment as `2026-03-03 14:00` in the town's own time, which spreadsheets understand; empty when there is none.
fn moment(ctx: &Ctx, at: Option<Instant>) -> String {
    let local = |at: Instant| at.timestamp().to_zoned_datetime(ctx.municipality.zone.clone());
    at.map(|at| local(at).strftime("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

async fn names(conn: &mut Conn, ctx: &Ctx) -> Result<std::collections::HashMap<OrganisationId, String>> {
    let all = organisations::all(conn, ctx.town()).await?;
    Ok(all.into_iter().map(|organisation| (organisation.id, organisation.details.name)).collect())
}

async fn unanswered(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let names = names(conn, ctx).await?;
    let row = |response: overview::OpenResponse| {
        vec![
            ctx.t(&format!("insights-kind-{}", response.kind.code().replace('_', "-"))),
            response.title,
            response.organisation.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            moment(ctx, response.confirmed_at),
            moment(ctx, response.due_at),
            moment(ctx, response.taken_over_at),
            response.handler.unwrap_or_default(),
        ]
    };
    Ok(overview::unanswered(conn, ctx, MOST).await?.into_iter().map(row).collect())
}

async fn vacancies(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let names = names(conn, ctx).await?;
    let row = |vacancy: overview::WaitingVacancy| {
        let organisation = names.get(&vacancy.organisation).cloned().unwrap_or_default();
        vec![vacancy.title, organisation, moment(ctx, Some(vacancy.since)), vacancy.id.to_string()]
    };
    Ok(overview::waiting_vacancies(conn, ctx).await?.into_iter().map(row).collect())
}

async fn reports(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let row = |report: overview::ReportLine| {
        vec![
            moment(ctx, Some(report.created_at)),
            report.vacancy,
            ctx.t(&format!("vacancy-report-reason-{}", report.reason.replace('_', "-"))),
            ctx.t(&format!("vacancy-report-state-{}", report.state.replace('_', "-"))),
            moment(ctx, report.closed_at),
            report.answer.unwrap_or_default(),
        ]
    };
    Ok(overview::reports(conn, ctx).await?.into_iter().map(row).collect())
}

async fn all_organisations(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let row = |organisation: organisations::Organisation| {
        vec![
            organisation.name().to_owned(),
            ctx.t(&format!("organisations-state-{}", organisation.state.code().replace('_', "-"))),
            moment(ctx, Some(organisation.created_at)),
            moment(ctx, organisation.confirmed_at),
            moment(ctx, organisation.unreachable_since),
            organisation.details.chamber_number.clone().unwrap_or_default(),
            organisation.id.to_string(),
        ]
    };
    Ok(organisations::all(conn, ctx.town()).await?.into_iter().map(row).collect())
}

fn settings(ctx: &Ctx) -> Vec<Vec<String>> {
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

async fn areas(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let row = |area: places::model::Area| {
        let kind = ctx.t(&format!("insights-area-{}", area.kind.code()));
        vec![area.code, kind, area.name, area.parent.unwrap_or_default()]
    };
    Ok(places::areas(conn, ctx.town()).await?.into_iter().map(row).collect())
}

async fn figures(conn: &mut Conn, ctx: &Ctx, month: Month) -> Result<Vec<Vec<String>>> {
    let now = views::figures(conn, ctx, month).await?;
    let before = views::figures(conn, ctx, month.previous()).await?;
    let row = |figure: &Figure| {
        let code = figure.code().replace('_', "-");
        vec![
            ctx.t(&format!("insights-figure-{code}")),
            now.get(*figure).to_string(),
            before.get(*figure).to_string(),
            ctx.t(&format!("insights-means-{code}")),
            figure.code().to_owned(),
        ]
    };
    Ok(Figure::ALL.iter().map(row).collect())
}
