//! The filters of the lists, in the order in which people see them.

use kernel::{taxonomy::THEMES, text::Codes};
use platform::{
    Ctx,
    searching::filters::{Filter, How, Why},
};

use super::model::{Moment, Thing};
use facets::model::{DutchLevel, SuitableFor};

fn codes<T: Codes>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.code()).collect()
}

fn moments(once: bool) -> Vec<&'static str> {
    Moment::ALL.iter().filter(|moment| (**moment == Moment::Once) == once).map(|moment| moment.code()).collect()
}

fn moment_facet(code: &str) -> String {
    Moment::parse(code).map_or_else(String::new, |moment| moment.facet().to_owned())
}

fn moment_words(ctx: &Ctx, code: &str) -> String {
    ctx.t(&format!("listing-moment-{code}"))
}

fn theme_words(ctx: &Ctx, slug: &str) -> String {
    let theme = THEMES.iter().find(|theme| theme.slug == slug);
    theme.map_or_else(|| slug.to_owned(), |theme| theme.label(ctx.lang).to_owned())
}

pub(crate) static FILTERS: &[Filter] = &[
    Filter {
        name: "soort",
        param: "kind",
        describes: "Which kinds, in the list of everything.",
        how: How::Apart,
        values: codes::<Thing>,
        facet: |_| String::new(),
        label: "listing-kind",
        words: |ctx, thing| ctx.t(&format!("listing-kind-{thing}")),
        why: Why::Untold,
        lists: &["everything"],
    },
    Filter {
        name: "wanneer",
        param: "when",
        describes: "When; may be repeated, one of them is enough. `eenmalig` (once) counts apart.",
        how: How::Any,
        values: || moments(false),
        facet: moment_facet,
        label: "listing-when",
        words: moment_words,
        why: Why::OneOrMore("listing-why-moment", "listing-why-moments"),
        lists: &[],
    },
    Filter {
        name: "wanneer",
        param: "when",
        describes: "",
        how: How::Any,
        values: || moments(true),
        facet: moment_facet,
        label: "listing-when",
        words: moment_words,
        why: Why::OneOrMore("listing-why-once", "listing-why-once"),
        lists: &[],
    },
    Filter {
        name: "thema",
        param: "theme",
        describes: "A theme; may be repeated, one of them is enough.",
        how: How::Any,
        values: || THEMES.iter().map(|theme| theme.slug).collect(),
        facet: |slug| format!("theme:{slug}"),
        label: "listing-theme",
        words: theme_words,
        why: Why::What("listing-why-theme"),
        lists: &[],
    },
    Filter {
        name: "taal",
        param: "dutch",
        describes: "No more spoken Dutch than this is asked.",
        how: How::UpTo,
        values: codes::<DutchLevel>,
        facet: |level| format!("dutch:{level}"),
        label: "listing-dutch",
        words: |ctx, level| ctx.t(&format!("marketplace-dutch-{level}")),
        why: Why::What("listing-why-dutch"),
        lists: &["vacancies", "offers", "everything"],
    },
    Filter {
        name: "geschikt",
        param: "suitable",
        describes: "For whom it suits; may be repeated, all of them count.",
        how: How::All,
        values: codes::<SuitableFor>,
        facet: |group| format!("suitable:{group}"),
        label: "listing-suitable",
        words: |ctx, group| ctx.t(&format!("marketplace-suitable-{}", group.replace('_', "-"))),
        why: Why::What("listing-why-suitable"),
        lists: &["vacancies", "offers", "everything"],
    },
    Filter {
        name: "thuis",
        param: "home",
        describes: "Only what can be done from home.",
        how: How::Yes,
        values: Vec::new,
        facet: |_| "home:yes".to_owned(),
        label: "marketplace-from-home",
        words: |ctx, _| ctx.t("marketplace-from-home"),
        why: Why::What("listing-why-home"),
        lists: &[],
    },
    Filter {
        name: "organisatie",
        param: "organisation",
        describes: "Id of an organisation.",
        how: How::Id,
        values: Vec::new,
        facet: |id| format!("organisation:{id}"),
        label: "listing-of-organisation",
        words: |ctx, _| ctx.t("listing-of-organisation"),
        why: Why::Untold,
        lists: &[],
    },
];
