//! The way in: what every form with which somebody responds has in common. The page around it, and what may be responded
//! to, belong to the capability that has the subject.

use kernel::{Choice, FieldErrors, Fields, Permit, PersonId, Problem, Result, form::FormState};
use platform::{Conn, Ctx, limits::Limit, templates::Form};
use serde::Serialize;

use super::{
    actions,
    forms::{self, Ask, Filler, Typed},
    model::{NewResponse, Owner, Reach, Response, Subject},
    neighbours,
    policy::{self, Respond},
    settings, views,
};
use people::{Account, Purpose};

/// The form, as `conversations/_entry.html` shows it.
#[derive(Debug, Default, Serialize)]
pub struct EntryForm {
    pub form: Form,
    /// Questions to tick.
    pub asks: Vec<Choice>,
    pub reaches: Vec<Choice>,
    /// The address with which somebody signed in.
    pub account_email: Option<String>,
    /// Whether this is somebody at the desk, who may fill it in for a person who sits opposite.
    pub desk: bool,
    /// The name of the person who agreed, on record, that it is filled in for them.
    pub acting: Option<String>,
    /// Working days within which an answer comes.
    pub days: u32,
}

/// Working days within which an answer comes.
pub fn answer_days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&settings::TAKE_OVER_DAYS, ctx.today())
}

/// Somebody at the form.
pub struct Asker {
    /// The request; for a person whose consent to that is on record, in that person's name.
    pub ctx: Ctx,
    account: Option<Account>,
}

impl Asker {
    /// Who fills the form in; for whom, says the field `voor`.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] without a consent on record of the person it is for: never silently in one's own name.
    pub async fn of(ctx: Ctx, conn: &mut Conn, fields: &Fields) -> Result<Self> {
        let ctx = match fields.get("voor").filter(|asked| !asked.is_empty()) {
            Some(asked) => {
                let person: PersonId = asked.parse().map_err(|_| Problem::Forbidden("people-deny-no-consent"))?;
                people::acting_for(&ctx, conn, person, Purpose::Respond).await?
            }
            None => ctx,
        };
        let account = match ctx.on_behalf_of.or(ctx.actor.person_id()) {
            Some(person) => neighbours::account(conn, &ctx, person).await?,
            None => None,
        };
        Ok(Self { ctx, account })
    }

    /// The form with what is known already.
    pub fn blank(&self, query: &Fields) -> EntryForm {
        let mut form = self.ctx.form(&FormState::filled(query));
        let own = !self.ctx.actor.sits_at_desk() || self.ctx.on_behalf_of.is_some();
        if let Some(account) = self.account.as_ref().filter(|_| own) {
            views::prefill(&mut form, "name", account.name.as_str());
            views::prefill(&mut form, "phone", account.phone.as_deref().unwrap_or_default());
            views::prefill(&mut form, "reach", if account.email.is_some() { "email" } else { "phone" });
        }
        self.form(form)
    }

    /// The form again, with what is wrong in it.
    pub fn wrong(&self, fields: &Fields, errors: FieldErrors) -> EntryForm {
        self.form(self.ctx.form(&FormState::with_errors(fields, errors)))
    }

    fn form(&self, form: Form) -> EntryForm {
        let ctx = &self.ctx;
        let account = self.account.as_ref();
        EntryForm {
            form,
            asks: views::choices::<Ask>(ctx, "response-ask-"),
            reaches: views::choices::<Reach>(ctx, "response-reach-"),
            acting: account.filter(|_| ctx.on_behalf_of.is_some()).map(|account| account.name.clone()),
            account_email: account.and_then(|account| account.email.clone()),
            desk: ctx.actor.sits_at_desk(),
            days: answer_days(ctx),
        }
    }

    /// Reads the form.
    pub fn read(&self, fields: &Fields) -> std::result::Result<Typed, FieldErrors> {
        let account = self.account.as_ref();
        let filler = Filler {
            account_email: account.and_then(|account| account.email.as_deref()),
            account_name: account.map(|account| account.name.as_str()),
            // A person who acts for another with a consent on record need not ask again.
            desk: self.ctx.actor.sits_at_desk() && self.ctx.on_behalf_of.is_none(),
        };
        forms::respond(fields, filler)
    }

    /// Sends what was typed; ticked questions become sentences in the language of the page.
    ///
    /// # Errors
    /// [`Problem::TooMany`] when too many came from one place or for one address.
    pub async fn respond(
        &self,
        permit: &Permit<Respond>,
        (subject, owner): (Subject, Owner),
        typed: Typed,
    ) -> Result<Response> {
        let ctx = &self.ctx;
        self.limit(typed.email.as_deref())?;
        let asks = typed.asks.iter().map(|ask| ctx.t(&format!("response-ask-{}", views::dashed(*ask))));
        let question = [asks.collect::<Vec<_>>().join("\n"), typed.question.unwrap_or_default()];
        let question: Vec<String> = question.into_iter().filter(|part| !part.is_empty()).collect();
        let account = self.account.as_ref().filter(|_| ctx.on_behalf_of.is_some());
        let new = NewResponse {
            subject,
            owner,
            name: typed.name,
            email: typed.email,
            phone: typed.phone,
            reach: typed.reach,
            question: question.join("\n\n"),
            entry: policy::entry(&ctx.actor, typed.agreed.is_some(), ctx.on_behalf_of),
            agreed: typed.agreed,
            lang: account.and_then(|account| account.lang).unwrap_or(ctx.lang),
        };
        actions::respond(ctx, permit, new).await
    }

    /// Stops a flood; a busy desk is none.
    fn limit(&self, email: Option<&str>) -> Result<()> {
        let ctx = &self.ctx;
        if ctx.actor.sits_at_desk() {
            return Ok(());
        }
        ctx.limit_address("respond")?;
        email.map_or(Ok(()), |email| ctx.limit_reader(Limit::Respond, "respond", email))
    }

    /// Where it goes on after sending.
    pub fn onward(&self, response: &Response) -> axum::response::Response {
        let ctx = &self.ctx;
        let sent = |path: String| ctx.see_other_with(&path, "notice-response-sent");
        match (ctx.actor.person_id(), response.entered_by, response.person) {
            (_, Some(_), _) if ctx.actor.sits_at_desk() => sent(format!("/balie/reacties/{}", response.id)),
            (_, Some(_), Some(person)) => sent(format!("/reageren?voor={person}")),
            (Some(_), ..) => sent(format!("/mijn/reacties/{}", response.id)),
            (None, ..) if response.email.is_some() => {
                ctx.see_other(&format!("/reacties/bevestig?reactie={}", response.id))
            }
            (None, ..) => ctx.see_other("/reacties/ontvangen"),
        }
    }
}
