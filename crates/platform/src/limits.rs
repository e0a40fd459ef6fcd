//! How often something may be tried, counted in this process. Strict for one e-mail address or one code, which nobody needs
//! often; generous for a network address, behind which a whole library or town hall may sit.

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
#[derive(Clone, Copy, Debug)]
pub enum Limit {
    /// Anything at all, per purpose and network address (see [`Ctx::limit_address`]): 60 at once, then one every 5 seconds.
    Address,
    /// Asking for a sign-in code, per e-mail: 5 at once, then one every 3 minutes.
    SignIn,
    /// Trying a code, per code: 10 at once, then one a minute.
    Code,
    /// Responding to a vacancy, per e-mail: 10 at once, then one every 2 minutes.
    Respond,
    /// Registering or saving, per e-mail or person: 10 at once, then one every 2 minutes.
    Submit,
}

/// Counts tries.
pub struct Limits {
    address: Limiter,
    sign_in: Limiter,
    code: Limiter,
    respond: Limiter,
    submit: Limiter,
    clock: LimitClock,
}

impl Limits {
    /// Nothing tried yet.
    pub fn new(clock: Arc<MovableClock>) -> Self {
        let clock = LimitClock(clock);
        let limiter = |burst: u32, seconds: u64| {
            let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
            let quota = Quota::with_period(Duration::from_secs(seconds)).unwrap_or(Quota::per_minute(burst));
            Limiter::dashmap_with_clock(quota.allow_burst(burst), clock.clone())
        };
        Self {
            address: limiter(60, 5),
            sign_in: limiter(5, 180),
            code: limiter(10, 60),
            respond: limiter(10, 120),
            submit: limiter(10, 120),
            clock: clock.clone(),
        }
    }

    /// Counts one try for `key`.
    ///
    /// # Errors
    /// [`Problem::TooMany`] with the seconds to wait.
    pub fn check(&self, limit: Limit, key: &str) -> Result<()> {
        let limiter = match limit {
            Limit::Address => &self.address,
            Limit::SignIn => &self.sign_in,
            Limit::Code => &self.code,
            Limit::Respond => &self.respond,
            Limit::Submit => &self.submit,
        };
        limiter.check_key(&key.to_owned()).map_err(|not_yet| {
            let wait = not_yet.wait_time_from(self.clock.now()).as_secs().max(1);
            Problem::TooMany(u32::try_from(wait).unwrap_or(u32::MAX))
        })
    }

    /// Forgets keys that have not been seen for long; called now and then.
    pub fn shrink(&self) {
        for limiter in [&self.address, &self.sign_in, &self.code, &self.respond, &self.submit] {
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
