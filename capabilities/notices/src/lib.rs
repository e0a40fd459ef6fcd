//! Notices: what somebody wants to hear of, how often, and the letters with it.
//!
//! A capability that has news says so with a [`platform::topics::TopicSource`] that it hands to [`hear_of`] in its plan, calls
//! [`follow`] from its own form or button, and [`there_is_news`] when something may be new. The rest follows here: letters at
//! once, daily or weekly, the letter that asks to confirm an address without an account, the link in each letter with which
//! they end (RFC 8058), one's own page and the card that leads to it, how long it is kept, and its end with the account.
//! For somebody's copy of their data the capability asks [`kept`], and tells it among what is its own.
//!
//! Owns: `subscriptions`, `subscription_links`. Sends no events.

mod actions;
mod forms;
mod jobs;
mod mails;
mod model;
mod pages;
pub mod policy;
pub mod samples;
mod settings;
mod store;
#[cfg(test)]
mod tests;
mod views;

use platform::{
    Access, Ctx, Plan,
    http::{FormBody, Path, Query},
    jobs::Schedule,
    topics::TopicSource,
};

pub use self::{
    actions::{Followed, erase, follow},
    forms::{Wish, wish},
    jobs::there_is_news,
    model::{Rhythm, Topic},
    pages::{limit, own_address},
    views::{Kept, kept, rhythms},
};

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("notices", 2)
        .shown_after("help_requests")
        .statements(store::STATEMENTS)
        .settings(&[&settings::WAITING_DAYS, &settings::UNDO_DAYS])
        .keeps("retention-saved-search", &settings::KEPT_DAYS)
        .job(jobs::look_at_once)
        .job(jobs::ask_to_confirm)
        .job(jobs::send_news)
        // The kinds under which they wait in towns, where searches were the first topic.
        .every("saved_search.daily", Schedule::Daily(7), jobs::daily)
        .every("saved_search.weekly", Schedule::Weekly(jiff::civil::Weekday::Monday, 7), jobs::weekly)
        .ends(|tx, ctx, person| Box::pin(actions::erase(tx, ctx, person)))
        .my_section(|conn, ctx, person| Box::pin(views::my_cards(conn, ctx, person)))
}

/// Lets people hear of a kind of topic: adds to the plan of the capability that has it what it needs.
pub fn hear_of(mut plan: Plan, source: TopicSource) -> Plan {
    plan.texts.extend(TEXTS.split_whitespace().map(|text| format!("{}-{text}", source.words)));
    plan.texts.extend(["saved", "ended", "back"].map(|said| format!("notice-{}-{said}", source.words)));
    plan.topic(source)
        .get(source.confirm, move |ctx: Ctx, token: Path<String>| pages::confirm(ctx, source, token), Access::PUBLIC)
        .post(source.confirm, move |ctx: Ctx, token: Path<String>| pages::confirmed(ctx, source, token), Access::PUBLIC)
        .get(source.leave, move |ctx: Ctx, token: Path<String>| pages::leave(ctx, source, token), Access::PUBLIC)
        .post(
            source.leave,
            move |ctx: Ctx, token: Path<String>, form: FormBody| pages::left(ctx, source, token, form),
            Access::PUBLIC,
        )
        .get(source.own, move |ctx: Ctx, query: Query| pages::own(ctx, source, query), Access::SIGNED_IN_OR_CARD)
        .post(source.own, move |ctx: Ctx, form: FormBody| pages::change_own(ctx, source, form), Access::SIGNED_IN)
}

/// What each kind of topic has a text for, behind its own beginning.
const TEXTS: &str = "what link-title-confirm link-title-stop link-title-undo link-lead-confirm link-lead-stop link-lead-undo \
    link-button-confirm link-button-stop link-button-undo own-title own-lead own-empty own-empty-text my-count ended \
    mail-confirm-subject mail-confirm-text mail-news-subject mail-news-text mail-news-action mail-news-reason mail-stop";
