//! Few connections, none for long, none with much to say.
//!
//! Anybody on the network may connect. Whoever connects and stays silent, or says one byte a second, or never stops
//! talking, loses the connection; and while all places are taken, others wait in the system's queue for at most as long.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, mpsc};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Sleep;

/// How many connections there are at most. A phone opens two or three.
const PLACES: usize = 12;
/// From its first byte to its last answer. A page has one small form.
const LIFE: Duration = Duration::from_secs(10);
/// What a browser may say on a connection: a request's head, and a body of a few hundred bytes.
const BYTES: usize = 24 * 1024;

/// A listener with few places.
pub(crate) struct Few {
    listener: TcpListener,
    places: Arc<Semaphore>,
    life: Duration,
    /// Dropped with the listener, which somebody may wait for.
    _listens: mpsc::Sender<()>,
}

impl Few {
    pub(super) fn new(listener: TcpListener, listens: mpsc::Sender<()>) -> Self {
        Self {
            listener,
            places: Arc::new(Semaphore::new(PLACES)),
            life: LIFE,
            _listens: listens,
        }
    }
}

impl Listener for Few {
    type Io = Brief;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Brief, SocketAddr) {
        let Ok(place) = Arc::clone(&self.places).acquire_owned().await else {
            // Nobody ever closes the semaphore.
            return std::future::pending().await;
        };
        let (stream, address) = Listener::accept(&mut self.listener).await;
        let brief = Brief {
            stream,
            left: BYTES,
            end: Box::pin(tokio::time::sleep(self.life)),
            _place: place,
        };
        (brief, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection with an end.
pub(crate) struct Brief {
    stream: TcpStream,
    left: usize,
    end: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
}

impl Brief {
    fn check(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        match self.end.as_mut().poll(context) {
            Poll::Ready(()) => Err(io::ErrorKind::TimedOut.into()),
            Poll::Pending => Ok(()),
        }
    }
}

impl AsyncRead for Brief {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check(context)?;
        if self.left == 0 {
            return Poll::Ready(Err(io::ErrorKind::InvalidData.into()));
        }
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        self.left = self.left.saturating_sub(buffer.filled().len() - before);
        read
    }
}

impl AsyncWrite for Brief {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check(context)?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::time::timeout;

    use super::*;

    /// Longer than anything takes that goes well.
    const SOON: Duration = Duration::from_secs(20);

    async fn serving(life: Duration) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut few = Few::new(listener, mpsc::channel().0);
        few.life = life;
        let app = Router::new().route("/", get(async || ([("connection", "close")], "hello")));
        tokio::spawn(async move { axum::serve(few, app).await });
        address
    }

    async fn rest(mut stream: TcpStream) -> String {
        let mut said = Vec::new();
        // A reset is an end too.
        let _ = timeout(SOON, stream.read_to_end(&mut said))
            .await
            .expect("the connection ends");
        String::from_utf8(said).unwrap()
    }

    #[tokio::test]
    async fn whoever_stays_silent_or_drips_loses_the_connection() {
        let address = serving(Duration::from_millis(300)).await;
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
        let address = serving(SOON).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
        let talk = async {
            while stream.write_all(&[b'a'; 1024]).await.is_ok() {
                tokio::task::yield_now().await;
            }
        };
        timeout(SOON / 2, talk).await.expect("the connection ends");
    }

    #[tokio::test]
    async fn while_silent_ones_take_all_places_others_wait_and_are_served() {
        let address = serving(Duration::from_millis(300)).await;
        let mut silent = Vec::new();
        for _ in 0..PLACES {
            silent.push(TcpStream::connect(address).await.unwrap());
        }
        let mut phone = TcpStream::connect(address).await.unwrap();
        let request = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        phone.write_all(request).await.unwrap();
        assert!(rest(phone).await.ends_with("hello"));
    }
}
