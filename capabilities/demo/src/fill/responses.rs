//! The responses of the demonstration town: threads in every state, with clocks that run on.

use std::collections::HashMap;

use crate::invented::{STAFF, SamplePerson, SampleResponse, StaffRole, StepKind};
use ::conversations::{
    Entry, NewResponse, Owner, Reach, Response, SampleThread, Subject,
    introductions::model::{Introduction, Slot},
    model::{DeclineKind, Door, IntroductionId, Message, MessageId, MessageKind, ResponseId, Side, State},
    outcomes::{INTRODUCTION, MONTH, OUTCOME},
};
use ::facets::model::Kind;
use ::followups::Asked;
use jiff::civil::Time;
use kernel::{Instant, Lang, PersonId, Result, text::Codes, time};
use platform::{Ctx, followups::About};

use super::{BATCH, organisations::Placed, vacancies::Shown};

/// Responses of the resident of the demonstration, so that there is something to see after signing in.
const OF_THE_RESIDENT: usize = 5;

/// So many days an answer may wait to be told by telephone.
const TO_TELL_DAYS: i64 = 12;

/// Who of the demonstration's people take part besides the residents.
pub(super) struct Helpers {
    mediators: Vec<(PersonId, String)>,
    resident: Option<(PersonId, String, String)>,
}

impl Helpers {
    /// By address, as they were made.
    pub(super) fn of(known: &HashMap<String, PersonId>) -> Self {
        let of = |role: fn(&StaffRole) -> bool| {
            STAFF
                .iter()
                .filter(move |member| role(&member.role))
                .filter_map(|member| Some((known.get(member.email).copied()?, member.name, member.email)))
        };
        Self {
            mediators: of(|role| *role == StaffRole::Mediator).map(|(id, name, _)| (id, name.to_owned())).collect(),
            resident: of(|role| *role == StaffRole::Resident)
                .map(|(id, name, email)| (id, name.to_owned(), email.to_owned()))
                .next(),
        }
    }
}

/// What is there already.
pub(super) struct Town {
    /// By key.
    pub residents: Vec<PersonId>,
    /// By key.
    pub organisations: Vec<Placed>,
    /// By key.
    pub vacancies: Vec<Shown>,
    /// People to sign in as.
    pub staff: Helpers,
}

struct Responder {
    id: PersonId,
    name: String,
    email: Option<String>,
    /// Under which name the telling knows them.
    told_as: String,
}

/// The responses, in the order of their vacancies.
pub(super) async fn insert(ctx: &Ctx, seed: u64, size: u32, town: &Town) -> Result<()> {
    let people: HashMap<u64, SamplePerson> = wanted(ctx, seed, size);
    let mut own: Vec<crate::invented::ResponseState> = Vec::new();
    let mut tx = ctx.app.db.begin_system().await?;
    for (number, sample) in crate::invented::responses(seed, size, ctx.today()).enumerate() {
        if number > 0 && number % BATCH == 0 {
            tx.commit().await?;
            tx = ctx.app.db.begin_system().await?;
        }
        let Some(mut responder) = responder(town, &people, &sample) else { continue };
        if let Some((id, name, email)) = &town.staff.resident
            && own.len() < OF_THE_RESIDENT
            && !own.contains(&sample.state)
        {
            own.push(sample.state);
            responder = Responder { id: *id, name: name.clone(), email: Some(email.clone()), ..responder };
        }
        if let Some(thread) = (Threads { ctx, town, sample: &sample }).thread(responder) {
            conversations::insert_sample(&mut tx, ctx, thread).await?;
        }
    }
    tx.commit().await?;
    conversations::count_answers(ctx).await
}

fn responder(town: &Town, people: &HashMap<u64, SamplePerson>, sample: &SampleResponse) -> Option<Responder> {
    let person = people.get(&sample.person_key)?;
    let id = *town.residents.get(usize::try_from(sample.person_key).ok()?)?;
    let told_as = first_name(&person.name).to_owned();
    Some(Responder { id, name: person.name.clone(), email: person.email.clone(), told_as })
}

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn wanted(ctx: &Ctx, seed: u64, size: u32) -> HashMap<u64, SamplePerson> {
    let keys: std::collections::HashSet<u64> =
        crate::invented::responses(seed, size, ctx.today()).map(|response| response.person_key).collect();
    crate::invented::people(seed, size, ctx.today())
        .filter(|person| keys.contains(&person.key))
        .map(|person| (person.key, person))
        .collect()
}

/// One response on its way from the telling to what is stored.
struct Threads<'a> {
    ctx: &'a Ctx,
    town: &'a Town,
    sample: &'a SampleResponse,
}

