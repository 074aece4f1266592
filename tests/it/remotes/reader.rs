//! The thread that reads devices, as far as that goes without any: it knows them from sysfs, notices what comes and
//! goes, and ends.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::time::{Duration, Instant};

use couchpin::input::evdev::{DeviceFolders, Reader, Scope};
use couchpin::input::{Device, Remote};
use tempfile::TempDir;

use crate::support::{SOON, wait_for};

const BOTH: Scope = Scope {
    remotes: true,
    gamepads: true,
};

/// A computer with folders where others have `/dev/input` and `/sys/class/input`.
struct Computer {
    folder: TempDir,
    places: DeviceFolders,
}

impl Computer {
    fn without_devices() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = DeviceFolders {
            nodes: folder.path().join("dev/input"),
            descriptions: folder.path().join("sys"),
        };
        Self { folder, places }
    }

    fn new() -> Self {
        let computer = Self::without_devices();
        fs::create_dir_all(&computer.places.nodes).unwrap();
        computer
    }

    fn read(&self, remote: &Remote, scope: Scope) -> Reader {
        Reader::start(self.places.clone(), remote.clone(), scope)
    }

    /// The kernel tells what a device is: its name and its keys.
    fn describe(&self, node: &str, name: &str, keys: &[u32], axes: &str) {
        let device = self.places.descriptions.join(node).join("device");
        fs::create_dir_all(device.join("capabilities")).unwrap();
        let mut words = [0_usize; 12];
        for key in keys {
            words[(key / usize::BITS) as usize] |= 1 << (key % usize::BITS);
        }
        let words: Vec<String> = words.iter().rev().map(|word| format!("{word:x}")).collect();
        fs::write(device.join("name"), format!("{name}\n")).unwrap();
        fs::write(device.join("capabilities/key"), words.join(" ")).unwrap();
        fs::write(device.join("capabilities/abs"), axes).unwrap();
    }

    /// A node that may not be read.
    fn shut(&self, node: &str) {
        let path = self.places.nodes.join(node);
        fs::write(&path, "").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).unwrap();
        if fs::File::open(&path).is_ok() {
            // The user root may read everything but what the kernel only takes.
            fs::remove_file(&path).unwrap();
            symlink("/sys/bus/platform/drivers_probe", &path).unwrap();
            let error = fs::File::open(&path).unwrap_err();
            assert_eq!(error.kind(), std::io::ErrorKind::PermissionDenied);
        }
    }

    fn node(&self, name: &str) -> String {
        self.places.nodes.join(name).display().to_string()
    }
}

fn names(remote: &Remote) -> Vec<String> {
    let devices = remote.devices().into_iter();
    devices.map(|device| device.name.to_string()).collect()
}

fn wait_for_names(remote: &Remote, expected: &[&str]) {
    wait_for(&format!("{expected:?}"), SOON, || {
        (names(remote) == expected).then_some(())
    });
}

/// Ends the reader, which must not take long.
fn end(reader: Reader) {
    let before = Instant::now();
    drop(reader);
    assert!(before.elapsed() < Duration::from_millis(900));
}

const OK: [u32; 2] = [103, 352];
const PAD: [u32; 2] = [0x130, 0x131];
/// With the Fn of a notebook (`KEY_FN`), which X does not pass on and no reader needs.
const KEYBOARD: [u32; 4] = [28, 30, 103, 464];

#[test]
fn what_is_no_device_is_passed_over() {
    let (computer, remote) = (Computer::new(), Remote::default());
    let nodes = &computer.places.nodes;
    fs::write(nodes.join("event0"), "no device").unwrap();
    fs::create_dir(nodes.join("event1")).unwrap();
    symlink("nowhere", nodes.join("event2")).unwrap();
    symlink("/dev/null", nodes.join("event3")).unwrap();
    symlink("/dev/zero", nodes.join("event4")).unwrap();
    symlink("event5", nodes.join("event5")).unwrap();
    fs::write(nodes.join("mouse0"), "").unwrap();
    // Something that says of itself that it is a pad, and is a file.
    fs::write(nodes.join("event6"), "").unwrap();
    computer.describe("event6", "Pad", &PAD, "3");
    // The last one shows that the others have been looked at.
    computer.describe("event7", "Remote", &OK, "0");
    computer.shut("event7");
    let reader = computer.read(&remote, BOTH);
    wait_for_names(&remote, &["Remote"]);
    end(reader);
    assert_eq!(names(&remote), [""; 0], "they are read no more");
}

