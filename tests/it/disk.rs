//! A full disk while a token is being stored: it is kept, said, and stored as soon as there is room.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::{Display, Flow, Home, SOON, Server};

/// A file system of so many KiB, which goes with its owner.
pub(crate) struct Tiny<'a>(&'a Path);

impl<'a> Tiny<'a> {
    pub(crate) fn at(folder: &'a Path, kib: u32) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kib}k,mode=700")])
            .arg("tmpfs")
            .arg(folder)
            .status()
            .unwrap();
        assert!(mounted.success(), "mounting needs root");
        Self(folder)
    }
}

impl Drop for Tiny<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[test]
#[ignore = "needs root, Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn full_disk_keeps_the_token_until_there_is_room() {
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    let display = Display::bare();
    let home = Home::asking(&server.url);
    let state = home.token_file().parent().unwrap().to_owned();
    let _disk = Tiny::at(&state, 16);
    let ballast = state.join("ballast");
    let screen = home.screen(&display, &[]);
    let qr = display.wait_for_qr();
    let _ = std::fs::write(&ballast, vec![0; 64 * 1024]);
    server.wait_for_poll_after(0);
    server.approve(qr.rsplit('/').next().unwrap());
    screen.wait_for_view("cannot store", SOON);
    screen.wait_for_frame("cannot store");
    assert_eq!(home.run(&["token"]).code, Some(3));

    std::fs::remove_file(&ballast).unwrap();
    // A press in the first moment of a new screen would count for the last one, that is for nothing.
    std::thread::sleep(Duration::from_millis(600));
    display.press(&["Return"]);
    screen.wait_for_view("paired", SOON);
    assert_eq!(home.run(&["token"]).out, format!("{}\n", server.token()));
    server.assert_no_secret_in(&screen.said());
}
