//! The municipality's page about organisations: who waits, and one of them.

use kernel::{OrganisationId, PageRequest, Paged, PersonId, Result, form::FormState};
use platform::{
    Conn, Ctx,
    db::{Code, Json},
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    LogLine,
    contacts::{self, ContactView},
    find, log,
};
use crate::{
    Counts, actions, counts, forms,
    model::{self, Known, Organisation, OrganisationState, Step},
    policy, store,
    views::OrganisationView,
};

/// Organisations by where they stand.
#[derive(Debug, Serialize)]
pub(crate) struct QueuePage {
    /// Which list is shown.
    pub shown: &'static str,
    pub tabs: Vec<Tab>,
    /// One page of it.
    pub results: Paged<OrganisationView>,
}

/// One list to choose.
#[derive(Debug, Serialize)]
pub(crate) struct Tab {
    /// Its code, in the address and in the catalogue key `organisations-tab-…`.
    pub code: &'static str,
    /// How many are in it.
    pub count: u64,
    /// Whether it is shown.
    pub current: bool,
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "organisations/queue.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage")]
    }
}

/// One organisation, for the municipality.
#[derive(Debug, Serialize)]
pub(crate) struct ManagePage {
    pub organisation: OrganisationView,
    pub contacts: Vec<ContactView>,
    /// Others with the same number or a name alike.
    pub alike: Vec<Alike>,
    /// What the municipality knew it as, when it took another name, kind or number since.
    pub altered: Option<Known>,
    /// Which steps make sense now: `confirm`, `refuse`, `close`.
    pub steps: Vec<&'static str>,
    /// The reason of a refusal or an end.
    pub form: Form,
    /// What happened, newest first.
    pub log: Vec<LogLine>,
}

/// An organisation that looks like another.
#[derive(Debug, Serialize)]
pub(crate) struct Alike {
    pub id: String,
    pub name: String,
}

impl Page for ManagePage {
    const TEMPLATE: &'static str = "organisations/manage.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage"), Crumb::key("/beheer/organisaties", "organisations-nav")]
    }
}

fn tabs(counts: Counts, shown: &str) -> (&'static str, Vec<Tab>) {
    let all = counts.pending + counts.confirmed + counts.refused + counts.closed;
    let lists = [
        ("wachten", counts.pending),
        ("veranderd", counts.altered),
        ("onbereikbaar", counts.unreachable),
        ("bevestigd", counts.confirmed),
        ("geweigerd", counts.refused),
        ("gesloten", counts.closed),
        ("alle", all),
    ];
    let shown = lists.iter().map(|(code, _)| *code).find(|code| *code == shown).unwrap_or("wachten");
    (shown, lists.map(|(code, count)| Tab { code, count, current: code == shown }).into())
}

async fn listed(conn: &mut Conn, ctx: &Ctx, shown: &str, page: PageRequest) -> Result<Paged<Organisation>> {
    let town = ctx.town();
    let state = match shown {
        "alle" => return Ok(store::LISTED.page(conn, (town,), page).await?),
        "veranderd" => return Ok(store::ALTERED.page(conn, (town,), page).await?),
        "onbereikbaar" => return Ok(store::UNREACHABLE.page(conn, (town,), page).await?),
        "bevestigd" => OrganisationState::Confirmed,
        "geweigerd" => OrganisationState::Refused,
        "gesloten" => OrganisationState::Closed,
        _ => OrganisationState::Pending,
    };
    Ok(store::IN_STATE.page(conn, (town, Code(state)), page).await?)
}

/// `GET /beheer/organisaties`
pub(crate) async fn queue(ctx: Ctx, Query(fields): Query) -> Answer {
    policy::moderate(&ctx.actor).require()?;
    let town = places::cached_alone(&ctx).await?;
    let mut conn = ctx.read().await?;
    let (shown, tabs) = tabs(counts(&mut conn, ctx.town()).await?, fields.get("toon").unwrap_or_default());
    let found = listed(&mut conn, &ctx, shown, PageRequest::of(&fields)).await?;
    let results = found.map(|one| OrganisationView::of(&ctx, &town, &one));
    Ok(ctx.page(&QueuePage { shown, tabs, results })?)
}

