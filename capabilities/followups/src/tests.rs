//! Tables of cases.

use kernel::{Actor, Fields};
use platform::followups::{Answer, Moment, Question};

use crate::{policy, questions};

static ASKED: Question = Question {
    key: "walk-outcome",
    words: "walk-outcome-",
    subject: "walk",
    verbs: ["walk.ask", "walk.tell"],
    address: "/uitkomst",
    sides: &["walker"],
    moments: &[
        Moment { code: "first", answers: &[Answer::known("started"), Answer::open("not_yet")] },
        Moment { code: "later", answers: &[Answer::known("still")] },
    ],
    times: 1,
    again_days: 0,
    asks_why: false,
    unasked: false,
    find: |_, _, _, _, _| Box::pin(async { Ok(None) }),
    answered: None,
};

fn read(moment: &str, fields: &[(&str, &str)]) -> Option<(Answer, Option<String>)> {
    let fields = Fields::new(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
    questions::read_answer(&fields, &ASKED, moment).ok()
}

#[test]
fn an_answer_fits_its_moment() {
    for (moment, code, good) in [
        ("first", "started", true),
        ("first", "not_yet", true),
        ("first", "still", false),
        ("later", "still", true),
        ("later", "", false),
        ("never", "started", false),
    ] {
        assert_eq!(read(moment, &[("antwoord", code)]).is_some(), good, "{moment} {code}");
    }
    let answered = read("first", &[("antwoord", "not_yet"), ("reason", "Het regent")]);
    assert_eq!(answered, Some((Answer::open("not_yet"), None)), "the reason is not asked here");
}

#[test]
fn only_the_system_asks_and_only_a_link_answers() {
    assert!(policy::system(&Actor::System).is_allowed() && !policy::system(&Actor::Visitor).is_allowed());
    assert!(policy::answer(&Actor::Visitor, true).is_allowed() && !policy::answer(&Actor::System, false).is_allowed());
}