impl Threads<'_> {
    fn thread(&self, responder: Responder) -> Option<SampleThread> {
        let vacancy = self.town.vacancies.get(usize::try_from(self.sample.vacancy_key).ok()?)?;
        let organisation = self.town.organisations.get(vacancy.organisation)?;
        let told_as = responder.told_as.clone();
        let mut response = self.fresh(vacancy, organisation, responder)?;
        let mut introduction = None;
        let mut messages = Vec::new();
        for (number, step) in self.sample.steps.iter().enumerate() {
            let at = self.ago(step.hours_ago);
            let kind = self.happened(&mut response, step, at);
            if let StepKind::Introduction { in_days } = step.kind {
                introduction = Some(self.introduction(&response, in_days, at));
            }
            let kind = if number == 0 { MessageKind::Asked } else { kind };
            let mut lines = self.lines(&response, organisation, step, kind, at);
            for line in &mut lines {
                line.body = line.body.replace(&told_as, first_name(&response.name));
            }
            messages.extend(lines);
            response.changed_at = at;
        }
        let outcomes = self.outcomes(&response, introduction.as_ref());
        let stopped = outcomes.iter().find(|asked| asked.answer.as_deref() == Some("stopped"));
        response.ended_at = stopped.and_then(|question| question.answered_at);
        response.tell_since = self.to_tell(&response);
        Some(SampleThread { response, messages, introduction, outcomes })
    }

    /// As it came in, confirmed at once.
    fn fresh(&self, vacancy: &Shown, organisation: &Placed, responder: Responder) -> Option<Response> {
        let first = self.ago(self.sample.steps.first()?.hours_ago);
        let helped = responder.email.is_none().then(|| self.mediator().map(|(id, _)| id)).flatten();
        let new = NewResponse {
            subject: Subject { kind: Kind::Vacancy.to_string(), id: vacancy.id.0, title: vacancy.title.clone() },
            owner: Owner::Organisation(organisation.id),
            name: responder.name,
            reach: if responder.email.is_some() { Reach::Email } else { Reach::Point },
            email: responder.email,
            phone: None,
            question: String::new(),
            entry: match helped {
                Some(by) => Entry::OnBehalf { by, of: Some(responder.id) },
                None => Entry::Account(responder.id),
            },
            agreed: None,
            lang: Lang::Nl,
        };
        Some(Response {
            keep_longer: self.sample.key.is_multiple_of(3),
            state: State::Open,
            confirmed_at: Some(first),
            answer_due_at: Some(conversations::answer_due(self.ctx, first)),
            ..Response::new((self.ctx.town(), ResponseId(self.ctx.app.ids.next())), new, first)
        })
    }

    /// An answer to somebody without e-mail waits for the point to tell it, when it came in the last days.
    fn to_tell(&self, response: &Response) -> Option<Instant> {
        let recent = self.ctx.now.since(response.changed_at) < TO_TELL_DAYS * time::DAY;
        let answered = response.answered_at.is_some() && response.state != State::Withdrawn;
        (response.email.is_none() && answered && recent).then_some(response.changed_at)
    }

    /// What a step changes, and how the thread calls it.
    fn happened(&self, response: &mut Response, step: &crate::invented::SampleStep, at: Instant) -> MessageKind {
        let owner = matches!(step.by, crate::invented::Side::Organisation | crate::invented::Side::Mediator);
        if owner {
            response.answered_at = response.answered_at.or(Some(at));
        }
        match step.kind {
            StepKind::Message => {
                if owner && response.state == State::Open {
                    response.state = State::InConversation;
                }
                MessageKind::Message
            }
            StepKind::Reminder => {
                response.reminders = (response.reminders + 1).min(2);
                MessageKind::Reminded
            }
            StepKind::TakenOver => {
                response.with_point = true;
                response.taken_over_at = Some(at);
                response.answer_due_at = Some(at);
                MessageKind::TakenOver
            }
            StepKind::Introduction { .. } => {
                response.state = State::Invited;
                MessageKind::Invited
            }
            StepKind::Decline { other_doors } => {
                let full = self.sample.key.is_multiple_of(2);
                response.state = State::Declined;
                response.decided_at = Some(at);
                response.decline_kind = Some(if full { DeclineKind::Full } else { DeclineKind::NoFit });
                response.doors = self.doors(response, usize::from(other_doors));
                MessageKind::Declined
            }
            StepKind::Withdraw => {
                response.state = State::Withdrawn;
                response.decided_at = Some(at);
                MessageKind::Withdrawn
            }
            StepKind::OutcomeStarted => {
                response.state = State::Started;
                response.decided_at = response.decided_at.or(Some(at));
                response.started_at = Some(at);
                MessageKind::Started
            }
        }
    }

    /// The line of a step; an invitation is followed by the choice of a time.
    fn lines(
        &self,
        response: &Response,
        organisation: &Placed,
        step: &crate::invented::SampleStep,
        kind: MessageKind,
        at: Instant,
    ) -> Vec<Message> {
        let (side, author, name) = match step.by {
            crate::invented::Side::Volunteer => (Side::Person, response.person, response.name.clone()),
            crate::invented::Side::Organisation => {
                (Side::Owner, organisation.contact, organisation.label.clone().unwrap_or_default())
            }
            crate::invented::Side::Mediator => {
                let (id, name) = self.mediator().unzip();
                (Side::Point, id, name.unwrap_or_default())
            }
            crate::invented::Side::System => (Side::System, None, String::new()),
        };
        let line = |side, kind, author, author_name, body, created_at| Message {
            municipality: self.ctx.town(),
            id: MessageId(self.ctx.app.ids.next()),
            response: response.id,
            side,
            kind,
            author,
            author_name,
            body,
            created_at,
        };
        let mut lines = vec![line(side, kind, author, name, step.text.clone(), at)];
        if kind == MessageKind::Invited {
            let later = at.plus(time::HOUR).min(self.ctx.now);
            let chosen = MessageKind::TimeChosen;
            lines.push(line(Side::Person, chosen, response.person, response.name.clone(), String::new(), later));
        }
        lines
    }

    /// An hour, on the hour, for which both have chosen.
    fn introduction(&self, response: &Response, in_days: i32, at: Instant) -> Introduction {
        let zone = &self.ctx.municipality.zone;
        let day = self.ctx.now.plus_days(i64::from(in_days), zone).date(zone);
        let hour = 10 + i8::try_from(self.sample.key % 6).unwrap_or(0);
        let starts = Instant::at(day, Time::constant(0, 0, 0, 0), zone).plus(i64::from(hour) * time::HOUR);
        let slot = Slot { starts, ends: starts.plus(time::HOUR) };
        let key = (self.ctx.town(), IntroductionId(self.ctx.app.ids.next()));
        let mut introduction = Introduction { sequence: 1, ..Introduction::new(key, response.id, at) };
        introduction.propose(vec![slot], "Bij ons op de locatie, meld je bij de balie".into(), at);
        introduction.plan(slot, at);
        introduction
    }

    /// What both sides were asked: some answered, some did not.
    fn outcomes(&self, response: &Response, introduction: Option<&Introduction>) -> Vec<Asked> {
        let mut questions = Vec::new();
        let Some(slot) = introduction.and_then(Introduction::chosen) else { return questions };
        let asked = slot.ends.plus(time::DAY);
        if asked > self.ctx.now {
            return questions;
        }
        let started = response.started_at;
        questions.extend(self.asked(response, INTRODUCTION, asked, started.map(|at| ("started", at))));
        if let Some(month) = started.map(|at| at.plus(30 * time::DAY)).filter(|at| *at < self.ctx.now) {
            let answer = match self.sample.key % 5 {
                0 => None,
                1 => Some("stopped"),
                _ => Some("still_there"),
            };
            questions.extend(self.asked(response, MONTH, month, answer.map(|answer| (answer, month))));
        }
        questions
    }

    fn asked(
        &self,
        response: &Response,
        moment: &str,
        at: Instant,
        answer: Option<(&'static str, Instant)>,
    ) -> Vec<Asked> {
        let question = |side: Side| Asked {
            organisation_id: response.organisation.filter(|_| side == Side::Owner),
            by_phone: side == Side::Person && response.email.is_none(),
            answer: answer.map(|(answer, _)| answer.to_owned()),
            known: answer.is_some(),
            asked_at: at.min(answer.map_or(at, |(_, at)| at)),
            asked_times: if answer.is_some() { 1 } else { OUTCOME.times },
            answered_at: answer.map(|(_, when)| when.plus(5 * time::HOUR).min(self.ctx.now)),
            ..Asked::first(self.ctx, &OUTCOME, About::one(response.id), (moment, side.code()))
        };
        vec![question(Side::Person), question(Side::Owner)]
    }

    /// Live vacancies of other organisations, for who hears no.
    fn doors(&self, response: &Response, count: usize) -> Vec<Door> {
        let from = usize::try_from(self.sample.key).unwrap_or(0) * 7;
        let all = &self.town.vacancies;
        (0..all.len())
            .map(|nth| &all[(from + nth) % all.len()])
            .filter(|vacancy| vacancy.open && vacancy.id.0 != response.subject_id)
            .take(count)
            .map(|vacancy| Door {
                kind: Kind::Vacancy.to_string(),
                id: vacancy.id.0,
                title: vacancy.title.clone(),
                by: self.town.organisations[vacancy.organisation].name.clone(),
            })
            .collect()
    }

    fn mediator(&self) -> Option<(PersonId, String)> {
        let mediators = &self.town.staff.mediators;
        mediators.get(usize::try_from(self.sample.key).ok()? % mediators.len().max(1)).cloned()
    }

    fn ago(&self, hours: u32) -> Instant {
        self.ctx.now.plus(-i64::from(hours) * time::HOUR)
    }
}
