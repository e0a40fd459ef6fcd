//! What makes each screen of the demonstration have something true to show: reports, saved searches, favourites, calls to
//! make, questions about offers, a key and an invitation. Done through the actions people use, a few days ago.

use crate::invented::{STAFF, StaffRole};
use ::conversations::{self, Entry, NewResponse, Owner, Reach, Subject};
use ::facets::model::{Asked, Facets, Kind, OfferId, Offered, VacancyId, When};
use ::organisations::Invite;
use ::places::TownPlaces;
use ::vacancies::moderation::{
    self,
    model::{NewReport, Reason},
};
use finding::{listing::model::Filters, saved_searches};
use jiff::ToSpan;
use kernel::{Actor, ContactRole, Instant, OrganisationId, Person, PersonId, Problem, Result};
use notices::{Rhythm, Wish};
use offers::{Draft, SampleOffer, model::Visibility};
use people::desk::{
    Agreement, Register,
    model::{GivenTo, Purpose, USUAL_DAYS, Way},
};
use platform::Ctx;

use super::{facets, moments::days_ago, responses::Town, vacancies::Shown};

/// What visitors find wrong, with the number of days ago.
const REPORTS: [(Reason, &str, u32); 4] = [
    (Reason::Misleading, "Ik heb gebeld. Dit is al een tijd geleden afgelopen.", 1),
    (Reason::NoAnswer, "Ik heb twee keer een bericht gestuurd en nooit iets gehoord.", 4),
    (Reason::PaidWork, "Dit lijkt mij gewoon een baan waar geld voor hoort.", 6),
    (Reason::Other, "De straat klopt niet, het gebouw staat om de hoek.", 12),
];
/// What the municipality answered to the last of them.
const ANSWER: &str = "Dank je wel. De organisatie heeft het adres verbeterd.";
/// Who came to a point or called, and waits for a call.
const CALLERS: [(&str, &str, u32); 3] = [
    ("Corrie Bedacht", "Kan ik met de bus komen? En hoe laat begint het?", 0),
    ("Sjaak Verzinsel", "Ik wil graag helpen, maar niet meer tillen. Kan dat?", 2),
    ("Mevrouw Denkbeeld", "Mag mijn zus ook mee?", 3),
];

/// Who lets the organisation of the contact act for them, and in what.
const NEIGHBOURS: [(&str, &[Purpose]); 2] =
    [("Truus Denkbeeld", &[Purpose::Respond, Purpose::Profile]), ("Wim Verzinsel", &[Purpose::Respond])];

/// What residents ask the organisation of the contact, with the number of days ago.
const INBOX: [(&str, u32); 3] = [
    ("Kan ik eerst een keer komen kijken?", 0),
    ("Ik werk op woensdag. Is er ook een andere dag?", 1),
    ("Ik heb dit nog nooit gedaan. Leert iemand het mij?", 4),
];

/// Why an offer was taken down.
const PRICE: &str =
    "Je vraagt geld voor je hulp. Hier helpt iedereen zonder betaling. Haal de prijs weg, dan kan het weer.";

/// Who plays a part here.
struct Cast {
    resident: Person,
    contact: Person,
    manager: Person,
    organisation: OrganisationId,
}

/// A few of everything that nothing else brings.
pub(super) async fn insert(ctx: &Ctx, places: &TownPlaces, town: &Town, known: &Known) -> Result<()> {
    let Some(cast) = cast(ctx, known).await? else { return Ok(()) };
    let open: Vec<VacancyId> = town
        .vacancies
        .iter()
        .filter(|vacancy| vacancy.open && town.organisations[vacancy.organisation].id != cast.organisation)
        .map(|vacancy| vacancy.id)
        .collect();
    reports(ctx, &cast, &open).await?;
    calls(ctx, &open).await?;
    keepsakes(ctx, &cast, &open).await?;
    own_offer(ctx, &cast, places).await?;
    second_look(ctx, &cast, places, town).await?;
    inbox(ctx, &cast, town).await?;
    neighbours(ctx, &cast).await?;
    workplace(ctx, &cast).await
}

/// People to sign in as, by address.
pub(super) type Known = std::collections::HashMap<String, PersonId>;

