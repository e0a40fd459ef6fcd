//! `samenstuur municipality`.

use kernel::Municipality;
use platform::{App, config::Loaded, municipalities::NewMunicipality};

use super::{Failure, Installation, Outcome};
use crate::cli::{AddMunicipality, Municipality as What, SetMunicipality};

pub(super) async fn run(loaded: Loaded, what: What) -> Outcome {
    let app = Installation::open_current(loaded).await?.start().await?;
    match what {
        What::List => list(&app),
        What::Add(new) => add(&app, new).await?,
        What::Set(change) => set(&app, change).await?,
    }
    app.db.close().await;
    Ok(())
}

fn list(app: &App) {
    let towns = app.municipalities.all();
    if towns.is_empty() {
        println!("There is no municipality yet: `samenstuur serve` makes one, or `samenstuur municipality add`.");
    }
    for town in towns {
        show(&town);
    }
}

fn show(town: &Municipality) {
    let default = if town.is_default { "  (answers to every other host name)" } else { "" };
    println!("{:20} {}  {}{default}", town.slug, town.name, town.base_url);
    println!("{:20} hosts: {}", "", town.hosts.join(" "));
}

async fn add(app: &App, new: AddMunicipality) -> Outcome {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if new.slug.is_empty() || !new.slug.chars().all(good) {
        return Err(Failure::usage(format!("{:?}: a short name has small letters, digits and dashes alone", new.slug)));
    }
    if app.municipalities.by_slug(&new.slug).is_some() {
        return Err(Failure::failed(format!("there is a municipality {} already", new.slug)));
    }
    let hosts = hosts(&new.base_url, new.hosts)?;
    nobody_elses(app, &hosts, &new.slug)?;
    let town = NewMunicipality {
        id: app.ids.next(),
        slug: new.slug.clone(),
        name: kernel::door::one_line(&new.name),
        base_url: new.base_url,
        hosts,
        is_default: app.municipalities.all().is_empty(),
    };
    app.municipalities.create(&app.db, town, app.now()).await?;
    report(app, &new.slug)
}

async fn set(app: &App, change: SetMunicipality) -> Outcome {
    let town = app.municipalities.by_slug(&change.slug);
    let town = town.ok_or_else(|| Failure::failed(format!("there is no municipality {}", change.slug)))?;
    let base_url = change.base_url.unwrap_or_else(|| town.base_url.clone());
    let hosts = hosts(&base_url, change.hosts.unwrap_or_else(|| town.hosts.clone()))?;
    nobody_elses(app, &hosts, &change.slug)?;
    let name = change.name.map_or_else(|| town.name.clone(), |name| kernel::door::one_line(&name));
    let mut tx = app.db.begin_system().await?;
    app.municipalities.rename(&mut tx, town.id, &name, &base_url, &hosts, app.now()).await?;
    tx.commit().await?;
    app.municipalities.refresh(&app.db).await?;
    report(app, &change.slug)
}

fn report(app: &App, slug: &str) -> Outcome {
    if let Some(town) = app.municipalities.by_slug(slug) {
        show(&town);
    }
    Ok(())
}

/// A host name leads to one municipality: the second would never be found under it.
fn nobody_elses(app: &App, hosts: &[String], slug: &str) -> Outcome {
    for town in app.municipalities.all().iter().filter(|town| town.slug != slug) {
        if let Some(host) = hosts.iter().find(|host| town.hosts.contains(host)) {
            return Err(Failure::failed(format!("{host} leads to {} already; nothing was changed", town.slug)));
        }
    }
    Ok(())
}

/// The host names that lead to a town: that of its address first.
fn hosts(base_url: &str, further: Vec<String>) -> Result<Vec<String>, Failure> {
    let own = base_url.strip_prefix("https://").or_else(|| base_url.strip_prefix("http://"));
    let own = own.filter(|rest| !rest.is_empty() && !rest.contains('/'));
    let own = own.ok_or_else(|| {
        Failure::usage(format!(
            "--base-url {base_url} is not allowed; allowed: http:// or https:// with a host name and no slash at the end"
        ))
    })?;
    let own = own.rsplit_once(':').map_or(own, |(host, _)| host).to_ascii_lowercase();
    let mut hosts = vec![own];
    for host in further.into_iter().map(|host| host.to_ascii_lowercase()) {
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    Ok(hosts)
}
