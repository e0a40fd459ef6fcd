//! What questions find, in which order, and why.

mod bounds;
mod words;

use super::*;

const NOW: i64 = 1_790_000_000_000;
const DAY: i64 = 86_400_000;
const TOWN: Uuid = Uuid::from_u128(1);
const OTHER_TOWN: Uuid = Uuid::from_u128(2);
const VACANCY: Kind = Kind::new("vacancy");

fn document(number: u128, title: &str, body: &str) -> Document {
    Document {
        municipality: TOWN,
        id: Uuid::from_u128(number),
        kind: VACANCY,
        visibility: Visibility::Public,
        title: title.into(),
        organisation: "Stichting Voorbeeld".into(),
        body: body.into(),
        keywords: String::new(),
        facets: Vec::new(),
        position: None,
        published_at: NOW - DAY,
        starts_on: None,
        exposure: 1.0,
        card: number.to_string().into_bytes(),
        version: 1,
    }
}

fn filled(documents: Vec<Document>) -> Index {
    let index = Index::open(&Place::Memory, SchemaVersion(1)).unwrap();
    index.apply(documents, &[], None).unwrap();
    index
}

fn asked(text: &str) -> Query {
    Query { text: text.into(), limit: 100, ..Query::new(TOWN, NOW) }
}

fn ask(index: &Index, query: &Query) -> Results {
    static OWN: std::sync::LazyLock<Synonyms> = std::sync::LazyLock::new(Synonyms::own);
    index.search(query, &RankingWeights::default(), &OWN).unwrap()
}

fn ids(results: &Results) -> Vec<u128> {
    results.hits.iter().map(|hit| hit.id.as_u128()).collect()
}

fn examples() -> Index {
    let texts = [
        (1, "Ouderenbezoek in de wijk", "Je drinkt koffie bij iemand thuis."),
        (2, "Wie wil ouderen bezoeken?", "Een uur per week op bezoek bij mensen van 80 en ouder."),
        (3, "Taalmaatjes gezocht", "Oefen samen Nederlands met een nieuwkomer."),
        (4, "Maatje voor de Nederlandse taal", "Elke week een gesprek."),
        (5, "Voorlezen aan kinderen", "In de bibliotheek lees je een half uur voor."),
        (6, "Penningmeester voor de speeltuin", "Je houdt de kas bij en zit in het bestuur."),
        (7, "Chauffeur op de rolstoelbus", "Je rijdt mensen naar de dagbesteding."),
        (8, "Helpen in de buurttuin", "Wieden, snoeien en oogsten, elke dinsdag."),
        (9, "Computerhulp", "Leer anderen omgaan met hun tablet en e-mail."),
        (10, "Honden uitlaten", "Het dierenasiel zoekt wandelaars."),
        (11, "Coördinator voedselbank", "Je verdeelt het werk in het magazijn."),
        (12, "Gastvrouw of gastheer in het museum", "Je ontvangt bezoekers."),
    ];
    filled(texts.into_iter().map(|(number, title, body)| document(number, title, body)).collect())
}

#[test]
fn questions_find_what_they_mean() {
    let index = examples();
    for (question, must, must_not) in [
        ("ouderenbezoek", &[1, 2][..], &[3, 5, 12][..]),
        ("ouderen bezoeken", &[1, 2], &[5, 8]),
        ("bezoek aan ouderen", &[1, 2], &[8]),
        ("oma", &[1, 2], &[5, 6]),
        ("senioren", &[1, 2], &[3]),
        ("elderly", &[1, 2], &[3]),
        ("taalmaatje", &[3, 4], &[1, 5]),
        ("taal maatje", &[3, 4], &[1]),
        ("language buddy", &[3], &[6]),
        ("reading to children", &[5], &[6, 9]),
        ("voorlezer", &[5], &[8]),
        ("kids", &[5], &[6]),
        ("treasurer", &[6], &[7]),
        ("bestuurslid", &[6], &[7]),
        ("driver", &[7], &[6]),
        ("garden", &[8], &[7]),
        ("tuin", &[8], &[7]),
        ("tuinieren", &[8], &[7]),
        ("digital", &[9], &[8]),
        ("computer", &[9], &[8]),
        ("email", &[9], &[8]),
        ("e-mail", &[9], &[8]),
        ("dieren", &[10], &[9]),
        ("dogs", &[10], &[9]),
        ("coordinator", &[11], &[10]),
        ("COÖRDINATOR", &[11], &[10]),
        ("vrijwilligerswerk met dieren", &[10], &[9]),
        ("penningmeestr", &[6], &[7]),
        ("peningmester", &[6], &[7]),
        ("chaufeur", &[7], &[6]),
        ("eldrely", &[1, 2], &[3]),
        ("bibliotheeken", &[5], &[6]),
        ("musea", &[12], &[11]),
    ] {
        let found = ids(&ask(&index, &asked(question)));
        for number in must {
            assert!(found.contains(number), "{question} must find {number}, finds {found:?}");
        }
        for number in must_not {
            assert!(!found.contains(number), "{question} must not find {number}, finds {found:?}");
        }
    }
}

