//! Help requests: a resident asks, or somebody on their behalf.
//!
//! In public stand a title, a story, a wijk and a moment; exact data ([`model::Private`]) are kept in a table of their own.
//! They are seen by the person who asks, by the one confirmed helper both sides agreed to, and by the desk with a reason;
//! every look is in the audit log, and shown to the person who asks.
//!
//! Owns: `help_requests`, `help_request_private`, `help_request_helpers`, `helpers`. Sends: [`events`].

mod actions;
mod alternatives;
pub mod events;
mod forms;
mod jobs;
mod mails;
pub mod model;
pub mod outcomes;
mod pages;
mod personal_data;
pub mod policy;
mod queues;
pub mod samples;
pub mod settings;
mod store;
mod subject;
#[cfg(test)]
mod tests;
mod views;

use kernel::{PersonId, Result};
use platform::{Conn, Ctx, Plan, db::Many, jobs::Schedule, plan::Access};

use self::{
    model::HelpRequest,
    pages::{desk, helpers, mine, public, queue, writing},
};
pub use self::{
    samples::inserts::{SampleCandidate, SampleHelpRequest, SampleHelper, insert_sample, insert_sample_helper},
    views::PublicHelpRequest,
};
use facets::model::HelpRequestId;

/// What this capability has.
pub fn plan() -> Plan {
    let plan = add_asking(Plan::new("help_requests", 3));
    let plan = queues::add(outcomes::add(add_helping(plan)));
    plan.every("marketplace.look_after_help_requests", Schedule::Daily(6), jobs::look_after)
        .on("help_requests.contact_left", jobs::contact_left)
        .term(&actions::still_needed::SHOWN)
        .job(jobs::ask_to_keep)
        .promise(&actions::clock::ANSWER)
        .job(jobs::take_over)
        .job(mails::send_letter)
        .job(mails::send_helper_letter)
        .settings(settings::ALL)
        .keeps("retention-help-request-private", &settings::PRIVATE_DAYS)
        .keeps("retention-help-request", &settings::KEPT_DAYS)
        .keeps("retention-helper", &settings::HELPER_KEPT_DAYS)
        .person_data(
            "help-request-data",
            |conn, ctx, person| Box::pin(personal_data::export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(personal_data::erase(tx, ctx, person)),
        )
        .subject(subject::source())
        .my_section(|conn, ctx, person| Box::pin(views::my_cards(conn, ctx, person)))
        .samples(samples::samples)
        .statements(store::STATEMENTS)
}

fn add_asking(plan: Plan) -> Plan {
    plan.get("/hulpvragen/nieuw", writing::start, Access::PUBLIC)
        .once_while("/hulpvragen/nieuw", writing::begin, Access::SIGNED_IN, |ctx, at| {
            Box::pin(writing::is_untouched(ctx, at))
        })
        .get("/mijn/hulpvragen/{help_request}/stap/{step}", writing::ask, Access::OWN)
        .post("/mijn/hulpvragen/{help_request}/stap/{step}", writing::answer, Access::OWN)
        .get("/mijn/hulpvragen/{help_request}/controle", writing::summary, Access::OWN)
        .post("/mijn/hulpvragen/{help_request}/controle", writing::send, Access::OWN)
        .get("/mijn/hulpvragen", mine::list, Access::SIGNED_IN_OR_CARD)
        .get("/mijn/hulpvragen/{help_request}", mine::show, Access::OWN_OR_CARD)
        .post("/mijn/hulpvragen/{help_request}/kiezen", mine::choose, Access::OWN_OR_CARD)
        .post("/mijn/hulpvragen/{help_request}/bedanken", mine::decline, Access::OWN_OR_CARD)
        .post("/mijn/hulpvragen/{help_request}/verlengen", mine::extend, Access::OWN_OR_CARD)
        .get("/mijn/hulpvragen/{help_request}/sluiten", mine::ask_closing, Access::OWN)
        .post("/mijn/hulpvragen/{help_request}/sluiten", mine::close, Access::OWN)
        .get("/mijn/hulpvragen/{help_request}/brief", mine::letter, Access::OWN)
        .get("/hulpvragen/verlengen/{token}", public::ask_extend, Access::PUBLIC)
        .post("/hulpvragen/verlengen/{token}", public::extend_by_link, Access::PUBLIC)
}

fn add_helping(plan: Plan) -> Plan {
    plan.get("/hulpvragen/{help_request}", public::show, Access::PUBLIC)
        // Confirmed helpers; in the matrix nobody is.
        .get("/hulpvragen/{help_request}/reageer", public::offer_form, Access(&[]))
        .once("/hulpvragen/{help_request}/reageer", public::offer, Access(&[]))
        // The person who offered to help; in the matrix nobody has.
        .post("/hulpvragen/{help_request}/terugtrekken", public::withdraw, Access(&[]))
        .get("/hulpvragen/{help_request}/gegevens", public::private, Access::OWN)
        .get("/hulpvragen/helper-worden", helpers::apply_form, Access::SIGNED_IN)
        .post("/hulpvragen/helper-worden", helpers::apply, Access::SIGNED_IN)
        .get("/balie/hulpvragen", queue::queue, Access::DESK)
        .get("/balie/hulpvragen/nieuw", desk::new, Access::DESK)
        .once_while("/balie/hulpvragen/nieuw", desk::begin, Access::DESK, |ctx, at| Box::pin(writing::is_untouched(ctx, at)))
        .get("/balie/hulpvragen/{help_request}", desk::show, Access::DESK)
        .post("/balie/hulpvragen/{help_request}/plaatsen", desk::publish, Access::DESK)
        .post("/balie/hulpvragen/{help_request}/terugsturen", desk::send_back, Access::DESK)
        .post("/balie/hulpvragen/{help_request}/verteld", desk::told, Access::DESK)
        .get("/balie/hulpvragen/{help_request}/gegevens", desk::ask_look, Access::DESK)
        .post("/balie/hulpvragen/{help_request}/gegevens", desk::look, Access::DESK)
        .get("/balie/helpers", helpers::list, Access::DESK)
        .get("/balie/helpers/{person}", helpers::show, Access::DESK)
        .post("/balie/helpers/{person}/bevestigen", helpers::confirm, Access::DESK)
        .post("/balie/helpers/{person}/afwijzen", helpers::refuse, Access::DESK)
        .post("/balie/helpers/{person}/intrekken", helpers::end, Access::DESK)
}

/// One request, in whatever state, without exact data.
pub async fn find(conn: &mut Conn, ctx: &Ctx, id: HelpRequestId) -> Result<Option<HelpRequest>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?)
}

