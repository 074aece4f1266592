//! Which of this computer's addresses a phone can reach.
//!
//! A computer has several: loopback, a cable, Wi-Fi, containers, a VPN. The one that its way to the internet begins at is
//! nearly always in the local network. The system is asked by connecting a UDP socket, which sends nothing: it
//! only looks up the route. Where the way leads through a VPN the answer is the VPN's, and a person must choose.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket};

use super::NoPage;

/// Addresses for documentation (RFC 5737, RFC 3849): not in use anywhere, so the way to them is the default one.
const FAR: [IpAddr; 2] = [
    IpAddr::V4(Ipv4Addr::new(198, 51, 100, 1)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)),
];
/// Nothing is ever sent there.
const PORT: u16 = 9;

/// The address to listen on: of IPv4 first, which every phone has.
pub(super) fn local() -> Result<IpAddr, NoPage> {
    choose(FAR.into_iter().filter_map(towards))
}

/// Where this computer's way to another address begins.
fn towards(far: IpAddr) -> Option<IpAddr> {
    let any = match far {
        IpAddr::V4(_) => IpAddr::from(Ipv4Addr::UNSPECIFIED),
        IpAddr::V6(_) => IpAddr::from(Ipv6Addr::UNSPECIFIED),
    };
    let socket = UdpSocket::bind((any, 0)).ok()?;
    socket.connect((far, PORT)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

/// The first private address. One of the internet is never chosen: it can be reached from everywhere, and nothing is
/// encrypted.
fn choose(addresses: impl Iterator<Item = IpAddr>) -> Result<IpAddr, NoPage> {
    let mut nothing = NoPage::NoNetwork;
    for ip in addresses.filter(is_reachable) {
        if is_private(ip) {
            return Ok(ip);
        }
        nothing = NoPage::PublicAddress(ip);
    }
    Err(nothing)
}

/// Whether a phone could connect to it by an address in a QR. A link-local one of IPv6 would need the phone's name for its
/// own interface.
fn is_reachable(ip: &IpAddr) -> bool {
    let link_local = matches!(ip, IpAddr::V6(ip) if ip.is_unicast_link_local());
    !(link_local || ip.is_loopback() || ip.is_unspecified() || ip.is_multicast())
}

/// RFC 1918, RFC 3927, RFC 4193. Not RFC 6598 (100.64.0.0/10): a provider's other customers are in that network.
fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unique_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(of: &[&str]) -> Result<String, String> {
        let addresses = of.iter().map(|ip| ip.parse().unwrap());
        let chosen = choose(addresses).map(|ip| ip.to_string());
        chosen.map_err(|why| why.to_string())
    }

    #[test]
    fn only_a_private_address_is_chosen() {
        for ip in [
            "192.168.1.20",
            "10.0.0.7",
            "172.16.0.1",
            "169.254.3.4",
            "fd00::2",
        ] {
            assert_eq!(chosen(&[ip]).as_deref(), Ok(ip));
        }
        for ip in [
            "93.184.216.34",
            "172.32.0.1",
            "100.64.0.9",
            "2a02:8108::17",
            "fec0::1",
        ] {
            let why = chosen(&[ip]).unwrap_err();
            assert!(why.starts_with(ip) && why.contains("phone_page"), "{why}");
        }
        for ip in ["127.0.0.1", "0.0.0.0", "::1", "::", "fe80::1", "224.0.0.1"] {
            let why = chosen(&[ip]).unwrap_err();
            assert!(why.contains("on no network"), "{ip}: {why}");
        }
    }

    #[test]
    fn of_several_addresses_the_first_private_one_is_chosen() {
        let choose = |of: &[&str]| chosen(of).unwrap();
        assert_eq!(choose(&["192.168.1.20", "fd00::2"]), "192.168.1.20");
        assert_eq!(choose(&["192.168.1.20", "2a02::17"]), "192.168.1.20");
        assert_eq!(choose(&["93.184.216.34", "fd00::2"]), "fd00::2");
        assert!(
            chosen(&["127.0.0.1", "2a02::17"])
                .unwrap_err()
                .starts_with("2a02::17")
        );
        assert!(chosen(&[]).is_err());
    }

    #[test]
    fn the_system_tells_an_address_of_this_computer() {
        let ip = towards(Ipv4Addr::LOCALHOST.into());
        assert_eq!(ip, Some(Ipv4Addr::LOCALHOST.into()));
    }
}
