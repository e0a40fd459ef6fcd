//! Statements over the mailbox of the demonstration. An installation with SMTP keeps no letters.

use kernel::{Instant, MunicipalityId};
use uuid::Uuid;

use super::Attachment;
use crate::db::Json;

crate::row! {
    /// A letter that was sent.
    pub struct SentMail {
        pub municipality_id: MunicipalityId,
        pub id: Uuid,
        pub message_id: String,
        pub recipient: String,
        pub subject: String,
        pub text_body: String,
        pub html_body: String,
        pub reply_to: Option<String>,
        pub attachments: Json<Vec<Attachment>>,
        pub sent_at: Instant,
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, message_id, recipient, subject, text_body, html_body, reply_to, attachments, sent_at \
             FROM sent_mails WHERE municipality_id = $1 ",
            $rest
        )
    };
}

crate::statements! {
    /// Keeps a letter; the same letter a second time is the same letter.
    KEEP: SentMail => () =
        "INSERT INTO sent_mails (municipality_id, id, message_id, recipient, subject, text_body, html_body, reply_to, attachments, sent_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (municipality_id, id) DO NOTHING";
    /// To one reader, newest first.
    TO: (MunicipalityId, String, i64) => SentMail = select!("AND recipient = $2 ORDER BY sent_at DESC, id DESC LIMIT $3");
    LATEST: (MunicipalityId, i64) => SentMail = select!("ORDER BY sent_at DESC, id DESC LIMIT $2");
    /// One of them.
    ONE: (MunicipalityId, Uuid) => SentMail = select!("AND id = $2");
    /// To one reader who is no more.
    FORGET_READER: (MunicipalityId, String) => () = "DELETE FROM sent_mails WHERE municipality_id = $1 AND recipient = $2";
    /// Old ones.
    FORGET: (MunicipalityId, Instant) => () = "DELETE FROM sent_mails WHERE municipality_id = $1 AND sent_at < $2";
}
