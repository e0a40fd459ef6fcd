//! Which signs the bytes of a text file mean. Nothing is guessed in silence: what was taken for another alphabet than UTF-8 is
//! said, and a sign that could not be read stays in its cell, where it is named.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What stands for a sign that could not be read.
pub(super) const UNREADABLE: char = '\u{FFFD}';
/// A line after the last one, to see whether the last one came to an end: text does not hold this sign.
pub(super) const END: &str = "\u{4}";
/// So much is read at once.
const PIECE: usize = 64 << 10;

/// Which encoding a file is in: what it says itself, else what its bytes can be.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn encoding(file: &mut (impl Read + Seek)) -> io::Result<&'static Encoding> {
    file.seek(SeekFrom::Start(0))?;
    let mut looked = Looked::default();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut utf8 = UTF_8.new_decoder_without_bom_handling();
    let (mut piece, mut text) = (vec![0; PIECE], String::with_capacity(3 * PIECE + 16));
    loop {
        let read = file.read(&mut piece)?;
        let bytes = &piece[..read];
        if looked.bytes == 0
            && let Some((said, _)) = Encoding::for_bom(bytes)
        {
            return Ok(said);
        }
        looked.count(bytes);
        detector.feed(bytes, read == 0);
        text.clear();
        let _ = utf8.decode_to_string(bytes, &mut text, read == 0);
        if !text.is_ascii() {
            looked.broken += text.matches(UNREADABLE).count();
            looked.sound += text.chars().filter(|sign| !sign.is_ascii() && *sign != UNREADABLE).count();
        }
        if read == 0 {
            break;
        }
    }
    if let Some(sure) = looked.surely() {
        return Ok(sure);
    }
    // A file of one country: its letters, unless signs stand within words that belong in none.
    let (here, anywhere) =
        (detector.guess(Some(b"nl"), Utf8Detection::Deny), detector.guess(None, Utf8Detection::Deny));
    let mut head = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(PIECE as u64).read_to_end(&mut head)?;
    Ok(if here != anywhere && has_odd_words(&here.decode(&head).0) { anywhere } else { here })
}

/// Whether a sign that is no letter stands between letters, or begins a word: `£ukasz`, `œwiêtos³aw`.
fn has_odd_words(text: &str) -> bool {
    let odd = |sign: char| "£¥¯³¹²¿¡ªº¼½¾¸¨¶".contains(sign);
    text.split(|sign: char| !sign.is_alphabetic() && !odd(sign))
        .any(|word| word.chars().any(odd) && word.chars().filter(|sign| !odd(*sign)).count() > 1)
}

/// What was seen of the bytes.
#[derive(Default)]
struct Looked {
    bytes: usize,
    /// Zeroes at even and at odd places.
    zeroes: [usize; 2],
    /// Signs beyond ASCII that are UTF-8.
    sound: usize,
    /// Bytes that are none.
    broken: usize,
}

impl Looked {
    fn count(&mut self, bytes: &[u8]) {
        if bytes.contains(&0) {
            for (place, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == 0) {
                self.zeroes[(self.bytes + place) % 2] += 1;
            }
        }
        self.bytes += bytes.len();
    }

    fn surely(&self) -> Option<&'static Encoding> {
        let [even, odd] = self.zeroes;
        // Western text in two bytes a sign has a zero in nearly each pair, always on the same side.
        let pairs = self.bytes / 2;
        match () {
            () if odd * 10 > pairs * 8 && even * 50 <= pairs => Some(UTF_16LE),
            () if even * 10 > pairs * 8 && odd * 50 <= pairs => Some(UTF_16BE),
            // One broken sign among good ones is a broken sign and no other alphabet, where none would be good.
            () if self.broken == 0 || self.sound > self.broken => Some(UTF_8),
            () => None,
        }
    }
}

/// A text file as UTF-8, without a mark at its beginning, with `\n` at the end of each line, and with [`END`] as the last.
pub(super) struct Text<R> {
    from: BufReader<R>,
    decoder: Decoder,
    ready: String,
    given: usize,
    after_return: bool,
    ended: bool,
    left: usize,
}

