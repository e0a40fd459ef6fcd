//! A public vacancy for search engines: schema.org JobPosting with employment type VOLUNTEER.

use serde_json::{Value, json};

use super::{model::Vacancy, neighbours::OrganisationLine};
use facets::model::When;
use platform::Ctx;

/// The data block. `wijk` is the name of the wijk, when the vacancy has one.
pub(crate) fn job_posting(ctx: &Ctx, vacancy: &Vacancy, organisation: &OrganisationLine, wijk: Option<&str>) -> Value {
    let town = &ctx.municipality;
    let posted = vacancy.published_at.unwrap_or(vacancy.created_at).date(&town.zone);
    let mut posting = json!({
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": vacancy.description,
        "identifier": { "@type": "PropertyValue", "name": organisation.name, "value": vacancy.id },
        "url": ctx.url(&format!("/vacatures/{}", vacancy.id)),
        "datePosted": posted.to_string(),
        "employmentType": "VOLUNTEER",
        "directApply": true,
        "totalJobOpenings": vacancy.people_left().max(1),
        "hiringOrganization": {
            "@type": "Organization",
            "name": organisation.name,
            "sameAs": ctx.url(&organisation.href),
        },
        "jobLocation": { "@type": "Place", "address": address(ctx, vacancy, wijk) },
    });
    if let Some(last) = vacancy.closes_on {
        posting["validThrough"] = json!(last.to_string());
    }
    if vacancy.facets.place.from_home {
        posting["jobLocationType"] = json!("TELECOMMUTE");
        posting["applicantLocationRequirements"] = json!({ "@type": "Country", "name": "NL" });
    }
    if let When::Once { date, starts, .. } = &vacancy.facets.when {
        posting["jobStartDate"] = json!(date.to_datetime(*starts).to_string());
    }
    if let Some(hours) = vacancy.facets.hours {
        posting["workHours"] = json!(super::views::hours_words(ctx, &vacancy.facets.when, hours));
    }
    posting
}

fn address(ctx: &Ctx, vacancy: &Vacancy, wijk: Option<&str>) -> Value {
    let mut address = json!({
        "@type": "PostalAddress",
        "addressLocality": ctx.municipality.name,
        "addressCountry": "NL",
    });
    if let Some(postcode) = &vacancy.facets.place.postcode {
        address["postalCode"] = json!(postcode);
    }
    if let Some(wijk) = wijk {
        address["addressRegion"] = json!(wijk);
    }
    address
}
