//! E-mail addresses: one rule for every place where one comes in, the rule of what sends the mail. An address is kept in the
//! form in which it goes out: lower case, ASCII, the domain in its `xn--` spelling where it has other letters.

use email_address::EmailAddress;

use crate::door::one_line;

/// Longest address (RFC 5321, 4.5.3.1.3, without the angle brackets).
pub const MAX: usize = 254;

/// Why a text is no address that mail can be sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no address.
    NoAddress,
    /// Before the @ stand letters that most mail servers do not take (they lack RFC 6531).
    Letters,
}

impl Fault {
    /// Catalogue key of what to do about it.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoAddress => "common-error-email",
            Self::Letters => "common-error-email-letters",
        }
    }
}

/// The address in the form in which it is kept and goes out. What programs put around it when it is copied (`mailto:`, angle
/// brackets, the dot of the root) is taken away. Whether somebody reads it, only a mail can tell.
///
/// # Errors
/// When no mail can be sent to it.
pub fn parse(text: &str) -> Result<String, Fault> {
    let text = one_line(text);
    let bare = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(&text).trim();
    let bare = match bare.split_at_checked("mailto:".len()) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => rest,
        _ => bare,
    };
    let (local, domain) = bare.rsplit_once('@').ok_or(Fault::NoAddress)?;
    let domain = domain.strip_suffix('.').unwrap_or(domain);
    let domain = idna::domain_to_ascii_strict(domain).map_err(|_| Fault::NoAddress)?;
    // A number for a last label is an address of a machine, which no mail server of ours delivers to.
    let named = domain.rsplit_once('.').is_some_and(|(_, last)| last.bytes().any(|byte| byte.is_ascii_alphabetic()));
    let local = local.to_lowercase();
    if !local.is_ascii() {
        let could = local.chars().all(|c| c.is_alphanumeric() || ".-_+".contains(c));
        return Err(if could && named { Fault::Letters } else { Fault::NoAddress });
    }
    let address = format!("{local}@{domain}");
    let good = named
        && !local.contains(['"', '\\'])
        && EmailAddress::is_valid_local_part(&local)
        && EmailAddress::is_valid_domain(&domain)
        && address.len() <= MAX;
    if good { Ok(address) } else { Err(Fault::NoAddress) }
}

/// The form in which an address that came another way (a stored row, another system) is compared: as [`parse`] gives it, and
/// what is no address in lower case.
pub fn normal(text: &str) -> String {
    parse(text).unwrap_or_else(|_| one_line(text).to_lowercase())
}

/// Whether a word of a text looks like an address, sendable or not: for finding contact data where none should stand.
pub fn looks_like(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let domain_ok = domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty() && !label.starts_with('-') && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let local_ok = !local.is_empty()
        && local.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"@".contains(c));
    local_ok && domain_ok
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_address_however_it_is_typed() {
        for (typed, kept) in [
            ("A@B.nl", "a@b.nl"),
            ("jan.de-vries+vacature@vereniging.example", "jan.de-vries+vacature@vereniging.example"),
            ("o'brien@samen.example", "o'brien@samen.example"),
            ("  <noor@samen.example> ", "noor@samen.example"),
            ("mailto:noor@samen.example", "noor@samen.example"),
            ("<MAILTO:noor@samen.example>", "noor@samen.example"),
            ("noor@samen.example.", "noor@samen.example"),
            ("noor@sa\u{200b}men.example\u{a0}", "noor@samen.example"),
            ("post@Müller.example", "post@xn--mller-kva.example"),
            ("post@mu\u{308}ller.example", "post@xn--mller-kva.example"),
            ("post@xn--mller-kva.example", "post@xn--mller-kva.example"),
            ("post@XN--MLLER-KVA.example", "post@xn--mller-kva.example"),
            ("info@ｓamen.example", "info@samen.example"),
            ("info@пошта.укр", "info@xn--80a1acn3a.xn--j1amh"),
        ] {
            assert_eq!(parse(typed).as_deref(), Ok(kept), "{typed:?}");
        }
    }

    #[test]
    fn what_no_mail_reaches_is_refused() {
        let (label, long) = ("a".repeat(65), "a.".repeat(100));
        for bad in [
            "",
            "a@b",
            "a b@c.nl",
            "@c.nl",
            "a@.nl",
            "a@b.nl bcc: x@y.nl",
            "a@@b.nl",
            "a..b@c.nl",
            ".a@c.nl",
            "a.@c.nl",
            "a@b-.example",
            "a@-b.example",
            "a@b.example-",
            "a@xn--.example",
            "a@xn--a.example",
            "a@b..nl",
            "a@1.2.3.4",
            "a@[1.2.3.4]",
            "\"a b\"@c.nl",
            "a,b@c.nl",
            "a;b@c.nl",
            "Noor <noor@samen.example>",
            "a@b_c.nl",
            "a@b.nl?subject=x",
            "noor@samen.example,",
            &format!("{label}@c.nl"),
            &format!("a@{label}.nl"),
            &format!("a@{long}{long}nl"),
        ] {
            assert_eq!(parse(bad), Err(Fault::NoAddress), "{bad}");
        }
        assert_eq!(parse("jürgen@samen.example"), Err(Fault::Letters));
        assert_eq!(parse("ｊan@samen.example"), Err(Fault::Letters));
        assert!(looks_like("jürgen@samen.example") && !looks_like("om 10@huis"));
    }

    proptest! {
        #[test]
        fn what_is_taken_is_ascii_and_stays_as_it_is(text in "[\\PC@.<>-]{0,40}@[\\PC.-]{0,40}") {
            if let Ok(address) = parse(&text) {
                prop_assert!(address.is_ascii() && address.len() <= MAX);
                prop_assert_eq!(parse(&address), Ok(address.clone()));
                prop_assert!(looks_like(&address));
            }
        }
    }
}
