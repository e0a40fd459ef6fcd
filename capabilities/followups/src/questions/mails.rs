//! The letter that asks.

use platform::{
    Ctx,
    followups::{Question, Reader, Topic},
    mail::Letter,
};

use super::{answer_in_words, jobs::Send};

/// The key of a text of a question: the first of these tails that the catalogue has, each with what is different for this
/// thing behind it first.
fn key(ctx: &Ctx, question: &Question, topic: &Topic, tails: &[String]) -> String {
    let keys = tails.iter().flat_map(|tail| {
        let usual = format!("{}{tail}", question.words);
        let own = topic.variant.as_ref().map(|variant| format!("{usual}-{}", variant.replace('_', "-")));
        own.into_iter().chain([usual])
    });
    keys.into_iter().find(|key| ctx.app.catalogue.has(ctx.lang, key)).unwrap_or_default()
}

/// The key of the question in words.
pub(super) fn question_key(ctx: &Ctx, question: &Question, topic: &Topic, work: &Send) -> String {
    key(ctx, question, topic, &[format!("question-{}-{}", work.moment, work.side)])
}

/// Each answer is one tap, which a page asks to confirm, because programs that look at mail follow links too.
pub(super) fn question(
    ctx: &Ctx,
    question: &Question,
    work: &Send,
    (topic, reader): (&Topic, &Reader),
    secret: &str,
) -> Letter {
    let subject = [format!("subject-{}-{}", work.moment, work.side), format!("subject-{}", work.side)];
    let answers = question.moment(&work.moment).map_or(&[][..], |moment| moment.answers);
    let args = topic.arguments();
    let tap = |code: &str| ctx.url(&format!("{}/{secret}?antwoord={code}", question.address));
    Letter {
        subject: ctx.t_with(&key(ctx, question, topic, &subject), &args),
        paragraphs: vec![ctx.t_with(&question_key(ctx, question, topic, work), &args)],
        links: answers.iter().map(|one| (answer_in_words(ctx, question, one.code), tap(one.code))).collect(),
        closing: vec![ctx.t(&format!("{}closing", question.words))],
        ..reader.letter.clone()
    }
}
