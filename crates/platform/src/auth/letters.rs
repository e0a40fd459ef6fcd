//! The secrets that stand in letters: a code, a link. They follow from the job that writes the letter, so that one that runs
//! again writes the same letter, and whichever of the two somebody opens is worth something.

use std::collections::HashMap;

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use kernel::{MunicipalityId, Problem, Result};
use parking_lot::Mutex;
use sha2::Sha256;
use uuid::Uuid;

use super::{Secret, digits_of, store};
use crate::{app::Ctx, jobs::JobCtx};

/// The keys of the towns, from which nobody guesses the secrets of a letter who knows its job.
#[derive(Default)]
struct Keys(Mutex<HashMap<MunicipalityId, Vec<u8>>>);

/// What the letters of one job hold that nobody else may know.
pub struct LetterSecrets(Hmac<Sha256>);

impl JobCtx {
    /// The secrets of the letters of this job: the same ones when it runs again.
    ///
    /// # Errors
    /// When the key of the town cannot be read or made.
    pub async fn secrets(&self) -> Result<LetterSecrets> {
        letter_secrets(&self.ctx, self.job).await
    }
}

/// The secrets of all letters about one thing, whichever job writes them: each of them holds the same link.
///
/// # Errors
/// When the key of the town cannot be read or made.
pub async fn letter_secrets(ctx: &Ctx, of: impl Into<Uuid>) -> Result<LetterSecrets> {
    let key = key(ctx).await?;
    Ok(LetterSecrets(mac(&key)?.chain_update(of.into().as_bytes())))
}

impl LetterSecrets {
    /// The secret of a link; `of` tells the links of one job apart: whom the letter is to.
    pub fn link(&self, of: &str) -> Secret {
        Secret(BASE64URL_NOPAD.encode(&self.bytes("link", of)))
    }

    /// A code of `digits` digits that people can type.
    pub fn digits(&self, digits: usize) -> String {
        let mut block = 0u32;
        digits_of(digits, || {
            block += 1;
            self.bytes("digits", &block.to_string())
        })
    }

    fn bytes(&self, what: &str, of: &str) -> [u8; 32] {
        self.0.clone().chain_update(what).chain_update([0]).chain_update(of).finalize().into_bytes().into()
    }
}

fn mac(key: &[u8]) -> Result<Hmac<Sha256>> {
    Hmac::new_from_slice(key).map_err(Problem::fault)
}

/// The key of this town: made at its first letter, and never another.
async fn key(ctx: &Ctx) -> Result<Vec<u8>> {
    let keys = ctx.app.service(Keys::default);
    if let Some(key) = keys.0.lock().get(&ctx.town()) {
        return Ok(key.clone());
    }
    let found = store::LETTER_KEY.optional(&mut ctx.read().await?, (ctx.town(),)).await?;
    let (key,) = match found {
        Some(found) => found,
        None => make(ctx).await?,
    };
    keys.0.lock().insert(ctx.town(), key.clone());
    Ok(key)
}

async fn make(ctx: &Ctx) -> Result<(Vec<u8>,)> {
    let mut fresh = vec![0; 32];
    (ctx.app.random)(&mut fresh);
    let mut tx = ctx.app.db.begin_system().await?;
    store::MAKE_LETTER_KEY.run(&mut tx, (ctx.town(), fresh)).await?;
    // Another process may have been first.
    let key = store::LETTER_KEY.one(&mut tx, (ctx.town(),)).await?;
    tx.commit().await?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(job: &[u8]) -> LetterSecrets {
        LetterSecrets(mac(b"a key").expect("a key").chain_update(job))
    }

    #[test]
    fn a_job_that_runs_again_has_the_same_secrets_and_no_other_job_has() {
        let (first, again, other) = (of(b"one"), of(b"one"), of(b"two"));
        assert_eq!(first.link("anna").reveal(), again.link("anna").reveal());
        assert_eq!(first.digits(6), again.digits(6));
        assert_ne!(first.link("anna").reveal(), first.link("bart").reveal());
        assert_ne!(first.link("anna").reveal(), other.link("anna").reveal());
        assert_ne!(first.digits(6), other.digits(6));
        assert_eq!(first.link("anna").reveal().len(), 43, "256 bits");
        let code = first.digits(40);
        assert!(code.len() == 40 && code.bytes().all(|sign| sign.is_ascii_digit()), "{code}");
    }
}
