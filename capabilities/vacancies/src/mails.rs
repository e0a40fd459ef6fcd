//! Letters about vacancies, in the reader's language.

use kernel::Codes as _;
use platform::{Ctx, i18n::FluentValue, mail::Letter};

use super::{
    forms::workplace,
    model::Vacancy,
    moderation::model::{Report, ReportState},
    neighbours::Speaker,
};

/// Who reads a letter, about which vacancy.
pub(crate) struct Reader<'a> {
    /// In their language.
    pub ctx: &'a Ctx,
    pub speaker: &'a Speaker,
    /// About which.
    pub vacancy: &'a Vacancy,
}

impl Reader<'_> {
    fn t(&self, key: &str) -> String {
        self.ctx.t_with(key, &[("title", FluentValue::from(self.vacancy.title.as_str()))])
    }

    fn place(&self, tail: &str) -> String {
        self.ctx.url(&format!("{}/{}{tail}", workplace(self.vacancy.organisation), self.vacancy.id))
    }

    fn letter(&self) -> Letter {
        Letter {
            to: self.speaker.email.clone().unwrap_or_default(),
            greeting: self.ctx.t_with("vacancy-mail-greeting", &[("name", self.speaker.name.as_str().into())]),
            reason: self.ctx.t("vacancy-mail-reason"),
            ..Letter::default()
        }
    }
}

/// The municipality let it in.
pub(crate) fn published(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("vacancy-mail-published-subject"),
        paragraphs: vec![reader.t("vacancy-mail-published-text")],
        action: Some((
            reader.t("vacancy-mail-published-action"),
            reader.ctx.url(&format!("/vacatures/{}", reader.vacancy.id)),
        )),
        links: vec![(reader.t("vacancy-mail-workplace"), reader.place(""))],
        ..reader.letter()
    }
}

/// The municipality sent it back.
pub(crate) fn sent_back(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("vacancy-mail-sent-back-subject"),
        paragraphs: vec![reader.t("vacancy-mail-sent-back-text")],
        quote: reader.vacancy.moderation_note.clone(),
        action: Some((reader.t("vacancy-mail-sent-back-action"), reader.place("/bewerken"))),
        closing: vec![reader.t("vacancy-mail-sent-back-next")],
        ..reader.letter()
    }
}

/// The municipality took it down.
pub(crate) fn taken_down(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("vacancy-mail-taken-down-subject"),
        paragraphs: vec![reader.t("vacancy-mail-taken-down-text")],
        quote: reader.vacancy.moderation_note.clone(),
        action: Some((reader.t("vacancy-mail-sent-back-action"), reader.place("/bewerken"))),
        closing: vec![reader.t("vacancy-mail-taken-down-next")],
        ..reader.letter()
    }
}

/// Its last day has passed.
pub(crate) fn ended(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("vacancy-mail-ended-subject"),
        paragraphs: vec![reader.t("vacancy-mail-ended-text")],
        action: Some((reader.t("vacancy-mail-ended-action"), reader.place(""))),
        ..reader.letter()
    }
}

/// Somebody reported it, reads a manager.
pub(crate) fn reported(reader: &Reader<'_>, report: &Report) -> Letter {
    let reason = format!("vacancy-report-reason-{}", report.reason.code().replace('_', "-"));
    Letter {
        subject: reader.t("vacancy-mail-reported-subject"),
        paragraphs: vec![reader.t("vacancy-mail-reported-text"), reader.ctx.t(&reason)],
        quote: Some(report.note.clone()).filter(|note| !note.is_empty()),
        action: Some((
            reader.t("vacancy-mail-reported-action"),
            reader.ctx.url(&format!("/beheer/meldingen/{}", report.id)),
        )),
        reason: reader.ctx.t("vacancy-mail-reported-reason"),
        ..reader.letter()
    }
}

/// What the municipality answers to who reported a vacancy; `None` when they left no address.
pub(crate) fn report_answered(ctx: &Ctx, report: &Report, vacancy: &Vacancy) -> Option<Letter> {
    let args = [("title", FluentValue::from(vacancy.title.as_str()))];
    let outcome = match report.state {
        ReportState::TakenDown => "vacancy-mail-report-taken-down",
        ReportState::Kept | ReportState::Open => "vacancy-mail-report-kept",
    };
    Some(Letter {
        to: report.reporter_email.clone()?,
        subject: ctx.t_with("vacancy-mail-report-subject", &args),
        greeting: ctx.t("vacancy-mail-report-greeting"),
        paragraphs: vec![ctx.t_with("vacancy-mail-report-text", &args), ctx.t(outcome)],
        quote: report.answer.clone(),
        reason: ctx.t("vacancy-mail-report-reason"),
        ..Letter::default()
    })
}
