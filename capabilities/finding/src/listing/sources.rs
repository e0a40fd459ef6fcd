//! How the index reads the marketplace: which facts concern which documents, and the documents themselves.

use kernel::{OrganisationId, Result};
use platform::{
    Conn, Ctx,
    i18n::FluentValue,
    plan::SearchSource,
    search::{Document, Visibility},
};
use uuid::Uuid;

use super::{
    documents::common,
    model::Thing,
    neighbours,
    store::{self, StandingRow},
};
use conversations::AnswerFigures;
use facets::model::{HelpRequestId, OfferId, VacancyId};
use help_requests::{PublicHelpRequest, model::WrittenBy};
use offers::model::{Offer, Visibility as OfferVisibility};
use places::TownPlaces;
use vacancies::model::Vacancy;

/// Characters of the line on a card of what has no summary of its own.
const SUMMARY: usize = 150;

/// Vacancies that take responses.
pub(super) fn vacancies() -> SearchSource {
    SearchSource {
        kind: "vacancy",
        subjects: &["vacancy"],
        related: &[("organisation", |conn, ctx, id| Box::pin(of_organisation(conn, ctx, OrganisationId(id))))],
        load: |conn, ctx, ids| Box::pin(load_vacancies(conn, ctx, ids)),
        page: |conn, ctx, after, limit| Box::pin(page_of_vacancies(conn, ctx, after, limit)),
    }
}

/// Offers that organisations can respond to; some of them only organisations may see.
pub(super) fn offers() -> SearchSource {
    SearchSource {
        kind: "offer",
        subjects: &["offer"],
        related: &[],
        load: |conn, ctx, ids| Box::pin(load_offers(conn, ctx, ids)),
        page: |conn, ctx, after, limit| Box::pin(page_of_offers(conn, ctx, after, limit)),
    }
}

/// Help requests that still look for a helper: what is public of them, and no more of the place than the wijk.
pub(super) fn help_requests() -> SearchSource {
    SearchSource {
        kind: "help_request",
        subjects: &["help_request"],
        related: &[],
        load: |conn, ctx, ids| Box::pin(load_help_requests(conn, ctx, ids)),
        page: |conn, ctx, after, limit| Box::pin(page_of_help_requests(conn, ctx, after, limit)),
    }
}

async fn page_of_help_requests(conn: &mut Conn, ctx: &Ctx, after: Option<Uuid>, limit: i64) -> Result<Vec<Uuid>> {
    let found = help_requests::live_help_requests(conn, ctx, after.map(HelpRequestId), limit).await?;
    Ok(found.into_iter().map(|request| request.id.0).collect())
}

