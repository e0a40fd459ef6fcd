//! One thing changed in one transaction, and the steps that need no more than a rule.
//!
//! A [`Change`] is begun with a permit, locks and loads the thing, and ends with its audit row: a verb that forgets the row
//! cannot be written with it. A [`Step`] is a verb that only asks a rule: it is one line of a table, and gets its route,
//! handler, audit row, event, button and notice from there; an [`AskedStep`] asks people something first. Verbs that do more are
//! written out.

use std::{
    collections::HashMap,
    ops::{Deref, DerefMut},
};

use axum::response::Response;
use futures::future::BoxFuture;
use kernel::{Decision, FieldErrors, Fields, MunicipalityId, Permit, Problem, Result, form::FormState};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use crate::{
    app::Ctx,
    audit::Subject,
    db::{Column, Query, Stored, Tx},
    events::{Event, Fact},
    http::{Answer, FormBody, Path},
    jobs::Job,
    plan::{Access, Plan},
    templates::{Form, Page},
};

/// A kind of thing that people lead through its life. Made by [`thing!`](crate::thing).
pub trait Thing: Stored + Clone + Send + Sync + 'static {
    /// What it is found by.
    type Id: Column + Copy + Into<Uuid> + Send + Sync;
    /// What audit rows call it, and words with dashes: `help_request`.
    const NAME: &'static str;
    /// Finds one in a municipality.
    fn found_by() -> &'static Query<(MunicipalityId, Self::Id), Self>;
    /// Keeps one as it is now.
    fn saved_by() -> &'static Query<Self, ()>;
    fn id(&self) -> Self::Id;
}

/// Says that a thing is led through its life: what audit rows call it, its id, and the statements that find and save it:
/// `thing! { Offer as "offer" by OfferId: FIND, SAVE }`.
#[macro_export]
macro_rules! thing {
    ($model:ty as $name:literal by $id:ty : $find:ident, $save:ident) => {
        impl $crate::steps::Thing for $model {
            type Id = $id;
            const NAME: &'static str = $name;
            fn found_by() -> &'static $crate::db::Query<(kernel::MunicipalityId, $id), Self> {
                &$find
            }
            fn saved_by() -> &'static $crate::db::Query<Self, ()> {
                &$save
            }
            fn id(&self) -> $id {
                self.id
            }
        }
    };
}

/// A thing that nobody else changes until this is [`done`](Self::done) or dropped.
pub struct Change<'a, T, A> {
    ctx: &'a Ctx,
    permit: &'a Permit<A>,
    thing: T,
    /// What is done, for the audit row; may turn out to be another verb on the way.
    pub verb: &'static str,
    /// The transaction, for what belongs to the thing.
    pub tx: Tx,
}

impl Ctx {
    /// Begins to change a thing; `verb` is what is done, for the audit row.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is no such thing.
    pub async fn change<'a, T: Thing, A>(
        &'a self,
        permit: &'a Permit<A>,
        id: T::Id,
        verb: &'static str,
    ) -> Result<Change<'a, T, A>> {
        let mut tx = self.begin(permit).await?;
        let thing = load::<T>(&mut tx, self, id).await?;
        Ok(Change { ctx: self, permit, verb, thing, tx })
    }

    /// Begins to make a thing.
    pub async fn make<'a, T: Thing, A>(
        &'a self,
        permit: &'a Permit<A>,
        thing: T,
        verb: &'static str,
    ) -> Result<Change<'a, T, A>> {
        Ok(Change { ctx: self, permit, verb, thing, tx: self.begin(permit).await? })
    }
}

impl Ctx {
    /// A thing as it is now, if there is such a one.
    pub async fn find<T: Thing>(&self, id: T::Id) -> Result<Option<T>> {
        Ok(T::found_by().optional(&mut self.read().await?, (self.town(), id)).await?)
    }

    /// A thing as it is now.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when there is none.
    pub async fn thing<T: Thing>(&self, id: T::Id) -> Result<T> {
        self.find(id).await?.ok_or(Problem::NotFound)
    }
}

/// A thing that nobody else changes until the transaction ends.
///
/// # Errors
/// [`Problem::NotFound`] when there is none.
pub async fn load<T: Thing>(tx: &mut Tx, ctx: &Ctx, id: T::Id) -> Result<T> {
    tx.lock(id).await?;
    T::found_by().optional(tx, (ctx.town(), id)).await?.ok_or(Problem::NotFound)
}

