//! A feed as RFC 4287 describes it.

use kernel::{Instant, Problem, Result};
use platform::{Ctx, search::Hit, searching::Card};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use crate::listing::{
    model::{Filters, Scope},
    views::hit_view,
};

type Xml = Writer<Vec<u8>>;

/// What a feed is called and where it is.
pub(super) struct Head {
    pub title: String,
    /// Address of the feed itself.
    pub address: String,
    /// Address of the page with the same list.
    pub page: String,
}

/// The feed of what was found, the newest first.
///
/// # Errors
/// When the index gave something that is no card.
pub(super) fn feed(ctx: &Ctx, head: &Head, hits: &[Hit]) -> Result<Vec<u8>> {
    let cards = hits.iter().map(|hit| Card::from_bytes(&hit.card)).collect::<Result<Vec<_>>>()?;
    let updated = cards.iter().map(|card| card.changed_at.max(card.published_at)).max().unwrap_or(0);
    let mut xml = Writer::new(Vec::new());
    write(&mut xml, |xml| {
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let root = xml
            .create_element("feed")
            .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
            .with_attribute(("xml:lang", ctx.lang.code()));
        root.write_inner_content(|xml| {
            text(xml, "id", &head.address)?;
            text(xml, "title", &head.title)?;
            text(xml, "updated", &Instant::from_millis(updated).rfc3339())?;
            link(xml, "self", &head.address)?;
            link(xml, "alternate", &head.page)?;
            for (hit, card) in hits.iter().zip(&cards) {
                entry(ctx, xml, hit, card)?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(xml.into_inner())
}

fn write(xml: &mut Xml, content: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Result<()> {
    content(xml).map_err(Problem::fault)
}

fn entry(ctx: &Ctx, xml: &mut Xml, hit: &Hit, card: &Card) -> std::io::Result<()> {
    let address = ctx.url(&card.href);
    xml.create_element("entry").write_inner_content(|xml| {
        text(xml, "id", &format!("urn:uuid:{}", hit.id))?;
        text(xml, "title", &card.title)?;
        link(xml, "alternate", &address)?;
        text(xml, "published", &Instant::from_millis(card.published_at).rfc3339())?;
        text(xml, "updated", &Instant::from_millis(card.changed_at.max(card.published_at)).rfc3339())?;
        xml.create_element("author").write_inner_content(|xml| text(xml, "name", &card.kicker))?;
        text(xml, "summary", &summary(ctx, hit, card))?;
        for theme in &card.themes {
            xml.create_element("category").with_attribute(("term", theme.as_str())).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The line of the card with where and when behind it.
fn summary(ctx: &Ctx, hit: &Hit, card: &Card) -> String {
    let facts = hit_view(ctx, Scope::Vacancies, &Filters::default(), hit, None);
    let facts = facts.map(|view| view.meta).unwrap_or_default();
    let mut lines = vec![card.text.clone()];
    lines.extend(facts.into_iter().map(|fact| fact.text));
    lines.retain(|line| !line.is_empty());
    lines.join(" · ")
}

fn text(xml: &mut Xml, name: &str, content: &str) -> std::io::Result<()> {
    // Characters that XML has no way to write come from pasting out of other programs.
    let clean: String = content.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    xml.create_element(name).write_text_content(BytesText::new(&clean))?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, href: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attribute(("rel", rel)).with_attribute(("href", href)).write_empty()?;
    Ok(())
}
