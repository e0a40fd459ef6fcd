//! A letter as it goes over the line.

use data_encoding::BASE64;
use kernel::{Problem, Result, door::one_line, email};
use lettre::{
    Address, Message,
    message::{
        Attachment as MimeAttachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::{Letter, NotSent};

/// Who writes a letter, and under which number.
pub(super) struct Envelope<'a> {
    /// Address of the installation.
    pub from: &'a str,
    /// Name of the town.
    pub name: &'a str,
    pub message_id: &'a str,
}

/// The form in which an address goes out; nothing when no mail can be sent to it.
pub(super) fn address(text: &str) -> Option<String> {
    email::parse(text).ok()
}

/// The message, ready for the mail server. An address to reply to that is none is left out: a letter without it is better than
/// no letter.
pub(super) fn message(envelope: &Envelope<'_>, letter: &Letter, text: String, html: String) -> Result<Message> {
    let from: Address = envelope.from.parse().map_err(Problem::fault)?;
    let to = address(&letter.to).and_then(|to| to.parse().ok()).ok_or_else(|| Problem::fault(NotSent::Address))?;
    let mut builder = Message::builder()
        .from(Mailbox::new(Some(one_line(envelope.name)), from))
        .to(Mailbox::new(None, to))
        .subject(one_line(&letter.subject))
        .message_id(Some(envelope.message_id.to_owned()))
        // No answering machine answers it (RFC 3834, 5).
        .raw_header(header("Auto-Submitted", "auto-generated"));
    if let Some(reply_to) = letter.reply_to.as_deref().and_then(address).and_then(|to| to.parse().ok()) {
        builder = builder.reply_to(Mailbox::new(None, reply_to));
    }
    if let Some(address) = &letter.unsubscribe {
        builder = builder
            .raw_header(header("List-Unsubscribe", &format!("<{address}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let mut body = MultiPart::mixed().multipart(MultiPart::alternative_plain_html(text, html));
    for attachment in &letter.attachments {
        let content = BASE64.decode(attachment.content.as_bytes()).map_err(Problem::fault)?;
        let kind = ContentType::parse(&attachment.mime).map_err(Problem::fault)?;
        let part: SinglePart = MimeAttachment::new(attachment.name.clone()).body(content, kind);
        body = body.singlepart(part);
    }
    builder.multipart(body).map_err(Problem::fault)
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(letter: &Letter) -> Result<String> {
        let envelope =
            Envelope { from: "post@samen.example", name: "Bedacht\u{202e}stad", message_id: "<1@samen.example>" };
        let message = message(&envelope, letter, "Dag".to_owned(), "<p>Dag</p>".to_owned())?;
        Ok(String::from_utf8(message.formatted()).expect("ASCII on the line"))
    }

    fn letter(to: &str) -> Letter {
        Letter { to: to.to_owned(), subject: "Jouw reactie".to_owned(), ..Letter::default() }
    }

    #[test]
    fn addresses_go_out_in_ascii_and_no_machine_answers() {
        let letter = Letter { reply_to: Some("vragen@müller.example".to_owned()), ..letter("Noor@Exämple.nl") };
        let text = written(&letter).expect("a letter");
        for line in [
            "To: noor@xn--exmple-cua.nl\r\n",
            "Reply-To: vragen@xn--mller-kva.example\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "From: Bedachtstad <post@samen.example>\r\n",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }

    #[test]
    fn a_reply_address_that_is_none_is_left_out() {
        for reply_to in ["samen..doen@stad.example", "jürgen@stad.example", "a@b-.example", "geen adres"] {
            let letter = Letter { reply_to: Some(reply_to.to_owned()), ..letter("noor@samen.example") };
            assert!(!written(&letter).expect("a letter").contains("Reply-To"), "{reply_to}");
        }
    }

    #[test]
    fn a_reader_without_an_address_is_told_as_such() {
        for to in ["a..b@samen.example", ".a@samen.example", "jürgen@samen.example", ""] {
            let refused = written(&letter(to)).expect_err("no letter");
            let Problem::Fault(fault) = &refused else { panic!("{refused:?}") };
            assert!(fault.to_string().contains("no address"), "{to}: {fault}");
        }
    }

    #[test]
    fn a_subject_is_one_line() {
        let spoofed = "Jan\r\nBcc: x@y.example\n\u{202e}gpj.exe\u{2028}einde";
        let text = written(&Letter { subject: spoofed.to_owned(), ..letter("noor@samen.example") }).expect("a letter");
        assert!(text.contains("Subject: Jan Bcc: x@y.example gpj.exe einde\r\n"), "{text}");
    }

    proptest! {
        #[test]
        fn what_a_form_takes_goes_out(local in "[\\PC.]{1,12}", domain in "[a-zéßø中0-9-]{1,8}(\\.[a-zéø中-]{1,8}){1,2}") {
            if let Ok(address) = email::parse(&format!("{local}@{domain}")) {
                prop_assert!(address.parse::<Address>().is_ok(), "{}", address);
                prop_assert!(written(&letter(&address)).is_ok());
            }
        }
    }
}
