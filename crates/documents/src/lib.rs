//! Accessible PDF: posters, cards, letters.
//!
//! A document is a Typst template in a capability's folder `templates` with data as JSON and pictures by name. What comes out conforms
//! to PDF/UA-1 (ISO 14289-1): the writer refuses a document without a title, a language, or a text beside a picture.

mod signs;

use std::collections::HashMap;

use rust_embed::RustEmbed;
use serde::Serialize;
use serde_json::Value;
use typst_as_lib::{TypstEngine, typst_kit_options::TypstKitFontOptions};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../templates/pdf"]
#[include = "*.typ"]
struct Shared;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../capabilities"]
#[include = "*/templates/*.typ"]
struct OfCapabilities;

/// Every template: what all share by its file name (`base.typ`), those of a capability as `vacancies/poster.typ`.
fn sources() -> impl Iterator<Item = (String, String)> {
    let text = |data: &[u8]| String::from_utf8_lossy(data).into_owned();
    let shared = Shared::iter().filter_map(move |name| Some((format!("/{name}"), text(&Shared::get(&name)?.data))));
    let of_capabilities = OfCapabilities::iter().filter_map(move |name| {
        let named = format!("/{}", name.replacen("/templates/", "/", 1));
        Some((named, text(&OfCapabilities::get(&name)?.data)))
    });
    shared.chain(of_capabilities)
}

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// There is no such template.
    #[error("there is no template {0}.typ")]
    NoTemplate(String),
    /// The data cannot be written as JSON.
    #[error("the data of a document: {0}")]
    Data(#[from] serde_json::Error),
    /// The template does not fit the data.
    #[error("{template}: {reason}")]
    Template {
        template: String,
        /// What Typst says.
        reason: String,
    },
    /// The document is not accessible, or cannot be written.
    #[error("{template} is no accessible PDF: {reason}")]
    Standard {
        template: String,
        /// What the writer says.
        reason: String,
    },
}

/// Makes a PDF of `template` (`vacancies/poster`) with `data` and pictures (file name → SVG or PNG).
/// Signs that no font of ours has are left out. The same input gives the same bytes. It takes tens of milliseconds of one core: call it from a job.
///
/// # Errors
/// When the template is not there, does not fit the data, or the result would not be accessible.
pub fn pdf(
    template: &str,
    data: &impl Serialize,
    pictures: &HashMap<String, Vec<u8>>,
) -> Result<Vec<u8>, DocumentError> {
    let data = signs::only(serde_json::to_value(data)?, signs::in_fonts);
    match compose(template, &data, pictures) {
        // A sign may be in a font and still have no form there between these others.
        Err(DocumentError::Standard { .. }) => compose(template, &signs::only(data, signs::plain), pictures),
        made => made,
    }
}

