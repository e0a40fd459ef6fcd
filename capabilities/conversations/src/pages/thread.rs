//! A thread, for whichever side looks at it, and what its person does in it.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use followups::{Asked, questions};
use kernel::{FieldErrors, Fields, Problem, Result, text::Codes};
use platform::{
    Conn, Ctx,
    followups::{About, Told},
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    super::{
        actions, forms,
        introductions::{self, model::State as MeetingState},
        mails,
        model::{Reach, Response, Side, State, Verb},
        neighbours,
        outcomes::{self, INTRODUCTION, MONTH, OUTCOME},
        policy::{self, Via},
        store,
        views::{self, ClockView, DoorView, Line, MeetingView, OutcomeLine},
    },
    Seat, SeatPath, again,
    confirm::LinkPage,
    seat, seat_with,
};

/// What the reader can do in a thread.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Can {
    pub say: bool,
    pub invite: bool,
    /// Say no, or put on the reserve list.
    pub decline: bool,
    /// Go on together.
    pub accept: bool,
    pub start: bool,
    pub stop: bool,
    /// Call up, or take a no back.
    pub call_up: bool,
    pub withdraw: bool,
    /// Choose a time.
    pub choose: bool,
    pub cancel_meeting: bool,
    /// Let data be kept longer.
    pub keep: bool,
    /// For the point: take it, give it back, confirm it, say that the person was told, register them.
    pub take: bool,
    pub pass_back: bool,
    pub confirm: bool,
    pub told: bool,
    pub enrol: bool,
    /// Say that the answer went another way.
    pub answered: bool,
}

/// How to reach the person.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ContactView {
    /// `email`, `phone` or `point`.
    pub reach: String,
    /// When they chose that, or there is no other way.
    pub email: Option<String>,
    pub phone: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ThreadPage {
    /// The form of the message.
    pub form: Form,
    /// Address of the thread.
    pub base: String,
    /// `person`, `owner` or `point`.
    pub side: &'static str,
    /// What it is about, and its page.
    pub title: String,
    pub href: String,
    pub owner: String,
    pub person: String,
    /// Tail of the state's catalogue key, and kind of its mark.
    pub state: String,
    pub status: &'static str,
    /// The sentence about the clock.
    pub clock: ClockView,
    /// For the other side.
    pub contact: Option<ContactView>,
    /// What was said.
    pub lines: Vec<Line>,
    pub meeting: Option<MeetingView>,
    /// Other ways on, or why there are none.
    pub doors: Vec<DoorView>,
    pub no_doors_reason: Option<String>,
    /// Whether the person agreed to be kept longer.
    pub keep_longer: bool,
    pub can: Can,
    /// The question about the outcome: to the reader's own side, or for the point to put to somebody without e-mail.
    pub ask_outcome: Option<&'static str>,
    /// What was said of how it ended.
    pub outcomes: Vec<OutcomeLine>,
    /// Whether the reader holds a private link.
    pub by_link: bool,
    /// Whether letters to the person do not arrive, and nobody told them yet.
    pub undelivered: bool,
    /// Who takes a card on paper home, because no mail reaches them; for the point.
    pub card_for: Option<String>,
}

impl Page for ThreadPage {
    const TEMPLATE: &'static str = "conversations/thread.html";
    fn crumbs(&self) -> Vec<Crumb> {
        let Some((list, key)) = list_of(&self.base) else { return Vec::new() };
        // An organisation answers what came to it, and asks where it approached somebody with an offer.
        let name = if self.side == "owner" { &self.owner } else { &self.person };
        let office = || Crumb::named(list.trim_end_matches("/reacties"), name);
        vec![above(list).unwrap_or_else(office), Crumb::key(list, key)]
    }
}

/// The list in which the thread of this address stands: its address and catalogue key. A private link leads to the thread alone.
fn list_of(base: &str) -> Option<(&str, &'static str)> {
    let (list, _) = base.rsplit_once('/')?;
    match list {
        "/balie/reacties" => Some((list, "response-queue-title")),
        "/mijn/reacties" => Some((list, "response-mine-title")),
        _ => list.starts_with("/organisatie/").then_some((list, "response-list-title")),
    }
}

fn above(list: &str) -> Option<Crumb> {
    match list {
        "/balie/reacties" => Some(Crumb::key("/balie", "common-desk")),
        "/mijn/reacties" => Some(Crumb::key("/mijn", "common-my-page")),
        _ => None,
    }
}

/// The way back to a thread from what is done in it.
pub(super) fn crumbs_to(base: &str, person: &str) -> Vec<Crumb> {
    let list = list_of(base);
    let above = list.and_then(|(list, _)| above(list));
    let list = list.map(|(list, key)| Crumb::key(list, key));
    above.into_iter().chain(list).chain([Crumb::named(base, person)]).collect()
}

