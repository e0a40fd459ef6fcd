//! A vacancy in words, as cards and pages show it. The words for when, what is asked and what is offered serve
//! the other kinds of the marketplace too.

use kernel::{Codes as _, Date, FieldErrors, OrganisationId, Result, taxonomy};
use platform::{Conn, Ctx, i18n::FluentValue, plan::MyCard, templates::format};
use serde::Serialize;

use super::{
    check::{Finding, Input, Rule, Terms, Verdict, check, refusals},
    forms::workplace,
    model::{Closing, PauseReason, State, Vacancy},
    policy, store,
};
use facets::{
    fields::OFFERED,
    model::{Asked, DayPart, DutchLevel, Offered, SuitableFor, WeekPart, When},
};

/// A word with its icon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Code, for filters.
    pub code: String,
    /// Name of the icon.
    pub icon: &'static str,
    pub text: String,
}

/// A choice of the taxonomy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tag {
    pub slug: String,
    pub text: String,
}

/// A vacancy in words.
#[derive(Clone, Debug, Serialize)]
pub struct VacancyView {
    pub id: String,
    /// Address of its page.
    pub href: String,
    /// What one does.
    pub title: String,
    pub summary: String,
    /// The whole story.
    pub description: String,
    pub themes: Vec<Tag>,
    pub tasks: Vec<Tag>,
    /// When, as people say it.
    pub when: String,
    /// Which parts of the week suit, if that was said.
    pub parts: Vec<String>,
    /// How many hours, if that was said.
    pub hours: Option<String>,
    /// Whether it has a date and a time, so that a calendar can hold it.
    pub dated: bool,
    /// Where it is: a place's name, or from home.
    pub place: Option<String>,
    /// Code of the wijk.
    pub wijk: Option<String>,
    /// Whether it can be done from home.
    pub from_home: bool,
    /// What is asked, a line each.
    pub asked: Vec<String>,
    /// What is offered, a line each.
    pub offered: Vec<String>,
    /// For whom it suits.
    pub suitable: Vec<Mark>,
    /// How many are still wanted.
    pub people_left: u32,
    /// Who answers, in the organisation's own words.
    pub answered_by: Option<String>,
    /// Code of the state.
    pub state: &'static str,
    /// Kind of the status mark, as `parts/status.html` knows it.
    pub status: &'static str,
    /// Why it pauses: `asked` or `unanswered`.
    pub pause_reason: Option<&'static str>,
    /// Last day on which it is shown.
    pub closes_on: Option<String>,
}

/// The kind of the status mark.
pub(crate) fn status_kind(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Waiting => "waiting",
        State::Live => "open",
        State::Paused => "paused",
        State::Filled => "done",
        State::Closed => "closed",
        State::TakenDown => "removed",
    }
}

/// A vacancy in the words of the reader's language.
pub(crate) fn view(ctx: &Ctx, vacancy: &Vacancy) -> VacancyView {
    let facets = &vacancy.facets;
    let tag = |slug: &str, label: &str| Tag { slug: slug.to_owned(), text: label.to_owned() };
    let themes = taxonomy::THEMES.iter().filter(|theme| facets.themes.iter().any(|slug| slug == theme.slug));
    let tasks = taxonomy::TASKS.iter().filter(|task| facets.tasks.iter().any(|slug| slug == task.slug));
    VacancyView {
        id: vacancy.id.to_string(),
        href: format!("/vacatures/{}", vacancy.id),
        title: vacancy.title.clone(),
        summary: vacancy.summary.clone(),
        description: vacancy.description.clone(),
        themes: themes.map(|theme| tag(theme.slug, theme.label(ctx.lang))).collect(),
        tasks: tasks.map(|task| tag(task.slug, task.label(ctx.lang))).collect(),
        when: when(ctx, &facets.when),
        parts: parts(ctx, &facets.when),
        hours: facets.hours.map(|hours| hours_words(ctx, &facets.when, hours)),
        dated: matches!(facets.when, When::Once { .. } | When::Series { .. }),
        place: facets.place.name.clone(),
        wijk: facets.place.wijk.clone(),
        from_home: facets.place.from_home,
        asked: asked(ctx, &facets.asked),
        offered: offered(ctx, &facets.offered),
        suitable: suitable(ctx, &facets.suitable),
        people_left: vacancy.people_left(),
        answered_by: vacancy.contact_label.clone(),
        state: vacancy.state.code(),
        status: status_kind(vacancy.state),
        pause_reason: vacancy.pause_reason.map(PauseReason::code),
        closes_on: vacancy.closes_on.map(|day| day.to_string()),
    }
}

