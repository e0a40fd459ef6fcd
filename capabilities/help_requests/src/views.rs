//! What pages show of help requests.

use kernel::{Choice, Instant, PersonId, PersonRole, Result, text::Codes};
use platform::{Conn, Ctx, audit, plan::MyCard};
use serde::Serialize;

use super::{
    actions,
    model::{Candidacy, HelpRequest, Standing, State, Trust, WrittenBy},
    settings, store,
};
use facets::{
    model::{Facets, HelpRequestId, Place},
    words::{FacetsShown, Since},
};

/// What anybody may know of a request: no name, no address, no more of the place than the wijk.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicHelpRequest {
    pub id: HelpRequestId,
    /// What is needed.
    pub title: String,
    /// More about it.
    pub description: String,
    /// What it is searched and matched by; of the place only the wijk and its centre.
    pub facets: Facets,
    /// Whether helpers are still wanted; otherwise somebody was found.
    pub open: bool,
    /// Who wrote it down: whether somebody asks for themselves.
    pub written_by: WrittenBy,
    /// When it went live.
    pub published_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
}

impl PublicHelpRequest {
    /// Of a request that is public; `None` of any other.
    pub fn of(request: &HelpRequest) -> Option<Self> {
        let published_at = request.published_at.filter(|_| request.is_public())?;
        let place = &request.facets.place;
        let wijk_only = Place {
            from_home: place.from_home,
            wijk: place.wijk.clone(),
            // The centre of the wijk: the form knows no other point.
            point: place.point.filter(|_| place.postcode.is_none()),
            ..Place::default()
        };
        Some(Self {
            id: request.id,
            title: request.title.clone(),
            description: request.description.clone(),
            facets: Facets { place: wijk_only, ..request.facets.clone() },
            open: request.state == State::Live,
            written_by: request.written_by,
            published_at,
            changed_at: request.changed_at,
        })
    }
}

/// A request as its pages show it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RequestShown {
    pub id: String,
    /// Its public page.
    pub href: String,
    /// What is needed; empty in a fresh draft.
    pub title: String,
    /// More about it.
    pub description: String,
    /// Code of the state.
    pub state: &'static str,
    /// Name of the state's mark in `parts/status.html`.
    pub mark: &'static str,
    /// Code of who wrote it.
    pub written_by: &'static str,
    /// In which relation.
    pub relation: Option<String>,
    /// What the point says about it.
    pub note: Option<String>,
    /// Last day on which it is shown.
    pub expires_on: Option<String>,
    /// When it changed last.
    pub changed_at: Since,
    /// When it went live.
    pub published_at: Option<Since>,
    /// The day on which the point looks along, when nothing happened before.
    pub due_on: Option<String>,
    /// Since when the point looks along.
    pub taken_over_at: Option<Since>,
    /// When, what, in which wijk.
    pub facets: FacetsShown,
}

impl RequestShown {
    /// In the language of `ctx`.
    pub(crate) fn new(ctx: &Ctx, request: &HelpRequest, wijken: &[Choice]) -> Self {
        Self {
            id: request.id.to_string(),
            href: format!("/hulpvragen/{}", request.id),
            title: request.title.clone(),
            description: request.description.clone(),
            state: request.state.code(),
            mark: mark(request.state),
            written_by: request.written_by.code(),
            relation: request.relation.clone(),
            note: request.note.clone(),
            expires_on: request.expires_on.map(|day| day.to_string()),
            changed_at: Since::new(ctx, request.changed_at),
            published_at: request.published_at.map(|at| Since::new(ctx, at)),
            due_on: request.due_at.map(|at| at.date(&ctx.municipality.zone).to_string()),
            taken_over_at: request.taken_over_at.map(|at| Since::new(ctx, at)),
            facets: FacetsShown::new(&request.facets, ctx.lang, wijken),
        }
    }
}

