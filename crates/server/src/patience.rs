//! Connections that end when nothing comes: somebody who sends a header letter by letter, or opens connections and says
//! nothing, must not keep them, and must not keep others out.

use std::{
    collections::HashMap,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::{
        Arc, Weak,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, Request, connect_info::Connected},
    middleware::Next,
    response::Response,
    serve::{IncomingStream, Listener},
};
use parking_lot::Mutex;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    time::{Instant, Sleep},
};
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

/// How long a connection may be silent.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until the first header is whole.
    pub header: Duration,
    /// Without an answer of ours: what is asked must be whole by then.
    pub answer: Duration,
}

/// A place at which somebody is connected.
struct Seat {
    /// Whether nothing that was asked waits for its answer.
    is_idle: AtomicBool,
    leave: CancellationToken,
}

/// Connections by the address they came from, oldest first.
#[derive(Default)]
struct Seats {
    by_address: HashMap<IpAddr, Vec<Weak<Seat>>>,
    since_swept: usize,
}

impl Seats {
    /// Takes a place for an address. One that has `most` loses the oldest that asks nothing; nothing comes back when all of
    /// them do.
    fn take(&mut self, address: IpAddr, most: usize) -> Option<Arc<Seat>> {
        self.since_swept += 1;
        if self.since_swept > 1_000 {
            self.since_swept = 0;
            self.by_address.retain(|_, seats| seats.iter().any(|seat| seat.strong_count() > 0));
        }
        let seats = self.by_address.entry(address).or_default();
        seats.retain(|seat| seat.strong_count() > 0);
        if seats.len() >= most {
            let idle = |seat: &Arc<Seat>| seat.is_idle.load(Ordering::Relaxed) && !seat.leave.is_cancelled();
            seats.iter().filter_map(Weak::upgrade).find(idle)?.leave.cancel();
        }
        let seat = Arc::new(Seat { is_idle: AtomicBool::new(true), leave: CancellationToken::new() });
        seats.push(Arc::downgrade(&seat));
        Some(seat)
    }
}

/// Accepts connections for as long as there is patience with them.
pub struct PatientListener {
    listener: TcpListener,
    patience: Patience,
    /// The most connections from one address.
    most: usize,
    seats: Mutex<Seats>,
}

impl PatientListener {
    /// With this patience, and at most so many connections from one address.
    pub fn new(listener: TcpListener, patience: Patience, most: usize) -> Self {
        Self { listener, patience, most, seats: Mutex::default() }
    }
}