fn can(seat: &Seat, meeting: Option<&MeetingView>) -> Can {
    let (response, side) = (&seat.response, seat.side);
    let may = |verb: Verb| response.state.after(verb).is_some();
    let decides = matches!(side, Side::Owner | Side::Point) && response.state.is_confirmed();
    let for_person = matches!(side, Side::Person | Side::Point);
    let point = side == Side::Point;
    let planned = meeting.is_some_and(|meeting| meeting.state != Codes::code(MeetingState::Cancelled));
    Can {
        say: response.takes_messages(),
        invite: decides && may(Verb::Invite),
        decline: decides && may(Verb::Decline),
        accept: decides && may(Verb::Accept),
        start: decides && may(Verb::Start),
        stop: decides && response.goes_on(),
        call_up: decides && may(Verb::CallUp) && (response.reserve || response.state == State::Declined),
        withdraw: for_person && may(Verb::Withdraw),
        choose: for_person && response.state == State::Invited,
        cancel_meeting: planned && may(Verb::CancelMeeting),
        keep: side == Side::Person && matches!(response.state, State::Declined | State::Withdrawn),
        take: point && response.with_point && response.state.is_active(),
        pass_back: point && response.with_point && response.state.is_active(),
        confirm: point && response.state == State::Unconfirmed,
        told: point && response.tell_since.is_some(),
        answered: decides && response.awaits_answer(),
        enrol: point && response.enrollable(),
    }
}

/// The thread as this reader sees it.
pub(crate) async fn compose(ctx: &Ctx, conn: &mut Conn, seat: &Seat, form: Form) -> Result<ThreadPage> {
    let response = &seat.response;
    let owner = neighbours::owner_name(conn, ctx, response).await?;
    let thread = store::THREAD.all(conn, (ctx.town(), response.id)).await?;
    let introduction = introductions::of(conn, ctx, response.id).await?;
    let meeting = introduction.as_ref().map(|introduction| views::meeting(ctx, introduction));
    let asked = outcomes::of(conn, ctx, response.id).await?;
    Ok(ThreadPage {
        form,
        base: seat.base.clone(),
        side: Codes::code(seat.side),
        title: response.subject_title.clone(),
        href: ctx.app.subject_page(&response.subject_kind, response.subject_id),
        person: response.name.clone(),
        state: views::dashed(response.state),
        status: views::status_kind(response, ctx.now),
        clock: clock(ctx, seat, introduction.as_ref()),
        contact: (seat.side != Side::Person).then(|| contact(response, seat.side)),
        lines: views::lines(ctx, response, &owner, thread, seat.side),
        doors: views::doors(ctx, &response.doors),
        no_doors_reason: response.no_doors_reason.clone(),
        keep_longer: response.keep_longer,
        can: can(seat, meeting.as_ref()),
        ask_outcome: open_question(seat, &asked),
        outcomes: views::outcomes(ctx, response, &owner, &asked, seat.side),
        undelivered: response.undelivered_at.and(response.tell_since).is_some(),
        card_for: response
            .person
            .filter(|_| seat.side == Side::Point && response.email.is_none())
            .map(|person| person.to_string()),
        by_link: matches!(seat.via, Via::Link(_)),
        meeting,
        owner,
    })
}

/// Which question stands open: to each side what it was asked, to the point what no mail can ask.
fn open_question(seat: &Seat, asked: &[Asked]) -> Option<&'static str> {
    let unanswered = |moment: &str| {
        let own = |question: &&Asked| question.moment == moment && question.side == seat.side.code();
        asked.iter().find(own).is_some_and(|question| question.answer.is_none() && !question.ended)
    };
    let by_phone = seat.side == Side::Point && seat.response.email.is_none();
    let open = |moment: &&str| outcomes::is_open(&seat.response, moment) && (by_phone || unanswered(moment));
    [INTRODUCTION, MONTH].into_iter().find(open)
}

fn clock(ctx: &Ctx, seat: &Seat, meeting: Option<&introductions::model::Introduction>) -> ClockView {
    let response = &seat.response;
    let who = if seat.side == Side::Person { "person" } else { "owner" };
    let sentence = format!("response-clock-{who}-{}", views::clock_code(response, meeting));
    ClockView {
        sentence: views::worded(ctx, &response.subject_kind, sentence),
        handler: response.handler_name.clone().unwrap_or_else(|| ctx.t("response-point")),
        since: Some(ctx.local(response.confirmed_at.unwrap_or(response.created_at))),
        due: response.answer_due_at.map(|due| ctx.local(due)),
        when: meeting.and_then(|meeting| meeting.starts_at).map(|at| ctx.local(at)),
    }
}

fn contact(response: &Response, side: Side) -> ContactView {
    // A person who cannot be mailed is called by those who have the number; the point may use all it was given.
    let point = side == Side::Point;
    let no_mail = response.email.is_none() && response.reach != Reach::Point;
    ContactView {
        reach: views::dashed(response.reach),
        email: response.shown_email().map(str::to_owned).or(response.email.clone().filter(|_| point)),
        phone: response.shown_phone().map(str::to_owned).or(response.phone.clone().filter(|_| point || no_mail)),
    }
}

