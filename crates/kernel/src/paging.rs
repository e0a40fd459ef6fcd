//! Lists in pages: twenty a page for people, up to a hundred for programs.

use serde::Serialize;

use crate::{Fields, typed};

/// Rows on a page for people.
pub const PER_PAGE: u32 = 20;
/// The most rows a program may ask for at once.
pub const MAX_PER_PAGE: u32 = 100;

/// Which page of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRequest {
    /// One-based.
    pub number: u32,
    /// 1 to [`MAX_PER_PAGE`].
    pub per_page: u32,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self { number: 1, per_page: PER_PAGE }
    }
}

impl PageRequest {
    /// From what was asked; nonsense becomes the first page or the usual length.
    pub fn new(number: Option<u32>, per_page: Option<u32>) -> Self {
        Self {
            number: number.unwrap_or(1).clamp(1, 1_000_000),
            per_page: per_page.unwrap_or(PER_PAGE).clamp(1, MAX_PER_PAGE),
        }
    }

    /// The page that an address asks for: `?page=2`.
    pub fn of(query: &Fields) -> Self {
        Self::new(query.get("page").and_then(typed::parse_int).and_then(|page| u32::try_from(page).ok()), None)
    }

    /// Rows before this page.
    pub fn offset(self) -> u32 {
        (self.number - 1).saturating_mul(self.per_page)
    }
}

/// One page of a list, with what a pager needs.
#[derive(Clone, Debug, Serialize)]
pub struct Paged<T> {
    /// The rows of this page.
    pub items: Vec<T>,
    /// One-based number of this page.
    pub number: u32,
    /// Rows on a full page.
    pub per_page: u32,
    /// Rows on all pages together.
    pub total: u64,
    /// Number of pages, at least one.
    pub pages: u32,
}

impl<T> Paged<T> {
    /// The page `request` of a list of `total` rows.
    pub fn new(items: Vec<T>, request: PageRequest, total: u64) -> Self {
        let pages = u32::try_from(total.div_ceil(u64::from(request.per_page))).unwrap_or(u32::MAX).max(1);
        Self { items, number: request.number, per_page: request.per_page, total, pages }
    }

    /// The same page with each row turned into something else.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Paged<U> {
        Paged {
            items: self.items.into_iter().map(change).collect(),
            number: self.number,
            per_page: self.per_page,
            total: self.total,
            pages: self.pages,
        }
    }
}
