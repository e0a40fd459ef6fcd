//! How often something may be tried, counted in this process. Strict for one e-mail address from one network and for one
//! code, which nobody needs often; generous for a network address, behind which a whole library or town hall may sit, and for
//! an e-mail address from everywhere, which anybody may type.

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use governor::{
    Quota, RateLimiter,
    clock::{Clock as GovernorClock, Reference},
    middleware::NoOpMiddleware,
    nanos::Nanos,
    state::keyed::DashMapStateStore,
};
use kernel::{Clock, Problem, Result};

use crate::app::{Ctx, MovableClock};

/// Our clock, as the rate limiter wants to see it.
#[derive(Clone)]
struct LimitClock(Arc<MovableClock>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Moment(u64);

impl std::ops::Add<Nanos> for Moment {
    type Output = Self;
    fn add(self, nanos: Nanos) -> Self {
        Self(self.0.saturating_add(nanos.as_u64()))
    }
}

impl Reference for Moment {
    fn duration_since(&self, earlier: Self) -> Nanos {
        Nanos::new(self.0.saturating_sub(earlier.0))
    }
    fn saturating_sub(&self, duration: Nanos) -> Self {
        Self(self.0.saturating_sub(duration.as_u64()))
    }
}

impl GovernorClock for LimitClock {
    type Instant = Moment;
    fn now(&self) -> Moment {
        Moment(u64::try_from(self.0.now().millis()).unwrap_or(0).saturating_mul(1_000_000))
    }
}

type Limiter = RateLimiter<String, DashMapStateStore<String>, LimitClock, NoOpMiddleware<Moment>>;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Anything at all, per purpose and network address (see [`Ctx::limit_address`]): 60 at once, then one every 5 seconds.
    Address,
    /// Asking for a sign-in code, per e-mail and network address: 5 at once, then one every 3 minutes.
    SignIn,
    /// Anything that has a letter sent, per e-mail, from wherever it is asked: 40 at once, then one every 2 minutes. So much more
    /// than what one asks for oneself that nobody keeps another from asking without many networks.
    Reader,
    /// Trying a code, per code: 10 at once, then one a minute.
    Code,
    /// Responding to a vacancy, per e-mail and network address: 10 at once, then one every 2 minutes.
    Respond,
    /// Registering or saving, per person, or e-mail and network address: 10 at once, then one every 2 minutes.
    Submit,
    /// Writing messages, per person and thread: 20 at once, then one a minute.
    Message,
}

/// Every limit with how many at once, and after how many seconds one more.
const QUOTAS: [(Limit, u32, u64); 7] = [
    (Limit::Address, 60, 5),
    (Limit::SignIn, 5, 180),
    (Limit::Reader, 40, 120),
    (Limit::Code, 10, 60),
    (Limit::Respond, 10, 120),
    (Limit::Submit, 10, 120),
    (Limit::Message, 20, 60),
];

/// Counts tries.
pub struct Limits {
    limiters: Vec<(Limit, Limiter)>,
    clock: LimitClock,
}

impl Limits {
    /// Nothing tried yet.
    pub fn new(clock: Arc<MovableClock>) -> Self {
        let clock = LimitClock(clock);
        let limiter = |(limit, burst, seconds)| {
            let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
            let quota = Quota::with_period(Duration::from_secs(seconds)).unwrap_or(Quota::per_minute(burst));
            (limit, Limiter::dashmap_with_clock(quota.allow_burst(burst), clock.clone()))
        };
        Self { limiters: QUOTAS.into_iter().map(limiter).collect(), clock: clock.clone() }
    }

    /// Counts one try for `key`.
    ///
    /// # Errors
    /// [`Problem::TooMany`] with the seconds to wait.
    pub fn check(&self, limit: Limit, key: &str) -> Result<()> {
        let Some((_, limiter)) = self.limiters.iter().find(|(one, _)| *one == limit) else { return Ok(()) };
        limiter.check_key(&key.to_owned()).map_err(|not_yet| {
            let wait = not_yet.wait_time_from(self.clock.now()).as_secs().max(1);
            Problem::TooMany(u32::try_from(wait).unwrap_or(u32::MAX))
        })
    }

    /// Forgets keys that have not been seen for long; called now and then.
    pub fn shrink(&self) {
        for (_, limiter) in &self.limiters {
            limiter.retain_recent();
        }
    }
}

impl Ctx {
    /// Counts one try for `purpose` from the network address of this request.
    ///
    /// # Errors
    /// [`Problem::TooMany`] with the seconds to wait.
    pub fn limit_address(&self, purpose: &str) -> Result<()> {
        self.app.limits.check(Limit::Address, &format!("{purpose}:{}", self.request.remote))
    }

    /// Counts one try for `purpose` that has a letter sent to an e-mail address: strictly for who asks it from one network, and
    /// generously for all of them together, because anybody may type another's address.
    ///
    /// # Errors
    /// [`Problem::TooMany`] with the seconds to wait.
    pub fn limit_reader(&self, limit: Limit, purpose: &str, email: &str) -> Result<()> {
        let key = format!("{purpose}:{}:{email}", self.town());
        self.app.limits.check(limit, &format!("{key}:{}", self.request.remote))?;
        self.app.limits.check(Limit::Reader, &key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tries_let_through(limits: &Limits, limit: Limit, key: &str) -> usize {
        (0..100).take_while(|_| limits.check(limit, key).is_ok()).count()
    }

    #[test]
    fn an_address_may_try_more_often_than_an_e_mail_address_or_a_code() {
        let limits = Limits::new(Arc::new(MovableClock::starting_at(None)));
        // The clock runs on while this counts: one more may come through on a slow machine.
        assert!((60..=61).contains(&tries_let_through(&limits, Limit::Address, "sign-in:192.0.2.7")));
        assert_eq!(tries_let_through(&limits, Limit::SignIn, "mail:noor@voorbeeld.test"), 5);
        assert_eq!(tries_let_through(&limits, Limit::Code, "code:1"), 10);
        assert!(limits.check(Limit::Address, "oidc:192.0.2.7").is_ok(), "another purpose counts apart");
        assert!(limits.check(Limit::SignIn, "mail:tess@voorbeeld.test").is_ok(), "another reader counts apart");
    }
}
