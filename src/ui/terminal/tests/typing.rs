//! Lines of an input that never waits inside a read.

use std::io::{PipeWriter, Read as _, Write as _, pipe};
use std::time::Duration;

use tokio::time::timeout;

use crate::ui::terminal::input::Input;

fn on<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(test)
}

fn piped() -> (Input, PipeWriter) {
    let (reader, writer) = pipe().unwrap();
    (Input::of(Some(reader.into())), writer)
}

async fn line(input: &mut Input) -> Option<String> {
    let soon = Duration::from_millis(300);
    let line = timeout(soon, input.line()).await.ok()?;
    Some(line.expose().to_owned())
}

#[test]
fn lines_come_one_by_one_and_the_last_one_needs_no_end() {
    on(async {
        let (mut input, mut writer) = piped();
        assert_eq!(line(&mut input).await, None);
        writer.write_all(b"one\r\n\ntw").unwrap();
        assert_eq!(line(&mut input).await.as_deref(), Some("one\r"));
        assert_eq!(line(&mut input).await.as_deref(), Some(""));
        assert_eq!(line(&mut input).await, None);
        writer.write_all(b"o\nthree").unwrap();
        assert_eq!(line(&mut input).await.as_deref(), Some("two"));
        drop(writer);
        assert_eq!(line(&mut input).await.as_deref(), Some("three"));
        assert_eq!(line(&mut input).await, None);
    });
}

#[test]
fn arrow_keys_that_a_mouse_wheel_types_are_left_out() {
    on(async {
        let (mut input, mut writer) = piped();
        writer
            .write_all(b"\x1b[A\x1bOBco\x1b[Bde\n\x1bcode\n")
            .unwrap();
        assert_eq!(line(&mut input).await.as_deref(), Some("code"));
        assert_eq!(line(&mut input).await.as_deref(), Some("code"));
    });
}

#[test]
fn what_comes_later_wakes_a_waiting_caller() {
    on(async {
        let (mut input, mut writer) = piped();
        let later = async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            writer.write_all(b"later\n").unwrap();
        };
        let (heard, ()) = tokio::join!(line(&mut input), later);
        assert_eq!(heard.as_deref(), Some("later"));
    });
}

#[test]
fn an_input_that_is_closed_or_a_file_says_no_more_than_it_holds() {
    on(async {
        let open = |path: &str| Input::of(Some(std::fs::File::open(path).unwrap().into()));
        assert_eq!(line(&mut open("/dev/null")).await, None);
        assert_eq!(line(&mut Input::of(None)).await, None);
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "one\ntwo").unwrap();
        let input = &mut open(file.path().to_str().unwrap());
        assert_eq!(line(input).await.as_deref(), Some("one"));
        assert_eq!(line(input).await.as_deref(), Some("two"));
        assert_eq!(line(input).await, None);
    });
}

#[test]
fn what_goes_on_for_ever_is_left_alone() {
    on(async {
        let mut input = Input::of(Some(std::fs::File::open("/dev/zero").unwrap().into()));
        let mut count = 0;
        while line(&mut input).await.is_some() {
            count += 1;
        }
        assert_eq!(count, 100);
    });
}

#[test]
fn nothing_is_read_before_a_line_is_awaited() {
    let (mut reader, mut writer) = pipe().unwrap();
    writer.write_all(b"typed ahead\n").unwrap();
    let mut input = Input::of(Some(reader.try_clone().unwrap().into()));
    on(async { drop(input.line()) });
    drop(writer);
    let mut ahead = String::new();
    reader.read_to_string(&mut ahead).unwrap();
    assert_eq!(ahead, "typed ahead\n");
}