/// `GET …/{response}` and `GET /reacties/mijn/{token}`
pub(crate) async fn show(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let mut conn = ctx.read().await?;
    let seat = match seat(&mut conn, &ctx, path).await {
        Err(Problem::Gone(_)) => {
            let page = LinkPage { form: Form::default(), gone: true, sent: false };
            return Ok(ctx.any_page(StatusCode::GONE, &page)?);
        }
        seat => seat?,
    };
    let page = compose(&ctx, &mut conn, &seat, Form::default()).await?;
    drop(conn);
    if seat.side == Side::Point {
        let permit = policy::speak(&seat.acting.actor, &seat.response, &seat.via).require()?;
        actions::looked(&ctx, &permit, seat.response.id).await?;
    }
    Ok(ctx.page(&page)?)
}

/// The thread again, with what is wrong in its form.
async fn wrong(ctx: &Ctx, seat: &Seat, fields: &Fields, errors: FieldErrors) -> Answer {
    let page = compose(ctx, &mut ctx.read().await?, seat, again(ctx, fields, errors)).await?;
    Ok(ctx.page_with_errors(&page)?)
}

/// What was typed comes back, with when it can be sent.
fn within_limit(seat: &Seat) -> std::result::Result<(), FieldErrors> {
    let counted = actions::limit(&seat.acting, seat.response.id, seat.side);
    counted.map_err(|_| FieldErrors::one("message", "response-error-too-many"))
}

/// `POST …/bericht`
pub(crate) async fn say(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::speak).await?;
    let allowed = |body| within_limit(&seat).map(|()| body);
    match forms::message(&fields).and_then(allowed) {
        Ok(body) => {
            actions::speak(&seat.acting, &permit, seat.response.id, seat.side, &body).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-said"))
        }
        Err(errors) => wrong(&ctx, &seat, &fields, errors).await,
    }
}

/// `POST …/intrekken`
pub(crate) async fn withdraw(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::choose).await?;
    let reason = forms::reason(&fields).map_err(Problem::Invalid)?;
    actions::withdraw(&seat.acting, &permit, seat.response.id, seat.side, reason.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-withdrawn"))
}

/// `POST …/tijd`
pub(crate) async fn choose(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::choose).await?;
    match introductions::forms::choose(&fields) {
        Ok(number) => {
            introductions::actions::choose(&seat.acting, &permit, seat.response.id, seat.side, number).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-time-chosen"))
        }
        Err(errors) => wrong(&ctx, &seat, &fields, errors).await,
    }
}

/// `POST …/andere-tijd`
pub(crate) async fn other_time(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::choose).await?;
    let allowed = |body| within_limit(&seat).map(|()| body);
    match forms::message(&fields).and_then(allowed) {
        Ok(body) => {
            introductions::actions::propose_other(&seat.acting, &permit, seat.response.id, seat.side, &body).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-said"))
        }
        Err(errors) => wrong(&ctx, &seat, &fields, errors).await,
    }
}

/// `POST …/afzeggen`
pub(crate) async fn cancel_meeting(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::speak).await?;
    let reason = forms::reason(&fields).map_err(Problem::Invalid)?;
    introductions::actions::cancel(&seat.acting, &permit, seat.response.id, seat.side, reason.as_deref()).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-meeting-cancelled"))
}

/// `POST …/bewaren`
pub(crate) async fn retain(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::choose).await?;
    let agreed = fields.get("keep").is_some();
    actions::retain(&seat.acting, &permit, seat.response.id, agreed).await?;
    Ok(ctx.see_other_with(&seat.base, "notice-response-kept"))
}

/// `POST …/uitkomst`: what one's own side says became of it, or what the person said to the point on the telephone.
pub(crate) async fn outcome(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let (seat, permit) = seat_with(&ctx, path, policy::speak).await?;
    let moment = fields.get("moment").and_then(|code| OUTCOME.moment(code)).map_or(INTRODUCTION, |moment| moment.code);
    match questions::read_answer(&fields, &OUTCOME, moment) {
        Ok((answer, reason)) => {
            let (about, side) = (About::one(seat.response.id), views::outcome_side(seat.side).code().to_owned());
            let told = Told { about, moment: moment.to_owned(), side, answer, reason, before: None };
            questions::tell(&seat.acting, &permit, &OUTCOME, told).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-outcome"))
        }
        Err(errors) => wrong(&ctx, &seat, &fields, errors).await,
    }
}

/// `GET …/kennismaking.ics`
pub(crate) async fn agenda(ctx: Ctx, Path(path): Path<SeatPath>) -> Answer {
    let mut conn = ctx.read().await?;
    let seat = seat(&mut conn, &ctx, path).await?;
    let owner = neighbours::owner_name(&mut conn, &ctx, &seat.response).await?;
    let introduction = introductions::of(&mut conn, &ctx, seat.response.id).await?;
    let file = introduction.and_then(|known| mails::calendar_file(&ctx, &seat.response, &owner, &known));
    let file = file.ok_or(Problem::Conflict("response-error-no-meeting"))?;
    let mut response = ([(header::CONTENT_TYPE, platform::ical::MIME)], file).into_response();
    let name = HeaderValue::from_static("attachment; filename=\"kennismaking.ics\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}
