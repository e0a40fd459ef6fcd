//! Stylesheets, scripts, fonts and icons as the build made them (`assets/dist`): served under `/assets/` with names that
//! change with their content, so that a browser may keep them for ever.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../assets/dist"]
#[allow_missing = true]
struct Files;

static LIVE: AtomicBool = AtomicBool::new(false);

/// From now on the bundle is looked at again each time: for the setting `live_templates`.
pub fn follow_changes() {
    LIVE.store(true, Ordering::Relaxed);
}

fn manifest() -> Cow<'static, HashMap<String, String>> {
    static KEPT: OnceLock<HashMap<String, String>> = OnceLock::new();
    let read =
        || Files::get("manifest.json").and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default();
    if LIVE.load(Ordering::Relaxed) { Cow::Owned(read()) } else { Cow::Borrowed(KEPT.get_or_init(read)) }
}

/// The address of an asset by its logical name (`app.css`). Without a bundle the logical name itself.
pub fn url(name: &str) -> String {
    match manifest().get(name) {
        Some(file) => format!("/assets/{file}"),
        None => format!("/assets/{name}"),
    }
}

/// Whether the bundle is there; `doctor` says what to do when it is not.
pub fn bundled() -> bool {
    Files::get("manifest.json").is_some()
}

/// An asset's bytes with its type and encoding, the smallest the browser takes.
pub struct Asset {
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub mime: &'static str,
    /// `br` or `gzip`, when it is compressed.
    pub encoding: Option<&'static str>,
    /// Whether its name changes with its content.
    pub immutable: bool,
}

/// The asset under this file name.
pub fn find(path: &str, accept_encoding: &str) -> Option<Asset> {
    let logical = manifest().get(path).cloned();
    let file = logical.as_deref().unwrap_or(path);
    let mime = mime(file)?;
    let immutable = logical.is_none();
    for (suffix, encoding) in [(".br", "br"), (".gz", "gzip")] {
        if accept_encoding.contains(encoding)
            && let Some(found) = Files::get(&format!("{file}{suffix}"))
        {
            return Some(Asset { bytes: found.data, mime, encoding: Some(encoding), immutable });
        }
    }
    Files::get(file).map(|found| Asset { bytes: found.data, mime, encoding: None, immutable })
}

fn mime(file: &str) -> Option<&'static str> {
    match file.rsplit('.').next()? {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        "png" => Some("image/png"),
        "webmanifest" => Some("application/manifest+json"),
        "txt" => Some("text/plain; charset=utf-8"),
        _ => None,
    }
}
