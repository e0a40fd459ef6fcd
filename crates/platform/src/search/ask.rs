//! One question from plan to answer.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::explain::{self, Question};
use super::model::{
    DEEPEST_HIT, FacetCount, Hit, MOST_HITS, Order, Query, RankingWeights, Results, SearchError, Widen,
};
use super::plan::{self, Slot};
use super::rank::{self, Around, Best, Ranked, StandingKey};
use super::scan::{self, Mask, Opened, Room};
use super::schema::{self, Fields};
use super::segment::{Segment, WINDOW, WINDOW_WORDS, Which};
use super::sets;
use super::synonyms::Synonyms;

/// A question on its way through the segments of one searcher.
pub(super) struct Asking<'a> {
    pub query: &'a Query,
    pub weights: &'a RankingWeights,
    pub synonyms: &'a Synonyms,
    pub segments: &'a [Segment],
    pub fields: &'a Fields,
    town: String,
    around: Option<Around>,
}

/// The filters of a question in one segment.
struct Filters {
    /// Living, of the town, findable, of the right kind.
    gate: Vec<u64>,
    groups: Vec<Vec<u64>>,
    /// What passes the radius wherever it is.
    anywhere: Vec<u64>,
}

impl Filters {
    fn is_anywhere(&self, document: usize) -> bool {
        self.anywhere.get(document / 64).is_some_and(|word| word >> (document % 64) & 1 == 1)
    }

    /// The gate and all groups for which `keep` holds.
    fn all_but(&self, mut skip: impl FnMut(usize) -> bool) -> Vec<u64> {
        let mut bits = self.gate.clone();
        for (_, group) in self.groups.iter().enumerate().filter(|(number, _)| !skip(*number)) {
            sets::and(&mut bits, group);
        }
        bits
    }
}

/// The words of a question, ready for all segments.
struct Words {
    slots: Vec<Slot>,
    /// What each slot adds to the score; together 1.
    shares: Vec<f32>,
    /// How many slots a hit needs.
    needed: usize,
}

/// What a pass through all segments brings.
struct Pass {
    total: u64,
    best: Best,
    /// Per segment: the documents that have the words and are near enough, among more than the filters leave when facets
    /// are counted without their own filter.
    found: Vec<Vec<u64>>,
}

/// Checks a question before anything is looked up.
pub(super) fn check(query: &Query) -> Result<(), SearchError> {
    let (offset, limit) = (query.offset, query.limit);
    if limit > MOST_HITS || offset.saturating_add(limit) > DEEPEST_HIT {
        return Err(SearchError::TooMany { offset, limit });
    }
    match query.near {
        Some(near) if !schema::is_place(near.lat, near.lon) => {
            Err(SearchError::NoSuchPlace { lat: near.lat, lon: near.lon })
        }
        _ => Ok(()),
    }
}

impl<'a> Asking<'a> {
    pub(super) fn new(
        query: &'a Query,
        weights: &'a RankingWeights,
        synonyms: &'a Synonyms,
        segments: &'a [Segment],
        fields: &'a Fields,
    ) -> Self {
        let around = query.near.as_ref().map(|near| Around::new(near, weights));
        Asking { query, weights, synonyms, segments, fields, town: schema::town(query.municipality), around }
    }

    /// The answer, without what has to be read from the stored documents: `load` brings that for the hits of the page.
    pub(super) fn answer(
        &self,
        load: impl Fn(u32, u32) -> Result<explain::Stored, SearchError>,
    ) -> Result<Results, SearchError> {
        let filters = self.segments.iter().map(|segment| self.filters(segment)).collect::<Result<Vec<_>, _>>()?;
        let mut words = self.words(&filters)?;
        let mut pass = self.pass(&words, &filters)?;
        if pass.total == 0 && !words.slots.is_empty() && self.loosen(&mut words, &filters)? {
            pass = self.pass(&words, &filters)?;
        }
        let facets = self.count_facets(&pass, &filters)?;
        let widen = if pass.total < self.query.limit as u64 { Some(self.widen(&words, &filters)?) } else { None };
        let all_words = words.needed >= words.slots.len();
        let question = Question::new(&words.slots);
        let page = pass.best.page(self.query.offset);
        let hits = page
            .into_iter()
            .map(|ranked| Ok(self.hit(ranked, load(ranked.segment, ranked.document)?, &question)))
            .collect::<Result<Vec<_>, SearchError>>()?;
        Ok(Results { total: pass.total, hits, facets, widen, all_words })
    }

