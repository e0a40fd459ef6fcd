//! What an installation needs before anybody can look at it: a municipality.

use kernel::{Municipality, Result, setting::DEMONSTRATION};
use platform::{App, municipalities::NewMunicipality};

/// Whether this town is a demonstration whose filling was broken off.
pub fn is_half_filled(town: &Municipality) -> bool {
    town.settings.text(&DEMONSTRATION, kernel::Date::MAX) == "loading"
}

/// Makes the first municipality of an installation of one's own; its name is changed by a command.
pub async fn first_municipality(app: &App) -> Result<()> {
    let base_url = app.config.own_address();
    let town = NewMunicipality {
        id: app.ids.next(),
        slug: "gemeente".into(),
        name: "Mijn gemeente".into(),
        hosts: vec![host_of(&base_url)],
        base_url,
        is_default: true,
    };
    app.municipalities.create(&app.db, town, app.now()).await
}

/// The links of a demonstration lead to where it is served now, and it answers to every name of this machine. The
/// address of a real town is left alone.
pub async fn follow_address(app: &App) -> Result<()> {
    let base_url = app.config.own_address();
    let Some(town) = app.municipalities.all().into_iter().find(|town| town.is_default) else { return Ok(()) };
    if !town.is_demonstration() {
        return Ok(());
    }
    let mut hosts = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let own = host_of(&base_url);
    if !hosts.contains(&own) {
        hosts.push(own);
    }
    if town.base_url == base_url && town.hosts == hosts {
        return Ok(());
    }
    let mut tx = app.db.begin_system().await?;
    app.municipalities.rename(&mut tx, town.id, &town.name, &base_url, &hosts, app.now()).await?;
    tx.commit().await?;
    app.municipalities.refresh(&app.db).await
}

fn host_of(base_url: &str) -> String {
    let host = base_url.split("://").last().unwrap_or_default();
    host.rsplit_once(':').map_or(host, |(host, _)| host).to_ascii_lowercase()
}
