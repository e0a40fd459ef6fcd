//! The page of the profile.

use axum::http::HeaderMap;
use kernel::{Choice, Codes, FieldErrors, Fields, PersonId, Problem, form::FormState, taxonomy};
use platform::{
    Conn, Ctx,
    http::{Answer, FormBody},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions,
    forms::{self, ChangeProfile, Places},
};
use crate::{
    model::{Commitment, DayPart, DutchLevel, LANGUAGES, Reach},
    policy,
};

/// The profile, to look at and to change.
#[derive(Debug, Serialize)]
pub(crate) struct ProfilePage {
    pub form: Form,
    /// Where it is sent.
    pub action: String,
    /// Where one goes without changing anything.
    pub cancel: String,
    /// Whose profile it is, when it is somebody else's.
    pub somebody: Option<String>,
    /// E-mail address, shown but not changed here.
    pub email: Option<String>,
    /// What to choose from.
    pub choices: Choices,
}

/// What to choose from.
#[derive(Debug, Serialize)]
pub(crate) struct Choices {
    themes: Vec<Choice>,
    tasks: Vec<Group>,
    skills: Vec<Choice>,
    languages: Vec<Choice>,
    wijken: Vec<Choice>,
    day_parts: Vec<&'static str>,
    commitments: Vec<&'static str>,
    levels: Vec<&'static str>,
    reaches: Vec<&'static str>,
}

/// The tasks of one theme.
#[derive(Debug, Serialize)]
pub(crate) struct Group {
    label: &'static str,
    choices: Vec<Choice>,
}

fn codes<T: Codes>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.code()).collect()
}

impl Choices {
    /// In a language, with the wijken of a town.
    pub(crate) fn new(lang: kernel::Lang, wijken: &[(String, String)]) -> Self {
        let tasks_of = |theme: &str| {
            let tasks = taxonomy::TASKS.iter().filter(move |task| task.theme == theme);
            tasks.map(|task| Choice::new(task.slug, task.label(lang))).collect()
        };
        let group = |theme: &taxonomy::Theme| Group { label: theme.label(lang), choices: tasks_of(theme.slug) };
        Self {
            themes: taxonomy::THEMES.iter().map(|theme| Choice::new(theme.slug, theme.label(lang))).collect(),
            tasks: taxonomy::THEMES.iter().map(group).filter(|group| !group.choices.is_empty()).collect(),
            skills: taxonomy::SKILLS.iter().map(|skill| Choice::new(skill.slug, skill.label(lang))).collect(),
            languages: LANGUAGES.iter().map(|(code, name)| Choice::new(*code, *name)).collect(),
            wijken: wijken.iter().map(|(code, name)| Choice::new(code, name)).collect(),
            day_parts: codes::<DayPart>(),
            commitments: codes::<Commitment>(),
            levels: codes::<DutchLevel>(),
            reaches: codes::<Reach>(),
        }
    }
}

impl Page for ProfilePage {
    const TEMPLATE: &'static str = "people/profile.html";
    fn crumbs(&self) -> Vec<Crumb> {
        match &self.somebody {
            None => vec![Crumb::key("/mijn", "people-mine-crumb")],
            Some(name) => {
                let (list, title) = match self.cancel.rsplit_once('/') {
                    Some((list, _)) if list.ends_with("/mensen") => (list, "people-proxies-title"),
                    _ => ("/balie/personen", "people-desk-title"),
                };
                vec![Crumb::key(list, title), Crumb::named(self.cancel.clone(), name.clone())]
            }
        }
    }
}

/// What is known of somebody, as the form starts.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such person.
pub(crate) async fn known(
    conn: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
) -> kernel::Result<(ChangeProfile, Option<String>)> {
    let account = crate::account(conn, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    let profile = super::profile(conn, ctx.town(), person).await?;
    Ok((ChangeProfile { name: account.name, phone: account.phone, profile }, account.email))
}

/// What the form must know of the town, for what was typed.
pub(crate) async fn town_places(conn: &mut Conn, ctx: &Ctx, fields: &Fields) -> kernel::Result<Places> {
    let wijken = places::wijken(conn, ctx.town()).await?;
    let postcode = match fields.get("postcode") {
        Some(typed) => places::find_postcode(conn, ctx.town(), typed).await?,
        None => None,
    };
    Ok(Places { wijken: wijken.into_iter().map(|area| (area.code, area.name)).collect(), postcode })
}

/// The page with this form.
pub(crate) fn page(
    ctx: &Ctx,
    fields: &Fields,
    errors: FieldErrors,
    places: &Places,
    email: Option<String>,
) -> ProfilePage {
    ProfilePage {
        form: ctx.form(&FormState::with_errors(fields, errors)),
        action: "/mijn/profiel".to_owned(),
        cancel: "/mijn".to_owned(),
        somebody: None,
        email,
        choices: Choices::new(ctx.lang, &places.wijken),
    }
}

/// `GET /mijn/profiel`
pub(crate) async fn edit(ctx: Ctx) -> Answer {
    let person = policy::change_own(&ctx.actor).require()?.actor().require_person()?;
    let mut conn = ctx.read().await?;
    let (known, email) = known(&mut conn, &ctx, person).await?;
    let fields = forms::fill(&known);
    let places = town_places(&mut conn, &ctx, &Fields::default()).await?;
    Ok(ctx.page(&page(&ctx, &fields, FieldErrors::default(), &places, email))?)
}

/// `POST /mijn/profiel`. A profile that saves itself while it is written (`X-Autosave`) is answered without a page.
pub(crate) async fn save(ctx: Ctx, headers: HeaderMap, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let person = permit.actor().require_person()?;
    let mut conn = ctx.read().await?;
    let places = town_places(&mut conn, &ctx, &fields).await?;
    match forms::parse(&fields, &places, ctx.today().year()) {
        Ok(change) => {
            drop(conn);
            actions::save(&ctx, &permit, person, change).await?;
            if headers.contains_key("x-autosave") {
                return Ok(axum::response::IntoResponse::into_response(axum::http::StatusCode::NO_CONTENT));
            }
            Ok(ctx.see_other_with("/mijn", "notice-profile-saved"))
        }
        Err(errors) => {
            let (_, email) = known(&mut conn, &ctx, person).await?;
            Ok(ctx.page_with_errors(&page(&ctx, &fields, errors, &places, email))?)
        }
    }
}
