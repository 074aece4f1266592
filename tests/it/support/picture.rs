//! What a camera saw of a television: whether it is readable, and by what.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A screenshot; good until the next one is taken.
pub(crate) struct Picture {
    file: PathBuf,
}

impl Picture {
    /// What is in a file of any usual format.
    pub(super) fn of(file: PathBuf) -> Self {
        Self { file }
    }

    /// Keeps it, to be looked at by hand.
    pub(crate) fn keep(&self, name: &str) {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        std::fs::copy(&self.file, kept).unwrap();
    }

    /// What the QR says to a phone.
    pub(crate) fn qr(&self) -> Option<String> {
        let output = Command::new("zbarimg")
            .args(["-q", "--raw"])
            .arg(&self.file)
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .output()
            .expect("zbarimg is installed");
        let said = String::from_utf8(output.stdout).unwrap();
        let text = said.trim_end_matches('\n');
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The QR symbol's height in pixels.
    pub(crate) fn symbol_height(&self) -> Option<i32> {
        let grey = open(&self.file).into_luma8();
        let (width, height) = (grey.width() as usize, grey.height() as usize);
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            grey.get_pixel(x as u32, y as u32).0[0]
        });
        let grids = prepared.detect_grids();
        let [top, _, bottom, _] = grids.first()?.bounds;
        Some(bottom.y - top.y)
    }

    /// The colours of the four corners.
    pub(crate) fn corners(&self) -> [[u8; 3]; 4] {
        let picture = open(&self.file).into_rgb8();
        let (right, bottom) = (picture.width() - 1, picture.height() - 1);
        let corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)];
        corners.map(|(x, y)| picture.get_pixel(x, y).0)
    }

    /// How many pixels are bright, as text is.
    pub(super) fn bright(&self) -> usize {
        let grey = open(&self.file).into_luma8();
        grey.pixels().filter(|pixel| pixel.0[0] > 200).count()
    }
}

fn open(file: &Path) -> image::DynamicImage {
    image::open(file).unwrap()
}
