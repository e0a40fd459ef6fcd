//! Measures the search engine alone, without http or pages.
//!
//! `bench-search [documents] [towns] [questions] [folder]`: fills an index with invented vacancies, or uses the one in
//! `folder` when it is filled, asks mixed questions one after another, and prints what it measured. Figures are of the
//! machine it runs on; nothing is asserted.
#![expect(clippy::disallowed_methods, reason = "this program exists to measure time")]
#![expect(clippy::print_stdout, reason = "its answer is what it prints")]

mod town;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use platform::search::{Index, Kind, Near, Order, Place, Query, RankingWeights, SchemaVersion, SearchError, Synonyms};
use town::{Chance, Town};

const NOW: i64 = 1_795_000_000_000;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let numbers: Vec<usize> =
        std::env::args().skip(1).take(3).map(|number| number.parse()).collect::<Result<_, _>>()?;
    let documents = numbers.first().copied().unwrap_or(100_000);
    let towns = numbers.get(1).copied().unwrap_or(1).max(1);
    let questions = numbers.get(2).copied().unwrap_or(10_000);
    let temporary = tempfile::tempdir()?;
    let folder = std::env::args().nth(4).map_or_else(|| temporary.path().to_owned(), PathBuf::from);

    let town = Town::new(towns, NOW);
    let begun = Instant::now();
    let index = Index::open(&Place::Folder(folder.clone()), SchemaVersion(1))?;
    println!("opened with {} documents in {:.3} s", index.documents(), begun.elapsed().as_secs_f64());
    println!("{documents} documents in {towns} town(s), {questions} questions, one after another");
    if index.documents() != documents as u64 {
        fill(&index, &town, documents)?;
    }
    println!("index on disk: {} MiB; memory: {}", bytes_in(&folder)? >> 20, memory());
    ask_all(&index, &town, questions)?;
    println!("memory after the questions: {}", memory());
    change(&index, &town, documents)?;
    println!("memory after the changes: {}", memory());
    Ok(())
}

