//! A client id that is typed in place of the page for a phone.

use super::consent::{page, setting_up, shikimori};
use super::*;
use crate::auth::{ClientCredentials, Secret, Service};
use crate::ui::terminal::client::{ClientPrompt, fault};
use crate::web::phone::InvalidText;

fn take(
    prompt: &mut ClientPrompt,
    line: &str,
    service: Service,
) -> Result<Option<ClientCredentials>, InvalidText> {
    prompt.take(&Secret::new(line), service)
}

#[test]
fn a_line_is_awaited_on_a_terminal_while_the_page_is_open() {
    let now = clock::now();
    let open = setting_up(Some(page()), now);
    assert!(ClientPrompt::of(true).awaits(&open));
    assert!(!ClientPrompt::of(false).awaits(&open), "in a pipe");
    for view in [View::Starting, shown(pin(now)), setting_up(None, now)] {
        assert!(!ClientPrompt::of(true).awaits(&view), "{view:?}");
    }
    let mut prompt = ClientPrompt::of(true);
    take(&mut prompt, "an-id", Service::simkl()).unwrap();
    assert!(!prompt.awaits(&open), "all was typed");
}

#[test]
fn simkl_needs_a_client_id_and_shikimori_its_secret_too() {
    let mut prompt = ClientPrompt::of(true);
    let client = ClientCredentials::public("an-id");
    assert_eq!(
        take(&mut prompt, " an-id\r", Service::simkl()),
        Ok(Some(client))
    );
    let mut prompt = ClientPrompt::of(true);
    let words = Words::of(Language::English);
    assert_eq!(
        take(&mut prompt, "an id", Service::shikimori()),
        Err(InvalidText::Strange)
    );
    assert!(prompt.prompt(words).contains("client ID"));
    assert_eq!(take(&mut prompt, "an-id", Service::shikimori()), Ok(None));
    assert!(prompt.prompt(words).contains("client secret"));
    assert_eq!(
        take(&mut prompt, "an-id", Service::shikimori()),
        Err(InvalidText::Same)
    );
    assert_eq!(
        take(&mut prompt, "", Service::shikimori()),
        Err(InvalidText::Missing)
    );
    let client = ClientCredentials {
        id: "an-id".into(),
        secret: Some(Secret::new("a-secret")),
    };
    assert_eq!(
        take(&mut prompt, "a-secret", Service::shikimori()),
        Ok(Some(client))
    );
    for (why, said) in [
        (InvalidText::Missing, None),
        (InvalidText::Same, Some("same text")),
        (InvalidText::Strange, Some("look like Shikimori")),
    ] {
        let told = fault(words, "Shikimori", why);
        assert_eq!(told.is_some(), said.is_some(), "{why:?}");
        assert!(told.is_none_or(|told| told.contains(said.unwrap())));
    }
}

#[test]
fn what_was_typed_is_said_to_be_saved_once_it_is() {
    let now = clock::now();
    let asking = |notice| View::Asking {
        on_phone: false,
        trouble: None,
        notice,
    };
    let sent = || {
        let mut prompt = ClientPrompt::of(true);
        take(&mut prompt, "an-id", Service::simkl()).unwrap();
        prompt
    };
    let mut prompt = sent();
    assert!(!prompt.was_kept(&setting_up(Some(page()), now)));
    assert!(!prompt.was_kept(&View::Starting));
    assert!(prompt.was_kept(&asking(None)));
    assert!(!prompt.was_kept(&shown(pin(now))), "once");
    assert!(!sent().was_kept(&asking(Some(Notice::ClientNotKept))));
    let not_kept = Waiting {
        notice: Some(Notice::ClientNotKept),
        ..pin(now)
    };
    assert!(!sent().was_kept(&shown(not_kept)));
    assert!(
        !ClientPrompt::of(true).was_kept(&asking(None)),
        "nothing was typed"
    );
}

#[test]
fn in_every_language_the_qr_the_number_and_what_to_type_fit_80_by_24() {
    let now = clock::now();
    let view = setting_up(Some(page()), now);
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for language in Language::ALL {
        let words = Words::of(language);
        for context in [
            shikimori(language),
            UiContext {
                language,
                ..context()
            },
        ] {
            let mut prompt = ClientPrompt::of(true);
            for line in ["an-id", "a-secret"] {
                let mut shown = present(words, &context, &view, now);
                prompt.add(&view, words, &mut shown);
                let lines =
                    picture::picture(|with_qr| Text::of(&shown, None, with_qr), utf8(USUAL));
                assert_fits(&lines, USUAL, &view);
                assert!(scan(&lines).is_some(), "{language:?} {lines:#?}");
                let text = squeezed(&text(&lines));
                let asked = squeezed(&prompt.prompt(words));
                assert!(
                    text.contains("4711") && text.contains(&asked),
                    "{language:?}: {text}"
                );
                assert!(shown.terminal.lines.ends_with(&[prompt.prompt(words)]));
                take(&mut prompt, line, Service::shikimori()).unwrap();
            }
        }
    }
}