impl<T: Thing, A> Change<'_, T, A> {
    /// The transaction and the thing, for what needs both at once.
    pub fn parts(&mut self) -> (&mut Tx, &mut T) {
        (&mut self.tx, &mut self.thing)
    }

    /// Records what became true.
    pub async fn record(&mut self, event: &impl Event) -> Result<()> {
        self.tx.record(self.ctx, event).await
    }

    /// Has work done once this is committed.
    pub async fn enqueue(&mut self, job: &impl Job) -> Result<()> {
        self.tx.enqueue(self.ctx, job).await
    }

    /// Keeps the thing, notes who did what, and commits. Gives the thing as it is kept.
    pub async fn done(self) -> Result<T> {
        self.done_with(|_| json!({})).await
    }

    /// As [`done`](Self::done), with details for the audit row: nothing personal but ids.
    pub async fn done_with(mut self, details: impl FnOnce(&T) -> serde_json::Value) -> Result<T> {
        T::saved_by().save(&mut self.tx, &self.thing).await?;
        let action = format!("{}.{}", T::NAME, self.verb);
        let subject = Subject::of(T::NAME, self.thing.id());
        self.tx.audit(self.ctx, self.permit, &action, subject, &details(&self.thing)).await?;
        self.ctx.commit(self.tx).await?;
        Ok(self.thing)
    }
}

impl<T, A> Deref for Change<'_, T, A> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.thing
    }
}

impl<T, A> DerefMut for Change<'_, T, A> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.thing
    }
}

/// A verb that asks a rule and does nothing else.
pub struct Step<T> {
    /// End of its address: `pauzeren`.
    pub slug: &'static str,
    /// Its name in audit rows. With dashes the button's text is `{thing}-{verb}` and the notice `notice-{thing}-{verb}`.
    pub verb: &'static str,
    /// Other words for the same verb, by the state in which the thing is.
    pub words: Words<T>,
    /// Icon of its button.
    pub icon: &'static str,
    /// Changes the thing and says what became true, or refuses.
    pub rule: fn(&mut T, &Ctx) -> Result<Fact>,
}

/// What a step is called for people.
pub enum Words<T> {
    /// As its verb.
    Verb,
    /// One of these, as the thing stands.
    One(&'static [&'static str], fn(&T) -> &'static str),
}

impl<T> Step<T> {
    fn word(&self, thing: &T) -> &'static str {
        match self.words {
            Words::Verb => self.verb,
            Words::One(_, of) => of(thing),
        }
    }
}

/// A verb that asks something first: a page with a form, and then a rule. A refused form comes back with what was typed.
pub struct AskedStep<T: 'static, A: 'static, Q, P> {
    /// Address, who may, and where one is afterwards.
    pub of: &'static Steps<T, A>,
    /// End of its address: `sluiten`.
    pub slug: &'static str,
    /// Its name in audit rows; with dashes the notice is `notice-{thing}-{verb}`.
    pub verb: &'static str,
    /// The page with the form.
    pub page: fn(&Ctx, &T, Form) -> P,
    /// What was answered.
    pub parse: fn(&Fields, &Ctx) -> std::result::Result<Q, FieldErrors>,
    /// Changes the thing and says what became true, or refuses.
    pub rule: fn(&mut T, &Ctx, Q) -> Result<Fact>,
    /// Details for the audit row: nothing personal but ids.
    pub details: fn(&T) -> serde_json::Value,
}

/// The ids and names in an address.
pub struct Which(HashMap<String, String>);

impl Which {
    /// The parameter of this name.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when it is no such thing.
    pub fn get<I: std::str::FromStr>(&self, name: &str) -> Result<I> {
        self.0.get(name).and_then(|value| value.parse().ok()).ok_or(Problem::NotFound)
    }
}

/// Gives the thing of an address, and the context in which it is led: that of somebody else, at the desk.
pub type LoadThing<T> = for<'a> fn(&'a Ctx, &'a Which) -> BoxFuture<'a, Result<(Ctx, T)>>;

/// The steps that one kind of reader can take with a thing at one address.
pub struct Steps<T: 'static, A: 'static> {
    /// Address of the thing, to which each slug is added.
    pub at: &'static str,
    /// Who gets through.
    pub access: Access,
    /// Finds the thing.
    pub load: LoadThing<T>,
    /// Whether this reader may.
    pub permit: fn(&Ctx, &T) -> Decision<A>,
    /// Where one is afterwards.
    pub back: fn(&Ctx, &T) -> String,
    pub all: &'static [Step<T>],
}

/// The button of a step that can be taken now.
#[derive(Clone, Debug, Serialize)]
pub struct StepButton {
    /// Where it is sent.
    pub action: String,
    /// Key of what it says.
    pub label: String,
    pub icon: &'static str,
}

fn key(thing: &str, verb: &str) -> String {
    format!("{thing}-{verb}").replace('_', "-")
}