    fn hit(&self, ranked: Ranked, stored: explain::Stored, question: &Question) -> Hit {
        let place = self.segments[ranked.segment as usize].core.places[ranked.document as usize];
        let apart = self.around.map(|around| rank::apart(around.point, place));
        let (kind, matches) = question.explain(&stored.shown);
        Hit {
            id: Uuid::from_u128(ranked.id),
            kind,
            score: ranked.score,
            distance_km: apart.filter(|apart| !apart.is_nan()).map(rank::kilometres),
            matches,
            card: stored.card,
        }
    }

    fn filters(&self, segment: &Segment) -> Result<Filters, SearchError> {
        let groups = self.query.all_of.iter().map(|group| segment.any_facet(self.query.municipality, group));
        let anywhere = self.query.near.and_then(|near| near.anywhere).map(|facet| vec![facet.to_owned()]);
        let anywhere = anywhere.map(|group| segment.any_facet(self.query.municipality, &group)).transpose()?;
        Ok(Filters {
            gate: segment.gate(self.query)?,
            groups: groups.collect::<Result<_, _>>()?,
            anywhere: anywhere.unwrap_or_default(),
        })
    }

    fn words(&self, filters: &[Filters]) -> Result<Words, SearchError> {
        let mut slots = plan::slots(self.query, self.weights, self.synonyms);
        if self.query.complete_last
            && let Some(last) = slots.last_mut()
        {
            plan::add_endings(last, &self.town, self.segments)?;
        }
        for slot in &mut slots {
            let mut often = 0;
            for segment in self.segments {
                often += scan::frequency(&segment.core, &self.town, slot)?;
            }
            if often == 0 && slot.ways.len() == 1 {
                self.guess(slot)?;
            }
        }
        let shares = self.shares(&slots, filters)?;
        let needed = slots.len();
        Ok(Words { slots, shares, needed })
    }

    fn guess(&self, slot: &mut Slot) -> Result<(), SearchError> {
        let Asking { segments, fields, weights, synonyms, .. } = *self;
        plan::Guessing { town: &self.town, segments, fields, weights, synonyms }.add(slot)
    }

    /// A rare word says more than a common one.
    fn shares(&self, slots: &[Slot], filters: &[Filters]) -> Result<Vec<f32>, SearchError> {
        if slots.is_empty() {
            return Ok(Vec::new());
        }
        let documents: u64 = filters.iter().map(|filter| sets::count(&filter.gate)).sum();
        let mut shares = Vec::with_capacity(slots.len());
        for slot in slots {
            let mut often = 0;
            for segment in self.segments {
                often += u64::from(scan::frequency(&segment.core, &self.town, slot)?);
            }
            shares.push((1.5 + documents as f32 / (1.0 + often as f32)).ln());
        }
        let sum: f32 = shares.iter().sum();
        Ok(shares.iter().map(|share| share / sum).collect())
    }

    fn open(&self, segment: &Segment, words: &Words) -> Result<Vec<Opened>, SearchError> {
        scan::open(&segment.core, &self.town, &words.slots, &words.shares, &scan::worths(self.weights))
    }

    /// When the words find nothing in the whole town: looks for typing errors, then asks for as many words as any document
    /// has. Says whether there is something to try.
    fn loosen(&self, words: &mut Words, filters: &[Filters]) -> Result<bool, SearchError> {
        let (most, found) = self.survey(words, filters)?;
        if most == words.slots.len() {
            return Ok(false);
        }
        let mut guessed = false;
        for (slot, found) in words.slots.iter_mut().zip(found) {
            if !found && !slot.guessed {
                let ways = slot.ways.len();
                self.guess(slot)?;
                guessed |= slot.ways.len() > ways;
            }
        }
        let most = if guessed {
            words.shares = self.shares(&words.slots, filters)?;
            self.survey(words, filters)?.0
        } else {
            most
        };
        words.needed = most.max(1).min(words.slots.len());
        Ok(most > 0)
    }