fn compose(template: &str, data: &Value, pictures: &HashMap<String, Vec<u8>>) -> Result<Vec<u8>, DocumentError> {
    let fault = |reason: String| DocumentError::Template { template: template.to_owned(), reason };
    let name = format!("{template}.typ");
    let mut files: Vec<(String, Vec<u8>)> = vec![("/data.json".into(), serde_json::to_vec(data)?)];
    files.extend(pictures.iter().map(|(name, bytes)| (format!("/{name}"), bytes.clone())));
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let sources: Vec<(String, String)> = sources().collect();
    if !sources.iter().any(|(source, _)| source[1..] == name) {
        return Err(DocumentError::NoTemplate(template.to_owned()));
    }
    let sources: Vec<(&str, String)> = sources.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let engine = TypstEngine::builder()
        .with_static_source_file_resolver(sources)
        .with_static_file_resolver(files)
        .search_fonts_with(TypstKitFontOptions::default().include_system_fonts(false).include_embedded_fonts(true))
        .build();
    let main = format!("/{name}");
    let document: PagedDocument = engine.compile(main.as_str()).output.map_err(|error| fault(error.to_string()))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| fault(format!("{error:?}")))?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|errors| DocumentError::Standard {
        template: template.to_owned(),
        reason: errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn poster() -> serde_json::Value {
        json!({
            "title": "Voorlezen in Oosterheem", "sender": "Voorbeeldstad", "lang": "nl", "heading": "Voorlezen in Oosterheem",
            "organisation": "Voorleesclub De Proef", "summary": "Lees elke week voor aan twee kleuters.",
            "facts_title": "In het kort", "facts": [["Waar", "Oosterheem"], ["Wanneer", "woensdag, 14.00–15.00 uur"]],
            "paragraphs": ["Je leest een half uur voor.", "Wij helpen je op weg."], "call": "Doe je mee?",
            "address": "samen.voorbeeldstad.example/vacatures/1", "code_alt": "QR-code naar deze vacature", "foot": "Gemaakt op 3 maart 2026",
        })
    }

    fn code() -> HashMap<String, Vec<u8>> {
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>";
        HashMap::from([("code.svg".to_owned(), svg.as_bytes().to_vec())])
    }

    #[test]
    fn a_poster_is_an_accessible_pdf_and_the_same_every_time() {
        let first = pdf("vacancies/poster", &poster(), &code()).expect("a poster");
        assert!(first.starts_with(b"%PDF-"));
        assert!(String::from_utf8_lossy(&first).contains("pdfuaid"), "it says that it conforms to PDF/UA");
        assert_eq!(first, pdf("vacancies/poster", &poster(), &code()).expect("a poster"));
    }

    fn card() -> Value {
        json!({
            "title": "Kaart", "sender": "Voorbeeldstad", "lang": "nl", "heading": "Jouw kaart", "name": "Mevrouw Voorbeeld",
            "lines": [["Wie belt", "Tess van het punt"], ["Wanneer", "dinsdag 3 maart"]], "code_label": "Jouw code",
            "code": "ABCD-EFGH", "foot": "Bewaar deze kaart.",
        })
    }

    #[test]
    fn a_card_is_made() {
        assert!(pdf("people/card", &card(), &HashMap::new()).expect("a card").starts_with(b"%PDF-"));
    }

    #[test]
    fn a_sign_that_cannot_be_shown_keeps_no_document_from_being_made() {
        for text in [
            "Koken 🍲 voor de buurt",
            "👩\u{200d}🌾👨\u{200d}👩\u{200d}👧 ❤\u{fe0f} 🇳🇱 1\u{fe0f}\u{20e3}",
            "中文老师",
            "العربية للمبتدئين",
            "فارسی می\u{200c}خواهم",
            "עברית",
            "Українська їжа",
            "हिन्दी ไทย ትግርኛ",
            "\u{e000}\u{ffff}\u{10ffff}\u{fffd}",
            "e\u{301}\u{327}\u{323}\u{489} Z\u{334}a",
            "𝓕𝓪𝓷𝓬𝔂 ½ ™ ™ → ✓ ♥",
        ] {
            let mut sheet = poster();
            for name in ["title", "heading", "summary", "organisation", "sender"] {
                sheet[name] = json!(text);
            }
            sheet["facts"] = json!([[text, text]]);
            sheet["paragraphs"] = json!([text]);
            assert!(pdf("vacancies/poster", &sheet, &code()).is_ok(), "{text}");
            let mut card = card();
            card["name"] = json!(text);
            card["lines"] = json!([["Waarover", text]]);
            assert!(pdf("people/card", &card, &HashMap::new()).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        assert!(matches!(pdf("nowhere/nothing", &json!({}), &HashMap::new()), Err(DocumentError::NoTemplate(_))));
        let error = pdf("vacancies/poster", &json!({"title": "x"}), &code()).expect_err("data are missing");
        assert!(matches!(error, DocumentError::Template { .. }), "{error}");
    }
}
