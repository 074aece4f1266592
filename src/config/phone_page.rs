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
        Ok(Self::At(ip))
    }
}

/// As it stands in the file.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected true, false or the one address to listen on in quotes, such as \"192.168.1.20\""
)]
enum Written {
    Served(bool),
    Text(String),
}

impl TryFrom<Written> for PhonePage {
    type Error = Expected;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::Served(true) => Ok(Self::On),
            Written::Served(false) => Ok(Self::Off),
            Written::Text(text) if text.is_empty() => Ok(Self::default()),
            Written::Text(text) => text.parse(),
        }
    }
}
