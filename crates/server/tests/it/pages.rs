//! The page sweep: every sample page in every language, as HTML that people and their tools can read.
//! What it renders is written to `target/pages/`, where the HTML checkers of `make test` look at it: each skeleton once.

use std::{collections::BTreeSet, fs, path::PathBuf, sync::LazyLock};

use kernel::Lang;
use platform::{
    i18n::{Catalogue, MISSING},
    plan::{self, NavItem},
    templates::{
        AnyPage, Contact, Crumb, Entry, Language, Layout, Notice, Sample, Site, Templates, User, UserOrganisation,
    },
};
use scraper::{ElementRef, Html, Selector};

/// The menu, the way back and the contact block stand on every page as they do on the site.
pub(crate) fn layout(words: &Catalogue, lang: Lang, signed_in: bool, page: &dyn AnyPage, menu: &[NavItem]) -> Layout {
    let entry = |(number, item): (usize, &NavItem)| Entry {
        href: item.href,
        label: words.text(lang, item.label, &[]),
        current: number == 0,
    };
    let crumb = |crumb: Crumb| match crumb.label.strip_prefix("key:") {
        Some(key) => Crumb { label: words.text(lang, key, &[]), href: crumb.href },
        None => crumb,
    };
    Layout {
        lang: lang.code(),
        dir: lang.dir(),
        today: "2026-03-03".into(),
        url_path: "/voorbeeld".into(),
        here: "/voorbeeld?q=taal".into(),
        site: Site {
            name: "Voorbeeldstad".into(),
            municipality: "Voorbeeldstad".into(),
            logo: None,
            demo: !signed_in,
            languages: Lang::ALL
                .iter()
                .map(|each| Language { code: each.code(), name: each.own_name(), current: *each == lang })
                .collect(),
            base_url: "https://samen.voorbeeldstad.example".into(),
            theme: None,
            contact: Some(Contact {
                phone: Some("079 012 34 56".into()),
                email: Some("vragen@voorbeeldstad.example".into()),
                today: signed_in.then(|| "10.00–16.00 uur".into()),
            }),
        },
        user: signed_in.then(|| User {
            by_card: false,
            name: "Tess Voorbeeld".into(),
            initials: "TV".into(),
            is_mediator: true,
            is_manager: true,
            organisations: vec![UserOrganisation {
                id: "00000000-0000-7000-8000-000000000001".into(),
                name: "Buurttuin De Proef".into(),
            }],
        }),
        nav: menu.iter().enumerate().map(entry).collect(),
        crumbs: page.any_crumbs().into_iter().map(crumb).collect(),
        notices: vec![Notice { kind: "success", text: "Bewaard".into() }],
        request_id: "0123456789abcdef".into(),
    }
}

/// Every sample page, made once.
pub(crate) fn samples() -> &'static [Sample] {
    static SAMPLES: LazyLock<Vec<Sample>> =
        LazyLock::new(|| server::plans().iter().flat_map(|plan| &plan.samples).flat_map(|make| make()).collect());
    &SAMPLES
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn has_name(element: ElementRef<'_>, page: &Html) -> bool {
    let attribute = |name| element.value().attr(name).is_some_and(|value| !value.trim().is_empty());
    if attribute("aria-label") || attribute("title") {
        return true;
    }
    if let Some(ids) = element.value().attr("aria-labelledby") {
        return ids.split_whitespace().all(|id| !all(page, &format!("[id='{id}']")).is_empty());
    }
    if let Some(id) = element.value().attr("id")
        && !all(page, &format!("label[for='{id}']")).is_empty()
    {
        return true;
    }
    element.ancestors().filter_map(ElementRef::wrap).any(|parent| parent.value().name() == "label")
}

fn faults(html: &str, lang: Lang) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut faults = Vec::new();
    let mut demand = |good: bool, fault: String| {
        if !good {
            faults.push(fault);
        }
    };
    let texts: String = page.root_element().text().collect();
    demand(!texts.contains(MISSING), format!("texts are missing: {}", missing(&texts)));
    demand(all(&page, &format!("html[lang='{}']", lang.code())).len() == 1, "no language on <html>".into());
    demand(all(&page, "h1").len() == 1, format!("{} h1 elements", all(&page, "h1").len()));
    demand(all(&page, "main").len() == 1, "no <main>".into());
    let title: String = all(&page, "title").iter().flat_map(|title| title.text()).collect();
    demand(title.trim().len() > 3 && !title.trim().starts_with('–'), format!("title is {title:?}"));
    let mut ids = BTreeSet::new();
    for element in all(&page, "[id]") {
        let id = element.value().attr("id").unwrap_or_default();
        demand(ids.insert(id.to_owned()), format!("id {id:?} is there twice"));
    }
    for field in all(&page, "input:not([type=hidden]):not([type=submit]), select, textarea") {
        demand(has_name(field, &page), format!("a field without a label: {}", field.html()));
    }
    for button in all(&page, "button, a[href]") {
        let named = button.text().any(|text| !text.trim().is_empty())
            || button.value().attr("aria-label").is_some()
            || !all_in(button, "[aria-label], img[alt]").is_empty();
        demand(named, format!("a button or link without words: {}", button.html()));
    }
    for image in all(&page, "img:not([alt])") {
        demand(false, format!("an image without alt: {}", image.html()));
    }
    for element in all(&page, "[aria-describedby]") {
        for id in element.value().attr("aria-describedby").unwrap_or_default().split_whitespace() {
            demand(ids.contains(id), format!("aria-describedby names {id:?}, which is not there"));
        }
    }
    demand(all(&page, "[style]").is_empty(), "inline style".into());
    for crumb in all(&page, ".utrecht-breadcrumb-nav__link") {
        let current = crumb.value().attr("aria-current").is_some();
        demand(!current, format!("a step of the way back says it is the page itself: {}", crumb.html()));
    }
    for link in all(&page, "a[href^='tel:']") {
        let number = link.value().attr("href").unwrap_or_default();
        demand(!number.contains(' '), format!("a telephone link with spaces: {number:?}"));
    }
    let mut level = 0;
    for heading in all(&page, "main h1, main h2, main h3, main h4, main h5, main h6") {
        let this = heading.value().name()[1..].parse::<u8>().unwrap_or(0);
        demand(this <= level + 1 || level == 0, format!("a heading of level {this} follows one of level {level}"));
        level = this;
    }
    faults
}

