//! What is news to whom.

use kernel::{Instant, Lang, MunicipalityId, time};
use uuid::Uuid;

use super::model::{Rhythm, State, Subscription, SubscriptionId, Topic};

const NOON: Instant = Instant::from_millis(1_772_535_600_000);

fn subscription() -> Subscription {
    Subscription {
        municipality: MunicipalityId(Uuid::nil()),
        id: SubscriptionId(Uuid::nil()),
        person: None,
        email: Some("iemand@thuis.example".into()),
        lang: Lang::Nl,
        topic: Topic::new("guided_walk", "1"),
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
    let mut subscription = subscription();
    let found = [(id(1), minutes(5)), (id(2), minutes(-5)), (id(3), minutes(-60))];
    assert_eq!(
        subscription.fresh(&found),
        [id(1), id(2)],
        "what was published just before the last look may have been missed"
    );
    subscription.heard(&[id(1), id(2)], minutes(10));
    assert_eq!(subscription.fresh(&found), Vec::<Uuid>::new(), "nobody hears of it twice");
}

#[test]
fn nothing_from_before_it_was_wanted_is_news() {
    let mut subscription = subscription();
    subscription.created_at = NOON;
    assert_eq!(subscription.fresh(&[(Uuid::from_u128(1), NOON.plus(-1))]), Vec::<Uuid>::new());
}

#[test]
fn a_limited_number_is_remembered() {
    let mut subscription = subscription();
    let ids: Vec<Uuid> = (0..250).map(Uuid::from_u128).collect();
    subscription.heard(&ids, NOON);
    assert_eq!((subscription.sent.len(), subscription.sent[99]), (100, Uuid::from_u128(249)));
}

#[test]
fn confirming_starts_the_letters_from_then_on() {
    let mut subscription = Subscription { state: State::Waiting, confirm_hash: Some(vec![1]), ..subscription() };
    subscription.confirm(NOON.plus(time::HOUR));
    assert_eq!((subscription.state, subscription.confirm_hash.clone()), (State::Active, None));
    assert_eq!(subscription.seen_until, NOON.plus(time::HOUR));
    let before = subscription.clone();
    subscription.confirm(NOON.plus(2 * time::HOUR));
    assert_eq!(subscription, before, "a second time changes nothing");
}
