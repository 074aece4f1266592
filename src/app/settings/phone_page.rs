//! Whether a page is served to a phone, and where it listens. The environment beats the file.

use std::net::IpAddr;
use std::str::FromStr;

use serde::Deserialize;

use super::Expected;

/// Whether a page is served to a phone on the same network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub enum PhonePage {
    /// Yes, at the address by which this computer reaches the internet.
    #[default]
    On,
    /// Never.
    Off,
    /// Yes, at this one address, which is not all of them.
    At(IpAddr),
}

impl FromStr for PhonePage {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ip: IpAddr = match text {
            "true" | "on" => return Ok(Self::On),
            "false" | "off" => return Ok(Self::Off),
            address => address.parse().map_err(|_| Expected::PhonePage)?,
        };
        // An address of IPv4 may be written as one of IPv6; a phone is told the plain one.
        let ip = ip.to_canonical();
        if ip.is_unspecified() {
            return Err(Expected::OneAddress);
        }
        if !is_one_computers(ip) {
            return Err(Expected::ReachableAddress);
        }
        Ok(Self::At(ip))
    }
}

/// Whether it can be one computer's, and be written into a QR. The system would listen at a group's address, too, without
/// an error, and nothing would ever come.
fn is_one_computers(ip: IpAddr) -> bool {
    match ip {
        // "This network" and what is reserved (RFC 6890), with the broadcast address at its end.
        IpAddr::V4(ip) => !(ip.is_multicast() || matches!(ip.octets()[0], 0 | 240..)),
        // What is valid on one link only needs the phone's own name for it.
        IpAddr::V6(ip) => !(ip.is_multicast() || ip.is_unicast_link_local()),
    }
}

/// As it stands in the file.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected true, false or the one address to listen on in quotes, such as \"192.168.1.20\""
)]
enum Written {
    ServiceSetup(bool),
    Text(String),
}

impl TryFrom<Written> for PhonePage {
    type Error = Expected;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::ServiceSetup(true) => Ok(Self::On),
            Written::ServiceSetup(false) => Ok(Self::Off),
            Written::Text(text) if text.is_empty() => Ok(Self::default()),
            Written::Text(text) => text.parse(),
        }
    }
}
