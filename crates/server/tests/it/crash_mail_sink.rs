//! A mail server on loopback that takes every letter and remembers to whom and with which Message-ID. It knows nobody whose
//! address begins with `niemand`.

use std::{
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

/// A letter that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arrived {
    /// Reader.
    pub to: String,
    /// Message-ID.
    pub id: String,
}

/// The server; it ends with the test's process.
pub(crate) struct MailSink {
    /// Where it listens.
    pub address: SocketAddr,
    letters: Arc<Mutex<Vec<Arrived>>>,
}

impl MailSink {
    /// Starts it.
    ///
    /// # Panics
    /// When there is no free port.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("its address");
        let letters: Arc<Mutex<Vec<Arrived>>> = Arc::default();
        let kept = letters.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = kept.clone();
                // Whoever hangs up in the middle of a letter has not sent it.
                std::thread::spawn(move || drop(take(stream, &kept)));
            }
        });
        Self { address, letters }
    }

    /// Everything that arrived, in order.
    ///
    /// # Panics
    /// When a thread of the server panicked.
    pub(crate) fn letters(&self) -> Vec<Arrived> {
        self.letters.lock().expect("the letters").clone()
    }
}

/// Speaks SMTP (RFC 5321) as far as a client without wishes needs it.
fn take(stream: TcpStream, letters: &Mutex<Vec<Arrived>>) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream).lines();
    write!(out, "220 sink\r\n")?;
    let mut to = String::new();
    while let Some(line) = lines.next() {
        let line = line?;
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" | "HELO" => write!(out, "250 sink\r\n")?,
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                match to.starts_with("niemand") {
                    true => write!(out, "550 5.1.1 <{to}>: there is nobody of that name here\r\n")?,
                    false => write!(out, "250 ok\r\n")?,
                }
            }
            "DATA" => {
                write!(out, "354 go on\r\n")?;
                let mut id = String::new();
                loop {
                    let Some(text) = lines.next().transpose()? else { return Ok(()) };
                    if text == "." {
                        break;
                    }
                    if let Some(value) = text.strip_prefix("Message-ID: ") {
                        id = value.trim().to_owned();
                    }
                }
                letters.lock().expect("the letters").push(Arrived { to: to.clone(), id });
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