    fn survey(&self, words: &Words, filters: &[Filters]) -> Result<(usize, Vec<bool>), SearchError> {
        let mut room = Room::new();
        let (mut most, mut found) = (0, vec![false; words.slots.len()]);
        for (segment, filter) in self.segments.iter().zip(filters) {
            let mut slots = self.open(segment, words)?;
            scan::survey(&segment.core, &mut slots, &filter.gate, &mut room, &mut most, &mut found);
        }
        Ok((most, found))
    }

    /// The groups of filters that concern only facets with this prefix.
    fn own_groups(&self, prefix: &str) -> impl Fn(usize) -> bool + '_ {
        let prefix = prefix.to_owned();
        move |number| {
            let group = &self.query.all_of[number];
            !group.is_empty() && group.iter().all(|facet| facet.starts_with(&prefix))
        }
    }

    fn pass(&self, words: &Words, filters: &[Filters]) -> Result<Pass, SearchError> {
        let groups = 0..self.query.all_of.len();
        let wide = self.query.count_facets.iter().any(|prefix| groups.clone().any(self.own_groups(prefix)));
        let mut pass = Pass { total: 0, best: Best::new(self.query.offset + self.query.limit), found: Vec::new() };
        let key = StandingKey::new(self.weights, self.query.now);
        let mut room = Room::new();
        for (number, (segment, filter)) in (0u32..).zip(self.segments.iter().zip(filters)) {
            let filtered = filter.all_but(|_| false);
            let mut ranking = Ranking::new(self, segment, number, &key);
            if words.slots.is_empty() {
                let among = if wide { &filter.gate } else { &filtered };
                let found = self.near_enough(segment, filter, among);
                ranking.browse(&found, &filtered, &mut pass);
                pass.found.push(found);
                continue;
            }
            let mut found = sets::none(segment.core.documents);
            let mut slots = self.open(segment, words)?;
            let among = if wide { &filter.gate } else { &filtered };
            scan::scan(&segment.core, &mut slots, words.needed, among, &mut room, |base, mask, room| {
                let mut mask = *mask;
                if let Some(around) = self.around.filter(Around::has_radius) {
                    for place in sets::each(&mask.clone(), 0) {
                        let document = (base + place) as usize;
                        if !around.reaches(segment.core.places[document]) && !filter.is_anywhere(document) {
                            mask[place as usize / 64] &= !(1 << (place % 64));
                        }
                    }
                }
                let start = base as usize / 64;
                for (place, word) in mask.iter_mut().enumerate().take(found.len() - start) {
                    found[start + place] = *word;
                    *word &= filtered[start + place];
                }
                pass.total += sets::count(&mask);
                ranking.window(base, &mask, Some(room), &mut pass.best);
            });
            pass.found.push(found);
        }
        Ok(pass)
    }

    /// Those of the documents that lie within the radius.
    fn near_enough(&self, segment: &Segment, filter: &Filters, among: &[u64]) -> Vec<u64> {
        let mut bits = among.to_vec();
        let Some(around) = self.around.filter(Around::has_radius) else {
            return bits;
        };
        for (number, (word, places)) in bits.iter_mut().zip(segment.core.places.chunks(64)).enumerate() {
            let mut rest = *word & !filter.anywhere.get(number).copied().unwrap_or(0);
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                if !around.reaches(places[bit as usize]) {
                    *word &= !(1 << bit);
                }
            }
        }
        bits
    }

    fn count_facets(&self, pass: &Pass, filters: &[Filters]) -> Result<Vec<FacetCount>, SearchError> {
        let mut counted = Vec::with_capacity(self.query.count_facets.len());
        for prefix in &self.query.count_facets {
            let mut values: BTreeMap<Box<[u8]>, u64> = BTreeMap::new();
            let term = schema::facet(self.query.municipality, prefix);
            let skip = self.own_groups(prefix);
            for ((segment, filter), found) in self.segments.iter().zip(filters).zip(&pass.found) {
                let terms = segment.core.sets(Which::Facet, &term)?;
                if terms.is_empty() {
                    continue;
                }
                let mut bits = filter.all_but(&skip);
                sets::and(&mut bits, found);
                for (value, set) in terms.iter() {
                    let number = set.count_in(&bits);
                    if number > 0 {
                        *values.entry(value.clone()).or_default() += number;
                    }
                }
            }
            let values =
                values.into_iter().map(|(value, number)| (String::from_utf8_lossy(&value).into_owned(), number));
            counted.push(FacetCount { prefix: prefix.clone(), values: values.collect() });
        }
        Ok(counted)
    }

    fn widen(&self, words: &Words, filters: &[Filters]) -> Result<Widen, SearchError> {
        let groups = self.query.all_of.len();
        let has_text = !words.slots.is_empty();
        let has_radius = self.around.is_some_and(|around| around.has_radius());
        let mut widen = Widen {
            without_text: has_text.then_some(0),
            without_radius: has_radius.then_some(0),
            without_group: vec![0; groups],
        };
        if !has_text && !has_radius && groups == 0 {
            return Ok(widen);
        }
        let mut room = Room::new();
        for (segment, filter) in self.segments.iter().zip(filters) {
            let mut worded = filter.gate.clone();
            if has_text && (groups > 0 || has_radius) {
                worded.fill(0);
                let mut slots = self.open(segment, words)?;
                scan::scan(&segment.core, &mut slots, words.needed, &filter.gate, &mut room, |base, mask, _| {
                    let start = base as usize / 64;
                    let end = worded.len().min(start + WINDOW_WORDS);
                    worded[start..end].copy_from_slice(&mask[..end - start]);
                });
            }
            let filtered = filter.all_but(|_| false);
            if let Some(number) = &mut widen.without_text {
                *number += sets::count(&self.near_enough(segment, filter, &filtered));
            }
            if let Some(number) = &mut widen.without_radius {
                let mut bits = filtered;
                sets::and(&mut bits, &worded);
                *number += sets::count(&bits);
            }
            for (skipped, number) in widen.without_group.iter_mut().enumerate() {
                let mut bits = filter.all_but(|group| group == skipped);
                sets::and(&mut bits, &worded);
                *number += sets::count(&self.near_enough(segment, filter, &bits));
            }
        }
        Ok(widen)
    }
}