/// The requests to which somebody need not be led: those they lead, and those with which they help or would have helped.
pub async fn known_to(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<HelpRequestId>> {
    let led = store::OF_STEWARD.all(conn, (ctx.town(), person)).await?;
    let helped = store::CANDIDACIES.all(conn, (ctx.town(), person)).await?;
    Ok(led.iter().map(|request| request.id).chain(helped.iter().map(|candidate| candidate.request)).collect())
}

/// At most `limit` live requests in order of their ids after `after`, with nothing that is not public; for the index.
pub async fn live_help_requests(
    conn: &mut Conn,
    ctx: &Ctx,
    after: Option<HelpRequestId>,
    limit: i64,
) -> Result<Vec<PublicHelpRequest>> {
    let after = after.unwrap_or(HelpRequestId(uuid::Uuid::nil()));
    let live = store::LIVE_AFTER.all(conn, (ctx.town(), after, limit)).await?;
    Ok(live.iter().filter_map(PublicHelpRequest::of).collect())
}

/// Those of these requests that are public, in no order, with nothing that is not public.
pub async fn by_ids(conn: &mut Conn, ctx: &Ctx, ids: &[HelpRequestId]) -> Result<Vec<PublicHelpRequest>> {
    let mut requests = Vec::with_capacity(ids.len());
    for chunk in Many::chunks(ids) {
        let public = store::PUBLIC_BY_IDS.all(conn, (ctx.town(), chunk)).await?;
        requests.extend(public.iter().filter_map(PublicHelpRequest::of));
    }
    Ok(requests)
}