impl<R: Read + Seek> Text<R> {
    /// The text of a file, of at most so many bytes; beyond those reading fails with `FileTooLarge`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn new(mut from: R, encoding: &'static Encoding, most: usize) -> io::Result<Self> {
        from.seek(SeekFrom::Start(0))?;
        Ok(Self {
            from: BufReader::with_capacity(PIECE, from),
            decoder: encoding.new_decoder_with_bom_removal(),
            ready: String::new(),
            given: 0,
            after_return: false,
            ended: false,
            left: most,
        })
    }

    fn fill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.given = 0;
        let mut piece = vec![0; PIECE / 4];
        let read = self.from.read(&mut piece)?;
        let mut text = String::with_capacity(PIECE);
        let _ = self.decoder.decode_to_string(&piece[..read], &mut text, read == 0);
        self.left = self.left.checked_sub(text.len()).ok_or(io::ErrorKind::FileTooLarge)?;
        let text = text.strip_prefix('\n').filter(|_| self.after_return).unwrap_or(&text);
        self.after_return = text.ends_with('\r') || (text.is_empty() && self.after_return);
        if text.contains('\r') {
            self.ready.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
        } else {
            self.ready.push_str(text);
        }
        if read == 0 {
            self.ended = true;
            self.ready.push('\n');
            self.ready.push_str(END);
            self.ready.push('\n');
        }
        Ok(())
    }
}

impl<R: Read + Seek> Read for Text<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.fill()?;
        }
        let ready = &self.ready.as_bytes()[self.given..];
        let count = ready.len().min(into.len());
        into[..count].copy_from_slice(&ready[..count]);
        self.given += count;
        Ok(count)
    }
}

/// What this text would be had its bytes not been taken for another alphabet: `José` of `JosÃ©`; nothing when it is sound.
pub(super) fn misread(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    let meant = String::from_utf8(bytes.into_owned()).ok().filter(|_| !lossy)?;
    (meant != text).then_some(meant)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use encoding_rs::{WINDOWS_1250, WINDOWS_1252};

    use super::*;

    fn read(bytes: &[u8]) -> (&'static str, String) {
        let mut file = Cursor::new(bytes);
        let encoding = encoding(&mut file).expect("it reads");
        let mut text = String::new();
        Text::new(file, encoding, 1 << 20).and_then(|mut read| read.read_to_string(&mut text)).expect("text");
        (encoding.name(), text.trim_end_matches(['\n', '\u{4}']).to_owned())
    }

    #[test]
    fn every_sign_is_kept_in_whatever_it_was_written() {
        let dutch = "naam;plaats\n€ 5 – “’t Hûkje” • žŽšŠ œ … ‰ Café;Ter Apel\nRenée Ïsa Zoë;Übbergen\n";
        let polish = "naam;plaats\nŁukasz Wójcik Świętosław Żółkiewski;Gdańsk\nGrzegorz Brzęczyszczykiewicz;Łękołody\n";
        let fine = "naam;plaats\nRenée Crèvecœur;België\nNaïma à Campo;Drachten\n";
        let wide = |big: bool| {
            let unit = move |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            dutch.encode_utf16().flat_map(unit).collect::<Vec<_>>()
        };
        let table: [(&str, Vec<u8>, &str); 9] = [
            ("UTF-8", dutch.into(), dutch),
            ("UTF-8", [b"\xEF\xBB\xBF".as_slice(), dutch.as_bytes()].concat(), dutch),
            ("UTF-16LE", wide(false), dutch),
            ("UTF-16BE", wide(true), dutch),
            ("UTF-16LE", [vec![0xFF, 0xFE], wide(false)].concat(), dutch),
            ("UTF-16BE", [vec![0xFE, 0xFF], wide(true)].concat(), dutch),
            ("windows-1252", WINDOWS_1252.encode(&dutch.replace('û', "ü")).0.into(), &dutch.replace('û', "ü")),
            ("windows-1250", WINDOWS_1250.encode(polish).0.into(), polish),
            ("windows-1252", WINDOWS_1252.encode(fine).0.into(), fine),
        ];
        for (name, bytes, expected) in table {
            assert_eq!(read(&bytes), (name, expected.trim_end_matches('\n').to_owned()), "{name}");
        }
        assert_eq!(read(b"naam\r\rNoor\r\nPiet\nPia"), ("UTF-8", "naam\n\nNoor\nPiet\nPia".to_owned()));
    }

    #[test]
    fn a_broken_sign_stays_where_it_was() {
        let (name, text) = read("René Zoë Ïsa\nJos\u{0}é\n".as_bytes());
        assert_eq!((name, text.as_str()), ("UTF-8", "René Zoë Ïsa\nJos\u{0}é"));
        let (name, text) = read(b"Ren\xC3\xA9 Zo\xC3\xAB\nJos\xE9\n");
        assert_eq!((name, text.as_str()), ("UTF-8", "René Zoë\nJos\u{FFFD}"));
    }

    #[test]
    fn what_was_misread_elsewhere_is_seen() {
        for (text, meant) in [
            ("JosÃ©", Some("José")),
            ("â‚¬ 5", Some("€ 5")),
            ("ZoÃ«", Some("Zoë")),
            ("José", None),
            ("Ünal Ñandú Ø € “x”", None),
            ("Noor", None),
            ("Łukasz", None),
        ] {
            assert_eq!(misread(text).as_deref(), meant, "{text}");
        }
    }
}
