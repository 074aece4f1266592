//! What may lie between couchpin and a service: TLS with certificates of several dates, and a SOCKS proxy.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::thread;

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

/// The authority of all certificates in `tests/tls`, for `SSL_CERT_FILE`.
pub(crate) const AUTHORITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tls/authority.pem");

/// Something that listens on a port of loopback until it is dropped.
pub(crate) struct Listening {
    pub(crate) port: u16,
    _end: oneshot::Sender<()>,
}

/// TLS for `simkl.test` and `localhost` before a plain server, with a certificate of `tests/tls`.
pub(crate) fn tls_before(target: u16, certificate: &str) -> Listening {
    let file = |name: &str| format!("{}/tests/tls/{name}", env!("CARGO_MANIFEST_DIR"));
    let certificate = CertificateDer::from_pem_file(file(&format!("{certificate}.pem"))).unwrap();
    let key = PrivateKeyDer::from_pem_file(file("server.key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let settings = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(settings));
    listen(move |stream| {
        let acceptor = acceptor.clone();
        async move {
            let mut near = acceptor.accept(stream).await?;
            let mut far = TcpStream::connect((Ipv4Addr::LOCALHOST, target)).await?;
            copy_bidirectional(&mut near, &mut far).await?;
            Ok(())
        }
    })
}

/// A SOCKS 5 proxy without a password. It leads everything to one port, and keeps the names that it was asked for.
pub(crate) struct Socks {
    pub(crate) port: u16,
    pub(crate) asked: Arc<Mutex<Vec<String>>>,
    _listening: Listening,
}

impl Socks {
    pub(crate) fn to(target: u16) -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let listening = listen(move |mut near| {
            let log = Arc::clone(&log);
            async move {
                // RFC 1928: the methods (§3), then the request (§4), whose address is a name of some length (3).
                let [_, methods] = read(&mut near).await?;
                near.read_exact(&mut vec![0; methods.into()]).await?;
                near.write_all(&[5, 0]).await?;
                let [_, _, _, kind, length] = read(&mut near).await?;
                let mut name = vec![0; length.into()];
                near.read_exact(&mut name).await?;
                let port = u16::from_be_bytes(read(&mut near).await?);
                let name = String::from_utf8_lossy(&name);
                log.lock().unwrap().push(format!("{kind} {name}:{port}"));
                let mut far = TcpStream::connect((Ipv4Addr::LOCALHOST, target)).await?;
                near.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await?;
                copy_bidirectional(&mut near, &mut far).await?;
                Ok(())
            }
        });
        Self {
            port: listening.port,
            asked,
            _listening: listening,
        }
    }
}

async fn read<const N: usize>(stream: &mut TcpStream) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    stream.read_exact(&mut bytes).await?;
    Ok(bytes)
}

/// Serves every connection in a thread of its own runtime; a peer that hangs up early is no fault.
fn listen<F>(serve: impl Fn(TcpStream) -> F + Send + 'static) -> Listening
where
    F: Future<Output = io::Result<()>> + Send + 'static,
{
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    listener.set_nonblocking(true).unwrap();
    let (end, ended) = oneshot::channel();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = TcpListener::from_std(listener).unwrap();
            let accept = async {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(serve(stream));
                }
            };
            tokio::select! {
                () = accept => {}
                _ = ended => {}
            }
        });
    });
    Listening { port, _end: end }
}
