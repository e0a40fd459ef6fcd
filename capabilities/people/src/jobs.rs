//! Work on accounts as such.

use kernel::{Result, email, phone};
use platform::{JobCtx, audit::Unaudited};

use super::{
    model::{BEFORE_SEARCH, name_keys},
    policy, store,
};

/// People whose rows are renewed in one transaction.
const BATCH: i64 = 500;

/// Brings rows that an earlier program wrote into the form in which they are looked for now: the keys of the name, the address
/// and the telephone number. Rows without what they are searched by are such; usually there are none.
pub(super) async fn renew_rows(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    loop {
        let mut tx = job.begin(&permit).await?;
        let rows = store::TO_RENEW.all(&mut tx, (job.town(), format!("%{BEFORE_SEARCH}%"), BATCH)).await?;
        let last = rows.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
        for row in rows {
            let email = match row.email.as_deref().map(email::normal) {
                Some(normal) if Some(&normal) != row.email.as_ref() => {
                    let other = store::BY_EMAIL.optional(&mut tx, (job.town(), normal.clone())).await?;
                    if other.is_some() {
                        tracing::warn!(person = %row.id, "another account has the same address, spelt in another way");
                    }
                    if other.is_some() { row.email.clone() } else { Some(normal) }
                }
                same => same,
            };
            let phone = row.phone.clone().map(|text| phone::parse(&text).unwrap_or(text));
            let key = name_keys(&row.name);
            store::RENEW.run(&mut tx, (job.town(), row.id, key, email, phone, row.email, row.sort_key)).await?;
        }
        tx.unaudited(Unaudited::Count);
        job.commit(tx).await?;
        if last {
            return Ok(());
        }
    }
}
