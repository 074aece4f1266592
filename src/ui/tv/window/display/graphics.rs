//! What OpenGL was short of, from the libraries that are in memory once it has failed.
//!
//! Its errors say "not found" or the number of an error, and opening it only to look would cost a start that goes well.
//! But what was opened stays open until the process ends, so what is not there then could not be opened. It comes in
//! three layers: the dispatcher (libGL for X11 or libEGL), the vendor's half of it, and the driver of the chip.

use super::System;
use super::libraries;

/// What to do about the first layer that is not in `maps`, the text of `/proc/self/maps`. None where all that can be known is there.
pub(super) fn missing(system: System, maps: &str) -> Option<String> {
    let open = |part: &str| {
        let mut files = maps.lines().filter_map(|line| line.rsplit('/').next());
        files.any(|file| file.contains(part))
    };
    let layer = |what, package| Some(libraries::missing(what, package));
    // Under X11 either of two would do, and libGL is asked first.
    let x11 = system == System::X11;
    let glx = x11 && open("libGL.so");
    if maps.is_empty() {
        None
    } else if x11 && !glx && !open("libEGL.so") {
        layer("the library libGL.so.1", "libgl1")
    } else if !x11 && !open("libEGL.so") {
        layer("the library libEGL.so.1", "libegl1")
    } else if open("libGLdispatch.so") && !open("libEGL_") && !open("libGLX_") {
        if glx {
            layer("the library libGLX_mesa.so.0", "libglx-mesa0")
        } else {
            layer("the library libEGL_mesa.so.0", "libegl-mesa0")
        }
    } else if open("_mesa.so") && !open("_dri.so") && !open("libgallium") {
        layer("Mesa's graphics driver", "libgl1-mesa-dri")
    } else {
        None
    }
}
