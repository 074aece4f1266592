//! Another computer of the network that connects and says nothing.

use std::net::{Ipv4Addr, SocketAddr};

use rustix::process::{Resource, getrlimit, setrlimit};
use tokio::net::{TcpSocket, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// Idle connections from another address of loopback, which Linux has many of. They stay open until this is dropped, if
/// the server leaves them open.
pub(crate) struct Idle {
    _connections: Vec<TcpStream>,
    _runtime: Runtime,
}

impl Idle {
    pub(crate) fn from_another_address(count: usize, to: SocketAddr) -> Self {
        // Some systems allow a process no more than 1,024 files until it asks for more.
        let limit = getrlimit(Resource::Nofile);
        let most = rustix::process::Rlimit {
            current: limit.maximum,
            ..limit
        };
        setrlimit(Resource::Nofile, most).unwrap();
        let runtime = Builder::new_current_thread().enable_io().build().unwrap();
        let connections = runtime.block_on(async {
            let mut connections = Vec::new();
            for _ in 0..count {
                let socket = TcpSocket::new_v4().unwrap();
                socket
                    .bind((Ipv4Addr::new(127, 0, 0, 2), 0).into())
                    .unwrap();
                connections.push(socket.connect(to).await.unwrap());
            }
            connections
        });
        Self {
            _connections: connections,
            _runtime: runtime,
        }
    }
}
