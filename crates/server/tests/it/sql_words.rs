//! Reads a statement word by word, as far as the rules of the house need: which tables it names, how often, and how often it
//! keeps them inside the town.

/// A table that a statement names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its name, or that of a WITH clause.
    pub table: String,
    /// Whether it is written there.
    pub writes: bool,
}

/// Words and signs, without texts in quotes.
fn words(sql: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for (number, piece) in sql.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push("''".into());
            continue;
        }
        open = false;
        for c in piece.chars() {
            let inside = c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
            match (inside, open) {
                (true, true) => words.last_mut().expect("a word was begun").push(c),
                (true, false) => words.push(c.into()),
                (false, _) if !c.is_whitespace() => words.push(c.into()),
                (false, _) => {}
            }
            open = inside;
        }
    }
    let _ = open;
    words
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Every table the statement names, as often as it names it.
pub(crate) fn tables(sql: &str) -> Vec<Named> {
    let words = words(sql);
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let mut found = Vec::new();
    let mut add = |at: usize, writes: bool| {
        if is_name(word(at)) {
            found.push(Named { table: word(at).to_owned(), writes });
        }
    };
    for at in 0..words.len() {
        match word(at) {
            "FROM" => {
                add(at + 1, at > 0 && word(at - 1) == "DELETE");
                // More tables may follow after commas, each with another name or none.
                let mut next = at + 2;
                loop {
                    next += usize::from(word(next) == "AS");
                    next += usize::from(is_name(word(next)));
                    if word(next) != "," {
                        break;
                    }
                    add(next + 1, false);
                    next += 2;
                }
            }
            "JOIN" => add(at + 1, false),
            "INTO" => add(at + 1, true),
            "UPDATE" if at == 0 || !matches!(word(at - 1), "DO" | "FOR") => add(at + 1, true),
            _ => {}
        }
    }
    found
}

/// How often the statement says in which town it looks: by comparing, by joining, or as a part of a compared pair.
pub(crate) fn filters(sql: &str) -> usize {
    let words = words(sql);
    let is_town = |word: &str| word == "municipality_id" || word.ends_with(".municipality_id");
    let compared = words.windows(2).filter(|pair| is_town(&pair[0]) && pair[1] == "=").count();
    let using = words.windows(3).filter(|three| three[0] == "USING" && three[1] == "(" && is_town(&three[2])).count();
    let pairs = words.windows(3).filter(|three| three[0] != "USING" && three[1] == "(" && is_town(&three[2]));
    // `WHERE (municipality_id, id) IN (…)`: a pair that is compared, not the columns of an INSERT or a key.
    let compared_pairs = pairs.filter(|three| matches!(three[0].as_str(), "WHERE" | "AND" | "ON" | "OR")).count();
    compared + using + compared_pairs
}

/// Words that only one engine knows, or that let the database decide what we decide: the time, chance, what is alike.
pub(crate) const FORBIDDEN: [&str; 14] = [
    "CURRENT_TIMESTAMP",
    "CURRENT_DATE",
    "CURRENT_TIME",
    "now",
    "NOW",
    "ILIKE",
    "random",
    "RANDOM",
    "strftime",
    "datetime",
    "julianday",
    "nextval",
    "json_extract",
    "jsonb",
];

/// Forbidden words and signs in a statement.
pub(crate) fn forbidden(sql: &str) -> Vec<&'static str> {
    let words = words(sql);
    let mut found: Vec<&str> = FORBIDDEN.into_iter().filter(|word| words.iter().any(|other| other == word)).collect();
    found.extend(["->>", "->", "::"].into_iter().filter(|sign| sql.contains(sign)));
    found
}

#[test]
fn tables_are_found_wherever_they_stand() {
    let names = |sql: &str| -> Vec<(String, bool)> {
        tables(sql).into_iter().map(|named| (named.table, named.writes)).collect()
    };
    let expected = |pairs: &[(&str, bool)]| -> Vec<(String, bool)> {
        pairs.iter().map(|(table, writes)| ((*table).to_owned(), *writes)).collect()
    };
    for (sql, found) in [
        ("SELECT 1 FROM a WHERE x = 'FROM b'", expected(&[("a", false)])),
        ("SELECT 1 FROM a x, b AS y, c WHERE 1 = 1", expected(&[("a", false), ("b", false), ("c", false)])),
        (
            "SELECT 1 FROM a JOIN b ON 1 = 1 LEFT JOIN a z ON 1 = 1",
            expected(&[("a", false), ("b", false), ("a", false)]),
        ),
        ("DELETE FROM a WHERE id IN (SELECT id FROM b)", expected(&[("a", true), ("b", false)])),
        ("INSERT INTO a (x) VALUES ($1) ON CONFLICT (x) DO UPDATE SET x = $1", expected(&[("a", true)])),
        ("UPDATE a SET x = (SELECT MAX(y) FROM b)", expected(&[("a", true), ("b", false)])),
        ("SELECT 1 FROM (SELECT 2 FROM a) sub", expected(&[("a", false)])),
    ] {
        assert_eq!(names(sql), found, "{sql}");
    }
}

#[test]
fn filters_are_counted_one_for_each_table() {
    for (sql, count) in [
        ("SELECT 1 FROM a WHERE municipality_id = $1", 1),
        ("SELECT 1 FROM a JOIN b ON b.municipality_id = a.municipality_id WHERE a.municipality_id = $1", 2),
        ("SELECT 1 FROM a JOIN b USING (municipality_id, id) WHERE municipality_id = $1", 2),
        ("UPDATE a SET x = 1 WHERE (municipality_id, id) IN (SELECT municipality_id, id FROM a WHERE y = 1)", 1),
        ("INSERT INTO a (municipality_id, id) VALUES ($1, $2)", 0),
    ] {
        assert_eq!(filters(sql), count, "{sql}");
    }
}

#[test]
fn what_one_engine_alone_knows_is_seen() {
    assert_eq!(forbidden("SELECT now() FROM a WHERE b ILIKE 'x'"), ["now", "ILIKE"]);
    assert_eq!(forbidden("SELECT a->>'b' FROM c"), ["->>", "->"]);
    assert!(forbidden("SELECT known, 'now' FROM a").is_empty());
}
