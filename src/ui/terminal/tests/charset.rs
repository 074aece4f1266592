//! The picture on terminals without UTF-8, or without colours.

use super::*;

/// What a phone reads in lines of blanks: two of them are a module, and only their background counts.
fn scan_blanks(lines: &[String]) -> Option<String> {
    let mut rows: Vec<Vec<bool>> = Vec::new();
    for line in lines {
        let mut row = Vec::new();
        for part in line.split('\x1b').skip(1) {
            let (code, blanks) = part.split_once('m')?;
            let dark = match code {
                "[48;5;16" => true,
                "[48;5;231" => false,
                _ => continue,
            };
            assert!(blanks.chars().all(|cell| cell == ' '), "{blanks:?}");
            row.extend(std::iter::repeat_n(dark, blanks.len() / 2));
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    let (scale, side) = (4, rows.first()?.len());
    assert_eq!(rows.len(), side, "a module is as high as it is wide");
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(side * scale, side * scale, |x, y| {
            if rows[y / scale][x / scale] { 0 } else { 255 }
        });
    let grids = image.detect_grids();
    Some(grids.first()?.decode().ok()?.1)
}

#[test]
fn without_utf8_the_qr_is_blanks_on_backgrounds_and_everything_else_ascii() {
    let now = clock::now();
    let canvas = |columns, rows, symbol| Canvas {
        size: Size { columns, rows },
        charset: Charset::Ascii,
        symbol,
    };
    let waiting = device(now);
    let complete = waiting.code.verification_uri_complete.to_string();
    let view = shown(waiting);
    let has_all = |lines: &[String]| {
        let text = text(lines);
        for part in [
            "BDWP-HQPK",
            "simkl.com/pin",
            "14:05",
            "Waiting for your phone",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(lines.iter().all(|line| line.is_ascii()), "{lines:?}");
    };
    // Beside the code, and below it.
    for (columns, rows) in [(120, 40), (80, 60)] {
        let lines = draw_on(&view, canvas(columns, rows, Some(Symbol::Blanks)), now);
        assert_eq!(
            scan_blanks(&lines),
            Some(complete.clone()),
            "{columns}x{rows}"
        );
        has_all(&lines);
        assert!(lines.len() <= rows);
    }
    // Too small for it, and without colours.
    for canvas in [canvas(80, 24, Some(Symbol::Blanks)), canvas(120, 60, None)] {
        let lines = draw_on(&view, canvas, now);
        assert_eq!(scan_blanks(&lines), None);
        has_all(&lines);
    }
    for view in all(now) {
        for line in draw_on(&view, canvas(120, 60, Some(Symbol::Blanks)), now) {
            assert!(line.is_ascii(), "{line}");
        }
    }
}
