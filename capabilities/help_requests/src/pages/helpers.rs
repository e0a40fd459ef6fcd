//! Becoming a confirmed helper, and the desk's list of them.

use kernel::{Fields, Paged, PersonId, Problem, Result, form::FormState, text::Codes};
use platform::{
    Conn, Ctx,
    db::Code,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{Lists, desk_crumbs, list_crumb, nothing};
use crate::{
    actions::helpers,
    forms,
    model::{Checked, Helper, Helping, Standing},
    policy, settings, store,
    views::trust,
};
use facets::{model::term, words::Since};

/// Asking to be confirmed.
#[derive(Debug, Serialize)]
pub(crate) struct ApplyPage {
    /// What was typed.
    pub form: Form,
    /// Code of where it stands; absent for somebody who never asked.
    pub state: Option<&'static str>,
    /// What the point answered.
    pub answer: Option<String>,
    /// Last day of a confirmation that holds.
    pub valid_until: Option<String>,
    /// Whether somebody may help already, for an organisation.
    pub for_organisation: bool,
    /// Whether somebody is a contact of a confirmed organisation and needs a confirmation all the same.
    pub contact_too: bool,
}

impl Page for ApplyPage {
    const TEMPLATE: &'static str = "help_requests/helper_apply.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![list_crumb()]
    }
}

/// The desk's list.
#[derive(Debug, Serialize)]
pub(crate) struct HelpersPage {
    /// Code of the only list that is shown, when it is one of several pages; absent when both are.
    pub only: Option<&'static str>,
    /// Those who asked.
    pub asked: Paged<HelperShown>,
    /// Those who are confirmed.
    pub confirmed: Paged<HelperShown>,
    /// Now, in milliseconds.
    pub now: i64,
}

#[derive(Debug, Serialize)]
pub(crate) struct HelperShown {
    pub id: String,
    /// The name to use.
    pub name: String,
    /// Why they want to.
    pub motivation: String,
    /// Code of how they were checked.
    pub checked: Option<&'static str>,
    /// Last day.
    pub valid_until: Option<String>,
    /// When they asked.
    pub asked_at: Since,
}

impl Page for HelpersPage {
    const TEMPLATE: &'static str = "help_requests/helpers.html";
    fn crumbs(&self) -> Vec<Crumb> {
        desk_crumbs()
    }
}

/// Confirming one helper.
#[derive(Debug, Serialize)]
pub(crate) struct ConfirmPage {
    /// What was typed.
    pub form: Form,
    pub id: String,
    /// The name to use.
    pub name: String,
    /// Why they want to.
    pub motivation: Option<String>,
    /// Telephone, to invite them or to ask them to help.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Whether they asked and wait.
    pub asked: bool,
    /// Whether they are confirmed now.
    pub confirmed: bool,
    /// Codes of the ways to check.
    pub ways: Vec<&'static str>,
}

impl Page for ConfirmPage {
    const TEMPLATE: &'static str = "help_requests/helper_confirm.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/balie", "common-desk"), Crumb::key("/balie/helpers", "help-request-helpers-title")]
    }
}

async fn helper(ctx: &Ctx, person: PersonId) -> Result<Option<Helper>> {
    let mut conn = ctx.read().await?;
    Ok(store::HELPER.optional(&mut conn, (ctx.town(), person)).await?)
}

async fn apply_page(ctx: &Ctx, state: &FormState) -> Result<ApplyPage> {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let known = helper(ctx, person).await?;
    let mut conn = ctx.read().await?;
    let trust = trust(&mut conn, ctx, person).await?;
    let is_contact = !trust.contact_of.is_empty();
    Ok(ApplyPage {
        form: ctx.form(state),
        state: known.as_ref().map(|known| known.state.code()),
        answer: known.as_ref().and_then(|known| known.answer.clone()),
        valid_until: known
            .and_then(|known| known.valid_until.filter(|_| known.state == Helping::Confirmed))
            .map(|day| day.to_string()),
        for_organisation: matches!(trust.standing(), Standing::Organisation(_)),
        contact_too: is_contact && trust.standing() == Standing::None,
    })
}

/// `GET /hulpvragen/helper-worden`
pub(crate) async fn apply_form(ctx: Ctx) -> Answer {
    policy::apply(&ctx.actor).require()?;
    Ok(ctx.page(&apply_page(&ctx, &FormState::default()).await?)?)
}

