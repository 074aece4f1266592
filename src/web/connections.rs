//! Few connections, none for long, none that brings much, and no peer keeps another one out.
//!
//! A peer may stay silent, send one byte a second, or never stop sending. So a request has a few seconds to arrive and a
//! connection has an end; each peer address has a few places; and where a place is missing, the connection that has been
//! silent for longest is closed for the new one. A new connection is therefore accepted at once, always: nothing waits
//! in the system's queue behind idle connections.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep};

/// How many connections there are at most, of all peers together. A new one must speak before as many newer ones have
/// come, so there are more than are ever needed.
const PLACES: usize = 64;
/// How many a peer address has. A phone opens two or three.
const PLACES_PER_PEER: usize = 4;
/// From the connection to the end of the request, with its body: a browser sends all of it at once.
const REQUEST: Duration = Duration::from_secs(3);
/// From the connection to the end of the answer, a page of some kilobytes.
const WHOLE: Duration = Duration::from_secs(10);
/// What a browser may send on a connection: a request's head, and a body of a few hundred bytes.
const BYTES: usize = 24 * 1024;

/// Who is connected, for a request's handler.
#[derive(Clone, Copy)]
pub(crate) struct Peer(pub(crate) SocketAddr);

impl Connected<IncomingStream<'_, LimitedListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, LimitedListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A listener with few places.
pub(crate) struct LimitedListener {
    listener: TcpListener,
    /// The places that are taken, in the order in which they were.
    places: Vec<Place>,
    request: Duration,
    whole: Duration,
}

impl LimitedListener {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self {
            listener,
            places: Vec::new(),
            request: REQUEST,
            whole: WHOLE,
        }
    }
}

impl Listener for LimitedListener {
    type Io = LimitedStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (LimitedStream, SocketAddr) {
        // A request that has come already is read before the next connection can take its place.
        tokio::task::yield_now().await;
        let (stream, peer) = Listener::accept(&mut self.listener).await;
        let now = Instant::now();
        let (answered, closed) = take_place(&mut self.places, peer.ip());
        let stream = LimitedStream {
            stream,
            bytes_left: BYTES,
            timer: Box::pin(tokio::time::sleep_until(now + self.request)),
            whole: now + self.whole,
            answered,
            closed: Some(closed),
            is_given_up: false,
        };
        (stream, peer)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A place that is taken, until the connection drops its end of `close`.
struct Place {
    peer: IpAddr,
    /// Whether the answer has begun. The connection has the same one.
    answered: Arc<AtomicBool>,
    /// Told where another connection gets this place. That it is dropped means nothing: the listener ends before its
    /// connections do.
    close: oneshot::Sender<()>,
}

/// Takes a place, if need be that of another connection: of the same peer, if it has all that a peer may have.
fn take_place(places: &mut Vec<Place>, peer: IpAddr) -> (Arc<AtomicBool>, oneshot::Receiver<()>) {
    places.retain(|place| !place.close.is_closed());
    let of_peer = places.iter().filter(|place| place.peer == peer);
    if of_peer.count() >= PLACES_PER_PEER {
        give_up(places, |place| place.peer == peer);
    } else if places.len() >= PLACES {
        give_up(places, |_| true);
    }
    let (close, closed) = oneshot::channel();
    let answered = Arc::<AtomicBool>::default();
    places.push(Place {
        peer,
        answered: Arc::clone(&answered),
        close,
    });
    (answered, closed)
}

/// Closes the oldest connection of these that has not been answered yet, else the oldest one.
fn give_up(places: &mut Vec<Place>, of: impl Fn(&Place) -> bool) {
    let silent = |place: &Place| of(place) && !place.answered.load(Ordering::Relaxed);
    let oldest = places.iter().position(silent);
    if let Some(oldest) = oldest.or_else(|| places.iter().position(of)) {
        // A connection that has just ended hears nothing.
        let _ = places.remove(oldest).close.send(());
    }
}

/// A connection with an end.
pub(crate) struct LimitedStream {
    stream: TcpStream,
    bytes_left: usize,
    timer: Pin<Box<Sleep>>,
    whole: Instant,
    answered: Arc<AtomicBool>,
    /// Tells that another connection has got this one's place; `None` once it has resolved.
    closed: Option<oneshot::Receiver<()>>,
    is_given_up: bool,
}

impl LimitedStream {
    fn check(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        if let Some(closed) = &mut self.closed
            && let Poll::Ready(told) = Pin::new(closed).poll(context)
        {
            self.closed = None;
            self.is_given_up = told.is_ok();
        }
        if self.is_given_up || self.timer.as_mut().poll(context).is_ready() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }
}

impl AsyncRead for LimitedStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check(context)?;
        if self.bytes_left == 0 {
            return Poll::Ready(Err(io::ErrorKind::InvalidData.into()));
        }
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        let came = buffer.filled().len() - before;
        self.bytes_left = self.bytes_left.saturating_sub(came);
        read
    }
}

