//! Words: cut, folded, reduced to a stem, taken apart.

use std::collections::HashSet;

use super::super::dutch::{dutch, fold, words};

fn stem(word: &str) -> String {
    dutch().forms(&fold(word)).stem.to_string()
}

fn parts(word: &str) -> Vec<String> {
    dutch().forms(&fold(word)).parts.iter().map(ToString::to_string).collect()
}

#[test]
fn words_are_cut_and_folded() {
    let cut = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
    assert_eq!(cut("Oma's café, geëerd (18+)!"), ["oma", "cafe", "geeerd", "18"]);
    assert_eq!(cut("Coördinator zo’n e-mail"), ["coordinator", "zo", "e-mail"]);
    assert_eq!(cut("co\u{f6}rdinator coo\u{308}rdinator"), ["coordinator", "coordinator"]);
    assert_eq!(cut("ouder- en kindzorg"), ["ouder", "en", "kindzorg"]);
    assert_eq!(cut("'s avonds 'samen'"), ["avonds", "samen"]);
    assert_eq!(cut("ĲSSEL مرحبا"), ["ijssel", "مرحبا"]);
}

#[test]
fn forms_of_one_word_have_one_stem() {
    for group in [
        &["bezoek", "bezoeken", "bezoekt", "bezoekje"][..],
        &["maatje", "maatjes"],
        &["taalmaatje", "taalmaatjes"],
        &["huis", "huizen", "huisje"],
        &["vrijwilliger", "vrijwilligers"],
        &["lezen", "lees", "leest", "gelezen"],
        &["wandelen", "wandelt", "gewandeld", "wandeling"],
        &["begeleiden", "begeleiding", "begeleidt"],
        &["coördinator", "coordinator", "coördinatoren"],
        &["dier", "dieren"],
        &["organiseren", "organiseert", "georganiseerd"],
        &["bestuurslid", "bestuursleden"],
        &["taal", "talen"],
        &["gezellig", "gezellige"],
        &["klus", "klussen", "klusje"],
        &["helpen", "helpt", "geholpen"],
    ] {
        let stems: HashSet<String> = group.iter().map(|word| stem(word)).collect();
        assert_eq!(stems.len(), 1, "{group:?} have {stems:?}");
    }
}

#[test]
fn different_words_have_different_stems() {
    for (a, b) in [
        ("begeleiden", "beleid"),
        ("gezellig", "zelf"),
        ("les", "lezen"),
        ("kok", "koek"),
        ("tuin", "tuinman"),
        ("man", "maan"),
        ("bus", "buis"),
        ("oud", "ouder"),
        ("buur", "buurt"),
        ("weg", "week"),
        ("kas", "kast"),
        ("hond", "honderd"),
    ] {
        assert_ne!(stem(a), stem(b), "{a} and {b}");
    }
}

#[test]
fn compounds_come_apart() {
    for (word, expected) in [
        ("ouderenbezoek", &["oudere", "bezoek"][..]),
        ("taalmaatjes", &["taal", "maatje"]),
        ("buurthuis", &["buurt", "huis"]),
        ("vrijwilligerswerk", &["vrijwilliger", "werk"]),
        ("vrijwilligersorganisatie", &["vrijwilliger", "organisatie"]),
        ("bestuurslid", &["bestuur", "lid"]),
        ("kinderboerderij", &["kind", "boerderij"]),
        ("huiswerkbegeleiding", &["huiswerk", "begeleiding"]),
        ("dierenasiel", &["dier", "asiel"]),
        ("rolstoelwandelen", &["rolstoel", "wandel"]),
        ("leesclub", &["lees", "club"]),
        ("wijktuin", &["wijk", "tuin"]),
        ("boodschappendienst", &["boodschap", "dienst"]),
        ("schoolbibliotheek", &["school", "bibliotheek"]),
        ("wmo-consulent", &["wmo", "consulent"]),
    ] {
        assert_eq!(parts(word), expected, "{word}");
    }
    for word in [
        "belangstelling",
        "maandag",
        "vrijwilliger",
        "boodschap",
        "organisatie",
        "zaterdag",
        "verstand",
        "kabeljauw",
        "bezoek",
    ] {
        assert!(parts(word).is_empty(), "{word} is {:?}", parts(word));
    }
}