async fn load_help_requests(conn: &mut Conn, ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Document>> {
    let town = places::cached(conn, ctx).await?;
    let ids: Vec<HelpRequestId> = ids.iter().copied().map(HelpRequestId).collect();
    let mut found = help_requests::by_ids(conn, ctx, &ids).await?;
    found.retain(|request| request.open);
    found.iter().map(|request| help_request_document(ctx, request, &town)).collect()
}

/// The document of a help request. Its type holds nothing that is not public.
fn help_request_document(ctx: &Ctx, request: &PublicHelpRequest, town: &TownPlaces) -> Result<Document> {
    let mut common = common(ctx, &request.facets, town);
    let card = &mut common.card;
    card.href = format!("/hulpvragen/{}", request.id);
    card.title.clone_from(&request.title);
    card.text = kernel::text::excerpt(&request.description, SUMMARY);
    card.published_at = request.published_at.millis();
    card.changed_at = request.changed_at.millis();
    let asked =
        if request.written_by == WrittenBy::Own { "help-request-asked-own" } else { "help-request-asked-other" };
    for (code, words) in &mut card.words {
        let reader = ctx.in_language(kernel::Lang::parse(code).unwrap_or_default());
        words.foot = vec![reader.t(asked)];
    }
    common.document(ctx, Thing::HelpRequest, request.id.0, request.description.clone())
}

async fn page_of_offers(conn: &mut Conn, ctx: &Ctx, after: Option<Uuid>, limit: i64) -> Result<Vec<Uuid>> {
    let found = offers::live_offers(conn, ctx, after.map(OfferId), limit).await?;
    Ok(found.into_iter().map(|offer| offer.id.0).collect())
}

async fn load_offers(conn: &mut Conn, ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Document>> {
    let town = places::cached(conn, ctx).await?;
    let ids: Vec<OfferId> = ids.iter().copied().map(OfferId).collect();
    let mut found = offers::by_ids(conn, ctx, &ids).await?;
    found.retain(|offer| offer.takes_responses(ctx.today()));
    found.iter().map(|offer| offer_document(ctx, offer, &town)).collect()
}

/// The document of an offer: the name that its maker chose to show, and never how to reach them.
fn offer_document(ctx: &Ctx, offer: &Offer, town: &TownPlaces) -> Result<Document> {
    let mut common = common(ctx, &offer.facets, town);
    let card = &mut common.card;
    card.href = format!("/aanbod/{}", offer.id);
    card.title.clone_from(&offer.title);
    card.kicker.clone_from(&offer.shown_name);
    card.text = kernel::text::excerpt(&offer.description, SUMMARY);
    card.published_at = offer.published_at.millis();
    card.changed_at = offer.changed_at.millis();
    if offer.group_size > 1 {
        for (code, words) in &mut card.words {
            let reader = ctx.in_language(kernel::Lang::parse(code).unwrap_or_default());
            let count = FluentValue::from(i64::from(offer.group_size));
            words.foot = vec![reader.t_with("listing-group-size", &[("count", count)])];
        }
    }
    let mut document = common.document(ctx, Thing::Offer, offer.id.0, offer.description.clone())?;
    document.visibility = match offer.visibility {
        OfferVisibility::Everybody => Visibility::Public,
        OfferVisibility::Organisations => Visibility::Organisations,
    };
    Ok(document)
}

async fn of_organisation(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<Uuid>> {
    let found = vacancies::of_organisation(conn, ctx, organisation).await?;
    Ok(found.into_iter().filter(Vacancy::is_public).map(|vacancy| vacancy.id.0).collect())
}

async fn page_of_vacancies(conn: &mut Conn, ctx: &Ctx, after: Option<Uuid>, limit: i64) -> Result<Vec<Uuid>> {
    let limit = u32::try_from(limit).unwrap_or(u32::MAX);
    let found = vacancies::live(conn, ctx, after.map(VacancyId), limit).await?;
    Ok(found.into_iter().map(|vacancy| vacancy.id.0).collect())
}

async fn load_vacancies(conn: &mut Conn, ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<Document>> {
    let town = places::cached(conn, ctx).await?;
    let ids: Vec<VacancyId> = ids.iter().copied().map(VacancyId).collect();
    let mut found = vacancies::by_ids(conn, ctx, &ids).await?;
    found.retain(|vacancy| vacancy.takes_responses(ctx.today()));
    let owners = neighbours::names(conn, ctx, found.iter().map(|vacancy| vacancy.organisation)).await?;
    let standings = store::standings(conn, ctx, &ids).await?;
    let figures = neighbours::figures(conn, ctx, owners.keys().copied()).await?;
    let mut documents = Vec::with_capacity(found.len());
    for vacancy in found {
        let Some(owner) = owners.get(&vacancy.organisation) else { continue };
        let standing = standings.iter().find(|standing| standing.vacancy_id == vacancy.id);
        let owner = Owner { name: owner, figures: figures.get(&vacancy.organisation).copied().unwrap_or_default() };
        documents.push(vacancy_document(ctx, &vacancy, owner, &town, standing)?);
    }
    Ok(documents)
}

/// What a card says of whose vacancy it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner<'a> {
    pub name: &'a str,
    /// How it answers.
    pub figures: AnswerFigures,
}

/// The document of a vacancy.
///
/// # Errors
/// When its card cannot be written.
pub(super) fn vacancy_document(
    ctx: &Ctx,
    vacancy: &Vacancy,
    owner: Owner<'_>,
    town: &TownPlaces,
    standing: Option<&StandingRow>,
) -> Result<Document> {
    let mut common = common(ctx, &vacancy.facets, town);
    common.facets.push(format!("organisation:{}", vacancy.organisation));
    let card = &mut common.card;
    card.href = format!("/vacatures/{}", vacancy.id);
    card.title.clone_from(&vacancy.title);
    owner.name.clone_into(&mut card.kicker);
    card.text.clone_from(&vacancy.summary);
    card.external_id.clone_from(&vacancy.external_id);
    card.organisation = Some(vacancy.organisation.0);
    card.published_at = vacancy.published_at.map_or(vacancy.created_at, |at| at).millis();
    card.changed_at = vacancy.changed_at.millis();
    for (code, words) in &mut card.words {
        let reader = ctx.in_language(kernel::Lang::parse(code).unwrap_or_default());
        words.foot = foot(&reader, vacancy, owner.figures);
    }
    let body = format!("{}\n{}", vacancy.summary, vacancy.description);
    let mut document = common.document(ctx, Thing::Vacancy, vacancy.id.0, body)?;
    document.exposure = standing.map_or(1.0, |standing| standing.exposure as f32).clamp(0.0, 1.0);
    Ok(document)
}

/// How many are still wanted, and how fast the organisation answers.
fn foot(ctx: &Ctx, vacancy: &Vacancy, figures: AnswerFigures) -> Vec<String> {
    let count = |number: u32| FluentValue::from(i64::from(number));
    let mut foot = vec![ctx.t_with("listing-people-wanted", &[("count", count(vacancy.people_left()))])];
    if let Some(hours) = figures.usual_hours {
        // Within the hour is an answer too; nobody is promised zero.
        let (key, number) = match hours {
            0..=36 => ("listing-answers-hours", hours.max(1)),
            _ => ("listing-answers-days", hours.div_ceil(24)),
        };
        foot.push(ctx.t_with(key, &[("count", count(number))]));
    }
    if let Some(percent) = figures.answered_percent {
        foot.push(ctx.t_with("listing-answers-share", &[("percent", count(u32::from(percent)))]));
    }
    foot
}