#[test]
fn a_remote_or_pad_that_may_not_be_read_is_named_and_a_keyboard_is_not() {
    let (computer, remote) = (Computer::new(), Remote::default());
    for (node, name, keys, axes) in [
        ("event0", "Keyboard", &KEYBOARD[..], "0"),
        ("event1", "Infrared", &OK, "0"),
        ("event2", "Pad", &PAD, "30003"),
        ("event3", "Accelerometer", &[], "7"),
    ] {
        computer.describe(node, name, keys, axes);
        computer.shut(node);
    }
    let device = |name: &str, node, gamepad| Device {
        name: name.into(),
        node: computer.node(node).into(),
        readable: false,
        gamepad,
    };
    let reader = computer.read(&remote, BOTH);
    wait_for_names(&remote, &["Infrared", "Pad"]);
    let infrared = device("Infrared", "event1", false);
    assert_eq!(remote.devices(), [infrared, device("Pad", "event2", true)]);
    end(reader);
    for (remotes, gamepads, expected) in [(false, true, "Pad"), (true, false, "Infrared")] {
        let reader = computer.read(&remote, Scope { remotes, gamepads });
        wait_for_names(&remote, &[expected]);
        end(reader);
    }
}

#[test]
fn what_is_plugged_in_and_out_is_noticed() {
    let (computer, remote) = (Computer::new(), Remote::default());
    let reader = computer.read(&remote, BOTH);
    computer.describe("event4", "First", &OK, "0");
    computer.shut("event4");
    wait_for_names(&remote, &["First"]);
    computer.describe("event5", "Second", &PAD, "3");
    computer.shut("event5");
    wait_for_names(&remote, &["First", "Second"]);
    // The same number, another device.
    fs::remove_file(computer.node("event4")).unwrap();
    computer.describe("event4", "Third", &OK, "0");
    computer.shut("event4");
    wait_for_names(&remote, &["Third", "Second"]);
    fs::remove_file(computer.node("event4")).unwrap();
    fs::remove_file(computer.node("event5")).unwrap();
    wait_for_names(&remote, &[]);
    end(reader);
}

#[test]
fn a_computer_without_the_folder_gets_it_with_the_first_device() {
    let (computer, remote) = (Computer::without_devices(), Remote::default());
    let reader = computer.read(&remote, BOTH);
    computer.describe("event0", "Remote", &OK, "0");
    for _ in 0..2 {
        fs::create_dir_all(&computer.places.nodes).unwrap();
        computer.shut("event0");
        wait_for_names(&remote, &["Remote"]);
        fs::remove_dir_all(computer.folder.path().join("dev")).unwrap();
        wait_for_names(&remote, &[]);
    }
    end(reader);
}

#[test]
fn a_permission_that_comes_later_is_noticed() {
    let (computer, remote) = (Computer::new(), Remote::default());
    computer.describe("event0", "Remote", &OK, "0");
    let node = computer.places.nodes.join("event0");
    // Until it may be read, an ordinary file cannot be told from a device.
    computer.shut("event0");
    let reader = computer.read(&remote, BOTH);
    wait_for_names(&remote, &["Remote"]);
    if fs::symlink_metadata(&node).unwrap().is_file() {
        fs::set_permissions(&node, fs::Permissions::from_mode(0o600)).unwrap();
    } else {
        replace(&node);
    }
    wait_for_names(&remote, &[]);
    end(reader);
}

/// For the user root, for whom permissions do not count.
fn replace(node: &Path) {
    let new = node.with_file_name("new");
    fs::write(&new, "").unwrap();
    fs::rename(new, node).unwrap();
}

#[test]
fn a_reader_that_reads_nothing_starts_nothing() {
    let (computer, remote) = (Computer::new(), Remote::default());
    computer.describe("event0", "Remote", &OK, "0");
    computer.shut("event0");
    let neither = Scope {
        remotes: false,
        gamepads: false,
    };
    let reader = computer.read(&remote, neither);
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(names(&remote), [""; 0]);
    end(reader);
}
