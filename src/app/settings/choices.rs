//! Settings that are a choice between a few things.

use std::net::IpAddr;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};

use super::Expected;
use crate::auth::{Flow, StoreChoice};

/// Which of Simkl's two flows is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Auth {
    /// The PIN flow, or the device grant where Simkl refuses this client for it.
    #[default]
    Auto,
    /// The PIN flow only.
    Pin,
    /// The device grant only.
    Device,
}

impl FromStr for Auth {
    type Err = Expected;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let expected = Expected::OneOf(&["auto", "pin", "device"]);
        clap::ValueEnum::from_str(word, false).map_err(|_| expected)
    }
}

impl FromStr for StoreChoice {
    type Err = Expected;

    fn from_str(word: &str) -> Result<Self, Expected> {
        match word {
            "auto" => Ok(Self::Auto),
            "keyring" => Ok(Self::InKeyring),
            "file" => Ok(Self::InFile),
            _ => Err(Expected::OneOf(&["auto", "keyring", "file"])),
        }
    }
}

impl Auth {
    /// The flows to try, in order.
    #[must_use]
    pub fn flows(self) -> Vec<Flow> {
        match self {
            Self::Auto => vec![Flow::Pin, Flow::Device],
            Self::Pin => vec![Flow::Pin],
            Self::Device => vec![Flow::Device],
        }
    }
}

/// How gamepads are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gamepad {
    /// A is OK, B is Back.
    #[default]
    Read,
    /// B is OK, A is Back.
    Swapped,
    /// Not at all: something else makes keys of them already.
    Ignored,
}

/// Whether a page is served to a phone on the same network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
impl<'de> Deserialize<'de> for PhonePage {
    fn deserialize<D: Deserializer<'de>>(written: D) -> Result<Self, D::Error> {
        match toml::Value::deserialize(written)? {
            toml::Value::Boolean(true) => Ok(Self::On),
            toml::Value::Boolean(false) => Ok(Self::Off),
            toml::Value::String(text) if text.is_empty() => Ok(Self::default()),
            toml::Value::String(text) => text.parse().map_err(D::Error::custom),
            _ => Err(D::Error::custom(
                "expected true, false or the one address to listen on in quotes, such as \"192.168.1.20\"",
            )),
        }
    }
}