impl<T: Thing, A: 'static> Steps<T, A> {
    /// What can be done with this thing now: what its rules allow. `at` is its own address.
    pub fn buttons(&self, ctx: &Ctx, thing: &T, at: &str) -> Vec<StepButton> {
        let allowed = self.all.iter().filter(|step| (step.rule)(&mut thing.clone(), ctx).is_ok());
        allowed
            .map(|step| StepButton {
                action: format!("{at}/{}", step.slug),
                label: key(T::NAME, step.word(thing)),
                icon: step.icon,
            })
            .collect()
    }

    async fn take(&self, step: &Step<T>, ctx: Ctx, which: Which) -> Answer<Response> {
        let (ctx, seen) = (self.load)(&ctx, &which).await?;
        let permit = (self.permit)(&ctx, &seen).require()?;
        let mut change = ctx.change::<T, A>(&permit, seen.id(), step.verb).await?;
        let fact = (step.rule)(&mut change, &ctx)?;
        change.tx.record_fact(&ctx, fact).await?;
        let thing = change.done().await?;
        Ok(ctx.see_other_with(&(self.back)(&ctx, &thing), &format!("notice-{}", key(T::NAME, step.word(&seen)))))
    }
}

impl<T: Thing, A: 'static, Q, P: Page> AskedStep<T, A, Q, P> {
    /// Takes it, for who may.
    ///
    /// # Errors
    /// What the rule says, and [`Problem::NotFound`] when there is no such thing.
    pub async fn take(&self, ctx: &Ctx, permit: &Permit<A>, id: T::Id, answer: Q) -> Result<T> {
        let mut change = ctx.change::<T, A>(permit, id, self.verb).await?;
        let fact = (self.rule)(&mut change, ctx, answer)?;
        change.tx.record_fact(ctx, fact).await?;
        change.done_with(self.details).await
    }

    async fn ask(&self, ctx: Ctx, which: Which) -> Answer<Response> {
        let (ctx, thing) = (self.of.load)(&ctx, &which).await?;
        (self.of.permit)(&ctx, &thing).require()?;
        Ok(ctx.page(&(self.page)(&ctx, &thing, ctx.form(&FormState::default())))?)
    }

    async fn answer(&self, ctx: Ctx, which: Which, fields: Fields) -> Answer<Response> {
        let (ctx, thing) = (self.of.load)(&ctx, &which).await?;
        let permit = (self.of.permit)(&ctx, &thing).require()?;
        match (self.parse)(&fields, &ctx) {
            Ok(answer) => {
                let thing = self.take(&ctx, &permit, thing.id(), answer).await?;
                let notice = format!("notice-{}", key(T::NAME, self.verb));
                Ok(ctx.see_other_with(&(self.of.back)(&ctx, &thing), &notice))
            }
            Err(errors) => {
                let form = ctx.form(&FormState::with_errors(&fields, errors));
                Ok(ctx.page_with_errors(&(self.page)(&ctx, &thing, form))?)
            }
        }
    }
}

impl Plan {
    /// The page of a step that asks first, and the step.
    #[must_use]
    pub fn asked<T: Thing, A, Q, P>(mut self, step: &'static AskedStep<T, A, Q, P>) -> Self
    where
        A: Send + Sync + 'static,
        Q: Send + 'static,
        P: Page + 'static,
    {
        self.texts.push(format!("notice-{}", key(T::NAME, step.verb)));
        let path: &'static str = Box::leak(format!("{}/{}", step.of.at, step.slug).into_boxed_str());
        let ask = move |ctx: Ctx, Path(which): Path<HashMap<String, String>>| step.ask(ctx, Which(which));
        let answer = move |ctx: Ctx, Path(which): Path<HashMap<String, String>>, FormBody(fields): FormBody| {
            step.answer(ctx, Which(which), fields)
        };
        self.get(path, ask, step.of.access).post(path, answer, step.of.access)
    }

    /// A route for each step, with everything that belongs to it.
    #[must_use]
    pub fn steps<T: Thing, A: Send + Sync + 'static>(mut self, steps: &'static Steps<T, A>) -> Self {
        for step in steps.all {
            let words = match step.words {
                Words::Verb => &[step.verb][..],
                Words::One(words, _) => words,
            };
            for word in words {
                let key = key(T::NAME, word);
                self.texts.extend([format!("notice-{key}"), key]);
            }
            let path: &'static str = Box::leak(format!("{}/{}", steps.at, step.slug).into_boxed_str());
            let take = move |ctx: Ctx, Path(which): Path<HashMap<String, String>>| steps.take(step, ctx, Which(which));
            self = self.post(path, take, steps.access);
        }
        self
    }
}