fn day(ctx: &Ctx, date: Date) -> String {
    format::short_date(&ctx.app.catalogue, ctx.lang, &date.to_string()).unwrap_or_default()
}

fn clock(ctx: &Ctx, time: jiff::civil::Time) -> String {
    let pattern = match ctx.lang {
        kernel::Lang::Nl => "%H.%M",
        kernel::Lang::En => "%H:%M",
    };
    time.strftime(pattern).to_string()
}

/// *dinsdag 3 maart 2026, 14.00–16.00 uur*, *elke 2 weken op dinsdag, 14.00–16.00 uur*, *van … tot en met …*.
pub fn when(ctx: &Ctx, when: &When) -> String {
    match when {
        When::Once { date, starts, ends } => {
            let (start, end) = (date.to_datetime(*starts).to_string(), date.to_datetime(*ends).to_string());
            format::time_range(&ctx.app.catalogue, ctx.lang, &start, &end).unwrap_or_default()
        }
        When::Series { weekday, every_weeks, starts, ends, from, until } => {
            let args = [
                ("weeks", FluentValue::from(i64::from(*every_weeks))),
                ("weekday", FluentValue::from(weekday_name(ctx, *weekday))),
                ("starts", FluentValue::from(clock(ctx, *starts))),
                ("ends", FluentValue::from(clock(ctx, *ends))),
            ];
            let series = if *every_weeks == 1 {
                ctx.t_with("marketplace-when-series-weekly", &args)
            } else {
                ctx.t_with("marketplace-when-series-every", &args)
            };
            match bounds(ctx, *from, *until) {
                Some(bounds) => format!("{series}, {bounds}"),
                None => series,
            }
        }
        When::Period { from, until, .. } => bounds(ctx, Some(*from), Some(*until)).unwrap_or_default(),
        When::Flexible { .. } => ctx.t("marketplace-when-none"),
    }
}

fn bounds(ctx: &Ctx, from: Option<Date>, until: Option<Date>) -> Option<String> {
    let text = |date: Date| FluentValue::from(day(ctx, date));
    match (from, until) {
        (Some(from), Some(until)) => {
            Some(ctx.t_with("marketplace-when-period-text", &[("from", text(from)), ("until", text(until))]))
        }
        (Some(from), None) => Some(ctx.t_with("vacancy-when-from", &[("from", text(from))])),
        (None, Some(until)) => Some(ctx.t_with("vacancy-when-until", &[("until", text(until))])),
        (None, None) => None,
    }
}

/// The name of a day of the week, 1 (Monday) to 7 (Sunday).
pub(crate) fn weekday_name(ctx: &Ctx, weekday: i8) -> String {
    ctx.t(&format!("platform-weekday-{weekday}"))
}

fn parts(ctx: &Ctx, when: &When) -> Vec<String> {
    let (When::Period { parts, .. } | When::Flexible { parts }) = when else { return Vec::new() };
    week_parts(ctx, parts)
}

/// Parts of the week, a line for each day: *maandag: ochtend, middag*.
pub fn week_parts(ctx: &Ctx, parts: &[WeekPart]) -> Vec<String> {
    let mut lines = Vec::new();
    for weekday in 1..=7 {
        let of_day = |part: &&DayPart| parts.iter().any(|given| given.weekday == weekday && given.part == **part);
        let names: Vec<String> =
            DayPart::ALL.iter().filter(of_day).map(|part| ctx.t(&format!("marketplace-part-{part}"))).collect();
        if !names.is_empty() {
            lines.push(format!("{}: {}", weekday_name(ctx, weekday), names.join(", ")));
        }
    }
    lines
}

/// *3 uur per week*, *in totaal 4 uur*.
pub fn hours_words(ctx: &Ctx, when: &When, hours: f32) -> String {
    let number = format::number(f64::from(hours), ctx.lang);
    let key = if matches!(when, When::Once { .. }) { "marketplace-hours-once" } else { "marketplace-hours-week" };
    ctx.t_with(key, &[("hours", FluentValue::from(number))])
}

