//! Which of this computer's addresses a phone can reach.
//!
//! A computer has several: loopback, a cable, Wi-Fi, containers, a VPN. The one that its way to the internet begins at is
//! nearly always in the household's network. The system is asked by connecting a UDP socket, which sends nothing: it
//! only looks up the route. Where the way leads through a VPN the answer is the VPN's, and a person must choose.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket};

/// Addresses for documentation (RFC 5737, RFC 3849): not in use anywhere, so the way to them is the default one.
const FAR: [(IpAddr, IpAddr); 2] = [
    (
        IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        IpAddr::V4(Ipv4Addr::new(198, 51, 100, 1)),
    ),
    (
        IpAddr::V6(Ipv6Addr::UNSPECIFIED),
        IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)),
    ),
];
/// Nothing is ever sent there.
const PORT: u16 = 9;

/// The address to listen on: of IPv4 first, which every phone has.
pub(super) fn local() -> Option<IpAddr> {
    FAR.into_iter()
        .filter_map(|(any, far)| {
            let socket = UdpSocket::bind((any, 0)).ok()?;
            socket.connect((far, PORT)).ok()?;
            Some(socket.local_addr().ok()?.ip())
        })
        .find(|ip| reaches(*ip))
}

/// Whether a phone could connect to it by an address in a QR.
fn reaches(ip: IpAddr) -> bool {
    let local_only = match ip {
        IpAddr::V4(_) => false,
        // It would need the phone's name for its own interface.
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    };
    !(local_only || ip.is_loopback() || ip.is_unspecified() || ip.is_multicast())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_never_sent_to_an_address_that_only_this_computer_knows() {
        for (ip, good) in [
            ("192.168.1.20", true),
            ("10.0.0.7", true),
            ("169.254.3.4", true),
            ("fd00::2", true),
            ("2a02:8108::17", true),
            ("127.0.0.1", false),
            ("0.0.0.0", false),
            ("::1", false),
            ("::", false),
            ("fe80::1", false),
            ("224.0.0.1", false),
        ] {
            assert_eq!(reaches(ip.parse().unwrap()), good, "{ip}");
        }
    }

    #[test]
    fn the_chosen_address_is_this_computers_own() {
        // A machine without a network has none, which is an answer too.
        if let Some(ip) = local() {
            std::net::TcpListener::bind((ip, 0)).unwrap();
        }
    }
}
