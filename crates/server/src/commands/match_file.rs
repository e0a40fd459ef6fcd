//! `samenstuur match`: the engine of matching on a file, and the simulation of fair exposure, without an installation.

use std::{io::Read as _, path::Path};

use ::matching::{
    file,
    simulation::{self, Outcome, Simulation},
};

use super::{Failure, Outcome as Done};
use crate::cli::Match;

pub(super) fn run(asked: &Match) -> Done {
    match &asked.file {
        Some(path) => {
            let question =
                read(path).map_err(|error| Failure::usage(format!("{} cannot be read: {error}", path.display())))?;
            let answer =
                file::answer(&question).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
            println!("{answer}");
        }
        None => simulate(asked),
    }
    Ok(())
}

fn read(path: &Path) -> std::io::Result<String> {
    if path.as_os_str() != "-" {
        return std::fs::read_to_string(path);
    }
    let mut question = String::new();
    std::io::stdin().read_to_string(&mut question)?;
    Ok(question)
}

fn simulate(asked: &Match) {
    let (openings, visitors, penalty_percent) = (asked.openings, asked.visitors, asked.penalty);
    println!(
        "{openings} vacancies, {visitors} visitors who each respond once, a penalty of {penalty_percent} % after each \
         response.\nVacancies with at least one response:\n"
    );
    println!("{:>6}  {:>10}  {:>14}  {:>13}  {:>10}", "seed", "responses", "by popularity", "fair exposure", "more");
    let mut sum = Outcome { total: 0, by_popularity: 0, fair: 0 };
    for seed in 1..=asked.runs {
        let outcome = simulation::run(&Simulation { openings, visitors, penalty_percent, seed });
        line(&seed.to_string(), &outcome);
        sum.total += outcome.total;
        sum.by_popularity += outcome.by_popularity;
        sum.fair += outcome.fair;
    }
    line("all", &sum);
}

fn line(seed: &str, outcome: &Outcome) {
    let Outcome { total, by_popularity, fair } = *outcome;
    let more = 100.0 * (f64::from(fair) / f64::from(by_popularity.max(1)) - 1.0);
    println!("{seed:>6}  {total:>10}  {by_popularity:>14}  {fair:>13}  {more:>+8.0} %");
}
