//! The people a visitor of the demonstration can sign in as.

use serde::Serialize;

use super::places::wijk_name;

/// What somebody of the demonstration may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// Manages the municipality's settings, confirms organisations.
    MunicipalityManager,
    /// Supports all volunteer organisations (vrijwilligersondersteuner).
    VolunteerSupporter,
    /// Helps people at a point (bemiddelingsvrijwilliger).
    Mediator,
    /// Speaks for the organisation with this key.
    OrganisationContact { organisation_key: u64 },
    /// A resident without any other role.
    Resident,
}

/// A point where residents can walk in (vrijwilligersinformatiepunt).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    pub slug: &'static str,
    pub name: &'static str,
    pub wijk: &'static str,
    pub postcode: &'static str,
}

/// Somebody with a fixed address, the same for every seed and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StaffMember {
    pub name: &'static str,
    pub email: &'static str,
    pub role: StaffRole,
    /// Slug of the point where the person works.
    pub point: Option<&'static str>,
}

/// The four points of the demonstration.
pub const POINTS: [Point; 4] = [
    Point {
        slug: "punt-centrum",
        name: "Vrijwilligersinformatiepunt De Wegwijzer",
        wijk: "WK063700",
        postcode: "2711",
    },
    Point { slug: "punt-meerzicht", name: "Vrijwilligersinformatiepunt De Halte", wijk: "WK063701", postcode: "2715" },
    Point { slug: "punt-rokkeveen", name: "Vrijwilligersinformatiepunt De Kade", wijk: "WK063705", postcode: "2718" },
    Point { slug: "punt-oosterheem", name: "Vrijwilligersinformatiepunt De Poort", wijk: "WK063706", postcode: "2721" },
];

/// The address behind the site: that of the mediator in the centre, so that a reply goes to a person.
pub const CONTACT_EMAIL: &str = "centrum@punt.voorbeeld.example";
/// The number behind the site; no subscriber number begins with a 0.
pub const CONTACT_PHONE: &str = "079 012 34 56";
/// When the points are open.
pub const CONTACT_HOURS: &str = "maandag t/m vrijdag: 10.00–16.00 uur\nzaterdag: 10.00–13.00 uur\nzondag: gesloten";

/// Where the points are, one on each line, in a street that does not exist.
pub fn contact_address() -> String {
    let line = |(number, point): (usize, &Point)| {
        format!("{}, Denkbeeldigeplein {number}, {}", point.name, wijk_name(point.wijk))
    };
    (1..).zip(&POINTS).map(line).collect::<Vec<_>>().join("\n")
}

/// The organisation whose contact can be signed in as: always confirmed and with vacancies.
pub const CONTACT_ORGANISATION: u64 = 60;

/// Everybody a visitor can sign in as.
pub const STAFF: [StaffMember; 9] = [
    member("Marit Voorbeeld", "beheer@gemeente.voorbeeld.example", StaffRole::MunicipalityManager, None),
    member("Daan Voorbeeld", "ondersteuner@gemeente.voorbeeld.example", StaffRole::VolunteerSupporter, None),
    member("Hatice Voorbeeld", "centrum@punt.voorbeeld.example", StaffRole::Mediator, Some("punt-centrum")),
    member("Joop Voorbeeld", "meerzicht@punt.voorbeeld.example", StaffRole::Mediator, Some("punt-meerzicht")),
    member("Sharda Voorbeeld", "rokkeveen@punt.voorbeeld.example", StaffRole::Mediator, Some("punt-rokkeveen")),
    member("Wiktor Voorbeeld", "oosterheem@punt.voorbeeld.example", StaffRole::Mediator, Some("punt-oosterheem")),
    member("Ilse Voorbeeld", "oosterheem.tweede@punt.voorbeeld.example", StaffRole::Mediator, Some("punt-oosterheem")),
    member(
        "Nadia Voorbeeld",
        "contact@organisatie.voorbeeld.example",
        StaffRole::OrganisationContact { organisation_key: CONTACT_ORGANISATION },
        None,
    ),
    member("Tess Voorbeeld", "tess@inwoner.voorbeeld.example", StaffRole::Resident, None),
];

const fn member(name: &'static str, email: &'static str, role: StaffRole, point: Option<&'static str>) -> StaffMember {
    StaffMember { name, email, role, point }
}
