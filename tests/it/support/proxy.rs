//! A network that can be cut: a TCP proxy on loopback between couchpin and a server.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It works.
    Pass,
    /// The port is closed.
    Refuse,
    /// Connections are accepted, and reset once something was said.
    Reset,
    /// Connections are accepted, and whatever is said is lost.
    Silence,
}

pub(crate) struct Proxy {
    port: u16,
    target: u16,
    network: Arc<Mutex<Network>>,
    listening: Option<JoinHandle<()>>,
}

struct Network {
    mode: Mode,
    streams: Vec<TcpStream>,
}

impl Proxy {
    /// A working network to a port on loopback.
    pub(crate) fn to(target: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let mut proxy = Self {
            port: listener.local_addr().unwrap().port(),
            target,
            network: Arc::new(Mutex::new(Network {
                mode: Mode::Pass,
                streams: Vec::new(),
            })),
            listening: None,
        };
        proxy.open(listener);
        proxy
    }

    /// What couchpin asks instead of the server.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Changes the network. Connections that are there are cut, but for silence, which only swallows.
    pub(crate) fn set(&mut self, mode: Mode) {
        let cut = {
            let mut network = self.network.lock().unwrap();
            network.mode = mode;
            if mode == Mode::Silence {
                Vec::new()
            } else {
                std::mem::take(&mut network.streams)
            }
        };
        for stream in cut {
            let _ = stream.shutdown(Shutdown::Both);
        }
        if mode == Mode::Refuse {
            self.close();
        } else if self.listening.is_none() {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).unwrap();
            self.open(listener);
        }
    }

    fn open(&mut self, listener: TcpListener) {
        let (network, target) = (Arc::clone(&self.network), self.target);
        self.listening = Some(thread::spawn(move || {
            for stream in listener.incoming() {
                let mode = network.lock().unwrap().mode;
                match (mode, stream) {
                    (Mode::Refuse, _) | (_, Err(_)) => return,
                    (Mode::Reset, Ok(stream)) => reset(stream),
                    (Mode::Pass | Mode::Silence, Ok(stream)) => connect(&network, target, &stream),
                }
            }
        }));
    }

    /// Wakes the listening thread, which finds the mode changed and ends with the listener.
    fn close(&mut self) {
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(thread) = self.listening.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.set(Mode::Refuse);
    }
}

/// Closing a socket in which something lies unread is a reset, not a farewell.
fn reset(stream: TcpStream) {
    thread::spawn(move || {
        let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
        let _ = stream.peek(&mut [0]);
        drop(stream);
    });
}

fn connect(network: &Arc<Mutex<Network>>, target: u16, near: &TcpStream) {
    let Ok(far) = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, target))) else {
        return;
    };
    for (from, to) in [(near, &far), (&far, near)] {
        let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
        let both = [from.try_clone().unwrap(), to.try_clone().unwrap()];
        network.lock().unwrap().streams.extend(both);
        let network = Arc::clone(network);
        thread::spawn(move || {
            let mut piece = [0; 16 * 1024];
            while let Ok(length @ 1..) = from.read(&mut piece) {
                let mode = network.lock().unwrap().mode;
                if mode != Mode::Silence && to.write_all(&piece[..length]).is_err() {
                    break;
                }
            }
            let _ = to.shutdown(Shutdown::Both);
        });
    }
}
