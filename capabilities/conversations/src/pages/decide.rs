//! What the other side, or the point for it, decides.

use kernel::{Permit, Problem, Result, form::FormState};
use platform::{
    Conn, Ctx,
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
        neighbours,
        policy::{self, Decide},
        views::{self, Choice, DoorView},
    },
    Seat, SeatPath, seat, thread,
};

/// Inviting.
#[derive(Debug, Serialize)]
pub struct InvitePage {
    pub form: Form,
    /// Address of the thread.
    pub base: String,
    /// Who is invited.
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
pub struct DeclinePage {
    pub form: Form,
    /// Address of the thread.
    pub base: String,
    /// Who hears it.
    pub person: String,
    /// What it is about.
    pub title: String,
    /// Kinds of no.
    pub verdicts: Vec<Choice>,
    /// Doors to tick.
    pub doors: Vec<DoorView>,
}

impl Page for DeclinePage {
    const TEMPLATE: &'static str = "conversations/decline.html";
    fn crumbs(&self) -> Vec<Crumb> {
        thread::crumbs_to(&self.base, &self.person)
    }
}

/// The seat, with the permit to decide.
async fn deciding(conn: &mut Conn, ctx: &Ctx, path: SeatPath) -> Result<(Seat, Permit<Decide>)> {
    let seat = seat(conn, ctx, path).await?;
    let permit = policy::decide(&seat.acting.actor, &seat.response, &seat.via).require()?;
    Ok((seat, permit))
}

async fn invite_page(ctx: &Ctx, conn: &mut Conn, seat: &Seat, mut form: Form) -> Result<InvitePage> {
    let known = introductions::of(conn, ctx, seat.response.id).await?;
    let place = match &known {
        Some(known) => known.place.clone(),
        None => {
            neighbours::subject(conn, ctx, &seat.response.subject).await?.and_then(|now| now.place).unwrap_or_default()
        }
    };
    views::prefill(&mut form, "place", place);
    views::prefill(&mut form, "minutes", "30");
    Ok(InvitePage {
        form,
        base: seat.base.clone(),
        person: seat.response.name.clone(),
        title: seat.response.subject.title.clone(),
        moves: known.is_some_and(|known| known.state == introductions::model::State::Planned),
    })
}

/// `GET …/uitnodigen`
pub async fn invite_form(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let mut conn = ctx.read().await?;
    let (seat, _) = deciding(&mut conn, &ctx, path).await?;
    Ok(ctx.page(&invite_page(&ctx, &mut conn, &seat, Form::default()).await?)?)
}

/// `POST …/uitnodigen`
pub async fn invite(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let mut conn = ctx.read().await?;
    let (seat, permit) = deciding(&mut conn, &ctx, path).await?;
    match introductions::forms::invite(&fields, ctx.now, &ctx.municipality.zone) {
        Ok(invitation) => {
            drop(conn);
            introductions::actions::invite(&seat.acting, &permit, seat.response.id, seat.side, invitation).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-invited"))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&invite_page(&ctx, &mut conn, &seat, form).await?)?)
        }
    }
}

fn decline_page(ctx: &Ctx, seat: &Seat, suggested: &[Door], form: Form) -> DeclinePage {
    DeclinePage {
        form,
        base: seat.base.clone(),
        person: seat.response.name.clone(),
        title: seat.response.subject.title.clone(),
        verdicts: views::choices::<Verdict>(ctx, "response-verdict-"),
        doors: views::doors(ctx, suggested),
    }
}

/// `GET …/afwijzen`: the suggested doors are ticked, so that sending them is the least work.
pub async fn decline_form(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let mut conn = ctx.read().await?;
    let (seat, _) = deciding(&mut conn, &ctx, path).await?;
    let suggested = alternatives::suggest(&mut conn, &ctx, &DoorQuery::of(&seat.response)).await?;
    let ticked = suggested.iter().map(|door| door.id.to_string()).collect();
    let mut form = Form::default();
    form.values.insert("door".to_owned(), Typed::Several(ticked));
    Ok(ctx.page(&decline_page(&ctx, &seat, &suggested, form))?)
}

/// `POST …/afwijzen`
pub async fn decline(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let mut conn = ctx.read().await?;
    let (seat, permit) = deciding(&mut conn, &ctx, path).await?;
    let suggested = alternatives::suggest(&mut conn, &ctx, &DoorQuery::of(&seat.response)).await?;
    drop(conn);
    match decisions::forms::decline(&fields, &suggested) {
        Ok(no) => {
            decisions::actions::decline(&seat.acting, &permit, seat.response.id, seat.side, no).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-declined"))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&decline_page(&ctx, &seat, &suggested, form))?)
        }
    }
}

/// Saying that the answer went another way.
#[derive(Debug, Serialize)]
pub struct AnsweredPage {
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
        title: seat.response.subject.title.clone(),
        owed: seat.response.awaits_answer(),
    }
}

/// `GET …/beantwoord`: looks, and changes nothing: programs that look at mail follow links too.
pub async fn answered_form(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let (seat, _) = deciding(&mut ctx.read().await?, &ctx, path).await?;
    Ok(ctx.page(&answered_page(&seat, Form::default()))?)
}

/// `POST …/beantwoord`
pub async fn answered(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = deciding(&mut ctx.read().await?, &ctx, path).await?;
    match forms::reason(&fields) {
        Ok(words) => {
            let id = seat.response.id;
            actions::answered_elsewhere(&seat.acting, &permit, id, seat.side, words.as_deref()).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-answered"))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&answered_page(&seat, form))?)
        }
    }
}

/// `POST …/aannemen`
pub async fn accept(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = deciding(&mut ctx.read().await?, &ctx, path).await?;
    let message = forms::reason(&fields).map_err(Problem::Invalid)?;
    decisions::actions::accept(&seat.acting, &permit, seat.response.id, seat.side, message.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-accepted"))
}

/// `POST …/gestart`
pub async fn start(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let (seat, permit) = deciding(&mut ctx.read().await?, &ctx, path).await?;
    decisions::actions::start(&seat.acting, &permit, seat.response.id, seat.side).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-started"))
}

/// `POST …/gestopt`
pub async fn stop(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = deciding(&mut ctx.read().await?, &ctx, path).await?;
    let reason = forms::reason(&fields).map_err(Problem::Invalid)?;
    decisions::actions::stop(&seat.acting, &permit, seat.response.id, seat.side, reason.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-stopped"))
}

/// `POST …/oproepen`
pub async fn call_up(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = deciding(&mut ctx.read().await?, &ctx, path).await?;
    let message = forms::reason(&fields).map_err(Problem::Invalid)?;
    decisions::actions::call_up(&seat.acting, &permit, seat.response.id, seat.side, message.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-called-up"))
}
