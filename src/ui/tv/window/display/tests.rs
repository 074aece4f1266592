//! Which display is taken, and which package each fault names.

use super::graphics;
use super::libraries::{missing_library, not_opened};
use super::*;

fn display(system: System, variable: &'static str, name: &str) -> DisplayServer {
    DisplayServer {
        system,
        variable,
        name: name.into(),
    }
}

fn wayland() -> DisplayServer {
    display(System::Wayland, "WAYLAND_DISPLAY", "wayland-1")
}

fn x11() -> DisplayServer {
    display(System::X11, "DISPLAY", ":0")
}

#[test]
fn wayland_is_tried_before_x11() {
    let all = |name: &str| Some(OsString::from(format!("the {name}")));
    let found: Vec<_> = offered(all).iter().map(|found| found.variable).collect();
    assert_eq!(found, ["WAYLAND_SOCKET", "DISPLAY"]);
    let only_x11 = |name: &str| (name == "DISPLAY").then(|| OsString::from(":0"));
    assert_eq!(offered(only_x11), [x11()]);
    assert!(offered(|_| None).is_empty());
}

#[test]
fn display_that_cannot_be_used_gives_way_to_one_that_can() {
    let both = || [wayland(), x11()];
    assert_eq!(choose(both(), |_| None), Ok(wayland()));
    let no_wayland =
        |display: &DisplayServer| (*display == wayland()).then(|| display.does_not_answer());
    assert_eq!(choose(both(), no_wayland), Ok(x11()));
    let neither = choose(both(), |display| Some(display.does_not_answer())).unwrap_err();
    assert!(neither.starts_with("the display :0 does not answer: "));
    assert!(neither.ends_with("(see DISPLAY)"));
    let none = choose([], |_| None).unwrap_err();
    assert!(none.starts_with("no display found"));
}

#[test]
fn compositor_that_has_gone_does_not_answer() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("wayland-1");
    let listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let display = display(System::Wayland, "WAYLAND_DISPLAY", socket.to_str().unwrap());
    // Its libraries may be missing here; that is another sentence.
    assert_ne!(display.obstacle(), Some(display.does_not_answer()));
    drop(listener);
    assert_eq!(display.obstacle(), Some(display.does_not_answer()));
}

#[test]
fn sentence_names_the_library_and_the_package() {
    let missing = missing_library("libwayland-egl.so.1").unwrap();
    assert!(
        missing.starts_with("the library libwayland-egl.so.1 is missing or cannot be used: install libwayland-egl1 ("),
        "{missing}"
    );
    assert!(missing.contains("other systems name it similarly"));
}

#[test]
fn loader_names_the_file_that_it_did_not_find() {
    // Debian 12's words, around them x11-dl's.
    let said = |file: &str| {
        let why = "cannot open shared object file: No such file or directory";
        format!("opening library failed ({file}: {why}); opening library failed (libXi.so: {why})")
    };
    for (loader, package) in [
        (said("libXi.so.6"), "libxi6"),
        (said("libXext.so.6"), "libxext6"),
        (said("libunheard-of.so.3"), "libxi6"),
        (
            "opening library failed (/usr/lib/libXi.so.6: file too short)".to_owned(),
            "libxi6",
        ),
        (
            "XIQueryDevice - /usr/lib/libXi.so.6: undefined symbol: XIQueryDevice".to_owned(),
            "libxi6",
        ),
        // musl's words.
        (
            "Error loading shared library libXfixes.so.3: No such file (needed by /usr/lib/libXi.so.6)"
                .to_owned(),
            "libxfixes3",
        ),
        (String::new(), "libxi6"),
    ] {
        let missing = not_opened(&loader, "libXi.so.6").unwrap();
        assert_names(&missing, package);
    }
}

fn assert_names(sentence: &str, package: &str) {
    let install = format!("install {package} (");
    assert!(sentence.contains(&install), "{sentence} {package}");
}

/// Lines as the kernel writes them.
fn maps(files: &[&str]) -> String {
    let line = |file: &&str| {
        format!(
            "7f1c0a000000-7f1c0a021000 r-xp 00000000 fe:00 1311 /usr/lib/x86_64-linux-gnu/{file}\n"
        )
    };
    ["libc.so.6", "libX11.so.6.4.0"]
        .iter()
        .chain(files)
        .map(line)
        .collect()
}

#[test]
fn layer_of_opengl_that_is_not_in_memory_is_the_missing_one() {
    use System::{Wayland, X11};
    let dispatch = "libGLdispatch.so.0.0.0";
    let (gl, egl) = ("libGL.so.1.7.0", "libEGL.so.1.1.0");
    let (glx_mesa, egl_mesa) = ("libGLX_mesa.so.0.0.0", "libEGL_mesa.so.0.0.0");
    let driver = "dri/swrast_dri.so";
    for (system, files, package) in [
        (X11, &[][..], "libgl1"),
        (Wayland, &[], "libegl1"),
        // On Wayland libGL would not help.
        (Wayland, &[dispatch, gl], "libegl1"),
        (X11, &[dispatch, "libGLX.so.0.0.0", gl], "libglx-mesa0"),
        (Wayland, &[dispatch, egl], "libegl-mesa0"),
        (X11, &[dispatch, egl], "libegl-mesa0"),
        (X11, &[dispatch, gl, glx_mesa], "libgl1-mesa-dri"),
        (X11, &[dispatch, egl, egl_mesa], "libgl1-mesa-dri"),
        (Wayland, &[dispatch, egl, egl_mesa], "libgl1-mesa-dri"),
    ] {
        let missing = graphics::missing(system, &maps(files));
        assert_names(&missing.unwrap(), package);
    }
    for all_there in [
        &[dispatch, gl, glx_mesa, driver][..],
        &[dispatch, egl, egl_mesa, "libgallium-25.0.7-2.so"],
        &[dispatch, egl, "libEGL_nvidia.so.0"],
        // Before dispatchers there was one library of the vendor's.
        &[egl],
    ] {
        assert_eq!(
            graphics::missing(X11, &maps(all_there)),
            None,
            "{all_there:?}"
        );
    }
    assert_eq!(graphics::missing(X11, ""), None, "nothing is known");
}
