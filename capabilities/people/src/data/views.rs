//! A copy of what is kept of somebody, in words they can read.

use kernel::{Codes, PersonId, Result};
use platform::{Conn, Ctx, audit, auth};
use serde_json::{Map, Value, json};

use crate::{
    desk::{all_consents, views::shown},
    model::{LANGUAGES, Profile},
    oidc, passkeys,
    signin::model::device_name,
};

/// Most rows of the log in a copy.
const LOG_ROWS: i64 = 1_000;

/// Everything that every capability keeps of somebody.
pub(crate) async fn whole(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let mut copy = Map::new();
    copy.insert(ctx.t("people-data-of"), json!(ctx.municipality.name));
    copy.insert(ctx.t("people-data-made"), json!(ctx.local(ctx.now)));
    for part in ctx.app.plans.iter().flat_map(|plan| plan.person_data.iter()) {
        let value = (part.export)(conn, ctx, person).await?;
        copy.insert(ctx.t(part.label), value);
    }
    Ok(Value::Object(copy))
}

/// What this capability keeps of somebody.
pub(crate) async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let Some(account) = crate::account(conn, ctx.town(), person).await? else { return Ok(Value::Null) };
    let roles: Vec<String> =
        account.roles.iter().map(|role| ctx.t(&format!("people-role-{}", role.code().replace('_', "-")))).collect();
    let profile = crate::profile(conn, ctx.town(), person).await?;
    let agreed = all_consents(conn, ctx.town(), person).await?;
    let agreed: Vec<Value> = shown(ctx, &agreed)
        .into_iter()
        .map(|consent| {
            labelled(
                ctx,
                [
                    (
                        "people-consent-for",
                        json!(ctx.t(&format!("people-purpose-{}", consent.purpose.replace('_', "-")))),
                    ),
                    ("people-consent-how", json!(ctx.t(&format!("people-way-{}", consent.way)))),
                    ("people-consent-to", json!(consent.given_to.unwrap_or_else(|| ctx.t("people-consent-to-point")))),
                    ("people-consent-given", json!(consent.given)),
                    ("people-consent-until", json!(consent.until)),
                    ("people-consent-state", json!(ctx.t(&format!("people-consent-{}", consent.state)))),
                ],
            )
        })
        .collect();
    let log = audit::of_person(conn, ctx, person, LOG_ROWS).await?;
    let log: Vec<Value> = log
        .into_iter()
        .map(|row| {
            let who = if row.actor_id == Some(person.0) { "people-data-you" } else { "people-data-other" };
            labelled(
                ctx,
                [
                    ("people-data-when", json!(ctx.local(row.at))),
                    ("people-data-what", json!(row.action)),
                    ("people-data-who", json!(ctx.t(who))),
                ],
            )
        })
        .collect();
    Ok(labelled(
        ctx,
        [
            ("people-data-name", json!(account.name)),
            ("people-door-email", json!(account.email)),
            ("people-profile-phone", json!(account.phone)),
            ("people-mine-language", json!(account.lang.map(kernel::Lang::own_name))),
            ("people-data-roles", json!(roles)),
            ("people-profile-title", told(ctx, &profile)),
            ("people-consent-title", json!(agreed)),
            ("people-security-sessions", devices(conn, ctx, person).await?),
            ("people-passkey-title", keys(conn, ctx, person).await?),
            ("people-data-identities", identities(conn, ctx, person).await?),
            ("people-data-log", json!(log)),
        ],
    ))
}

async fn keys(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let keys = passkeys::of_person(conn, ctx.town(), person).await?.into_iter().map(|row| {
        labelled(
            ctx,
            [("people-data-name", json!(row.name)), ("people-passkey-since", json!(ctx.local(row.created_at)))],
        )
    });
    Ok(keys.collect())
}

async fn identities(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let known = oidc::actions::identities(conn, ctx.town(), person).await?;
    let known = known.into_iter().map(|(issuer, subject, since)| {
        labelled(
            ctx,
            [
                ("people-data-issuer", json!(issuer)),
                ("people-data-subject", json!(subject)),
                ("people-data-since", json!(ctx.local(since))),
            ],
        )
    });
    Ok(known.collect())
}

async fn devices(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let sessions = auth::sessions(conn, ctx, person).await?.into_iter().map(|row| {
        labelled(
            ctx,
            [
                ("people-data-device", json!(device_name(&row.device))),
                ("people-security-since", json!(ctx.local(row.created_at))),
                ("people-security-seen", json!(ctx.local(row.seen_at))),
            ],
        )
    });
    Ok(sessions.collect())
}

fn labelled<const N: usize>(ctx: &Ctx, pairs: [(&str, Value); N]) -> Value {
    Value::Object(pairs.into_iter().map(|(key, value)| (ctx.t(key), value)).collect())
}

fn words(ctx: &Ctx, prefix: &str, codes: impl Iterator<Item = &'static str>) -> Value {
    codes.map(|code| Value::from(ctx.t(&format!("{prefix}{code}")))).collect()
}

fn told(ctx: &Ctx, profile: &Profile) -> Value {
    use kernel::taxonomy::{SKILLS, TASKS, THEMES};
    let has = |list: &[String], slug: &str| list.iter().any(|known| known == slug);
    let skills = |list: &[String]| -> Value {
        SKILLS.iter().filter(|skill| has(list, skill.slug)).map(|skill| skill.label(ctx.lang)).collect()
    };
    let themes = THEMES.iter().filter(|theme| has(&profile.themes, theme.slug));
    let tasks = TASKS.iter().filter(|task| has(&profile.tasks, task.slug));
    let languages = LANGUAGES.iter().filter(|(code, _)| has(&profile.languages, code));
    let day = |part: &crate::model::WeekPart| {
        let (day, part) = (format!("platform-weekday-{}", part.weekday), format!("people-daypart-{}", part.part));
        format!("{}, {}", ctx.t(&day), ctx.t(&part))
    };
    labelled(
        ctx,
        [
            ("people-profile-themes", themes.map(|theme| theme.label(ctx.lang)).collect()),
            ("people-profile-tasks", tasks.map(|task| task.label(ctx.lang)).collect()),
            ("people-profile-skills", skills(&profile.skills)),
            ("people-profile-learn", skills(&profile.learn)),
            ("people-profile-when", profile.when.iter().map(day).collect()),
            (
                "people-profile-commitment",
                words(ctx, "people-commitment-", profile.commitment.iter().map(|commitment| commitment.code())),
            ),
            ("people-profile-hours", json!(profile.hours_per_week)),
            ("people-profile-travel", json!(profile.travel_km)),
            ("people-profile-postcode", json!(profile.postcode)),
            ("people-data-area", json!(profile.area_code)),
            ("people-profile-languages", languages.map(|(_, name)| *name).collect()),
            ("people-profile-dutch", json!(profile.dutch.map(|level| ctx.t(&format!("people-dutch-{level}"))))),
            ("people-profile-considerations", json!(profile.considerations)),
            ("people-profile-ways", words(ctx, "people-reach-", profile.reach.iter().map(|reach| reach.code()))),
            ("people-profile-address", json!(profile.address)),
            ("people-profile-birth-year", json!(profile.birth_year)),
            ("people-profile-found", json!(profile.findable)),
        ],
    )
}