async fn cast(ctx: &Ctx, known: &Known) -> Result<Option<Cast>> {
    let mut conn = ctx.read().await?;
    let mut found = Vec::new();
    for wanted in [StaffRole::Resident, contact_role(), StaffRole::MunicipalityManager] {
        let member = STAFF.iter().find(|member| member.role == wanted);
        let Some(id) = member.and_then(|member| known.get(member.email).copied()) else { return Ok(None) };
        found.extend(ctx.app.identity.person(&mut conn, ctx.town(), id).await?.map(|(person, _)| person));
    }
    let Ok([resident, contact, manager]) = <[Person; 3]>::try_from(found) else { return Ok(None) };
    let Some(organisation) = contact.offices.first().map(|office| office.organisation) else { return Ok(None) };
    Ok(Some(Cast { resident, contact, manager, organisation }))
}

fn contact_role() -> StaffRole {
    StaffRole::OrganisationContact { organisation_key: crate::invented::CONTACT_ORGANISATION }
}

/// Somebody, some days ago.
fn then(ctx: &Ctx, actor: Actor, days: u32, key: u64) -> Ctx {
    Ctx { now: days_ago(ctx, days, key), ..ctx.acting_as(actor) }
}

async fn vacancy(ctx: &Ctx, id: VacancyId) -> Result<vacancies::model::Vacancy> {
    let mut conn = ctx.read().await?;
    vacancies::find(&mut conn, ctx, id).await?.ok_or(Problem::NotFound)
}

/// Reports of visitors; the last was answered.
async fn reports(ctx: &Ctx, cast: &Cast, open: &[VacancyId]) -> Result<()> {
    for ((reason, note, days), id) in REPORTS.into_iter().zip(open.iter().step_by(7)) {
        let visitor = then(ctx, Actor::Visitor, days, u64::from(days));
        let permit = vacancies::policy::report(&visitor.actor, &vacancy(ctx, *id).await?).require()?;
        let new = NewReport { reason, note: note.to_owned(), email: None };
        let report = moderation::report(&visitor, &permit, *id, new).await?;
        if reason == Reason::Other {
            let manager = then(ctx, Actor::Person(cast.manager.clone()), days - 2, 3);
            let permit = vacancies::policy::moderate(&manager.actor).require()?;
            moderation::answer(&manager, &permit, report, ANSWER).await?;
        }
    }
    Ok(())
}

/// People without e-mail who left a number.
async fn calls(ctx: &Ctx, open: &[VacancyId]) -> Result<()> {
    for ((key, (name, question, days)), id) in (1..).zip(CALLERS).zip(open.iter().skip(3).step_by(5)) {
        let visitor = then(ctx, Actor::Visitor, days, key);
        let vacancy = vacancy(ctx, *id).await?;
        let permit = conversations::policy::respond(&visitor.actor).require()?;
        let new = NewResponse {
            subject: Subject { kind: Kind::Vacancy.to_string(), id: id.0, title: vacancy.title },
            owner: Owner::Organisation(vacancy.organisation),
            name: name.to_owned(),
            email: None,
            phone: Some(super::people::phone(key)),
            reach: Reach::Phone,
            question: question.to_owned(),
            entry: Entry::Visitor,
            agreed: None,
            lang: visitor.lang,
        };
        conversations::respond(&visitor, &permit, new).await?;
    }
    Ok(())
}

/// What the resident wants to hear of, and what they keep to look at again.
async fn keepsakes(ctx: &Ctx, cast: &Cast, open: &[VacancyId]) -> Result<()> {
    let tess = then(ctx, Actor::Person(cast.resident.clone()), 9, 9);
    let near = Filters { near: Some("2715".to_owned()), radius_km: Some(3.0), ..Filters::default() };
    let words = Filters { q: "wandelen".to_owned(), ..Filters::default() };
    for (filters, rhythm) in [(near, Rhythm::Weekly), (words, Rhythm::Daily)] {
        let permit = notices::policy::follow(&tess.actor).require()?;
        saved_searches::save(&tess, &permit, &filters, Wish { rhythm, email: None }).await?;
    }
    for id in open.iter().skip(2).step_by(11).take(3) {
        let permit = saved_searches::policy::favourite(&tess.actor).require()?;
        saved_searches::favourite(&tess, &permit, *id, true).await?;
    }
    Ok(())
}

