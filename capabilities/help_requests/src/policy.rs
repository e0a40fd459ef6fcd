//! Who may do what with help requests. Pure; the only maker of permits here.

use kernel::{Actor, Decision, Instant, PersonId, PersonRole};

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
pub struct Desk;
/// Asking to be confirmed as a helper.
#[derive(Debug)]
pub struct Apply;
/// Keeping a request with the link of the mail.
#[derive(Debug)]
pub struct KeepByLink;
/// Saying what came of it.
#[derive(Debug)]
pub struct TellOutcome;
/// What the system does by itself: terms, erasure.
#[derive(Debug)]
pub struct Housekeeping;

fn is_desk(actor: &Actor) -> bool {
    actor.is_mediator() || actor.has(PersonRole::Manager)
}

fn hide<A>(actor: &Actor) -> Decision<A> {
    if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Hide }
}

/// Everybody with an account may ask.
pub fn begin(actor: &Actor) -> Decision<Begin> {
    Decision::allow_if(actor, actor.person().is_some(), Decision::SignIn)
}

/// Who leads it; or the desk for them: `on_behalf_of` is who agreed to that, as the recorded consent says.
pub fn lead(actor: &Actor, on_behalf_of: Option<PersonId>, request: &HelpRequest) -> Decision<Lead> {
    let own = actor.person_id() == Some(request.steward);
    let for_them = is_desk(actor) && on_behalf_of == Some(request.steward);
    Decision::allow_if(actor, own || for_them, hide(actor))
}

/// Everybody while it is public; who leads it, who was chosen, and the desk always.
pub fn see(actor: &Actor, request: &HelpRequest) -> Decision<See> {
    let takes_part = actor
        .person_id()
        .is_some_and(|person| [Some(request.steward), request.helper, request.person].contains(&Some(person)));
    Decision::allow_if(actor, request.is_public() || takes_part || is_desk(actor), Decision::Hide)
}

/// Whoever is trusted, as `standing` says: confirmed helpers, and contacts of confirmed organisations where the municipality
/// lets those help; not with one's own request.
pub fn help(actor: &Actor, standing: Standing, request: &HelpRequest) -> Decision<Help> {
    if *actor == Actor::Visitor {
        return Decision::SignIn;
    }
    if !see(actor, request).is_allowed() {
        return Decision::Hide;
    }
    let person = actor.person_id();
    let own = person == Some(request.steward) || person.is_some() && person == request.person;
    if own {
        return Decision::Deny("help-request-deny-own");
    }
    Decision::allow_if(actor, standing != Standing::None, Decision::Deny("help-request-deny-helper"))
}

/// Whoever offered to help.
pub fn withdraw(actor: &Actor, offered: bool) -> Decision<Withdraw> {
    Decision::allow_if(actor, offered, hide(actor))
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
    Decision::allow_if(actor, own || chosen, hide(actor))
}

/// The desk, which gives a reason first.
pub fn see_private_at_desk(actor: &Actor) -> Decision<SeePrivate> {
    Decision::allow_if(actor, is_desk(actor), deny_desk(actor))
}

/// Mediators and managers.
pub fn desk(actor: &Actor) -> Decision<Desk> {
    Decision::allow_if(actor, is_desk(actor), deny_desk(actor))
}

fn deny_desk<A>(actor: &Actor) -> Decision<A> {
    if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Deny("help-request-deny-desk") }
}

/// Everybody with an account may ask to be confirmed.
pub fn apply(actor: &Actor) -> Decision<Apply> {
    Decision::allow_if(actor, actor.person().is_some(), Decision::SignIn)
}

/// Whoever holds the secret of the mail: `found` says that it belongs to a request.
pub fn keep_by_link(actor: &Actor, found: bool) -> Decision<KeepByLink> {
    Decision::allow_if(actor, found, Decision::Hide)
}

/// Whoever holds the secret of the mail that asked: `found` says that it belongs to a question.
pub fn tell_outcome(actor: &Actor, found: bool) -> Decision<TellOutcome> {
    Decision::allow_if(actor, found, Decision::Hide)
}

/// The desk, for whoever was asked by telephone.
pub fn tell_outcome_at_desk(actor: &Actor) -> Decision<TellOutcome> {
    Decision::allow_if(actor, is_desk(actor), deny_desk(actor))
}

/// The system itself.
pub fn housekeeping(actor: &Actor) -> Decision<Housekeeping> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}