/// What is asked of somebody, a line each; empty when nothing is.
pub(crate) fn asked(ctx: &Ctx, asked: &Asked) -> Vec<String> {
    let mut lines = Vec::new();
    if asked.dutch != DutchLevel::None {
        let level = FluentValue::from(ctx.t(&format!("marketplace-dutch-{}", asked.dutch)));
        lines.push(ctx.t_with("vacancy-asked-dutch", &[("level", level)]));
    }
    if !asked.languages.is_empty() {
        let names: Vec<String> = asked.languages.iter().map(|code| language_name(ctx, code)).collect();
        lines.push(ctx.t_with("vacancy-asked-languages", &[("languages", FluentValue::from(names.join(", ")))]));
    }
    let age = asked.min_age.map(|age| ("age", FluentValue::from(i64::from(age))));
    let reason = asked.age_reason.as_deref().map(|reason| ("reason", FluentValue::from(reason)));
    lines.extend(match (age, reason) {
        (Some(age), Some(reason)) => Some(ctx.t_with("vacancy-asked-age-why", &[age, reason])),
        (Some(age), None) => Some(ctx.t_with("vacancy-asked-age", &[age])),
        (None, Some(reason)) => Some(ctx.t_with("vacancy-asked-why", &[reason])),
        (None, None) => None,
    });
    if asked.vog {
        lines.push(ctx.t("vacancy-asked-vog"));
    }
    if asked.driving_licence {
        lines.push(ctx.t("vacancy-asked-licence"));
    }
    lines.extend(asked.diploma.clone());
    lines
}

/// The name of a language; an unknown code as it is.
pub fn language_name(ctx: &Ctx, code: &str) -> String {
    let key = format!("marketplace-language-{code}");
    if ctx.app.catalogue.has(ctx.lang, &key) { ctx.t(&key) } else { code.to_owned() }
}

/// What a volunteer gets, a line each.
pub(crate) fn offered(ctx: &Ctx, offered: &Offered) -> Vec<String> {
    let flags = [offered.guidance, offered.training, offered.expenses, offered.insurance];
    let given = OFFERED.iter().zip(flags).filter(|(_, given)| *given);
    let mut lines: Vec<String> = given.map(|(code, _)| ctx.t(&format!("marketplace-offered-{code}"))).collect();
    lines.extend(offered.other.clone());
    lines
}

/// For whom it suits, with icons.
pub fn suitable(ctx: &Ctx, suitable: &[SuitableFor]) -> Vec<Mark> {
    suitable
        .iter()
        .map(|group| Mark {
            code: group.code().to_owned(),
            icon: suitable_icon(*group),
            text: ctx.t(&format!("marketplace-suitable-{}", group.code().replace('_', "-"))),
        })
        .collect()
}

/// The icon of a group for whom it suits.
pub(crate) fn suitable_icon(group: SuitableFor) -> &'static str {
    match group {
        SuitableFor::BeginnerDutch => "message-circle",
        SuitableFor::Wheelchair => "accessible",
        SuitableFor::Together => "users",
        SuitableFor::YouthPlacement => "star",
        SuitableFor::Supported => "heart-handshake",
    }
}

/// What the check says of one rule, in words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FindingView {
    /// Code of the rule.
    pub rule: &'static str,
    /// Code of the verdict.
    pub verdict: &'static str,
    /// What is looked at.
    pub label: String,
    pub why: String,
    /// What to change; absent when it is fine.
    pub advice: Option<String>,
    /// The field to change.
    pub field: &'static str,
}

/// What the check says, in words: what refuses first, then what advises, then what is fine.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct CheckView {
    /// What must change.
    pub refused: Vec<FindingView>,
    /// What could be better.
    pub advised: Vec<FindingView>,
    /// What is fine.
    pub good: Vec<FindingView>,
}

fn rule_key(rule: Rule) -> String {
    format!("vacancy-check-{}", rule.code().replace('_', "-"))
}

/// The message at the field when the rule refuses: what to change.
fn refusal_key(finding: &Finding) -> String {
    let key = rule_key(finding.rule);
    if finding.rule == Rule::PlainLanguage { format!("{key}-do-sentences") } else { format!("{key}-do") }
}

fn advice(ctx: &Ctx, finding: &Finding) -> String {
    let key = rule_key(finding.rule);
    let named = matches!(finding.rule, Rule::PlainLanguage) && finding.found.is_empty();
    let key = if named { format!("{key}-do-sentences") } else { format!("{key}-do") };
    ctx.t_with(&key, &[("found", FluentValue::from(finding.found.as_str()))])
}

