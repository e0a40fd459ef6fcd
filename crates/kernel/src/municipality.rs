//! A town in this installation.

use jiff::tz::TimeZone;

use crate::{
    Lang, MunicipalityId, Settings, WorkingCalendar, setting,
    time::{Date, Instant},
};

/// A municipality with its settings, as every request and job carries it.
#[derive(Clone, Debug)]
pub struct Municipality {
    pub id: MunicipalityId,
    /// Short name in commands and keys: `zoetermeer`.
    pub slug: String,
    /// The name people know: `Zoetermeer`.
    pub name: String,
    /// Scheme and host of links in mails and documents: `https://samen.voorbeeldstad.example`, without a slash at the end.
    pub base_url: String,
    /// Host names that lead here.
    pub hosts: Vec<String>,
    /// The municipality that answers when no host name fits.
    pub is_default: bool,
    /// Where its days begin and end.
    pub zone: TimeZone,
    /// Everything it may decide for itself.
    pub settings: Settings,
}

impl Municipality {
    /// The language of pages and mails when nobody chose one.
    pub fn default_lang(&self) -> Lang {
        Lang::Nl
    }

    /// Whether this town is invented: everybody may sign in as anybody and read its mail. It holds for this town alone,
    /// never for the others of the installation.
    pub fn is_demonstration(&self) -> bool {
        !self.settings.text(&setting::DEMONSTRATION, Date::MAX).is_empty()
    }

    /// The days on which an answer may be expected (settings `guarantee.saturdays`, `guarantee.closed_days`).
    pub fn working_calendar(&self, now: Instant) -> WorkingCalendar {
        let today = now.date(&self.zone);
        let closed = self.settings.text(&setting::CLOSED_DAYS, today);
        WorkingCalendar::new(
            self.zone.clone(),
            self.settings.flag(&setting::SATURDAYS_COUNT, today),
            closed.split_whitespace().filter_map(|day| day.parse().ok()),
        )
    }
}
