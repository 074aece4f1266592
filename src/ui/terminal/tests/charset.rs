//! The picture on terminals without UTF-8, or without colours.

use super::*;

/// What a phone reads in lines of blanks: two of them are a module, and only their background counts.
fn scan_blanks(lines: &[Line]) -> Option<String> {
    let mut rows: Vec<Vec<bool>> = Vec::new();
    for line in lines {
        let modules = line.spans.iter().filter_map(|span| {
            let dark = match span.style.bg? {
                Color::Indexed(16) => true,
                Color::Indexed(231) => false,
                other => panic!("{other}"),
            };
            assert_eq!(span.content, "  ");
            Some(dark)
        });
        let row: Vec<bool> = modules.collect();
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
        size: Size::new(columns, rows),
        charset: Charset::Ascii,
        symbol,
    };
    let waiting = device(now);
    let complete = waiting.code.verification_uri_complete.to_string();
    let view = shown(waiting);
    let is_ascii = |lines: &[Line]| lines.iter().all(|line| line.to_string().is_ascii());
    let has_all = |lines: &[Line]| {
        let text = text(lines);
        for part in [
            "BDWP-HQPK",
            "simkl.com/pin",
            "14:05",
            "Waiting for your phone",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(is_ascii(lines), "{lines:?}");
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
        assert!(lines.len() <= usize::from(rows));
    }
    // Too small for it, and without colours.
    for canvas in [canvas(80, 24, Some(Symbol::Blanks)), canvas(120, 60, None)] {
        let lines = draw_on(&view, canvas, now);
        assert_eq!(scan_blanks(&lines), None);
        has_all(&lines);
    }
    for view in all(now) {
        let lines = draw_on(&view, canvas(120, 60, Some(Symbol::Blanks)), now);
        assert!(is_ascii(&lines), "{lines:?}");
    }
}
