//! Who may do what with help requests. Pure; the only maker of permits here.

use kernel::{Actor, Decision, Instant, PersonId};

use super::model::{HelpRequest, Standing};

/// Beginning a request.
#[derive(Debug)]
pub struct Begin;
/// Writing and leading a request.
#[derive(Debug)]
pub struct Lead;
/// Seeing what is public of a request.
#[derive(Debug)]
pub struct See;
/// Offering to help.
#[derive(Debug)]
pub struct Help;
/// Taking one's offer to help back.
#[derive(Debug)]
pub struct Withdraw;
/// Seeing exact data.
#[derive(Debug)]
pub struct SeePrivate;
/// The desk's queue: looking at what was sent in, telling people, the list of helpers.
#[derive(Debug)]
pub struct Mediate;
/// Asking to be confirmed as a helper.
#[derive(Debug)]
pub struct Apply;
/// Saying what came of it.
#[derive(Debug)]
pub struct TellOutcome;
/// What the system does by itself: terms, erasure.
#[derive(Debug)]
pub struct System;

/// Everybody with an account may ask.
pub fn begin(actor: &Actor) -> Decision<Begin> {
    Decision::signed_in(actor)
}

/// The person who leads it; or the desk for them: `on_behalf_of` is the person who agreed to that, as the recorded consent says.
pub fn lead(actor: &Actor, on_behalf_of: Option<PersonId>, request: &HelpRequest) -> Decision<Lead> {
    let own = actor.person_id() == Some(request.steward);
    let for_them = actor.sits_at_desk() && on_behalf_of == Some(request.steward);
    Decision::or_sign_in(actor, own || for_them, Decision::Hide)
}

/// Everybody while it is public; always the person who leads it, the helper who was chosen, and the desk.
pub fn see(actor: &Actor, request: &HelpRequest) -> Decision<See> {
    let takes_part = actor
        .person_id()
        .is_some_and(|person| [Some(request.steward), request.helper, request.person].contains(&Some(person)));
    Decision::allow_if(actor, request.is_public() || takes_part || actor.sits_at_desk(), Decision::Hide)
}

/// The people who are trusted, as `standing` says: confirmed helpers, and contacts of confirmed organisations where the municipality
/// lets those help; not with one's own request.
pub fn help(actor: &Actor, standing: Standing, request: &HelpRequest) -> Decision<Help> {
    if *actor == Actor::Visitor || !see(actor, request).is_allowed() {
        return Decision::or_sign_in(actor, false, Decision::Hide);
    }
    let person = actor.person_id();
    let own = person == Some(request.steward) || person.is_some() && person == request.person;
    if own {
        return Decision::Deny("help-request-deny-own");
    }
    Decision::allow_if(actor, standing != Standing::None, Decision::Deny("help-request-deny-helper"))
}

/// The person who offered to help.
pub fn withdraw(actor: &Actor, offered: bool) -> Decision<Withdraw> {
    Decision::or_sign_in(actor, offered, Decision::Hide)
}

/// Who leads it; and the helper who was chosen, until `contact_days` after the end, as long as they are trusted: `standing`
/// is what they still are for this request. Nobody else, whatever their role.
pub fn see_private(
    actor: &Actor,
    request: &HelpRequest,
    standing: Standing,
    contact_days: u32,
    now: Instant,
) -> Decision<SeePrivate> {
    let person = actor.person_id();
    let own = person == Some(request.steward);
    let trusted = standing != Standing::None;
    let chosen = person.is_some() && person == request.helper && trusted && request.data_open(contact_days, now);
    Decision::or_sign_in(actor, own || chosen, Decision::Hide)
}

/// The desk, which gives a reason first.
pub fn see_private_at_desk(actor: &Actor) -> Decision<SeePrivate> {
    Decision::desk(actor)
}

/// The desk.
pub fn mediate(actor: &Actor) -> Decision<Mediate> {
    Decision::desk(actor)
}

/// Everybody with an account may ask to be confirmed.
pub fn apply(actor: &Actor) -> Decision<Apply> {
    Decision::signed_in(actor)
}

/// The desk, for the person who was asked by telephone.
pub fn tell_outcome_at_desk(actor: &Actor) -> Decision<TellOutcome> {
    Decision::desk(actor)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