#[test]
fn short_and_correct_words_are_not_guessed_at() {
    let index =
        filled(vec![document(1, "Een kas bouwen", ""), document(2, "De was doen", ""), document(3, "Fietsen", "")]);
    assert_eq!(ids(&ask(&index, &asked("was"))), [2]);
    assert!(ids(&ask(&index, &asked("bas"))).is_empty());
    assert_eq!(ids(&ask(&index, &asked("feitsen"))), [3]);
    assert!(ids(&ask(&index, &asked("xylofoon"))).is_empty());
}

#[test]
fn hits_say_why_they_are_there() {
    let index = examples();
    let why = |question: &str, number: u128| {
        let results = ask(&index, &asked(question));
        let hit = results.hits.into_iter().find(|hit| hit.id.as_u128() == number).unwrap();
        hit.matches.into_iter().map(|one| (one.asked, one.found, one.how, one.field)).collect::<Vec<_>>()
    };
    let one = |asked: &str, found: &str, how, field| vec![(asked.to_owned(), found.to_owned(), how, field)];
    assert_eq!(why("ouderenbezoek", 1), one("ouderenbezoek", "ouderenbezoek", How::Exact, TextField::Title));
    assert_eq!(why("ouderenbezoek", 2), one("ouderenbezoek", "ouderen bezoeken", How::Compound, TextField::Title));
    assert_eq!(why("bezoek", 1), one("bezoek", "ouderenbezoek", How::Compound, TextField::Title));
    assert_eq!(why("tuin", 8), one("tuin", "buurttuin", How::Compound, TextField::Title));
    assert_eq!(why("hond", 10), one("hond", "honden", How::Stem, TextField::Title));
    assert_eq!(why("driver", 7), one("driver", "chauffeur", How::Synonym, TextField::Title));
    assert_eq!(why("Chaufeur", 7), one("chaufeur", "chauffeur", How::Typo, TextField::Title));
    assert_eq!(why("coordinator", 11), one("coordinator", "coördinator", How::Exact, TextField::Title));
    assert_eq!(why("voorbeeld", 9), one("voorbeeld", "voorbeeld", How::Exact, TextField::Organisation));
    assert_eq!(why("tablet", 9)[0].3, TextField::Body);
    assert_eq!(why("reading to children", 5)[0].2, How::Synonym);
}

#[test]
fn an_unfinished_word_is_completed_when_asked() {
    let index = examples();
    let query = Query { complete_last: true, ..asked("penn") };
    assert_eq!(ids(&ask(&index, &query)), [6]);
    assert!(ids(&ask(&index, &asked("penn"))).is_empty());
}

#[test]
fn when_nothing_has_all_words_the_most_words_count() {
    let index = examples();
    let results = ask(&index, &asked("penningmeester museum speeltuin"));
    assert_eq!(ids(&results), [6]);
    assert!(!results.all_words);
    assert!(ask(&index, &asked("penningmeester speeltuin")).all_words);
    // A filter that leaves nothing is no reason to drop words.
    let query = Query { all_of: vec![vec!["theme:none".into()]], ..asked("penningmeester speeltuin") };
    let results = ask(&index, &query);
    assert_eq!((results.total, results.all_words), (0, true));
    assert_eq!(results.widen.unwrap().without_group, [1]);
}

#[test]
fn titles_and_own_words_come_first() {
    let index = filled(vec![
        document(1, "Middag in het park", "Met senioren een spel doen."),
        document(2, "Middag in het park", "Met ouderen een spel doen."),
        document(3, "Ouderen helpen", "Een middag in het park."),
    ]);
    assert_eq!(ids(&ask(&index, &asked("ouderen"))), [3, 2, 1]);
}

