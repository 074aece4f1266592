//! Whether the process at the other end of a loopback connection belongs to this user.
//!
//! Every user of a computer may connect to its loopback. Linux tells whose socket it is in `/proc/net/tcp`, and in
//! `/proc/net/tcp6` for sockets of IPv6, which can connect to an address of IPv4, too (Linux,
//! `Documentation/networking/proc_net_tcp.rst`). Where neither can be read, every process counts as this user's.

use std::net::{SocketAddr, SocketAddrV4};

const TABLES: [&str; 2] = ["/proc/net/tcp", "/proc/net/tcp6"];
/// What stands before an address of IPv4 in the second one: `::ffff:0:0/96` (RFC 4291 §2.5.5.2).
const MAPPED: [[u8; 4]; 3] = [[0; 4], [0; 4], [0, 0, 0xff, 0xff]];
/// A table that changes while it is read may lack a row.
const TRIES: usize = 3;

/// Whether the connection from `peer` to `own` is one of this user's. It may take the system a while to tell.
pub(super) fn is_own_user(peer: SocketAddr, own: SocketAddr) -> bool {
    let (SocketAddr::V4(peer), SocketAddr::V4(own)) = (peer, own) else {
        return false;
    };
    let user = rustix::process::geteuid().as_raw();
    for _ in 0..TRIES {
        let tables = TABLES.map(|file| std::fs::read_to_string(file).ok());
        if tables.iter().all(Option::is_none) {
            return true;
        }
        let owner = |table: &String| owner(table, peer, own);
        if let Some(owner) = tables.iter().flatten().find_map(owner) {
            return owner == user;
        }
    }
    // The peer has closed it already, and waits for no answer.
    false
}

/// The user whose socket goes from `local` to `remote`.
fn owner(table: &str, local: SocketAddrV4, remote: SocketAddrV4) -> Option<u32> {
    [&[][..], &MAPPED].into_iter().find_map(|before| {
        let ends = format!("{} {} ", written(before, local), written(before, remote));
        let (_, rest) = table.split_once(&format!(": {ends}"))?;
        // State, queues, timer and retransmissions stand between.
        rest.split_ascii_whitespace().nth(4)?.parse().ok()
    })
}

/// `0100007F:1F90`: words of 32 bits as they lie in memory, and the port.
fn written(before: &[[u8; 4]], address: SocketAddrV4) -> String {
    let words = before.iter().copied().chain([address.ip().octets()]);
    let words: Vec<_> = words
        .map(|word| format!("{:08X}", u32::from_ne_bytes(word)))
        .collect();
    format!("{}:{:04X}", words.concat(), address.port())
}

#[cfg(test)]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[cfg(target_endian = "little")]
    #[test]
    fn the_owner_of_a_socket_is_read_from_the_systems_table() {
        let old = "\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 20181 1 00000000e2 100 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 20183 1 00000000e3 20 4
  22: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 20182 1 00000000e4 20 4
";
        let new = "\
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid
   0: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002
   1: 00000000000000000000000001000000:C352 00000000000000000000000001000000:1F90 01 00000000:00000000 00:00000000 00000000  1003
";
        let loopback = |port| SocketAddrV4::new([127, 0, 0, 1].into(), port);
        let user = |table, from, to| owner(table, loopback(from), loopback(to));
        assert_eq!(user(old, 50_000, 8080), Some(1001));
        assert_eq!(user(old, 8080, 50_000), Some(1000));
        assert_eq!(user(old, 50_001, 8080), None);
        assert_eq!(user(new, 50_001, 8080), Some(1002));
        assert_eq!(user(new, 50_002, 8080), None);
        assert_eq!(user("", 50_000, 8080), None);
    }

    #[test]
    fn an_own_connection_is_told_from_one_that_is_not_there() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap();
        let stream = TcpStream::connect(own).unwrap();
        let peer = stream.local_addr().unwrap();
        assert!(is_own_user(peer, own));
        assert!(!is_own_user(own, own));
    }
}