/// The resident offers something, and the organisation of the contact asks about it.
async fn own_offer(ctx: &Ctx, cast: &Cast, places: &TownPlaces) -> Result<()> {
    let draft = Draft {
        shown_name: first_name(&cast.resident.name).to_owned(),
        title: "Foto's maken bij jullie buurtfeest".to_owned(),
        description: "Ik fotografeer graag mensen die bezig zijn. Jullie krijgen de foto's van mij op een stick. \
                      Ik kan op zaterdag en op zondagmiddag."
            .to_owned(),
        ..draft(places)
    };
    let title = draft.title.clone();
    let offer = shown(ctx, cast.resident.id, draft, days_ago(ctx, 8, 5)).await?;
    approach(ctx, cast, offer, &title).await
}

/// An offer that says nothing yet but where and when.
fn draft(places: &TownPlaces) -> Draft {
    Draft {
        shown_name: String::new(),
        title: String::new(),
        description: String::new(),
        facets: Facets {
            themes: facets::texts(&["culture"]),
            tasks: Vec::new(),
            when: When::Flexible { parts: Vec::new() },
            hours: Some(3.0),
            place: facets::place(places, "2715", "WK063701"),
            asked: Asked::default(),
            offered: Offered::default(),
            suitable: Vec::new(),
        },
        group_size: 1,
        travel_km: Some(5),
        visibility: Visibility::Everybody,
    }
}

/// Puts the offer on at that moment.
async fn shown(ctx: &Ctx, person: PersonId, draft: Draft, published_at: Instant) -> Result<OfferId> {
    let sample = SampleOffer { person, draft, closed: false, published_at };
    let mut tx = ctx.app.db.begin_system().await?;
    let offer = offers::insert_sample(&mut tx, ctx, sample).await?;
    tx.commit().await?;
    Ok(offer)
}

/// An offer that the municipality took down; who made it took the price out and sent it in again.
async fn second_look(ctx: &Ctx, cast: &Cast, places: &TownPlaces, town: &Town) -> Result<()> {
    let Some(&maker) = town.residents.iter().rev().find(|id| **id != cast.resident.id) else { return Ok(()) };
    let mut conn = ctx.read().await?;
    let person = ctx.app.identity.person(&mut conn, ctx.town(), maker).await?.ok_or(Problem::NotFound)?.0;
    drop(conn);
    let mended = || Draft {
        shown_name: first_name(&person.name).to_owned(),
        title: "Fietsen nakijken voor de zomer".to_owned(),
        description: "Ik plak banden en stel remmen af. Dat doe ik graag een middag bij een buurthuis of een school."
            .to_owned(),
        ..draft(places)
    };
    let first = Draft {
        description: "Ik plak banden en stel remmen af. Een band kost 10 euro, contant te betalen.".to_owned(),
        ..mended()
    };
    let offer = shown(ctx, maker, first, days_ago(ctx, 9, 7)).await?;
    let manager = then(ctx, Actor::Person(cast.manager.clone()), 6, 8);
    let permit = offers::policy::take_down(&manager.actor).require()?;
    offers::take_down(&manager, &permit, offer, PRICE.to_owned()).await?;
    let again = then(ctx, Actor::Person(person.clone()), 2, 9);
    let mut conn = again.read().await?;
    let found = offers::find(&mut conn, &again, offer).await?.ok_or(Problem::NotFound)?;
    drop(conn);
    let permit = offers::policy::lead(&again.actor, None, &found).require()?;
    offers::change(&again, &permit, offer, mended()).await?;
    Ok(())
}

async fn approach(ctx: &Ctx, cast: &Cast, offer: OfferId, title: &str) -> Result<()> {
    let nadia = then(ctx, Actor::Person(cast.contact.clone()), 1, 2);
    let permit = conversations::policy::respond(&nadia.actor).require()?;
    let email = STAFF.iter().find(|member| member.role == contact_role()).map(|member| member.email.to_owned());
    let name = cast.contact.offices.first().map(|office| office.name.clone()).unwrap_or_default();
    let new = NewResponse {
        subject: Subject { kind: Kind::Offer.to_string(), id: offer.0, title: title.to_owned() },
        owner: Owner::Person(cast.resident.id),
        name: format!("{} ({name})", cast.contact.name),
        email,
        phone: None,
        reach: Reach::Email,
        question: "Wij hebben in mei een open dag. Wil je dan foto's komen maken?".to_owned(),
        entry: Entry::Account(cast.contact.id),
        agreed: None,
        lang: nadia.lang,
    };
    conversations::respond(&nadia, &permit, new).await?;
    Ok(())
}

