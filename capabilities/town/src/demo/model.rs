//! What a program reads in a letter. Pure.

/// Longest move of the clock at once, in days.
pub const FURTHEST: i64 = 3_660;

/// The code of a letter: the template of letters sets it apart on a line of its own, four spaces in.
pub fn code_in(text: &str) -> Option<String> {
    let is_code = |line: &&str| {
        let code = line.trim();
        line.starts_with("    ")
            && code.len() >= 4
            && code.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-')
    };
    text.lines().find(is_code).map(|line| line.trim().to_owned())
}

/// The addresses in a letter, in order.
pub fn links_in(text: &str) -> Vec<String> {
    let is_link = |word: &&str| word.starts_with("http://") || word.starts_with("https://");
    let trim = |word: &str| word.trim_end_matches(['.', ',', ')', ';']).to_owned();
    text.split_whitespace().filter(is_link).map(trim).collect()
}
