//! What stands on a poster.

use kernel::{Lang, Problem, Result};
use platform::{Ctx, auth};
use serde::Serialize;

use super::super::pages::VacancyPage;
use facets::model::VacancyId;

/// Another number makes every poster anew; raise it with a change of `templates/pdf/marketplace/poster.typ`.
const EDITION: u32 = 2;

/// The data of `templates/pdf/marketplace/poster.typ`, in the language of the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    title: String,
    sender: String,
    lang: &'static str,
    heading: String,
    organisation: String,
    summary: String,
    facts_title: String,
    facts: Vec<(String, String)>,
    paragraphs: Vec<String>,
    call: String,
    address: String,
    code_alt: String,
    foot: String,
    demo: Option<String>,
    edition: u32,
}

impl Sheet {
    /// From the page of the vacancy.
    pub fn of(ctx: &Ctx, page: &VacancyPage) -> Self {
        let site = ctx.site();
        let (vacancy, organisation) = (&page.vacancy, page.organisation.name.clone());
        let paragraphs = vacancy.description.split("\n\n").map(|paragraph| paragraph.trim().replace('\n', " "));
        let mut paragraphs: Vec<String> = paragraphs.filter(|paragraph| !paragraph.is_empty()).collect();
        if !vacancy.suitable.is_empty() {
            let marks: Vec<&str> = vacancy.suitable.iter().map(|mark| mark.text.as_str()).collect();
            paragraphs.push(format!("{}: {}", ctx.t("vacancy-suitable-for"), marks.join("; ")));
        }
        Self {
            title: format!("{} – {organisation}", vacancy.title),
            sender: site.municipality.clone(),
            lang: ctx.lang.code(),
            heading: vacancy.title.clone(),
            summary: vacancy.summary.clone(),
            facts_title: ctx.t("vacancy-poster-facts"),
            facts: facts(ctx, page),
            paragraphs,
            call: ctx.t("vacancy-poster-scan"),
            address: page.address.split("://").last().unwrap_or_default().to_owned(),
            code_alt: ctx.t_with("vacancy-qr-alt", &[("address", page.address.as_str().into())]),
            foot: format!("{}, {}", site.name, site.municipality),
            organisation,
            demo: ctx.demonstration_mark(),
            edition: EDITION,
        }
    }

    /// Changes with anything that stands on it.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn digest(&self) -> Result<[u8; 32]> {
        Ok(auth::digest(&serde_json::to_vec(self)?))
    }
}

fn facts(ctx: &Ctx, page: &VacancyPage) -> Vec<(String, String)> {
    let vacancy = &page.vacancy;
    let when: Vec<&str> = std::iter::once(&vacancy.when).chain(&vacancy.parts).map(String::as_str).collect();
    let home = vacancy.from_home.then(|| ctx.t("vacancy-from-home"));
    let places: Vec<String> = [vacancy.place.clone(), page.wijk.clone(), home].into_iter().flatten().collect();
    let facts = [
        ("vacancy-when", when.join("; ")),
        ("vacancy-hours", vacancy.hours.clone().unwrap_or_default()),
        ("vacancy-where", places.join(", ")),
        ("vacancy-who-answers", vacancy.answered_by.clone().unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (ctx.t(key), value)).collect()
}

/// Where the poster is kept.
pub(super) fn file_name(vacancy: VacancyId, lang: Lang) -> String {
    format!("posters/{vacancy}-{}", lang.code())
}

/// An address as a QR code, as SVG.
///
/// # Errors
/// When the address is too long for one.
pub fn qr_code(address: &str) -> Result<String> {
    let code = qrcode::QrCode::new(address.as_bytes()).map_err(Problem::fault)?;
    Ok(code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(240, 240).build())
}