#[test]
fn fresh_unseen_and_coming_documents_come_first() {
    let mut documents: Vec<Document> = (1..=4).map(|number| document(number, "Koffie schenken", "")).collect();
    documents[0].exposure = 0.1;
    documents[1].published_at = NOW - 200 * DAY;
    documents[2].starts_on = Some(NOW - 5 * DAY);
    documents[2].exposure = 0.05;
    let index = filled(documents);
    for text in ["", "koffie"] {
        assert_eq!(ids(&ask(&index, &asked(text))), [4, 1, 2, 3], "{text:?}");
    }
    let newest = Query { order: Order::Newest, ..asked("") };
    assert_eq!(ids(&ask(&index, &newest)), [1, 3, 4, 2]);
}

fn places() -> Index {
    // Steps of a hundredth of a degree to the north are 1.11 km.
    let mut documents: Vec<Document> = (1..=5).map(|number| document(number, "Fietsen", "")).collect();
    for (number, document) in (0..4).zip(&mut documents) {
        document.position = Some((52.05 + f64::from(number) * 0.01, 4.49));
        document.facets = vec![format!("wijk:{number}")];
    }
    filled(documents)
}

#[test]
fn distance_filters_and_orders() {
    let index = places();
    let near = Near { lat: 52.05, lon: 4.49, radius_km: Some(2.5), unplaced: false, anywhere: None };
    for text in ["", "fietsen"] {
        let query = Query { near: Some(near), ..asked(text) };
        let results = ask(&index, &query);
        assert_eq!(ids(&results), [1, 2, 3]);
        let distances: Vec<f64> = results.hits.iter().filter_map(|hit| hit.distance_km).collect();
        for (found, expected) in distances.iter().zip([0.0, 1.112, 2.224]) {
            assert!((found - expected).abs() < 0.002, "{found} km, not {expected}");
        }
        assert_eq!(results.widen.unwrap().without_radius, Some(5));
        let query = Query { near: Some(Near { unplaced: true, ..near }), order: Order::Distance, ..asked(text) };
        assert_eq!(ids(&ask(&index, &query)), [1, 2, 3, 5]);
        let query =
            Query { near: Some(Near { radius_km: None, lat: 52.09, ..near }), order: Order::Distance, ..asked(text) };
        let results = ask(&index, &query);
        assert_eq!(ids(&results), [4, 3, 2, 1, 5]);
        assert_eq!(results.hits[4].distance_km, None);
    }
}

#[test]
fn what_is_done_from_home_passes_any_radius_and_what_has_no_place_does_not() {
    let mut documents: Vec<Document> = (1..=4).map(|number| document(number, "Fietsen", "")).collect();
    documents[0].position = Some((52.05, 4.49));
    documents[1].position = Some((52.95, 4.49));
    for far in &mut documents[1..3] {
        far.facets = vec!["home:yes".into()];
    }
    let index = filled(documents);
    let near = Near { lat: 52.05, lon: 4.49, radius_km: Some(5.0), unplaced: false, anywhere: Some("home:yes") };
    for text in ["", "fietsen"] {
        let results = ask(&index, &Query { near: Some(near), ..asked(text) });
        let mut found = ids(&results);
        found.sort_unstable();
        assert_eq!((found, results.total), (vec![1, 2, 3], 3), "{text}");
        assert_eq!(results.widen.unwrap().without_radius, Some(4));
    }
}

#[test]
fn a_question_of_words_that_every_text_has_asks_for_everything() {
    let index = examples();
    let all = ask(&index, &asked("")).total;
    for text in ["vrijwilligerswerk", "volunteer work", "vacature", "Ik zoek vrijwilligerswerk"] {
        let results = ask(&index, &asked(text));
        assert_eq!((results.total, results.all_words), (all, true), "{text}");
    }
    assert!(ask(&index, &asked("vrijwilligerswerk met ouderen")).total < all);
}

#[test]
fn pages_go_on_to_the_end_and_then_are_empty() {
    let documents: Vec<Document> = (1..=250).map(|number| document(number, "Fietsen", "")).collect();
    let index = filled(documents);
    for text in ["", "fietsen"] {
        let page = |offset| ids(&ask(&index, &Query { offset, ..asked(text) }));
        let mut all: Vec<u128> = [0, 100, 200].into_iter().flat_map(page).collect();
        all.sort_unstable();
        assert_eq!(all, (1..=250).collect::<Vec<u128>>());
        for beyond in [250, 10_000, 5_000_000] {
            assert!(page(beyond).is_empty(), "{beyond}");
        }
    }
}

