//! What the desk sees.

use jiff::ToSpan;
use kernel::{Codes, OrganisationId, PageRequest, Paged, PersonId, Problem, Result, text::search_words};
use platform::{Conn, Ctx};
use serde::Serialize;

use super::{
    all_consents,
    model::{Consent, Purpose, RENEW_DAYS, Sight, Way, sight},
    store,
};

/// A person in the list.
#[derive(Debug, Serialize)]
pub(crate) struct Listed {
    pub id: String,
    pub name: String,
    /// Until when the latest consent holds, ISO.
    pub until: String,
    /// Whether one holds today.
    pub holds: bool,
}

/// A consent on a page.
#[derive(Debug, Serialize)]
pub(crate) struct ConsentView {
    pub id: String,
    /// Code of the purpose.
    pub purpose: &'static str,
    /// Code of how it was given.
    pub way: &'static str,
    /// When it was given, local.
    pub given: String,
    /// The last day on which it holds, ISO.
    pub until: String,
    /// `holds`, `ended`, `replaced` or `withdrawn`.
    pub state: &'static str,
    /// The organisation it was given to, when that is not the information point.
    pub given_to: Option<String>,
}

/// Codes of the purposes to choose from.
pub(crate) fn purposes() -> Vec<&'static str> {
    Purpose::ALL.iter().map(|purpose| purpose.code()).collect()
}

/// Codes of the ways in which consent is given at the desk.
pub(crate) fn ways() -> Vec<&'static str> {
    Way::ALL.iter().filter(|way| **way != Way::Online).map(|way| way.code()).collect()
}

/// The people who agreed to be helped, of whom the words of `name` occur in the name, as [`search_words`] says.
pub(crate) async fn list(conn: &mut Conn, ctx: &Ctx, name: &str, page: PageRequest) -> Result<Paged<Listed>> {
    let since = ctx.today().saturating_sub(RENEW_DAYS.days());
    let mut words = search_words(name, 4).into_iter();
    let [a, b, c, d] = std::array::from_fn(|_| words.next().map_or_else(|| "%".to_owned(), |word| format!("%{word}%")));
    let counted = (ctx.town(), since, a.clone(), b.clone(), c.clone(), d.clone());
    let (total,) = store::COUNT.one(conn, counted).await?;
    let window = (i64::from(page.per_page), i64::from(page.offset()));
    let rows = store::LIST.all(conn, (ctx.town(), since, a, b, c, d, window.0, window.1)).await?;
    Ok(listed(ctx, rows, page, total))
}

fn listed(ctx: &Ctx, rows: Vec<store::ListedRow>, page: PageRequest, total: i64) -> Paged<Listed> {
    let today = ctx.today().to_string();
    let listed = |row: store::ListedRow| {
        let until = row.until.unwrap_or_default();
        Listed { id: row.id.to_string(), name: row.name, holds: until >= today, until }
    };
    Paged::new(rows.into_iter().map(listed).collect(), page, u64::try_from(total).unwrap_or(0))
}

/// The people who agreed to be helped by an organisation.
pub(crate) async fn list_for(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
    page: PageRequest,
) -> Result<Paged<Listed>> {
    let since = ctx.today().saturating_sub(RENEW_DAYS.days());
    let (total,) = store::COUNT_FOR.one(conn, (ctx.town(), since, organisation)).await?;
    let window = (i64::from(page.per_page), i64::from(page.offset()));
    let rows = store::LIST_FOR.all(conn, (ctx.town(), since, organisation, window.0, window.1)).await?;
    Ok(listed(ctx, rows, page, total))
}

/// Somebody as the desk may see them.
pub(crate) struct Seen {
    /// What is known of the account.
    pub account: crate::Account,
    /// What they agreed to.
    pub consents: Vec<Consent>,
    /// What may be seen.
    pub sight: Sight,
}

/// Somebody, with what may be seen of them by the contacts of an organisation; without one, by the desk.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such person.
pub(crate) async fn seen_by(
    conn: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    organisation: Option<OrganisationId>,
) -> Result<Seen> {
    let account = crate::account(conn, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    let mut consents = all_consents(conn, ctx.town(), person).await?;
    consents.retain(|consent| consent.organisation == organisation);
    let sight = sight(&consents, ctx.today());
    Ok(Seen { account, consents, sight })
}

/// Consents as a page shows them.
pub(crate) fn shown(ctx: &Ctx, consents: &[Consent]) -> Vec<ConsentView> {
    let view = |consent: &Consent| ConsentView {
        id: consent.id.to_string(),
        purpose: consent.purpose.code(),
        way: consent.way.code(),
        given: ctx.local(consent.given_at),
        until: consent.valid_until.to_string(),
        state: match consent.withdrawn_at {
            Some(_) if consent.replaced => "replaced",
            Some(_) => "withdrawn",
            None if consent.holds(ctx.today()) => "holds",
            None => "ended",
        },
        given_to: consent.organisation_name.clone(),
    };
    consents.iter().map(view).collect()
}