fn fill(index: &Index, town: &Town, documents: usize) -> Outcome<()> {
    let begun = Instant::now();
    index.clear()?;
    let batch = (documents / 20).clamp(1_000, 50_000);
    for start in (0..documents).step_by(batch) {
        let end = documents.min(start + batch);
        index.apply((start..end).map(|number| town.vacancy(number, 1)).collect(), &[], None)?;
    }
    println!("filled in {:.1} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    index.compact()?;
    println!("made compact in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

const CLASSES: [&str; 12] = [
    "browse",
    "browse + facet counts",
    "browse near, 3 km",
    "by distance",
    "newest in a theme",
    "one word",
    "two words",
    "word near, 3 km",
    "word + facets + counts",
    "English synonym",
    "compound",
    "typing error",
];

fn question(class: usize, town: &Town, chance: &mut Chance) -> Query {
    let at = chance.below(1 << 20);
    let (lat, lon) = town.middle(at);
    let near = |radius_km| Some(Near { lat: lat + 0.03, lon: lon + 0.05, radius_km, unplaced: false, anywhere: None });
    let theme = chance.skewed(town.themes().len());
    let themed = |place: usize| town.themes()[theme][place % town.themes()[theme].len()].clone();
    let word = town.words()[chance.skewed(town.words().len())].clone();
    let facets = vec![vec![format!("theme:{theme:02}")], vec!["when:evening".into(), "when:weekend".into()]];
    let counted = || ["theme:", "wijk:", "when:", "dutch:"].map(str::to_owned).to_vec();
    let english =
        ["elderly", "children", "garden", "language buddy", "reading to children", "driver", "dogs", "treasurer"];
    let compounds = ["ouderenbezoek", "taalmaatje", "tuinonderhoud", "kinderopvang", "boodschappendienst", "leesclub"];
    let base = Query { kinds: vec![Kind::new("vacancy")], ..Query::new(town.municipality(at), NOW) };
    match class {
        0 => base,
        1 => Query { count_facets: counted(), ..base },
        2 => Query { near: near(Some(3.0)), ..base },
        3 => Query { near: near(None), order: Order::Distance, ..base },
        4 => Query { all_of: facets, order: Order::Newest, ..base },
        5 => Query { text: themed(chance.below(5)), ..base },
        6 => Query { text: format!("{} {word}", themed(0)), ..base },
        7 => Query { text: themed(chance.below(5)), near: near(Some(3.0)), ..base },
        8 => Query { text: themed(0), all_of: facets, count_facets: counted(), ..base },
        9 => Query { text: english[chance.below(english.len())].into(), ..base },
        10 => Query { text: compounds[chance.below(compounds.len())].into(), ..base },
        _ => Query { text: mistyped(&themed(chance.below(5)), chance), ..base },
    }
}

fn mistyped(word: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let place = 1 + chance.below(letters.len().saturating_sub(2));
    if place < letters.len() {
        letters.remove(place);
    }
    letters.into_iter().collect()
}

fn ask_all(index: &Index, town: &Town, questions: usize) -> Result<(), SearchError> {
    let (weights, synonyms) = (RankingWeights::default(), Synonyms::own());
    let begun = Instant::now();
    index.warm(&weights, NOW);
    println!("warmed for the hour in {:.3} s", begun.elapsed().as_secs_f64());
    let mut took: Vec<Vec<Duration>> = vec![Vec::new(); CLASSES.len()];
    let mut totals = [0u64; CLASSES.len()];
    for warm in [true, false] {
        let mut chance = Chance::new(if warm { 1 } else { 2 });
        for number in 0..if warm { questions / 10 } else { questions } {
            let class = number % CLASSES.len();
            let query = question(class, town, &mut chance);
            let begun = Instant::now();
            let answer = index.search(&query, &weights, &synonyms)?;
            if !warm {
                took[class].push(begun.elapsed());
                totals[class] += answer.total;
            }
        }
    }
    println!("{:<26}{:>10}{:>10}{:>10}{:>10}{:>12}", "milliseconds", "p50", "p90", "p99", "most", "hits (mean)");
    let mut all = Vec::new();
    for ((class, took), total) in CLASSES.iter().zip(&mut took).zip(totals) {
        let mean = total / took.len().max(1) as u64;
        line(class, took, mean);
        all.append(took);
    }
    line("all", &mut all, totals.iter().sum::<u64>() / questions.max(1) as u64);
    Ok(())
}

fn line(name: &str, took: &mut [Duration], hits: u64) {
    took.sort_unstable();
    let at = |share: f64| {
        let place = (took.len() as f64 * share) as usize;
        took.get(place.min(took.len().saturating_sub(1))).map_or(0.0, |took| took.as_secs_f64() * 1000.0)
    };
    println!("{name:<26}{:>10.3}{:>10.3}{:>10.3}{:>10.3}{hits:>12}", at(0.5), at(0.9), at(0.99), at(1.0));
}

/// Single changes, each visible before the next begins.
fn change(index: &Index, town: &Town, documents: usize) -> Result<(), SearchError> {
    let mut took = Vec::new();
    for number in 0..200 {
        let document = town.vacancy(number * 7919 % documents.max(1), 2);
        let begun = Instant::now();
        index.apply(vec![document], &[], None)?;
        took.push(begun.elapsed());
    }
    line("change one, until visible", &mut took, 1);
    Ok(())
}

fn bytes_in(folder: &std::path::Path) -> std::io::Result<u64> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let data = entry.metadata()?;
        sum += if data.is_dir() { bytes_in(&entry.path())? } else { data.len() };
    }
    Ok(sum)
}

/// Memory of this process as Linux tells it: its own, and what it has of mapped files, which can be given back.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.split_whitespace().next()).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0)
    };
    format!("{} MiB own, {} MiB of files", kib("RssAnon:") >> 10, kib("RssFile:") >> 10)
}
