//! A mail server on loopback that takes every letter and remembers what came to whom. It knows nobody whose address begins
//! with `niemand`, and says nothing any more where a reader's begins with `zwijgt`: at the address (`zwijgt.rcpt`), before
//! the letter (`zwijgt.data`), or after it.

use std::{
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

/// A letter that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arrived {
    /// Reader.
    pub to: String,
    /// Message-ID.
    pub id: String,
    /// All of it but what differs each time it is written: the date, and what parts it.
    pub content: String,
}

impl Arrived {
    fn read(to: &str, lines: &[String]) -> Self {
        let id = lines.iter().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default();
        let is_own = |line: &&String| {
            !line.starts_with("--") && !line.starts_with("Date: ") && !line.to_ascii_lowercase().contains("boundary=")
        };
        let content = lines.iter().filter(is_own).map(String::as_str).collect::<Vec<_>>().join("\n");
        Self { to: to.to_owned(), id: id.trim().to_owned(), content }
    }

    /// The code in it: the first line that is six digits and nothing else.
    pub(crate) fn code(&self) -> Option<&str> {
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|sign| sign.is_ascii_digit());
        self.content.lines().map(str::trim).find(is_code)
    }
}

/// The server; it ends with the test's process.
pub(crate) struct MailSink {
    /// Where it listens.
    pub address: SocketAddr,
    kept: Arc<Kept>,
}

#[derive(Default)]
struct Kept {
    letters: Mutex<Vec<Arrived>>,
    /// How often it fell silent.
    silences: AtomicUsize,
}

impl MailSink {
    /// Starts it.
    ///
    /// # Panics
    /// When there is no free port.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("its address");
        let kept: Arc<Kept> = Arc::default();
        let takes = kept.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = takes.clone();
                // Whoever hangs up in the middle of a letter has not sent it.
                std::thread::spawn(move || drop(take(stream, &kept)));
            }
        });
        Self { address, kept }
    }

    /// Everything that arrived, in order.
    ///
    /// # Panics
    /// When a thread of the server panicked.
    pub(crate) fn letters(&self) -> Vec<Arrived> {
        self.kept.letters.lock().expect("the letters").clone()
    }

    /// How often it fell silent.
    pub(crate) fn silences(&self) -> usize {
        self.kept.silences.load(Ordering::SeqCst)
    }
}

/// Speaks SMTP (RFC 5321) as far as a client without wishes needs it.
fn take(stream: TcpStream, kept: &Kept) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream).lines();
    write!(out, "220 sink\r\n")?;
    let mut to = String::new();
    while let Some(line) = lines.next() {
        let line = line?;
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        if verb == "RCPT" {
            to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        }
        let silent = |part: &str| to.starts_with("zwijgt") && (to.contains(part) || part == "end");
        if (verb == "RCPT" && silent(".rcpt")) || (verb == "DATA" && silent(".data")) {
            return be_silent(lines, kept);
        }
        match verb.as_str() {
            "EHLO" | "HELO" => write!(out, "250 sink\r\n")?,
            "RCPT" if to.starts_with("niemand") => {
                write!(out, "550 5.1.1 <{to}>: there is nobody of that name here\r\n")?;
            }
            "DATA" => {
                write!(out, "354 go on\r\n")?;
                let mut letter = Vec::new();
                loop {
                    let Some(text) = lines.next().transpose()? else { return Ok(()) };
                    if text == "." {
                        break;
                    }
                    letter.push(text);
                }
                if silent("end") {
                    return be_silent(lines, kept);
                }
                kept.letters.lock().expect("the letters").push(Arrived::read(&to, &letter));
                write!(out, "250 taken\r\n")?;
            }
            "QUIT" => {
                write!(out, "221 bye\r\n")?;
                return Ok(());
            }
            _ => write!(out, "250 ok\r\n")?,
        }
    }
    Ok(())
}

/// Listens until the other one hangs up.
fn be_silent(mut lines: impl Iterator<Item = std::io::Result<String>>, kept: &Kept) -> std::io::Result<()> {
    kept.silences.fetch_add(1, Ordering::SeqCst);
    lines.try_for_each(|line| line.map(drop))
}