/// The mark of a state in `parts/status.html`.
pub(crate) fn mark(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Waiting => "waiting",
        State::Live => "open",
        State::Matched => "busy",
        State::Done => "done",
        State::Closed => "closed",
        State::Expired => "archived",
    }
}

/// The mark of where an offer to help stands.
pub(crate) fn mark_of_candidacy(state: Candidacy) -> &'static str {
    match state {
        Candidacy::Open => "waiting",
        Candidacy::Chosen => "done",
        Candidacy::Declined => "closed",
        Candidacy::Withdrawn => "removed",
    }
}

/// Somebody who would help, as the asker sees them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CandidateShown {
    /// Their id, for the buttons.
    pub person: String,
    /// The name to use.
    pub name: String,
    /// The organisation for which they act.
    pub organisation: Option<String>,
    /// Code of how the point checked them.
    pub checked: Option<&'static str>,
    /// What they say.
    pub message: String,
    /// Code of where it stands.
    pub state: &'static str,
    /// Whether they may still help: otherwise they cannot be chosen.
    pub trusted: bool,
    /// Name of the mark of where it stands in `parts/status.html`.
    pub mark: &'static str,
    /// When they offered.
    pub at: Since,
}

/// Those who would help, the oldest first; who took it back is left out.
pub(crate) async fn candidates(conn: &mut Conn, ctx: &Ctx, id: HelpRequestId) -> Result<Vec<CandidateShown>> {
    let mut shown = Vec::new();
    for candidate in store::CANDIDATES.all(conn, (ctx.town(), id)).await? {
        if candidate.state == Candidacy::Withdrawn {
            continue;
        }
        let Some(account) = people::account(conn, ctx.town(), candidate.person).await? else { continue };
        let helper = store::HELPER.optional(conn, (ctx.town(), candidate.person)).await?;
        let organisation = match candidate.organisation {
            Some(organisation) => {
                organisations::organisation(conn, ctx.town(), organisation).await?.map(|found| found.details.name)
            }
            None => None,
        };
        let trust = trust(conn, ctx, candidate.person).await?;
        shown.push(CandidateShown {
            person: candidate.person.to_string(),
            name: account.name,
            organisation,
            checked: helper
                .filter(|helper| helper.holds(ctx.today()))
                .and_then(|helper| helper.checked)
                .map(Codes::code),
            trusted: trust.standing_for(candidate.organisation) != Standing::None,
            message: candidate.message,
            state: candidate.state.code(),
            mark: mark_of_candidacy(candidate.state),
            at: Since::new(ctx, candidate.agreed_at),
        });
    }
    Ok(shown)
}

/// Somebody's look at exact data.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LookShown {
    /// Who: the name to use; empty when they are no more.
    pub name: String,
    /// As what: `asker`, `helper`, `desk`.
    pub looked_as: String,
    /// Code of the desk's reason; empty for others.
    pub reason: String,
    pub at: Since,
}

/// Who saw the exact data of a request, the newest first; one's own looks are left out.
pub(crate) async fn looks(conn: &mut Conn, ctx: &Ctx, id: HelpRequestId) -> Result<Vec<LookShown>> {
    let rows = audit::about(conn, ctx, actions::private_subject(id), 200).await?;
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.actor_id.map(PersonId)).collect();
    let names = people::names(conn, ctx.town(), &people).await?;
    let mut shown = Vec::new();
    for row in rows {
        let details: serde_json::Value = serde_json::from_str(&row.details)?;
        let text = |name: &str| details.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let looked_as = text("as");
        if looked_as == "asker" {
            continue;
        }
        let name = names.iter().find(|(person, _)| row.actor_id == Some(person.0)).map(|(_, name)| name.clone());
        shown.push(LookShown {
            name: name.unwrap_or_default(),
            looked_as,
            reason: text("reason").replace('_', "-"),
            at: Since::new(ctx, row.at),
        });
    }
    Ok(shown)
}