/// The findings in the words of the reader's language.
pub(crate) fn check_view(ctx: &Ctx, findings: &[Finding]) -> CheckView {
    let mut view = CheckView::default();
    for finding in findings {
        let key = rule_key(finding.rule);
        let shown = FindingView {
            rule: finding.rule.code(),
            verdict: finding.verdict.code(),
            label: ctx.t(&key),
            why: ctx.t(&format!("{key}-why")),
            advice: (finding.verdict != Verdict::Good).then(|| advice(ctx, finding)),
            field: finding.field,
        };
        match finding.verdict {
            Verdict::Refuse => view.refused.push(shown),
            Verdict::Advise => view.advised.push(shown),
            Verdict::Good => view.good.push(shown),
        }
    }
    view
}

/// What the check says of a vacancy as it is stored.
pub(crate) fn check_of(ctx: &Ctx, vacancy: &Vacancy) -> CheckView {
    let terms = Terms::of(&ctx.municipality.settings, ctx.today());
    check_view(ctx, &check(&Input::of(&vacancy.content()), &terms))
}

/// The content, unless the check refuses it: then each refusal is an error at its field. Who insists is let past
/// refusals by words: the municipality looks first.
///
/// # Errors
/// Every refusal.
pub(crate) fn refuse_if<T>(findings: &[Finding], insists: bool, content: T) -> std::result::Result<T, FieldErrors> {
    let mut errors = FieldErrors::default();
    for finding in refusals(findings).filter(|finding| !(insists && finding.rule.is_by_words())) {
        errors.add_with(finding.field, refusal_key(finding), vec![("found", finding.found.clone())]);
    }
    if errors.is_empty() { Ok(content) } else { Err(errors) }
}

/// The card in an organisation's workplace, for who works on its vacancies.
pub(crate) async fn workplace_cards(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<MyCard>> {
    if !policy::write(&ctx.actor, organisation).is_allowed() {
        return Ok(Vec::new());
    }
    let vacancies = super::of_organisation(conn, ctx, organisation).await?;
    let count = |state| vacancies.iter().filter(|vacancy| vacancy.state == state).count();
    let unclosed = vacancies.iter().filter(|vacancy| vacancy.closing == Some(Closing::Unknown)).count();
    let paused = count(State::Paused) + vacancies.iter().filter(|vacancy| sent_back(vacancy)).count();
    let text = match (vacancies.len(), paused, unclosed) {
        (0, ..) => ctx.t("vacancy-card-none"),
        (_, 1.., _) => ctx.t_with("vacancy-card-look", &[("count", FluentValue::from(paused))]),
        (.., 1..) => ctx.t_with("vacancy-card-closing", &[("count", FluentValue::from(unclosed))]),
        _ => ctx.t_with("vacancy-card-live", &[("count", FluentValue::from(count(State::Live)))]),
    };
    let card = |title: &str, text, icon, waits| MyCard {
        href: workplace(organisation),
        title: ctx.t(title),
        text,
        icon,
        waits,
    };
    let mut cards = vec![card("vacancy-list-title", text, "list", paused + unclosed > 0)];
    let soon = super::settings::soon(ctx);
    let ending = vacancies.iter().filter(|vacancy| vacancy.ends_soon(soon)).count();
    if ending > 0 {
        let text = ctx.t_with("vacancy-card-ending", &[("count", FluentValue::from(ending))]);
        cards.push(card("vacancy-card-ending-title", text, "clock", true));
    }
    Ok(cards)
}

/// Whether the municipality wrote what must change, and nobody has sent it in again.
fn sent_back(vacancy: &Vacancy) -> bool {
    vacancy.moderation_note.is_some() && matches!(vacancy.state, State::Draft | State::TakenDown)
}

/// Most vacancies on an organisation's page; its own list has them all.
const ON_ORGANISATION: i64 = 24;

/// The cards on an organisation's public page: what it seeks people for now.
pub(crate) async fn organisation_cards(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
) -> Result<Vec<MyCard>> {
    let rows = store::LIVE_OF.all(conn, (ctx.town(), organisation, ON_ORGANISATION)).await?;
    let card = |vacancy: Vacancy| MyCard {
        href: format!("/vacatures/{}", vacancy.id),
        text: if vacancy.summary.is_empty() { when(ctx, &vacancy.facets.when) } else { vacancy.summary },
        title: vacancy.title,
        icon: "calendar-event",
        waits: false,
    };
    Ok(rows.into_iter().map(card).collect())
}