/// Orders the documents of one segment.
struct Ranking<'a> {
    segment: &'a Segment,
    number: u32,
    order: Order,
    around: Option<Around>,
    standing: std::sync::Arc<rank::Standing>,
}

impl<'a> Ranking<'a> {
    fn new(asking: &Asking<'a>, segment: &'a Segment, number: u32, key: &StandingKey) -> Self {
        let order = match asking.query.order {
            Order::Distance if asking.around.is_none() => Order::Relevance,
            order => order,
        };
        Ranking { segment, number, order, around: asking.around, standing: segment.core.standing(key) }
    }

    /// Without words: the window that can have the best comes first, and those that cannot matter are only counted.
    fn browse(&mut self, found: &[u64], filtered: &[u64], pass: &mut Pass) {
        let core = &self.segment.core;
        let mut windows: Vec<(f64, usize)> = Vec::with_capacity(core.windows() as usize);
        for window in 0..core.windows() as usize {
            let highest = match self.order {
                Order::Relevance => f64::from(self.standing.highest[window]),
                Order::Newest => core.latest[window] as f64,
                Order::Distance => f64::INFINITY,
            };
            windows.push((highest, window));
        }
        windows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (highest, window) in windows {
            let start = window * WINDOW_WORDS;
            let mut mask: Mask = [0; WINDOW_WORDS];
            for (into, (a, b)) in mask.iter_mut().zip(found.iter().zip(filtered).skip(start)) {
                *into = a & b;
            }
            pass.total += sets::count(&mask);
            if highest >= pass.best.bar
                && let Ok(window) = u32::try_from(window)
            {
                self.window(window * WINDOW, &mask, None, &mut pass.best);
            }
        }
    }

    fn window(&mut self, base: u32, mask: &Mask, room: Option<&Room>, best: &mut Best) {
        let core = &self.segment.core;
        for place in sets::each(mask, 0) {
            let document = base + place;
            let at = document as usize;
            let words = room.map_or(1.0, |room| room.score[place as usize].min(1.0));
            let mut score = words * self.standing.of[at];
            let by = match (self.order, &self.around) {
                (Order::Distance, Some(around)) => around.nearness(core.places[at]),
                (Order::Newest, _) => core.published[at] as f64,
                (_, Some(around)) => {
                    score *= around.factor(core.places[at]);
                    f64::from(score)
                }
                (_, None) => f64::from(score),
            };
            if by >= best.bar {
                best.offer(Ranked { by, id: core.id(document), score, segment: self.number, document });
            }
        }
    }
}