/// As what the reader may help.
pub(crate) async fn standing(conn: &mut Conn, ctx: &Ctx) -> Result<Standing> {
    match ctx.actor.person_id() {
        Some(person) => Ok(trust(conn, ctx, person).await?.standing()),
        None => Ok(Standing::None),
    }
}

/// As what the helper who was chosen still stands; of a request without one, as nobody.
pub(crate) async fn standing_of_chosen(conn: &mut Conn, ctx: &Ctx, request: &HelpRequest) -> Result<Standing> {
    match request.helper {
        Some(helper) => Ok(trust(conn, ctx, helper).await?.standing_for(request.helper_organisation)),
        None => Ok(Standing::None),
    }
}

/// What is confirmed of somebody today.
pub(crate) async fn trust(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Trust> {
    let account = people::account(conn, ctx.town(), person).await?;
    let has_role = account.is_some_and(|account| account.roles.contains(&PersonRole::ConfirmedHelper));
    // The role may have been granted by the system manager; where there is a date, it counts.
    let helper = store::HELPER.optional(conn, (ctx.town(), person)).await?;
    let offices = organisations::offices_of(conn, ctx.town(), person).await?;
    Ok(Trust {
        confirmed: has_role && helper.is_none_or(|helper| helper.holds(ctx.today())),
        contact_of: offices.iter().filter(|office| office.confirmed).map(|office| office.organisation).collect(),
        contacts_may_help: ctx.municipality.settings.flag(&settings::CONTACTS_MAY_HELP, ctx.today()),
    })
}

/// What somebody helps or would help with, the newest first.
pub(crate) async fn of_helper(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<(HelpRequest, Candidacy)>> {
    let mut found = Vec::new();
    for candidate in store::CANDIDACIES.all(conn, (ctx.town(), person)).await? {
        let request = store::FIND.optional(conn, (ctx.town(), candidate.request)).await?;
        found.extend(request.map(|request| (request, candidate.state)));
    }
    Ok(found)
}

/// Where one goes on, with which notice, after keeping a request, from its page `base`: what had to begin anew is filled in
/// and sent in again.
pub(crate) fn after_keeping(id: HelpRequestId, state: State, base: &str) -> (String, &'static str) {
    match state {
        State::Draft => (summary_path(id), "notice-help-request-fill-in"),
        _ => (format!("{base}/{id}"), "notice-help-request-kept"),
    }
}

/// The last step of writing a request.
pub(crate) fn summary_path(id: HelpRequestId) -> String {
    format!("/mijn/hulpvragen/{id}/controle")
}

/// The cards on somebody's own page.
pub(crate) async fn my_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let mut cards = Vec::new();
    for request in store::OF_STEWARD.all(conn, (ctx.town(), person)).await? {
        if matches!(request.state, State::Done | State::Closed) {
            continue;
        }
        let all = store::CANDIDATES.all(conn, (ctx.town(), request.id)).await?;
        let open = all.iter().filter(|candidate| candidate.state == Candidacy::Open).count();
        let waits = request.state == State::Live && open > 0 || request.state == State::Draft;
        let text = match request.state {
            State::Live if open > 0 => ctx.t_with("help-request-card-offered", &[("count", open.into())]),
            state => ctx.t(&format!("help-request-state-{}", state.code())),
        };
        cards.push(MyCard {
            href: format!("/mijn/hulpvragen/{}", request.id),
            title: if request.title.is_empty() { ctx.t("help-request-untitled") } else { request.title },
            text,
            icon: "heart-handshake",
            waits,
        });
    }
    for (request, candidacy) in of_helper(conn, ctx, person).await? {
        let helps = candidacy == Candidacy::Chosen && request.state == State::Matched;
        if helps && standing_of_chosen(conn, ctx, &request).await? != Standing::None {
            cards.push(MyCard {
                href: format!("/hulpvragen/{}/gegevens", request.id),
                title: request.title,
                text: ctx.t("help-request-card-helping"),
                icon: "heart",
                waits: false,
            });
        }
    }
    Ok(cards)
}