impl Listener for PatientListener {
    type Io = PatientStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (PatientStream, SocketAddr) {
        loop {
            let (stream, from) = Listener::accept(&mut self.listener).await;
            let seat = self.seats.lock().take(from.ip().to_canonical(), self.most);
            if let Some(seat) = seat {
                return (PatientStream::new(stream, self.patience, seat), from);
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection whose reading fails when nothing was written for too long.
pub struct PatientStream {
    stream: TcpStream,
    patience: Patience,
    seat: Arc<Seat>,
    until: Pin<Box<Sleep>>,
    /// Whether the time for an answer runs, not that for the first header.
    was_asked: bool,
    asked_to_leave: Pin<Box<WaitForCancellationFutureOwned>>,
}

impl PatientStream {
    fn new(stream: TcpStream, patience: Patience, seat: Arc<Seat>) -> Self {
        let asked_to_leave = Box::pin(seat.leave.clone().cancelled_owned());
        let until = Box::pin(tokio::time::sleep(patience.header));
        Self { stream, patience, seat, until, was_asked: false, asked_to_leave }
    }

    #[allow(clippy::disallowed_methods, reason = "measures how long a connection was silent, not what time it is")]
    fn wait_anew(&mut self) {
        self.until.as_mut().reset(Instant::now() + self.patience.answer);
    }
}

impl AsyncRead for PatientStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.was_asked && !self.seat.is_idle.load(Ordering::Relaxed) {
            self.was_asked = true;
            self.wait_anew();
        }
        if self.until.as_mut().poll(context).is_ready() || self.asked_to_leave.as_mut().poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for PatientStream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, bytes));
        self.seat.is_idle.store(true, Ordering::Relaxed);
        self.was_asked = true;
        self.wait_anew();
        Poll::Ready(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write_vectored(context, pieces));
        self.seat.is_idle.store(true, Ordering::Relaxed);
        self.was_asked = true;
        self.wait_anew();
        Poll::Ready(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Who is at the other end.
#[derive(Clone)]
pub struct Caller {
    address: SocketAddr,
    seat: Arc<Seat>,
}

impl Connected<IncomingStream<'_, PatientListener>> for Caller {
    fn connect_info(stream: IncomingStream<'_, PatientListener>) -> Self {
        Self { address: *stream.remote_addr(), seat: stream.io().seat.clone() }
    }
}

/// Gives the rest of the program the caller's address as it knows it, and lets the connection wait for the answer.
pub async fn tell_address(mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(Caller { address, seat })) = request.extensions_mut().remove::<ConnectInfo<Caller>>() {
        seat.is_idle.store(false, Ordering::Relaxed);
        request.extensions_mut().insert(ConnectInfo(address));
    }
    next.run(request).await
}

/// Raises the number of files and connections this process may have open to the most it may ask for; says how many.
#[cfg(unix)]
pub fn open_as_many_as_allowed() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limits = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limits.maximum, maximum: limits.maximum };
    let now = if setrlimit(Resource::Nofile, raised).is_ok() { limits.maximum } else { limits.current };
    now.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX))
}

#[cfg(not(unix))]
pub fn open_as_many_as_allowed() -> usize {
    1024
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn listener(header: u64, most: usize) -> (PatientListener, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let patience = Patience { header: Duration::from_millis(header), answer: Duration::from_secs(60) };
        (PatientListener::new(listener, patience, most), address)
    }

    async fn end(stream: &mut PatientStream) -> io::ErrorKind {
        let mut letters = [0; 16];
        loop {
            match stream.read(&mut letters).await {
                Ok(0) => return io::ErrorKind::UnexpectedEof,
                Ok(_) => {}
                Err(error) => return error.kind(),
            }
        }
    }

    #[tokio::test]
    async fn who_sends_letter_by_letter_is_left() {
        let (mut patient, address) = listener(100, 10).await;
        let mut slow = TcpStream::connect(address).await.expect("it connects");
        let (mut stream, _) = patient.accept().await;
        let dribble = tokio::spawn(async move {
            while slow.write_all(b"X").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        });
        assert_eq!(end(&mut stream).await, io::ErrorKind::TimedOut);
        drop(stream);
        dribble.await.expect("it gives up");
    }

    #[tokio::test]
    async fn who_opens_many_and_says_nothing_loses_the_oldest_of_them() {
        let (mut patient, address) = listener(60_000, 2).await;
        let mut silent = Vec::new();
        let mut streams = Vec::new();
        for _ in 0..3 {
            silent.push(TcpStream::connect(address).await.expect("it connects"));
            streams.push(patient.accept().await.0);
        }
        assert_eq!(end(&mut streams[0]).await, io::ErrorKind::TimedOut, "the oldest goes");
        drop(silent.remove(1));
        assert_eq!(end(&mut streams[1]).await, io::ErrorKind::UnexpectedEof, "the next was not sent away");
        // Whoever waits for an answer is left alone.
        streams[2].seat.is_idle.store(false, Ordering::Relaxed);
        streams.drain(..2);
        let _more = TcpStream::connect(address).await.expect("it connects");
        let (another, _) = patient.accept().await;
        another.seat.is_idle.store(false, Ordering::Relaxed);
        assert!(patient.seats.lock().take(address.ip(), 2).is_none(), "both ask something");
    }
}
