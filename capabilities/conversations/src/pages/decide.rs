//! What the other side, or the point for it, decides.

use kernel::{Choice, Problem, Result};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page, Typed},
};
use serde::Serialize;

use super::{
    super::{
        actions,
        alternatives::{self, DoorQuery},
        decisions::{self, forms::Verdict},
        forms, introductions,
        model::Door,
        neighbours, policy,
        views::{self, DoorView},
    },
    Seat, SeatPath, again, seat_with, thread,
};

#[derive(Debug, Serialize)]
pub(crate) struct InvitePage {
    pub form: Form,
    /// Address of the thread.
    pub base: String,
    pub person: String,
    pub title: String,
    /// Whether a time was chosen already, which this changes.
    pub moves: bool,
}

impl Page for InvitePage {
    const TEMPLATE: &'static str = "conversations/invite.html";
    fn crumbs(&self) -> Vec<Crumb> {
        thread::crumbs_to(&self.base, &self.person)
    }
}

/// Saying no.
#[derive(Debug, Serialize)]
pub(crate) struct DeclinePage {
    pub form: Form,
    /// Address of the thread.
    pub base: String,
    pub person: String,
    pub title: String,
    pub verdicts: Vec<Choice>,
    /// To tick.
    pub doors: Vec<DoorView>,
}

impl Page for DeclinePage {
    const TEMPLATE: &'static str = "conversations/decline.html";
    fn crumbs(&self) -> Vec<Crumb> {
        thread::crumbs_to(&self.base, &self.person)
    }
}

async fn invite_page(ctx: &Ctx, seat: &Seat, mut form: Form) -> Result<InvitePage> {
    let mut conn = ctx.read().await?;
    let known = introductions::of(&mut conn, ctx, seat.response.id).await?;
    let place = match &known {
        Some(known) => Some(known.place.clone()),
        None => neighbours::subject(&mut conn, ctx, &seat.response).await?.and_then(|now| now.place),
    };
    views::prefill(&mut form, "place", place.unwrap_or_default());
    views::prefill(&mut form, "minutes", "30");
    Ok(InvitePage {
        form,
        base: seat.base.clone(),
        person: seat.response.name.clone(),
        title: seat.response.subject_title.clone(),
        moves: known.is_some_and(|known| known.state == introductions::model::State::Planned),
    })
}

/// `GET …/uitnodigen`
pub(crate) async fn invite_form(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let (seat, _) = seat_with(&ctx, path, policy::decide).await?;
    Ok(ctx.page(&invite_page(&ctx, &seat, Form::default()).await?)?)
}

/// `POST …/uitnodigen`
pub(crate) async fn invite(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::decide).await?;
    match introductions::forms::invite(&fields, ctx.now, &ctx.municipality.zone) {
        Ok(invitation) => {
            introductions::actions::invite(&seat.acting, &permit, seat.response.id, seat.side, invitation).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-invited"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&invite_page(&ctx, &seat, again(&ctx, &fields, errors)).await?)?),
    }
}

async fn suggested(ctx: &Ctx, seat: &Seat) -> Result<Vec<Door>> {
    alternatives::suggest(&mut ctx.read().await?, ctx, &DoorQuery::of(&seat.response)).await
}

fn decline_page(ctx: &Ctx, seat: &Seat, suggested: &[Door], form: Form) -> DeclinePage {
    DeclinePage {
        form,
        base: seat.base.clone(),
        person: seat.response.name.clone(),
        title: seat.response.subject_title.clone(),
        verdicts: views::choices::<Verdict>(ctx, "response-verdict-"),
        doors: views::doors(ctx, suggested),
    }
}

/// `GET …/afwijzen`: the suggested doors are ticked, so that sending them is the least work.
pub(crate) async fn decline_form(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let (seat, _) = seat_with(&ctx, path, policy::decide).await?;
    let suggested = suggested(&ctx, &seat).await?;
    let ticked = suggested.iter().map(|door| door.id.to_string()).collect();
    let mut form = Form::default();
    form.values.insert("door".to_owned(), Typed::Several(ticked));
    Ok(ctx.page(&decline_page(&ctx, &seat, &suggested, form))?)
}

/// `POST …/afwijzen`
pub(crate) async fn decline(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::decide).await?;
    let suggested = suggested(&ctx, &seat).await?;
    match decisions::forms::decline(&fields, &suggested) {
        Ok(no) => {
            decisions::actions::decline(&seat.acting, &permit, seat.response.id, seat.side, no).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-declined"))
        }
        Err(errors) => {
            Ok(ctx.page_with_errors(&decline_page(&ctx, &seat, &suggested, again(&ctx, &fields, errors)))?)
        }
    }
}

/// Saying that the answer went another way.
#[derive(Debug, Serialize)]
pub(crate) struct AnsweredPage {
    pub form: Form,
    /// Address of the thread.
    pub base: String,
    pub person: String,
    pub title: String,
    /// Whether an answer is still owed.
    pub owed: bool,
}

impl Page for AnsweredPage {
    const TEMPLATE: &'static str = "conversations/answered.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::named(&self.base, &self.person)]
    }
}

fn answered_page(seat: &Seat, form: Form) -> AnsweredPage {
    AnsweredPage {
        form,
        base: seat.base.clone(),
        person: seat.response.name.clone(),
        title: seat.response.subject_title.clone(),
        owed: seat.response.awaits_answer(),
    }
}

/// `GET …/beantwoord`: looks, and changes nothing: programs that look at mail follow links too.
pub(crate) async fn answered_form(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let (seat, _) = seat_with(&ctx, path, policy::decide).await?;
    Ok(ctx.page(&answered_page(&seat, Form::default()))?)
}

/// `POST …/beantwoord`
pub(crate) async fn answered(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::decide).await?;
    match forms::reason(&fields) {
        Ok(words) => {
            let id = seat.response.id;
            actions::answered_elsewhere(&seat.acting, &permit, id, seat.side, words.as_deref()).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-answered"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&answered_page(&seat, again(&ctx, &fields, errors)))?),
    }
}

/// `POST …/aannemen`
pub(crate) async fn accept(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::decide).await?;
    let message = forms::reason(&fields).map_err(Problem::Invalid)?;
    decisions::actions::accept(&seat.acting, &permit, seat.response.id, seat.side, message.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-accepted"))
}

/// `POST …/gestart`
pub(crate) async fn start(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::decide).await?;
    decisions::actions::start(&seat.acting, &permit, seat.response.id, seat.side).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-started"))
}

/// `POST …/gestopt`
pub(crate) async fn stop(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::decide).await?;
    let reason = forms::reason(&fields).map_err(Problem::Invalid)?;
    decisions::actions::stop(&seat.acting, &permit, seat.response.id, seat.side, reason.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-stopped"))
}

/// `POST …/oproepen`
pub(crate) async fn call_up(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::decide).await?;
    let message = forms::reason(&fields).map_err(Problem::Invalid)?;
    decisions::actions::call_up(&seat.acting, &permit, seat.response.id, seat.side, message.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-called-up"))
}
