//! What is news to whom.

use kernel::{Instant, Lang, MunicipalityId, time};
use uuid::Uuid;

use super::model::{Rhythm, SavedSearch, State};
use crate::listing::model::Filters;
use facets::model::SavedSearchId;

const NOON: Instant = Instant::from_millis(1_772_535_600_000);

fn search() -> SavedSearch {
    SavedSearch {
        municipality: MunicipalityId(Uuid::nil()),
        id: SavedSearchId(Uuid::nil()),
        person: None,
        email: Some("iemand@thuis.example".into()),
        lang: Lang::Nl,
        filters: Filters::default(),
        rhythm: Rhythm::Daily,
        state: State::Active,
        confirm_hash: None,
        seen_until: NOON,
        sent: Vec::new(),
        created_at: NOON.plus(-time::DAY),
        renewed_at: NOON.plus(-time::DAY),
    }
}

#[test]
fn only_what_is_new_is_news() {
    let id = Uuid::from_u128;
    let minutes = |count: i64| NOON.plus(count * time::MINUTE);
    let mut search = search();
    let found = [(id(1), minutes(5)), (id(2), minutes(-5)), (id(3), minutes(-60))];
    assert_eq!(
        search.fresh(&found),
        [id(1), id(2)],
        "what was published just before the last look may have been missed"
    );
    search.heard(&[id(1), id(2)], minutes(10));
    assert_eq!(search.fresh(&found), Vec::<Uuid>::new(), "nobody hears of it twice");
}

#[test]
fn nothing_from_before_the_search_was_saved_is_news() {
    let mut search = search();
    search.created_at = NOON;
    assert_eq!(search.fresh(&[(Uuid::from_u128(1), NOON.plus(-1))]), Vec::<Uuid>::new());
}

#[test]
fn a_limited_number_is_remembered() {
    let mut search = search();
    let ids: Vec<Uuid> = (0..250).map(Uuid::from_u128).collect();
    search.heard(&ids, NOON);
    assert_eq!((search.sent.len(), search.sent[99]), (100, Uuid::from_u128(249)));
}

#[test]
fn confirming_starts_the_letters_from_then_on() {
    let mut search = SavedSearch { state: State::Waiting, confirm_hash: Some(vec![1]), ..search() };
    search.confirm(NOON.plus(time::HOUR));
    assert_eq!((search.state, search.confirm_hash.clone()), (State::Active, None));
    assert_eq!(search.seen_until, NOON.plus(time::HOUR));
    let before = search.clone();
    search.confirm(NOON.plus(2 * time::HOUR));
    assert_eq!(search, before, "a second time changes nothing");
}
