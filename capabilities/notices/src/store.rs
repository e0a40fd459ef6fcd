//! Statements over what people want to hear of.

use kernel::{Instant, Lang, MunicipalityId, PersonId};
use platform::{
    db::{Code, Json},
    row, statements,
};
use uuid::Uuid;

use super::model::{Rhythm, State, Subscription, SubscriptionId, Topic};

row! {
    /// A subscription as it is stored.
    pub struct SubscriptionRow in "subscriptions" key (municipality_id, id) {
        pub municipality_id: MunicipalityId,
        pub id: SubscriptionId,
        pub person_id: Option<PersonId>,
        pub email: Option<String>,
        pub lang: Lang,
        pub topic_kind: String,
        pub topic: String,
        pub rhythm: Code<Rhythm>,
        pub state: Code<State>,
        pub confirm_hash: Option<Vec<u8>>,
        pub seen_until: Instant,
        pub sent: Json<Vec<Uuid>>,
        pub created_at: Instant,
        pub renewed_at: Instant,
    }
}

statements! {
    FIND: (MunicipalityId, SubscriptionId) => SubscriptionRow = select "AND id = $2";
    /// The one that a mail asks to confirm.
    TO_CONFIRM: (MunicipalityId, Vec<u8>) => SubscriptionRow = select "AND confirm_hash = $2";
    /// The one that a link in a letter is about.
    OF_LINK: (MunicipalityId, Vec<u8>) => SubscriptionRow =
        select "AND id = (SELECT subscription_id FROM subscription_links WHERE municipality_id = $1 AND token_hash = $2)";
    /// Somebody's of a kind, by account or by the address it was made with.
    OWN: (MunicipalityId, PersonId, Option<String>, String) => SubscriptionRow =
        select "AND state = 'active' AND (person_id = $2 OR (person_id IS NULL AND email = $3)) AND topic_kind = $4 ORDER BY \
         created_at, id";
    /// Of an address and a kind, waiting or not.
    OF_ADDRESS: (MunicipalityId, String, String) => SubscriptionRow =
        select "AND state <> 'ended' AND person_id IS NULL AND email = $2 AND topic_kind = $3 ORDER BY created_at, id";
    /// Those of a kind that want letters in a rhythm, by id, after one of them.
    IN_RHYTHM: (MunicipalityId, String, Code<Rhythm>, SubscriptionId, i64) => SubscriptionRow =
        select "AND topic_kind = $2 AND state = 'active' AND rhythm = $3 AND id > $4 ORDER BY id LIMIT $5";
    /// A new one, or the same one changed.
    SAVE: SubscriptionRow => () = save;
    /// Never confirmed.
    FORGET_WAITING: (MunicipalityId, Instant) => () =
        "DELETE FROM subscriptions WHERE municipality_id = $1 AND state = 'waiting' AND created_at < $2";
    /// Switched off before.
    FORGET_ENDED: (MunicipalityId, Instant) => () =
        "DELETE FROM subscriptions WHERE municipality_id = $1 AND state = 'ended' AND renewed_at < $2";
    /// Not shown to be wanted since.
    FORGET_STALE: (MunicipalityId, Instant) => () =
        "DELETE FROM subscriptions WHERE municipality_id = $1 AND renewed_at < $2";
    /// Of somebody who leaves.
    FORGET_PERSON: (MunicipalityId, PersonId, Option<String>) => () =
        "DELETE FROM subscriptions WHERE municipality_id = $1 AND (person_id = $2 OR (person_id IS NULL AND email = $3))";
    /// A link in a letter.
    ADD_LINK: (MunicipalityId, Vec<u8>, SubscriptionId, Instant) => () =
        "INSERT INTO subscription_links (municipality_id, token_hash, subscription_id, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality_id, token_hash) DO NOTHING";
}

impl From<SubscriptionRow> for Subscription {
    fn from(row: SubscriptionRow) -> Self {
        Self {
            municipality: row.municipality_id,
            id: row.id,
            person: row.person_id,
            email: row.email,
            lang: row.lang,
            topic: Topic { kind: row.topic_kind, data: row.topic },
            rhythm: row.rhythm.0,
            state: row.state.0,
            confirm_hash: row.confirm_hash,
            seen_until: row.seen_until,
            sent: row.sent.0,
            created_at: row.created_at,
            renewed_at: row.renewed_at,
        }
    }
}

impl From<Subscription> for SubscriptionRow {
    fn from(subscription: Subscription) -> Self {
        Self {
            municipality_id: subscription.municipality,
            id: subscription.id,
            person_id: subscription.person,
            email: subscription.email,
            lang: subscription.lang,
            topic_kind: subscription.topic.kind,
            topic: subscription.topic.data,
            rhythm: Code(subscription.rhythm),
            state: Code(subscription.state),
            confirm_hash: subscription.confirm_hash,
            seen_until: subscription.seen_until,
            sent: Json(subscription.sent),
            created_at: subscription.created_at,
            renewed_at: subscription.renewed_at,
        }
    }
}