#[test]
fn far_and_odd_places_are_measured_or_refused() {
    let mut document = document(1, "Ver", "");
    document.position = Some((-41.29, 174.78));
    let index = filled(vec![document]);
    let near = Near { lat: 52.05, lon: 4.49, radius_km: None, unplaced: false, anywhere: None };
    let distance = ask(&index, &Query { near: Some(near), ..asked("") }).hits[0].distance_km.unwrap();
    assert!((18_500.0..18_800.0).contains(&distance), "{distance}");
    for (lat, lon) in [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 0.0)] {
        let query = Query { near: Some(Near { lat, lon, ..near }), ..asked("") };
        let answer = index.search(&query, &RankingWeights::default(), &Synonyms::default());
        assert!(matches!(answer, Err(SearchError::NoSuchPlace { .. })));
    }
}

#[test]
fn facets_filter_count_and_widen() {
    let mut documents: Vec<Document> = (1..=6).map(|number| document(number, "Koken", "")).collect();
    for (number, document) in (0..).zip(&mut documents) {
        document.facets = vec![
            format!("theme:{}", ["taal", "groen", "zorg"][number % 3]),
            format!("when:{}", ["day", "evening"][number % 2]),
        ];
    }
    let index = filled(documents);
    for text in ["", "koken"] {
        let query = Query {
            all_of: vec![vec!["theme:taal".into(), "theme:groen".into()], vec!["when:evening".into()]],
            count_facets: vec!["theme:".into(), "when:".into()],
            ..asked(text)
        };
        let results = ask(&index, &query);
        assert_eq!(ids(&results), [2, 4]);
        let counts: Vec<(String, u64)> = results.facets[0].values.clone();
        assert_eq!(
            counts,
            [("groen".to_owned(), 1), ("taal".to_owned(), 1), ("zorg".to_owned(), 1)],
            "own filter left out"
        );
        assert_eq!(results.facets[1].values, [("day".to_owned(), 2), ("evening".to_owned(), 2)]);
        let widen = results.widen.unwrap();
        assert_eq!(widen.without_group, [3, 4]);
        assert_eq!(widen.without_text, (!text.is_empty()).then_some(2));
        assert_eq!(widen.without_radius, None);
    }
    let query = Query { limit: 2, all_of: vec![Vec::new()], ..asked("koken") };
    let results = ask(&index, &query);
    assert_eq!((results.total, results.widen), (6, None));
}

#[test]
fn the_same_id_is_replaced_and_older_versions_are_refused() {
    let index = filled(vec![document(1, "Oud", "")]);
    let change = |title: &str, version| Document { version, ..document(1, title, "") };
    index.apply(vec![change("Nieuw", 3), change("Tussen", 2)], &[], None).unwrap();
    assert_eq!(index.documents(), 1);
    assert_eq!(ids(&ask(&index, &asked("nieuw"))), [1]);
    assert!(ids(&ask(&index, &asked("tussen"))).is_empty());
    index.apply(vec![change("Verouderd", 2)], &[], None).unwrap();
    assert_eq!(ids(&ask(&index, &asked("nieuw"))), [1]);
    // The same id in another town is another document.
    index.apply(vec![Document { municipality: OTHER_TOWN, ..change("Elders", 1) }], &[], None).unwrap();
    assert_eq!(index.documents(), 2);
    index.apply(vec![change("Toch niet", 9)], &[(TOWN, Uuid::from_u128(1))], None).unwrap();
    assert_eq!(index.documents(), 1);
    assert!(ids(&ask(&index, &asked(""))).is_empty());
}