/// `POST /hulpvragen/helper-worden`
pub(crate) async fn apply(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::apply(&ctx.actor).require()?;
    match forms::motivation(&fields) {
        Ok(motivation) => {
            helpers::apply(&ctx, &permit, motivation).await?;
            Ok(ctx.see_other_with("/hulpvragen/helper-worden", "notice-helper-asked"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&apply_page(&ctx, &FormState::with_errors(&fields, errors)).await?)?),
    }
}

/// `GET /balie/helpers`, or `?lijst=…&page=…` for one of the lists.
pub(crate) async fn list(ctx: Ctx, Query(query): Query) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let lists = Lists::asked(&query);
    let mut conn = ctx.read().await?;
    let page = HelpersPage {
        only: lists.only.map(Codes::code),
        asked: helpers_in(&mut conn, &ctx, lists, Helping::Asked).await?,
        confirmed: helpers_in(&mut conn, &ctx, lists, Helping::Confirmed).await?,
        now: ctx.now.millis(),
    };
    Ok(ctx.page(&page)?)
}

async fn helpers_in(conn: &mut Conn, ctx: &Ctx, lists: Lists<Helping>, state: Helping) -> Result<Paged<HelperShown>> {
    let Some(page) = lists.page_of(state) else { return Ok(nothing()) };
    let Paged { items, total, .. } = store::HELPERS.page(conn, (ctx.town(), Code(state)), page).await?;
    let ids: Vec<PersonId> = items.iter().map(|helper| helper.person).collect();
    let names = people::names(conn, ctx.town(), &ids).await?;
    let shown = items.into_iter().filter_map(|helper| {
        let (_, name) = names.iter().find(|(person, _)| *person == helper.person)?;
        Some(HelperShown {
            id: helper.person.to_string(),
            name: name.clone(),
            motivation: helper.motivation,
            checked: helper.checked.map(Codes::code),
            valid_until: helper.valid_until.map(|day| day.to_string()),
            asked_at: Since::new(ctx, helper.asked_at),
        })
    });
    Ok(Paged::new(shown.collect(), page, total))
}

async fn confirm_page(ctx: &Ctx, person: PersonId, state: &FormState) -> Result<ConfirmPage> {
    let known = helper(ctx, person).await?;
    let mut conn = ctx.read().await?;
    let account = people::account(&mut conn, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    Ok(ConfirmPage {
        form: ctx.form(state),
        id: person.to_string(),
        name: account.name,
        phone: account.phone,
        email: account.email,
        asked: known.as_ref().is_some_and(|known| known.state == Helping::Asked),
        confirmed: known.as_ref().is_some_and(|known| known.holds(ctx.today())),
        motivation: known.map(|known| known.motivation).filter(|words| !words.is_empty()),
        ways: Checked::ALL.iter().map(|way| way.code()).collect(),
    })
}

/// `GET /balie/helpers/{person}`
pub(crate) async fn show(ctx: Ctx, Path(person): Path<PersonId>) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let days = ctx.municipality.settings.count(&settings::HELPER_DAYS, ctx.today());
    let until = term(ctx.today(), days).strftime("%d-%m-%Y").to_string();
    let fields = Fields::default().with("valid_until", until);
    Ok(ctx.page(&confirm_page(&ctx, person, &FormState::filled(&fields)).await?)?)
}

/// `POST /balie/helpers/{person}/bevestigen`
pub(crate) async fn confirm(ctx: Ctx, Path(person): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    match forms::confirmation(&fields, ctx.today()) {
        Ok(confirmation) => {
            helpers::confirm(&ctx, &permit, person, confirmation).await?;
            Ok(ctx.see_other_with("/balie/helpers", "notice-helper-confirmed"))
        }
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            Ok(ctx.page_with_errors(&confirm_page(&ctx, person, &state).await?)?)
        }
    }
}

/// `POST /balie/helpers/{person}/afwijzen`
pub(crate) async fn refuse(ctx: Ctx, Path(person): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    match forms::note(&fields) {
        Ok(answer) => {
            helpers::refuse(&ctx, &permit, person, answer).await?;
            Ok(ctx.see_other_with("/balie/helpers", "notice-helper-refused"))
        }
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            Ok(ctx.page_with_errors(&confirm_page(&ctx, person, &state).await?)?)
        }
    }
}

/// `POST /balie/helpers/{person}/intrekken`
pub(crate) async fn end(ctx: Ctx, Path(person): Path<PersonId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    helpers::end(&ctx, &permit, person).await?;
    Ok(ctx.see_other_with("/balie/helpers", "notice-helper-ended"))
}
