//! Adds help requests and helpers as they are, without letters and events: the demonstration town.

use kernel::{Date, Instant, OrganisationId, PersonId, Result};
use platform::{Ctx, Tx};

use crate::{
    actions::clock,
    model::{Begin, Candidacy, Candidate, Checked, Closing, HelpRequest, Helper, Helping, Private, State},
    outcomes, settings,
    store::{self, PrivateRow},
};
use facets::model::{Facets, HelpRequestId, term};

/// What a demonstration needs to say of a request.
#[derive(Clone, Debug)]
pub struct SampleHelpRequest {
    /// Whose it is, and who wrote it down.
    pub begin: Begin,
    /// What is needed.
    pub title: String,
    /// More about it.
    pub description: String,
    /// Facets; of the place the wijk and its centre only.
    pub facets: Facets,
    /// Exact data, invented.
    pub private: Private,
    /// Where it stands; a matched one needs a candidate who was chosen.
    pub state: State,
    /// How it ended, when it did.
    pub closing: Option<Closing>,
    /// Who would help, the oldest first.
    pub candidates: Vec<SampleCandidate>,
    /// Whether the desk still has to tell what is new.
    pub tell: bool,
    /// When it was begun, and went live.
    pub at: Instant,
}

/// Somebody who would help, in a demonstration.
#[derive(Clone, Debug)]
pub struct SampleCandidate {
    pub person: PersonId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// What they say.
    pub message: String,
    /// Where it stands.
    pub state: Candidacy,
    /// When they offered.
    pub at: Instant,
}

/// Adds a request of a demonstration, without events: the town is filled before anybody looks.
pub async fn insert_sample(tx: &mut Tx, ctx: &Ctx, sample: SampleHelpRequest) -> Result<HelpRequestId> {
    let (private, candidates, at) = (sample.private.clone(), sample.candidates.clone(), sample.at);
    let mut request = request(ctx, sample);
    let id = request.id;
    if request.state == State::Live {
        let last = candidates.iter().map(|candidate| candidate.at).max().unwrap_or(at);
        clock::set(tx, ctx, &mut request, last).await?;
    }
    store::SAVE.save(tx, &request).await?;
    outcomes::insert_sample(tx, ctx, &request).await?;
    store::SAVE_PRIVATE.save(tx, &PrivateRow::new(ctx.town(), id, private, at)).await?;
    for candidate in candidates {
        let candidate = Candidate {
            municipality: ctx.town(),
            request: id,
            person: candidate.person,
            organisation: candidate.organisation,
            message: candidate.message,
            decided_at: (candidate.state != Candidacy::Open).then_some(candidate.at),
            state: candidate.state,
            agreed_at: candidate.at,
        };
        store::SAVE_CANDIDATE.save(tx, &candidate).await?;
    }
    Ok(id)
}

fn request(ctx: &Ctx, sample: SampleHelpRequest) -> HelpRequest {
    let mut request = HelpRequest::draft(ctx.town(), ctx.id(), sample.begin, sample.at);
    request.title = sample.title;
    request.description = sample.description;
    request.facets = sample.facets;
    request.state = sample.state;
    if !matches!(sample.state, State::Draft | State::Waiting) {
        let days = ctx.municipality.settings.count(&settings::SHOWN_DAYS, ctx.today());
        let last = term(sample.at.date(&ctx.municipality.zone), days);
        request.published_at = Some(sample.at);
        request.expires_on = Some(if request.is_public() { last.max(term(ctx.today(), 10)) } else { last });
    }
    let chosen = sample.candidates.iter().find(|candidate| candidate.state == Candidacy::Chosen);
    request.helper = chosen.map(|candidate| candidate.person);
    request.helper_organisation = chosen.and_then(|candidate| candidate.organisation);
    request.matched_at = chosen.map(|candidate| candidate.at);
    request.closing = sample.closing;
    let last = sample.candidates.iter().map(|candidate| candidate.at).max().unwrap_or(sample.at);
    if matches!(sample.state, State::Done | State::Closed) {
        request.closed_at = Some(last);
    }
    request.changed_at = last;
    request.tell_since = sample.tell.then_some(last);
    request
}

/// What a demonstration needs to say of a helper.
#[derive(Clone, Debug)]
pub struct SampleHelper {
    pub person: PersonId,
    /// Why they want to help.
    pub motivation: String,
    /// How they were checked and by whom; absent when they still wait for it.
    pub checked: Option<(Checked, PersonId)>,
    /// Last day of the confirmation.
    pub valid_until: Option<Date>,
    /// When they asked.
    pub at: Instant,
}

/// Adds a helper of a demonstration; the role is given with the account.
pub async fn insert_sample_helper(tx: &mut Tx, ctx: &Ctx, sample: SampleHelper) -> Result<()> {
    let helper = Helper {
        state: if sample.checked.is_some() { Helping::Confirmed } else { Helping::Asked },
        checked: sample.checked.map(|(checked, _)| checked),
        valid_until: sample.valid_until,
        decided_by: sample.checked.map(|(_, by)| by),
        decided_at: sample.checked.map(|_| sample.at),
        ..Helper::asking(ctx.town(), sample.person, sample.motivation, sample.at)
    };
    store::SAVE_HELPER.save(tx, &helper).await?;
    Ok(())
}