impl AsyncWrite for LimitedStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if !self.answered.load(Ordering::Relaxed) {
            self.check(context)?;
            self.answered.store(true, Ordering::Relaxed);
            let whole = self.whole;
            self.timer.as_mut().reset(whole);
        }
        self.check(context)?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // The peer sees the end of the answer from now on, and may come back before this is dropped.
        if let Some(closed) = &mut self.closed {
            closed.close();
        }
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// Only Linux has all of 127.0.0.0/8, from which several peers can be made.
#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use axum::Router;
    use axum::routing::{get, post};
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpSocket;
    use tokio::time::timeout;

    use super::*;

    /// Longer than anything takes that goes well.
    const SOON: Duration = Duration::from_secs(20);
    const REQUEST_HEAD: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    async fn serving(request: Duration, whole: Duration) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut limited = LimitedListener::new(listener);
        (limited.request, limited.whole) = (request, whole);
        let app = Router::new().route(
            "/",
            get(async |_: String| ([("connection", "close")], "hello")),
        );
        tokio::spawn(async move { axum::serve(limited, app).await });
        address
    }

    /// A connection from another address of loopback.
    async fn connect_from(last: u8, to: SocketAddr) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        let own = SocketAddr::from((Ipv4Addr::new(127, 0, 0, last), 0));
        socket.bind(own).unwrap();
        socket.connect(to).await.unwrap()
    }

    async fn rest(mut stream: TcpStream) -> String {
        let mut said = Vec::new();
        // A reset is an end too.
        let _ = timeout(SOON, stream.read_to_end(&mut said))
            .await
            .expect("the connection ends");
        String::from_utf8(said).unwrap()
    }

    async fn ask(mut stream: TcpStream) -> String {
        // Where the connection is closed already, there is no answer.
        let _ = stream.write_all(REQUEST_HEAD).await;
        rest(stream).await
    }

    /// Nothing has come on it, neither bytes nor its end.
    fn is_open(stream: &TcpStream) -> bool {
        let read = stream.try_read(&mut [0]);
        read.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
    }

    #[tokio::test]
    async fn whoever_stays_silent_or_drips_loses_the_connection() {
        let address = serving(Duration::from_millis(300), SOON * 2).await;
        let silent = TcpStream::connect(address).await.unwrap();
        assert_eq!(rest(silent).await, "");
        let mut dripping = TcpStream::connect(address).await.unwrap();
        let drip = async {
            while dripping.write_all(b"G").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        timeout(SOON, drip).await.expect("the connection ends");
    }

    #[tokio::test]
    async fn whoever_never_stops_talking_loses_the_connection() {
        let address = serving(SOON * 2, SOON * 2).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
        let talk = async {
            while stream.write_all(&[b'a'; 1024]).await.is_ok() {
                tokio::task::yield_now().await;
            }
        };
        timeout(SOON, talk).await.expect("the connection ends");
    }

    #[tokio::test]
    async fn an_answer_that_has_begun_has_an_end_too() {
        let address = serving(SOON * 2, Duration::from_millis(300)).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        let head = "GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n";
        stream.write_all(head.as_bytes()).await.unwrap();
        assert_eq!(rest(stream).await, "HTTP/1.1 100 Continue\r\n\r\n");
    }

    #[tokio::test]
    async fn a_request_that_is_still_coming_when_the_server_ends_is_answered() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let limited = LimitedListener::new(listener);
        let app = Router::new().route("/", post(async |body: String| body));
        let (end, at_end) = oneshot::channel::<()>();
        let shutdown = async move { drop(at_end.await) };
        tokio::spawn(async move {
            axum::serve(limited, app)
                .with_graceful_shutdown(shutdown)
                .await
        });
        let mut stream = TcpStream::connect(address).await.unwrap();
        let head =
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut goes_on = [0; 25];
        stream.read_exact(&mut goes_on).await.unwrap();
        stream.write_all(b"he").await.unwrap();
        drop(end);
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        stream.write_all(b"llo").await.unwrap();
        let answer = rest(stream).await;
        assert!(answer.ends_with("hello"), "{answer}");
    }

    /// No timer of the server helps here: places are given up for those who come.
    #[tokio::test]
    async fn beside_many_idle_connections_of_a_neighbour_a_phone_is_served_at_once() {
        let address = serving(SOON * 2, SOON * 2).await;
        let mut idle = Vec::new();
        for _ in 0..100 {
            idle.push(connect_from(2, address).await);
        }
        let page = ask(connect_from(3, address).await).await;
        assert!(page.ends_with("hello"), "{page}");
        // The neighbour has kept what a peer may have, so there was a place for the phone without taking another's.
        let open = idle.iter().filter(|stream| is_open(stream)).count();
        assert_eq!(open, PLACES_PER_PEER);
    }

    #[tokio::test]
    async fn among_idle_connections_of_its_own_address_a_browser_is_served_at_once() {
        let address = serving(SOON * 2, SOON * 2).await;
        let mut idle = Vec::new();
        for _ in 0..50 {
            idle.push(connect_from(1, address).await);
        }
        assert!(ask(connect_from(1, address).await).await.ends_with("hello"));
    }

    #[tokio::test]
    async fn where_every_place_is_taken_the_one_that_was_silent_longest_gives_way() {
        let address = serving(SOON * 2, SOON * 2).await;
        let mut idle = Vec::new();
        for peer in 0..PLACES {
            idle.push(connect_from(10 + peer as u8, address).await);
        }
        // Accepted in this order, and all of them: the last one is answered.
        let last = idle.pop().unwrap();
        assert!(ask(last).await.ends_with("hello"));
        idle.push(connect_from(2, address).await);
        assert!(idle.iter().all(is_open));
        assert!(ask(connect_from(3, address).await).await.ends_with("hello"));
        assert!(!is_open(&idle[0]), "the oldest");
        assert!(idle[1..].iter().all(is_open));
    }

    #[test]
    fn who_is_being_answered_gives_way_last() {
        let mut places = Vec::new();
        let mut taken = Vec::new();
        let mut take = |taken: &mut Vec<_>| {
            taken.push(take_place(&mut places, [10, 0, 0, 1].into()));
            places.len()
        };
        let answer = |(answered, _): &(Arc<AtomicBool>, _)| answered.store(true, Ordering::Relaxed);
        for _ in 0..4 {
            take(&mut taken);
        }
        answer(&taken[0]);
        answer(&taken[2]);
        for given_up in [1, 3, 4, 5] {
            take(&mut taken);
            assert_eq!(taken[given_up].1.try_recv(), Ok(()));
        }
        taken.iter().for_each(answer);
        assert_eq!(take(&mut taken), PLACES_PER_PEER);
        assert_eq!(taken[0].1.try_recv(), Ok(()));
        let newest = taken[8].1.try_recv();
        assert_eq!(newest, Err(oneshot::error::TryRecvError::Empty));
    }
}
