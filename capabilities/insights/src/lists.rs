//! Every list of the municipality as a table, for a file. Without personal data of residents: who responded, reported or
//! asked for help is in none of them.

use kernel::{Instant, OrganisationId, Result, codes, text::Codes};
use platform::{Conn, Ctx, searching};

use super::{
    model::{Figure, Month, Wait},
    views,
};
use crate::overview;
use conversations::figures as answers;
use exchange::Table;

codes! {
    /// A list.
    pub enum List {
        /// Everything that waits, with its age.
        Waiting = "waiting",
        /// Responses past their promise, or with the point.
        Unanswered = "unanswered",
        /// First vacancies to look at.
        Vacancies = "vacancies",
        /// Reports of vacancies.
        Reports = "reports",
        /// Organisations in whatever state.
        Organisations = "organisations",
        /// Help requests that were sent in.
        HelpRequests = "help_requests",
        /// Helpers and who wants to be one.
        Helpers = "helpers",
        /// Offers.
        Offers = "offers",
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
            Self::Waiting => "/beheer",
            Self::HelpRequests => "/balie/hulpvragen",
            Self::Helpers => "/balie/helpers",
            Self::Offers => "/aanbod",
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
            Self::Waiting => WAITING,
            Self::HelpRequests => HELP_REQUESTS,
            Self::Helpers => HELPERS,
            Self::Offers => OFFERS,
            Self::Synonyms => &["insights-column-words"],
            Self::Settings => &[
                "insights-column-setting",
                "insights-column-key",
                "insights-column-decided",
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

/// Columns of what waits.
const WAITING: &[&str] = &[
    "insights-column-waiting",
    "insights-column-count",
    "insights-column-oldest",
    "insights-column-late",
    "insights-column-where",
];
/// Columns of the help requests.
const HELP_REQUESTS: &[&str] = &[
    "insights-column-title",
    "insights-column-wijk",
    "insights-column-state",
    "insights-column-begun",
    "insights-column-live",
    "insights-column-taken-over",
    "insights-column-matched",
    "insights-column-ended",
];
/// Columns of the helpers.
const HELPERS: &[&str] = &[
    "insights-column-state",
    "insights-column-checked",
    "insights-column-asked",
    "insights-column-decided-at",
    "insights-column-until",
];
/// Columns of the offers.
const OFFERS: &[&str] = &[
    "insights-column-title",
    "insights-column-wijk",
    "insights-column-people",
    "insights-column-visible",
    "insights-column-state",
    "insights-column-live",
    "insights-column-until",
];

/// Unanswered responses in a file, at most.
const MOST: i64 = 10_000;

/// Which part of a list is asked.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// Of the figures: the month.
    pub month: Month,
    /// Of the organisations: the tab of their page; all of them for one that is not known.
    pub tab: &'a str,
}

/// A list as a table in the language of the context.
pub async fn table(ctx: &Ctx, list: List, part: Part<'_>) -> Result<Table> {
    let mut conn = ctx.read().await?;
    let rows = match list {
        List::Waiting => waiting(&mut conn, ctx).await?,
        List::HelpRequests => help_requests(&mut conn, ctx).await?,
        List::Helpers => helpers(&mut conn, ctx).await?,
        List::Offers => offers(&mut conn, ctx).await?,
        List::Unanswered => unanswered(&mut conn, ctx).await?,
        List::Vacancies => vacancies(&mut conn, ctx).await?,
        List::Reports => reports(&mut conn, ctx).await?,
        List::Organisations => some_organisations(&mut conn, ctx, part.tab).await?,
        List::Synonyms => {
            searching::synonyms(&mut conn, ctx).await?.into_iter().map(|group| vec![group.words.join("; ")]).collect()
        }
        List::Settings => settings(ctx),
        List::Areas => areas(&mut conn, ctx).await?,
        List::Figures => figures(&mut conn, ctx, part.month).await?,
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
    let row = |response: answers::OpenResponse| {
        vec![
            ctx.t(&format!("insights-kind-{}", response.kind.replace('_', "-"))),
            response.title,
            response.organisation.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            moment(ctx, response.confirmed_at),
            moment(ctx, response.due_at),
            moment(ctx, response.taken_over_at),
            response.handler.unwrap_or_default(),
        ]
    };
    Ok(answers::unanswered(conn, ctx, MOST).await?.into_iter().map(row).collect())
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

/// The same as the tabs of `/beheer/organisaties` show.
fn in_tab(organisation: &organisations::Organisation, tab: &str) -> bool {
    use organisations::OrganisationState::{Closed, Confirmed, Pending, Refused};
    match tab {
        "wachten" => organisation.state == Pending,
        "onbereikbaar" => organisation.state == Confirmed && organisation.unreachable_since.is_some(),
        "bevestigd" => organisation.state == Confirmed,
        "geweigerd" => organisation.state == Refused,
        "gesloten" => organisation.state == Closed,
        _ => true,
    }
}

async fn some_organisations(conn: &mut Conn, ctx: &Ctx, tab: &str) -> Result<Vec<Vec<String>>> {
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
    let all = organisations::all(conn, ctx.town()).await?;
    Ok(all.into_iter().filter(|organisation| in_tab(organisation, tab)).map(row).collect())
}

async fn waiting(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let row = |item: views::Waiting| {
        vec![
            ctx.t_with(&format!("insights-wait-{}", item.code), &[("count", item.count.into())]),
            item.count.to_string(),
            moment(ctx, item.since.map(Instant::from_millis)),
            ctx.t(if item.late { "insights-yes" } else { "insights-no" }),
            ctx.url(item.href),
        ]
    };
    Ok(views::waiting(conn, ctx, &Wait::MANAGER).await?.into_iter().map(row).collect())
}

/// Names of wijken by their codes.
async fn wijken(conn: &mut Conn, ctx: &Ctx) -> Result<std::collections::HashMap<String, String>> {
    Ok(places::wijken(conn, ctx.town()).await?.into_iter().map(|area| (area.code, area.name)).collect())
}

async fn help_requests(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let wijken = wijken(conn, ctx).await?;
    let row = |request: overview::HelpLine| {
        vec![
            request.title,
            request.wijk.and_then(|code| wijken.get(&code).cloned()).unwrap_or_default(),
            ctx.t(&format!("help-request-state-{}", request.state.replace('_', "-"))),
            moment(ctx, Some(request.created_at)),
            moment(ctx, request.published_at),
            moment(ctx, request.taken_over_at),
            moment(ctx, request.matched_at),
            moment(ctx, request.closed_at),
        ]
    };
    Ok(overview::help_requests(conn, ctx).await?.into_iter().map(row).collect())
}

async fn helpers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let row = |helper: overview::HelperLine| {
        vec![
            ctx.t(&format!("insights-helper-{}", helper.state)),
            helper.checked.map(|code| ctx.t(&format!("help-request-checked-{code}"))).unwrap_or_default(),
            moment(ctx, Some(helper.asked_at)),
            moment(ctx, helper.decided_at),
            helper.valid_until.map(|day| day.to_string()).unwrap_or_default(),
        ]
    };
    Ok(overview::helpers(conn, ctx).await?.into_iter().map(row).collect())
}

async fn offers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let wijken = wijken(conn, ctx).await?;
    let row = |offer: overview::OfferLine| {
        vec![
            offer.title,
            offer.wijk.and_then(|code| wijken.get(&code).cloned()).unwrap_or_default(),
            offer.people.to_string(),
            ctx.t(&format!("offer-visibility-{}", offer.visibility)),
            ctx.t(&format!("offer-state-{}", offer.state.replace('_', "-"))),
            moment(ctx, Some(offer.published_at)),
            offer.expires_on.to_string(),
        ]
    };
    Ok(overview::offers(conn, ctx).await?.into_iter().map(row).collect())
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
    let views::TwoMonths { now, before } = views::figures(conn, ctx, month).await?;
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
