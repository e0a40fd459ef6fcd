//! What must hold whatever is in the index and whatever is asked.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

const VOCABULARY: [&str; 12] = [
    "taal",
    "maatje",
    "taalmaatje",
    "tuin",
    "ouderen",
    "bezoek",
    "ouderenbezoek",
    "koken",
    "hond",
    "rijden",
    "chauffeur",
    "voorlezen",
];
const KINDS: [Kind; 3] = [VACANCY, Kind::new("offer"), Kind::new("vacancies")];

prop_compose! {
    fn any_document()(
        number in 0u128..40, town in 0u128..3, kind in 0usize..3, visibility in 0usize..3,
        words in prop::collection::vec(0usize..12, 0..5), theme in 0u8..3,
        place in prop::option::of((0u8..10, 0u8..10)), age in 0i64..5, exposure in 0u8..3, version in 0i64..3,
    ) -> Document {
        let text = words.iter().map(|word| VOCABULARY[*word]).collect::<Vec<_>>().join(" ");
        Document {
            municipality: Uuid::from_u128(town),
            kind: KINDS[kind].clone(),
            visibility: Visibility::ALL[visibility],
            facets: vec![format!("theme:{theme}")],
            position: place.map(|(north, east)| (52.0 + f64::from(north) / 100.0, 4.5 + f64::from(east) / 100.0)),
            published_at: NOW - age * DAY,
            exposure: f32::from(exposure) / 2.0,
            version,
            ..document(number, &text, "")
        }
    }
}

prop_compose! {
    fn any_query()(
        town in 0u128..3, visibility in 0usize..3, kind in prop::option::of(0usize..3),
        words in prop::collection::vec(0usize..12, 0..3), theme in prop::option::of(0u8..3),
        radius in prop::option::of(prop::option::of(1u8..12)), order in 0usize..3,
    ) -> Query {
        Query {
            visibility: Visibility::ALL[visibility],
            kinds: kind.map(|kind| KINDS[kind].clone()).into_iter().collect(),
            text: words.iter().map(|word| VOCABULARY[*word]).collect::<Vec<_>>().join(" "),
            all_of: theme.map(|theme| vec![format!("theme:{theme}")]).into_iter().collect(),
            near: radius.map(|km| Near { lat: 52.05, lon: 4.55, radius_km: km.map(f64::from), unplaced: false, anywhere: None }),
            order: [Order::Relevance, Order::Distance, Order::Newest][order],
            count_facets: vec!["theme:".into()],
            limit: 100,
            ..Query::new(Uuid::from_u128(town), NOW)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nobody finds what is another town's or above their circle; filters hold; every page is the same list in parts.
    #[test]
    fn hits_stay_within_bounds_and_pages_are_complete(
        documents in prop::collection::vec(any_document(), 0..60),
        queries in prop::collection::vec(any_query(), 1..6),
    ) {
        let index = Index::open(&Place::Memory, SchemaVersion(1)).unwrap();
        for batch in documents.chunks(25) {
            index.apply(batch.to_vec(), &[], None).unwrap();
        }
        let mut stored: HashMap<(Uuid, Uuid), &Document> = HashMap::new();
        for document in &documents {
            let known = stored.entry((document.municipality, document.id)).or_insert(document);
            if known.version <= document.version {
                *known = document;
            }
        }
        prop_assert_eq!(index.documents(), stored.len() as u64);
        for query in &queries {
            let whole = ask(&index, query);
            prop_assert_eq!(whole.total, whole.hits.len() as u64);
            for hit in &whole.hits {
                let document = stored[&(query.municipality, hit.id)];
                prop_assert!(document.visibility <= query.visibility);
                prop_assert!(query.kinds.is_empty() || query.kinds.contains(&document.kind));
                prop_assert!(query.all_of.iter().all(|group| group.contains(&document.facets[0])));
                prop_assert!((0.0..=1.0).contains(&hit.score));
                if let Some(radius) = query.near.and_then(|near| near.radius_km) {
                    prop_assert!(hit.distance_km.unwrap() <= radius + 0.001);
                }
            }
            if query.text.is_empty() {
                let expected = stored.values().filter(|document| {
                    document.municipality == query.municipality && document.visibility <= query.visibility
                        && (query.kinds.is_empty() || query.kinds.contains(&document.kind))
                        && query.all_of.iter().all(|group| group.contains(&document.facets[0]))
                });
                if query.near.is_none() {
                    prop_assert_eq!(whole.total, expected.count() as u64);
                }
            }
            let mut pages = Vec::new();
            for offset in (0..whole.hits.len() + 3).step_by(3) {
                pages.extend(ids(&ask(&index, &Query { offset, limit: 3, ..query.clone() })));
            }
            prop_assert_eq!(&pages, &ids(&whole));
            prop_assert_eq!(pages.iter().collect::<HashSet<_>>().len(), pages.len());
            if query.all_of.is_empty() {
                prop_assert_eq!(whole.facets[0].values.iter().map(|value| value.1).sum::<u64>(), whole.total);
            }
        }
    }
}