/// People who wait for an answer of the contact's organisation.
async fn inbox(ctx: &Ctx, cast: &Cast, town: &Town) -> Result<()> {
    let own = |vacancy: &&Shown| vacancy.open && town.organisations[vacancy.organisation].id == cast.organisation;
    let own: Vec<VacancyId> = town.vacancies.iter().filter(own).map(|vacancy| vacancy.id).collect();
    let asked = (1..).zip(INBOX).zip(own.iter().cycle()).zip(town.residents.iter().step_by(41));
    for (((key, (question, days)), id), resident) in asked {
        let vacancy = vacancy(ctx, *id).await?;
        let mut conn = ctx.read().await?;
        let account = people::account(&mut conn, ctx.town(), *resident).await?.ok_or(Problem::NotFound)?;
        let person = ctx.app.identity.person(&mut conn, ctx.town(), *resident).await?.ok_or(Problem::NotFound)?.0;
        drop(conn);
        let sender = then(ctx, Actor::Person(person), days, key);
        let permit = conversations::policy::respond(&sender.actor).require()?;
        let new = NewResponse {
            subject: Subject { kind: Kind::Vacancy.to_string(), id: id.0, title: vacancy.title },
            owner: Owner::Organisation(vacancy.organisation),
            name: account.name,
            reach: if account.email.is_some() { Reach::Email } else { Reach::Point },
            email: account.email,
            phone: None,
            question: question.to_owned(),
            entry: Entry::Account(*resident),
            agreed: None,
            lang: sender.lang,
        };
        conversations::respond(&sender, &permit, new).await?;
    }
    Ok(())
}

/// Who has no e-mail and lets the organisation of the contact act for them.
async fn neighbours(ctx: &Ctx, cast: &Cast) -> Result<()> {
    let Some(office) = cast.contact.offices.first() else { return Ok(()) };
    let to = GivenTo { organisation: office.organisation, name: office.name.clone() };
    for ((key, (name, purposes)), days) in (1..).zip(NEIGHBOURS).zip([40, 5]) {
        let nadia = then(ctx, Actor::Person(cast.contact.clone()), days, key);
        let permit = people::policy::help_for(&nadia.actor, office.organisation).require()?;
        let agreement = Agreement {
            purposes: purposes.to_vec(),
            way: Way::Spoken,
            valid_until: nadia.today().saturating_add(i64::from(USUAL_DAYS).days()),
        };
        let new = Register {
            name: name.to_owned(),
            phone: Some(super::people::phone(key + 70)),
            address: None,
            lang: nadia.lang,
            agreement,
        };
        people::desk::register(&nadia, &permit, new, Some(&to)).await?;
    }
    Ok(())
}

/// A program that reads the organisation's responses, and a colleague who was asked.
async fn workplace(ctx: &Ctx, cast: &Cast) -> Result<()> {
    let nadia = then(ctx, Actor::Person(cast.contact.clone()), 20, 4);
    let permit = organisations::policy::keys(&nadia.actor, cast.organisation).require()?;
    // Nobody learns the key: one to use is made on the page.
    organisations::make_key(&nadia, &permit, cast.organisation, "Onze eigen website").await?;
    let nadia = then(ctx, Actor::Person(cast.contact.clone()), 2, 6);
    let permit = organisations::policy::own(&nadia.actor, cast.organisation).require()?;
    let invite = Invite {
        email: "collega@organisatie.voorbeeld.example".to_owned(),
        role: ContactRole::Coordinator,
        task: "Ontvangt nieuwe vrijwilligers".to_owned(),
        note: "Fijn als je meekijkt als ik er niet ben.".to_owned(),
    };
    organisations::invite(&nadia, &permit, cast.organisation, &invite).await?;
    Ok(())
}

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}