async fn alike(conn: &mut Conn, ctx: &Ctx, organisation: &Organisation) -> Result<Vec<Alike>> {
    let key = model::name_key(organisation.name());
    let mut others = store::BY_NAME_KEY.all(conn, (ctx.town(), key)).await?;
    if let Some(number) = &organisation.details.chamber_number {
        others.extend(store::BY_CHAMBER.all(conn, (ctx.town(), number.clone())).await?);
    }
    let mut found: Vec<Alike> = Vec::new();
    for other in others.into_iter().filter(|other| other.id != organisation.id) {
        let id = other.id.to_string();
        if !found.iter().any(|known| known.id == id) {
            found.push(Alike { id, name: other.details.name });
        }
    }
    Ok(found)
}

async fn manage_page(ctx: &Ctx, id: OrganisationId, state: &FormState) -> Result<ManagePage> {
    let town = places::cached_alone(ctx).await?;
    let mut conn = ctx.read().await?;
    let organisation = find(&mut conn, ctx, id).await?;
    let altered = store::ALTERED_FROM.optional(&mut conn, (ctx.town(), id)).await?;
    let steps = [(Step::Confirm, "confirm"), (Step::Refuse, "refuse"), (Step::Close, "close")];
    let possible = |(step, code): (Step, &'static str)| organisation.state.after(step).map(|_| code);
    Ok(ManagePage {
        organisation: OrganisationView::of(ctx, &town, &organisation),
        contacts: contacts::all(&mut conn, ctx, id).await?,
        alike: alike(&mut conn, ctx, &organisation).await?,
        altered: altered.and_then(|(known,)| known).map(|Json(known)| known),
        steps: steps.into_iter().filter_map(possible).collect(),
        form: ctx.form(state),
        log: log(&mut conn, ctx, id).await?,
    })
}

/// `GET /beheer/organisaties/{organisation}`
pub(crate) async fn one(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    policy::moderate(&ctx.actor).require()?;
    Ok(ctx.page(&manage_page(&ctx, id, &FormState::default()).await?)?)
}

/// `POST /beheer/organisaties/{organisation}/bevestigen`
pub(crate) async fn confirm(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    actions::confirm(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/beheer/organisaties", "notice-organisation-confirmed"))
}

/// `POST /beheer/organisaties/{organisation}/veranderd`
pub(crate) async fn accept_alteration(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    actions::accept_alteration(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/beheer/organisaties?toon=veranderd", "notice-organisation-looked-at"))
}

/// `POST /beheer/organisaties/{organisation}/weigeren`
pub(crate) async fn refuse(ctx: Ctx, Path(id): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    match forms::required_text(&fields, "refusal") {
        Ok(reason) => {
            actions::refuse(&ctx, &permit, id, reason).await?;
            Ok(ctx.see_other_with("/beheer/organisaties", "notice-organisation-refused"))
        }
        Err(errors) => {
            Ok(ctx.page_with_errors(&manage_page(&ctx, id, &FormState::with_errors(&fields, errors)).await?)?)
        }
    }
}

/// `POST /beheer/organisaties/{organisation}/sluiten`
pub(crate) async fn close(ctx: Ctx, Path(id): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    policy::moderate(&ctx.actor).require()?;
    let permit = policy::own(&ctx.actor, id).require()?;
    match forms::required_text(&fields, "ending") {
        Ok(reason) => {
            actions::close(&ctx, &permit, id, Some(reason)).await?;
            Ok(ctx.see_other_with("/beheer/organisaties", "notice-organisation-ended"))
        }
        Err(errors) => {
            Ok(ctx.page_with_errors(&manage_page(&ctx, id, &FormState::with_errors(&fields, errors)).await?)?)
        }
    }
}

/// `POST /beheer/organisaties/{organisation}/contacten/{person}/onbereikbaar`
pub(crate) async fn bounced(ctx: Ctx, Path((id, person)): Path<(OrganisationId, PersonId)>) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    actions::note_bounce(&ctx, &permit, id, person).await?;
    Ok(ctx.see_other_with(&format!("/beheer/organisaties/{id}"), "notice-contact-bounced"))
}