fn missing(text: &str) -> String {
    text.split(MISSING)
        .skip(1)
        .filter_map(|rest| rest.split('⟧').next())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
        .join(", ")
}

fn all_in<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn target() -> PathBuf {
    let set = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    set.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target"))
}

/// Attributes of which the checkers ask no more than whether there are words in them.
const WORDED: [&str; 7] = ["alt", "title", "placeholder", "aria-label", "content", "value", "lang"];

/// Markup without its words, from the text itself: a parser would mend what the checkers are to find.
fn skeleton(html: &str) -> String {
    let mut bones = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        bones.push_str(if text.trim().is_empty() { "" } else { "x" });
        let mut quoted = false;
        let length = tag.find(|sign: char| {
            quoted ^= sign == '"';
            sign == '>' && !quoted
        });
        let (tag, after) = tag.split_at(length.map_or(tag.len(), |length| length + 1));
        for (index, piece) in tag.split('"').enumerate() {
            let name = bones.trim_end_matches('=').rsplit(char::is_whitespace).next().unwrap_or_default();
            let is_words = index % 2 == 1 && WORDED.contains(&name) && !piece.trim().is_empty();
            bones.push_str(if is_words { "x" } else { piece });
        }
        rest = after;
    }
    bones
}

/// Whether the checkers have something new to look at: the page itself, or what stands around it.
fn is_new(html: &str, seen: &mut BTreeSet<String>) -> bool {
    let start = html.find("<main").unwrap_or(0);
    let end = html.find("</main>").unwrap_or(html.len());
    let inside = seen.insert(skeleton(&html[start..end]));
    seen.insert(skeleton(&html[..start]) + &skeleton(&html[end..])) || inside
}

#[test]
fn words_make_no_other_skeleton_and_markup_does() {
    let page = |body: &str| skeleton(&format!("<p class=\"a\">{body}</p>"));
    assert_eq!(page("Een <b title=\"kort\">woord</b>"), page("A <b title=\"short\">word</b>"));
    for other in
        ["Een <b title=\"\">woord</b>", "<b title=\"kort\">woord</b>", "Een <b title=\"kort\"></b>", "Een <b>woord</b>"]
    {
        assert_ne!(page("Een <b title=\"kort\">woord</b>"), page(other), "{other}");
    }
    assert_ne!(skeleton("<a href=\"/een\">x</a>"), skeleton("<a href=\"/twee\">x</a>"));
}

#[test]
fn every_page_is_whole_in_every_language() {
    let catalogue = Catalogue::load().expect("the catalogue loads");
    let templates = Templates::load(catalogue.clone(), false).expect("the templates load");
    let menu = plan::navigation(&server::plans());
    assert!((1..=6).contains(&menu.len()), "{} entries in the menu", menu.len());
    let dir = target().join("pages");
    let _ = fs::remove_dir_all(&dir);
    let (mut wrong, mut count, mut names) = (Vec::new(), 0, BTreeSet::new());
    let (mut seen, mut written) = (BTreeSet::new(), 0);
    for sample in samples() {
        assert!(names.insert(sample.name), "two samples are called {}", sample.name);
        for lang in Lang::ALL {
            for signed_in in [false, true] {
                count += 1;
                let html =
                    match templates.render(&*sample.page, &layout(&catalogue, lang, signed_in, &*sample.page, &menu)) {
                        Ok(html) => html,
                        Err(problem) => {
                            wrong.push(format!("{} ({}): {problem}", sample.name, lang.code()));
                            break;
                        }
                    };
                for fault in faults(&html, lang) {
                    wrong.push(format!("{} ({}): {fault}", sample.name, lang.code()));
                }
                if !is_new(&html, &mut seen) {
                    continue;
                }
                written += 1;
                let name = format!(
                    "{}-{}-{}.html",
                    sample.name.replace('/', "_"),
                    lang.code(),
                    if signed_in { "person" } else { "visitor" }
                );
                fs::create_dir_all(&dir).expect("a folder for the pages");
                fs::write(dir.join(name), html).expect("the page is written");
            }
        }
    }
    println!("{count} pages rendered from {} samples, {written} skeletons for the HTML checkers", names.len());
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_page_template_has_a_sample() {
    let sampled: BTreeSet<&str> = samples().iter().map(|sample| sample.page.template()).collect();
    let shared = ["layout/", "parts/", "mail/", "pdf/", "platform/"];
    let bare: Vec<String> = Templates::names()
        .into_iter()
        .filter(|name| name.ends_with(".html") && !shared.iter().any(|folder| name.starts_with(folder)))
        .filter(|name| !name.rsplit('/').next().unwrap_or_default().starts_with('_') && !name.contains("/parts/"))
        .filter(|name| !sampled.contains(name.as_str()))
        .collect();
    assert!(
        bare.is_empty(),
        "templates without a sample (give the page one in samples.rs; a part begins with _ or lies in parts/): {bare:?}"
    );
}
