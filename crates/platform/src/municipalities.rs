//! The towns of this installation, kept in memory and looked at again every few seconds.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use kernel::{Date, Instant, Municipality, MunicipalityId, Problem, Result, Settings, setting::SettingValue};
use parking_lot::RwLock;

use crate::{db::Db, plan::Plan};

mod store;
pub use store::STATEMENTS;

/// A town as `create` is told of it.
#[derive(Clone, Debug)]
pub struct NewMunicipality {
    pub id: MunicipalityId,
    /// Short name.
    pub slug: String,
    pub name: String,
    /// Scheme and host of its links.
    pub base_url: String,
    /// Host names that lead to it.
    pub hosts: Vec<String>,
    /// Whether it answers when no host name fits.
    pub is_default: bool,
}

pub struct Municipalities {
    loaded: RwLock<Vec<Arc<Municipality>>>,
    declared: Vec<&'static kernel::Setting>,
    revision: AtomicU64,
}

impl Municipalities {
    /// Reads them.
    pub async fn load(db: &Db, plans: &[Plan]) -> Result<Self> {
        let declared = plans.iter().flat_map(|plan| plan.settings.iter().copied()).collect();
        let towns = Self { loaded: RwLock::default(), declared, revision: AtomicU64::new(0) };
        towns.refresh(db).await?;
        Ok(towns)
    }

    /// Reads them again; called every few seconds and after a change here.
    pub async fn refresh(&self, db: &Db) -> Result<()> {
        let mut conn = db.read().await?;
        let mut settings: HashMap<MunicipalityId, HashMap<String, Vec<SettingValue>>> = HashMap::new();
        let mut revision = DefaultHasher::new();
        for row in store::ALL_SETTINGS.all(&mut conn, ()).await? {
            format!("{row:?}").hash(&mut revision);
            let value = SettingValue {
                value: row.value,
                valid_from: row.valid_from,
                valid_until: row.valid_until,
                source: row.source,
            };
            settings.entry(row.municipality_id).or_default().entry(row.key).or_default().push(value);
        }
        let rows = store::ALL.all(&mut conn, ()).await?;
        format!("{rows:?}").hash(&mut revision);
        let towns = rows.into_iter().map(|row| {
            let zone = jiff::tz::TimeZone::get(&row.zone).map_err(Problem::fault)?;
            Ok(Arc::new(Municipality {
                settings: Settings::new(settings.remove(&row.municipality_id).unwrap_or_default()),
                id: row.municipality_id,
                slug: row.slug,
                name: row.name,
                base_url: row.base_url,
                hosts: row.hosts.split_whitespace().map(str::to_owned).collect(),
                is_default: row.is_default,
                zone,
            }))
        });
        let towns: Result<Vec<_>> = towns.collect();
        *self.loaded.write() = towns?;
        self.revision.store(revision.finish(), Ordering::Release);
        Ok(())
    }

    /// A number that is another one when a town or a decision on a setting changed: what was made under one number may be
    /// shown again under the same.
    pub fn revision(&self) -> u64 {
        self.revision.load(Ordering::Acquire)
    }

    /// Every town.
    pub fn all(&self) -> Vec<Arc<Municipality>> {
        self.loaded.read().clone()
    }

    /// The town with this id.
    pub fn by_id(&self, id: MunicipalityId) -> Option<Arc<Municipality>> {
        self.loaded.read().iter().find(|town| town.id == id).cloned()
    }

    /// The town with this short name.
    pub fn by_slug(&self, slug: &str) -> Option<Arc<Municipality>> {
        self.loaded.read().iter().find(|town| town.slug == slug).cloned()
    }

    /// The town a host name leads to, or the one that answers for all others.
    pub fn by_host(&self, host: &str) -> Option<Arc<Municipality>> {
        let bare =
            host.rsplit_once(':').map_or(host, |(name, port)| if port.parse::<u16>().is_ok() { name } else { host });
        let towns = self.loaded.read();
        let named = towns.iter().find(|town| town.hosts.iter().any(|known| known == host || known == bare));
        named.or_else(|| towns.iter().find(|town| town.is_default)).cloned()
    }

    /// Every setting the capabilities declare, in their order.
    pub fn declared(&self) -> &[&'static kernel::Setting] {
        &self.declared
    }

    /// Adds a town.
    ///
    /// # Errors
    /// When the database refuses, for example because the short name is taken.
    pub async fn create(&self, db: &Db, town: NewMunicipality, now: Instant) -> Result<()> {
        let mut tx = db.begin_system().await?;
        let row = store::MunicipalityRow {
            municipality_id: town.id,
            slug: town.slug,
            name: town.name,
            base_url: town.base_url,
            hosts: town.hosts.join(" "),
            is_default: town.is_default,
            zone: "Europe/Amsterdam".into(),
            changed_at: now,
        };
        store::INSERT.run(&mut tx, row).await?;
        tx.commit().await?;
        self.refresh(db).await
    }

    /// Notes a decision on a setting inside a transaction; visible here after [`Municipalities::refresh`].
    pub async fn decide(
        &self,
        conn: &mut crate::Conn,
        town: MunicipalityId,
        setting: &kernel::Setting,
        decision: SettingValue,
        now: Instant,
    ) -> Result<()> {
        let SettingValue { value, valid_from, valid_until, source } = decision;
        let args = (town, setting.key.to_owned(), valid_from, valid_until, value, source, now);
        store::DECIDE.run(conn, args).await?;
        Ok(())
    }

    /// Takes back a decision that began on `valid_from`.
    pub async fn undo_decision(
        &self,
        conn: &mut crate::Conn,
        town: MunicipalityId,
        key: &str,
        valid_from: Date,
    ) -> Result<()> {
        store::UNDO.run(conn, (town, key.to_owned(), valid_from)).await?;
        Ok(())
    }

    /// Changes the name, address and host names of a town inside a transaction.
    pub async fn rename(
        &self,
        conn: &mut crate::Conn,
        town: MunicipalityId,
        name: &str,
        base_url: &str,
        hosts: &[String],
        now: Instant,
    ) -> Result<()> {
        let args = (town, name.to_owned(), base_url.to_owned(), hosts.join(" "), now);
        store::RENAME.run(conn, args).await?;
        Ok(())
    }
}