#[test]
fn what_was_not_committed_is_gone_after_reopening_and_the_rest_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Folder(folder.path().join("search"));
    let index = Index::open(&place, SchemaVersion(1)).unwrap();
    assert!(index.is_new());
    index.apply(vec![document(1, "Bewaard", "")], &[], Some("42")).unwrap();
    assert!(matches!(Index::open(&place, SchemaVersion(1)), Err(SearchError::InUse)));
    {
        let slot = index.writer.lock();
        let writer = slot.as_ref().unwrap();
        writer.add_document(schema::taken_apart(&document(2, "Verloren", ""), &index.fields)).unwrap();
        writer.delete_term(Term::from_field_bytes(index.fields.key, &schema::key(TOWN, Uuid::from_u128(1))));
    }
    drop(index);
    let index = Index::open(&place, SchemaVersion(1)).unwrap();
    assert!(!index.is_new());
    assert_eq!(index.checkpoint().as_deref(), Some("42"));
    assert_eq!(ids(&ask(&index, &asked(""))), [1]);
    index.apply(vec![document(3, "Erbij", "")], &[], None).unwrap();
    assert_eq!(index.checkpoint().as_deref(), Some("42"));
    drop(index);
    let index = Index::open(&place, SchemaVersion(2)).unwrap();
    assert!(index.is_new());
    assert_eq!((index.documents(), index.checkpoint()), (0, None));
    drop(index);
    assert_eq!(std::fs::read_dir(folder.path().join("search")).unwrap().count(), 1);
}

#[test]
fn a_damaged_index_is_built_anew() {
    for damage in ["meta.json", "fast", "idx", "term"] {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let index = Index::open(&place, SchemaVersion(1)).unwrap();
        index.apply(vec![document(1, "Bewaard", "")], &[], None).unwrap();
        drop(index);
        let own = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        let files = std::fs::read_dir(own).unwrap().map(|entry| entry.unwrap().path());
        let damaged = files.filter(|file| file.to_str().unwrap().ends_with(damage));
        assert!(damaged.map(|file| std::fs::write(file, "{").unwrap()).count() > 0);
        let index = Index::open(&place, SchemaVersion(1)).unwrap();
        assert!(index.is_new(), "{damage}");
        index.apply(vec![document(2, "Weer", "")], &[], None).unwrap();
        assert_eq!(ids(&ask(&index, &asked(""))), [2]);
    }
}

/// A disk that tells another byte than was written, in whichever file.
#[test]
fn a_changed_byte_is_found_when_the_index_is_opened() {
    for ending in ["fast", "idx", "term", "store", "pos", "fieldnorm"] {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let index = Index::open(&place, SchemaVersion(1)).unwrap();
        index.apply(vec![document(1, "Bewaard", "voor wie zoekt")], &[], None).unwrap();
        drop(index);
        let own = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        let mut files = std::fs::read_dir(own).unwrap().map(|entry| entry.unwrap().path());
        let file = files.find(|file| file.to_str().unwrap().ends_with(ending)).unwrap();
        let mut bytes = std::fs::read(&file).unwrap();
        bytes[0] ^= 1;
        std::fs::write(&file, bytes).unwrap();
        assert!(Index::open(&place, SchemaVersion(1)).unwrap().is_new(), "{ending}");
    }
}

#[test]
fn many_small_commits_and_compacting_answer_alike() {
    let index = Index::open(&Place::Memory, SchemaVersion(1)).unwrap();
    for number in 0..40 {
        index.apply(vec![document(number % 30, "Taalcafé", &format!("keer {number}"))], &[], None).unwrap();
    }
    let before = ask(&index, &asked("taalcafe"));
    assert_eq!(before.total, 30);
    index.compact().unwrap();
    let after = ask(&index, &asked("taalcafe"));
    assert_eq!((before.total, ids(&before)), (after.total, ids(&after)));
    assert_eq!(ask(&index, &asked("taalcafe")), after);
    index.clear().unwrap();
    assert_eq!(index.documents(), 0);
}

#[test]
fn too_much_at_once_is_refused() {
    let index = examples();
    for (offset, limit) in [(0, 101), (DEEPEST_HIT - 50, 51), (usize::MAX, 1)] {
        let query = Query { offset, limit, ..asked("") };
        let answer = index.search(&query, &RankingWeights::default(), &Synonyms::default());
        assert!(matches!(answer, Err(SearchError::TooMany { .. })));
    }
}

#[test]
fn the_own_table_of_synonyms_is_large_and_bilingual() {
    let groups = Synonyms::own_groups();
    assert!(groups.len() >= 120, "{}", groups.len());
    assert!(groups.iter().all(|group| group.len() > 1));
    assert!(
        Synonyms::from_groups(vec![vec!["alleen".into()], vec![" ".into(), "de".into()]]).at(&["alleen"]).is_none()
    );
}

#[test]
fn one_index_answers_many_threads() {
    let index = examples();
    let alone = ask(&index, &asked("ouderenbezoek"));
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| ask(&index, &asked("ouderenbezoek")))).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), alone);
        }
    });
}
