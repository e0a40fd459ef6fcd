//! For which site a passkey is: the town's own address, or in a demonstration the address in the browser.

use kernel::{Problem, Result};
use platform::Ctx;
use url::Url;
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder};

/// The site as browsers and keys know it; `None` where passkeys cannot be used, because the address has no name
/// (`127.0.0.1`): browsers make no passkeys for those.
///
/// # Errors
/// When the address of the town is none.
pub fn party(ctx: &Ctx) -> Result<Option<Webauthn>> {
    let address = if ctx.is_demonstration() && !ctx.request.origin.is_empty() {
        ctx.request.origin.as_str()
    } else {
        ctx.municipality.base_url.as_str()
    };
    let origin = Url::parse(address).map_err(Problem::fault)?;
    let Some(host) = origin.domain().map(str::to_owned) else { return Ok(None) };
    let builder = WebauthnBuilder::new(&host, &origin).map_err(Problem::fault)?;
    Ok(Some(builder.rp_name(&ctx.municipality.name).build().map_err(Problem::fault)?))
}

/// The site, where it must be there.
///
/// # Errors
/// [`Problem::Conflict`] where passkeys cannot be used.
pub fn needed(ctx: &Ctx) -> Result<Webauthn> {
    party(ctx)?.ok_or(Problem::Conflict("people-passkey-no-name"))
}
