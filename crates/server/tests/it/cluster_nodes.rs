//! The built program as processes on loopback, and a plain HTTP client to talk to them: what one process holds in memory
//! must not help another.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// Long enough for a machine that is busy with many other tests.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// The built program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_samenstuur");

/// What a node answered.
pub(crate) struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Where it leads on, when it is a redirect.
    pub location: Option<String>,
    /// The body.
    pub body: String,
}

/// A command of the program, with nothing of this machine's environment.
pub(crate) fn samenstuur(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.env_clear().args(args);
    command
}

/// Runs a command to its end.
#[track_caller]
pub(crate) fn run(args: &[&str]) {
    let output = samenstuur(args).output().expect("the program runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A serving process; killed when it is dropped.
pub(crate) struct Node {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Node {
    /// Starts `serve` with this data folder and these further flags, and waits until it is ready.
    ///
    /// # Panics
    /// When it does not become ready.
    pub(crate) fn start(data: &Path, flags: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::serve(samenstuur(&[]), data, flags, variables)
    }

    /// The same after a line of shell, which sets limits of the process.
    pub(crate) fn start_after(line: &str, data: &Path, flags: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut shell = Command::new("/bin/sh");
        shell.env_clear().args(["-c", &format!("{line}; exec \"$@\""), "sh", PROGRAM]);
        Self::serve(shell, data, flags, variables)
    }

    fn serve(mut command: Command, data: &Path, flags: &[&str], variables: &[(&str, &str)]) -> Self {
        let address = free_address();
        let data = data.to_str().expect("a path of plain text");
        command.args(["serve", "--data", data, "--listen", &address.to_string()]);
        command.args(flags).envs(variables.iter().copied()).stdout(Stdio::null()).stderr(Stdio::inherit());
        let node = Self { child: command.spawn().expect("the program starts"), address };
        until("a node is ready", || node.ask("GET", "/health/ready", &[], "").filter(|reply| reply.status == 200));
        node
    }

    /// Starts `worker` with this data folder and these further flags, and waits until it runs.
    ///
    /// # Panics
    /// When it does not come to run.
    pub(crate) fn start_worker(data: &Path, flags: &[&str]) -> Self {
        let address = free_address();
        let data = data.to_str().expect("a path of plain text");
        let mut command = samenstuur(&["worker", "--data", data, "--listen-metrics", &address.to_string()]);
        command.args(flags).stdout(Stdio::null()).stderr(Stdio::inherit());
        let node = Self { child: command.spawn().expect("the program starts"), address };
        until("a worker runs", || node.ask("GET", "/health/live", &[], "").filter(|reply| reply.status == 200));
        node
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// As if the power went: nothing is finished, nothing is written.
    pub(crate) fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // On Unix this is SIGKILL, to this process alone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Asks; nothing when the node is not there, or went away while it answered.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Option<Reply> {
        ask(self.address, method, path, headers, body).ok()
    }

    /// Opens a page.
    ///
    /// # Panics
    /// When the node is not there.
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[], "").expect("the node answers")
    }

    /// The sum of a figure over those of its labels that contain `label`.
    pub(crate) fn figure(&self, name: &str, label: &str) -> f64 {
        let figures = self.get("/metrics").body;
        let lines = figures.lines().filter(|line| line.starts_with(name) && line.contains(label));
        lines.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.end();
    }
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its address")
}

/// One request over a connection of its own.
pub(crate) fn ask(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> std::io::Result<Reply> {
    ask_over(TcpStream::connect(address)?, PATIENCE, method, path, headers, body)
}

/// One request over this connection, whose answer is waited for no longer than this.
pub(crate) fn ask_over(
    mut stream: TcpStream,
    patience: Duration,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> std::io::Result<Reply> {
    let address = stream.peer_addr()?;
    stream.set_read_timeout(Some(patience))?;
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    if method != "GET" {
        head += &format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", body.len());
    }
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    write!(stream, "{head}\r\n{body}")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    parse(&String::from_utf8_lossy(&answer)).ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into())
}

/// A whole answer; nothing when it broke off.
fn parse(answer: &str) -> Option<Reply> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let header = |wanted: &str| {
        let pairs = head.lines().filter_map(|line| line.split_once(':'));
        pairs.filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim().to_owned()).next()
    };
    let length = header("content-length").and_then(|value| value.parse::<usize>().ok());
    // Pages come whole with their length; what streams in pieces is not asked for here.
    if length.is_some_and(|length| body.len() < length) {
        return None;
    }
    Some(Reply { status, location: header("location"), body: body.to_owned() })
}

/// Asks again until there is an answer.
///
/// # Panics
/// When there is none for very long.
pub(crate) fn until<T>(what: &str, question: impl FnMut() -> Option<T>) -> T {
    within(PATIENCE, what, question)
}

/// Asks again until there is an answer, where one that comes much later is none.
///
/// # Panics
/// When there is none in time.
pub(crate) fn within<T>(patience: Duration, what: &str, mut question: impl FnMut() -> Option<T>) -> T {
    let pause = Duration::from_millis(25);
    for _ in 0..patience.as_millis() / pause.as_millis() {
        if let Some(answer) = question() {
            return answer;
        }
        std::thread::sleep(pause);
    }
    panic!("waited in vain until {what}");
}
