//! How many jobs run side by side.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::Notify;

/// Jobs that run side by side.
pub(super) const PARALLEL: usize = 8;
/// Slots beside these for which somebody waits at a screen.
const URGENT: usize = 2;
/// Jobs that were begun, those that wait for somebody else's machine included.
const BEGUN: usize = 64;

/// The slots of one runner.
#[derive(Clone, Default)]
pub(super) struct Slots {
    busy: Arc<AtomicUsize>,
    pub notify: Arc<Notify>,
}

/// How many jobs may be begun: of all, and of those that are urgent.
pub(super) struct Free {
    pub usual: usize,
    pub urgent: usize,
}

impl Slots {
    /// How many are free while `begun` jobs have not ended.
    pub(super) fn free(&self, begun: usize) -> Free {
        let (busy, room) = (self.busy.load(Ordering::Acquire), BEGUN.saturating_sub(begun));
        let free = |slots: usize| slots.saturating_sub(busy).min(room);
        Free { usual: free(PARALLEL), urgent: free(PARALLEL + URGENT) }
    }

    /// Takes one.
    pub(super) fn take(&self) -> Slot {
        self.busy.fetch_add(1, Ordering::AcqRel);
        Slot(self.clone())
    }

    fn give_back(&self) {
        self.busy.fetch_sub(1, Ordering::AcqRel);
        self.notify.notify_one();
    }
}

/// The slot of one job, given back when it ends.
pub(super) struct Slot(Slots);

impl Drop for Slot {
    fn drop(&mut self) {
        self.0.give_back();
    }
}

tokio::task_local! {
    static SLOTS: Slots;
}

/// Does the work of a job, which may step aside.
pub(super) async fn working<F: Future>(slots: Slots, work: F) -> F::Output {
    SLOTS.scope(slots, work).await
}

/// Waits for somebody else's machine (a mail server): a job that does so leaves its slot to others meanwhile. Outside a job it
/// only waits.
pub(crate) async fn aside<F: Future>(wait: F) -> F::Output {
    struct Back(Slots);
    impl Drop for Back {
        fn drop(&mut self) {
            self.0.busy.fetch_add(1, Ordering::AcqRel);
        }
    }
    let back = SLOTS.try_with(|slots| {
        slots.give_back();
        Back(slots.clone())
    });
    let output = wait.await;
    drop(back);
    output
}
