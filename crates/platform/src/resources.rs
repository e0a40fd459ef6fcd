//! Files that lie beside the code of a capability: `capabilities/NAME/{templates,locales,migrations}`. A release has them in
//! it; other builds read them from disk.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../capabilities"]
#[include = "*/templates/*"]
#[include = "*/locales/*.ftl"]
#[include = "*/migrations/*.sql"]
struct Capabilities;

/// A file of a capability.
pub(crate) struct OfCapability {
    /// The capability: the name of its folder.
    pub(crate) capability: String,
    /// Where it lies in the folder within: `list.html`, `nl.ftl`, `0012_offers.sql`.
    pub(crate) path: String,
}

/// The text of a file by its capability, the folder in there, and its path in that.
pub(crate) fn text(capability: &str, folder: &str, path: &str) -> Option<String> {
    let file = Capabilities::get(&format!("{capability}/{folder}/{path}"))?;
    Some(String::from_utf8_lossy(&file.data).into_owned())
}

/// The files in this folder of every capability, in the order of their names.
pub(crate) fn all(folder: &str) -> Vec<OfCapability> {
    let mut found: Vec<OfCapability> = Capabilities::iter()
        .filter_map(|name| {
            let (capability, rest) = name.split_once('/')?;
            let path = rest.strip_prefix(folder)?.strip_prefix('/')?;
            Some(OfCapability { capability: capability.to_owned(), path: path.to_owned() })
        })
        .collect();
    found.sort_by(|one, other| (&one.capability, &one.path).cmp(&(&other.capability, &other.path)));
    found
}
