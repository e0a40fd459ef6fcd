//! The form of the profile. Pure.

use kernel::{Codes, FieldErrors, Fields, form::FormReader};

use crate::model::{self, Profile, WeekPart};
use places::Postcode;

/// Longest text in one's own words, in characters.
const WORDS: usize = 1_000;

/// What somebody wants to be known from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangeProfile {
    /// The name to use.
    pub name: String,
    /// Telephone number.
    pub phone: Option<String>,
    /// Everything else.
    pub profile: Profile,
}

/// What the form must know of the town's places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// Code and name of each wijk; empty when no places were loaded.
    pub wijken: Vec<(String, String)>,
    /// What is known of the postcode that was typed.
    pub postcode: Option<Postcode>,
}

/// What somebody wants to be known.
///
/// # Errors
/// When there is no name, or an answer is none of the choices or out of range.
pub(crate) fn parse(fields: &Fields, places: &Places, this_year: i16) -> Result<ChangeProfile, FieldErrors> {
    let mut form = FormReader::new(fields);
    let known = |is: fn(&str) -> bool| move |slug: &str| is(slug).then(|| slug.to_owned());
    let name = form.person_name("name");
    let phone = form.optional_phone("phone");
    let whole = |value: Option<i64>| value.and_then(|value| u32::try_from(value).ok());
    let mut profile = Profile {
        themes: form.choices("themes", known(model::is_theme)),
        tasks: form.choices("tasks", known(model::is_task)),
        skills: form.choices("skills", known(model::is_skill)),
        learn: form.choices("learn", known(model::is_skill)),
        when: form.choices("when", WeekPart::parse),
        commitment: form.choices("commitment", Codes::parse),
        hours_per_week: whole(form.optional_int("hours", 1, 40)),
        travel_km: whole(form.optional_int("travel", 1, 60)),
        postcode: None,
        area_code: None,
        languages: form.choices("languages", known(model::is_language)),
        dutch: form.optional_choice("dutch", Codes::parse),
        considerations: form.optional_long_text("considerations", WORDS),
        reach: form.choices("reach", Codes::parse),
        address: form.optional_long_text("address", 200),
        birth_year: whole(form.optional_int("birth_year", 1900, i64::from(this_year))),
        findable: form.flag("findable"),
    };
    whereabouts(&mut form, places, &mut profile);
    form.finish(ChangeProfile { name, phone, profile })
}

/// Postcode and wijk: a known postcode says in which wijk it lies, whatever was chosen before; a wijk that is chosen
/// takes the place of a postcode that no list has.
fn whereabouts(form: &mut FormReader<'_>, places: &Places, profile: &mut Profile) {
    let is_wijk = |code: &str| places.wijken.iter().any(|(known, _)| known == code).then(|| code.to_owned());
    profile.area_code = form.optional_choice("area", is_wijk);
    if let Some(typed) = form.raw("postcode") {
        match (four_digits(typed), &places.postcode) {
            (_, Some(found)) => {
                profile.postcode = Some(found.postcode.clone());
                if found.wijk_code.is_some() {
                    profile.area_code.clone_from(&found.wijk_code);
                }
            }
            (Some(digits), None) if places.wijken.is_empty() => profile.postcode = Some(digits),
            (Some(_), None) if profile.area_code.is_some() => {}
            (Some(_), None) => form.refuse("postcode", "places-postcode-unknown"),
            (None, None) => form.refuse("postcode", "people-error-postcode"),
        }
    }
}

/// The digits of `1234` or `1234 AB`.
fn four_digits(typed: &str) -> Option<String> {
    let (digits, letters) = typed.split_at_checked(4)?;
    let letters = letters.trim();
    let good = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (letters.is_empty() || (letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_alphabetic())));
    good.then(|| digits.to_owned())
}

/// The form filled in with what is known.
pub(crate) fn fill(known: &ChangeProfile) -> Fields {
    let profile = &known.profile;
    let mut fields = Fields::default().with("name", known.name.as_str());
    let mut many = |name: &str, values: Vec<String>| values.into_iter().for_each(|value| fields.push(name, value));
    many("themes", profile.themes.clone());
    many("tasks", profile.tasks.clone());
    many("skills", profile.skills.clone());
    many("learn", profile.learn.clone());
    many("languages", profile.languages.clone());
    many("when", profile.when.iter().map(|part| part.code()).collect());
    many("commitment", profile.commitment.iter().map(ToString::to_string).collect());
    many("reach", profile.reach.iter().map(ToString::to_string).collect());
    let single = [
        ("phone", known.phone.clone()),
        ("hours", profile.hours_per_week.map(|hours| hours.to_string())),
        ("travel", profile.travel_km.map(|km| km.to_string())),
        ("postcode", profile.postcode.clone()),
        // Follows from the postcode. A choice that stood here already would excuse a next postcode that nobody knows.
        ("area", profile.area_code.clone().filter(|_| profile.postcode.is_none())),
        ("dutch", profile.dutch.map(|level| level.to_string())),
        ("considerations", profile.considerations.clone()),
        ("address", profile.address.clone()),
        ("birth_year", profile.birth_year.map(|year| year.to_string())),
        ("findable", profile.findable.then(|| "ja".to_owned())),
    ];
    for (name, value) in single {
        if let Some(value) = value {
            fields.push(name, value);
        }
    }
    fields
}
