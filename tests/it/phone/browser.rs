//! A real browser at a phone's size: the page is opened, filled in and looked at.

use serde_json::json;

use couchpin::auth::{FormOutcome, SignInEvent};
use couchpin::web::phone::{NoPage, Options, Page, Question};

use super::{
    CODE, Phone, address_of, client, code, code_at, device_code, of_simkl, options, taken,
};
use crate::support::{Browser, SOON, Site, SiteAnswer, wait_for};

/// Shikimori's bare page with a code on it.
fn shikimori() -> Site {
    Site::serving(|path| {
        if path.starts_with("/oauth/authorize?") {
            SiteAnswer::Page(format!(
                "<title>Shikimori</title><code id=code>{CODE}</code>"
            ))
        } else {
            SiteAnswer::Nothing
        }
    })
}

/// At the address that a television would choose; on a machine without a network, at loopback.
fn at_the_chosen_address(question: Question) -> Phone {
    let chosen = Options {
        address: None,
        ..options()
    };
    match Page::open(question.clone(), chosen.clone()) {
        Ok(page) => {
            assert!(!address_of(&page).ip().is_loopback());
            drop(page);
            Phone::with(question, chosen)
        }
        Err(NoPage::NoNetwork | NoPage::PublicAddress(_)) => Phone::asked(question),
        Err(error) => panic!("{error}"),
    }
}

/// Nothing is cut off sideways, everything that is pressed is large, and no field makes a phone zoom in.
fn assert_fit_for_fingers(browser: &Browser) {
    let over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(browser.measure(over), json!(0));
    let small = "[...document.querySelectorAll('input, textarea, button, .button')].filter(e => \
                 e.checkVisibility() && e.getBoundingClientRect().height < 48 || parseFloat(getComputedStyle(e).fontSize) < 16).length";
    assert_eq!(browser.measure(small), json!(0));
    let height = |css: &str| {
        format!(
            "[...document.querySelectorAll('{css}')].filter(e => e.checkVisibility()).map(e => Math.round(e.getBoundingClientRect().height))"
        )
    };
    let fields = browser.measure(&height("input, button, .button"));
    let fields = fields.as_array().unwrap();
    assert!(fields.iter().all(|field| *field == json!(48)), "{fields:?}");
    let title = "getComputedStyle(document.querySelector('h1')).fontSize";
    assert_eq!(browser.measure(title), json!("22px"));
    let unnamed =
        "[...document.querySelectorAll('input, textarea')].filter(e => !e.labels.length).length";
    assert_eq!(browser.measure(unnamed), json!(0));
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_person_signs_in_with_a_phone() {
    let site = shikimori();
    let consent = format!("{}/oauth/authorize?client_id=abc", site.url);
    let mut phone = at_the_chosen_address(code_at(&consent));
    let browser = Browser::on_a_phone("en-GB,en");
    browser.open(phone.page.url().expose());
    assert_eq!(phone.event(), SignInEvent::Opened);
    assert_eq!(browser.text("h1"), "Sign in to Shikimori");
    assert_fit_for_fingers(&browser);
    // A browser's own bars take a part of the 844 pixels.
    let button =
        browser.measure("document.querySelector('form button').getBoundingClientRect().bottom");
    assert!(button.as_f64().unwrap() < 664.0, "{button}");

    // The consent page opens beside this one, and shows a code.
    browser.press("a.button");
    browser.go_to_tab(1);
    browser.wait_for_text("#code", CODE);
    assert_eq!(browser.measure("document.referrer"), json!(""));
    let shown = browser.text("#code");
    browser.go_to_tab(0);

    // First with a wrong number, and with a code that the selection cut off.
    browser.write("#code", &shown);
    browser.write("#number", phone.wrong_number());
    browser.press("button");
    assert_eq!(phone.event(), SignInEvent::WrongNumber(1));
    browser.wait_for_text(
        "[role=alert]",
        "That’s not the number on your TV. 4 tries left.",
    );
    browser.photograph("phone-wrong-number");
    browser.write("#code", shown.split('-').next().unwrap());
    browser.write("#number", &phone.number());
    browser.press("button");
    browser.wait_for_text("[role=alert]", "Part of the code is missing.");
    assert_eq!(
        browser.measure("document.querySelector('#number')"),
        json!(null)
    );

    browser.write("#code", &shown);
    browser.press("button");
    assert_eq!(phone.event(), taken());
    browser.wait_for_text("h1", "Sent to your TV");
    browser.photograph("phone-taken");

    // What comes of it is shown without a press.
    phone.page.tell(FormOutcome::Done);
    browser.wait_for_text("h1", "Done");
    browser.photograph("phone-done");
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_person_sets_shikimori_up_with_a_phone() {
    let mut phone = Phone::asked(client());
    let browser = Browser::on_a_phone("de-DE,de");
    browser.open(phone.page.url().expose());
    assert_fit_for_fingers(&browser);
    assert_eq!(phone.event(), SignInEvent::Opened);
    browser.write("#id", "an-id");
    browser.write("#secret", "a-secret");
    browser.write("#number", &phone.number());
    browser.press("button");
    assert!(matches!(phone.event(), SignInEvent::Client(_)));
    phone.page.ask(code());
    let asked = "Shikimori öffnen";
    browser.wait_for_text("a.button", asked);

    // In this browser the number is known: one field and one button.
    assert_eq!(
        browser.measure("document.querySelectorAll('input, textarea').length"),
        json!(1)
    );
    browser.photograph("phone-known");
    browser.write("#code", CODE);
    browser.press("button");
    assert_eq!(phone.event(), taken());
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_person_sets_simkl_up_and_goes_on_to_it_with_one_scan() {
    let site = Site::serving(|path| {
        if path == "/pin?user_code=BDWP-HQPK" {
            SiteAnswer::Page("<title>Simkl</title><p id=code>BDWP-HQPK</p>".to_owned())
        } else {
            SiteAnswer::Nothing
        }
    });
    let mut phone = Phone::asked(of_simkl());
    let browser = Browser::on_a_phone("en");
    browser.open(phone.page.url().expose());
    assert_eq!(phone.event(), SignInEvent::Opened);
    assert_fit_for_fingers(&browser);
    let button =
        browser.measure("document.querySelector('form button').getBoundingClientRect().bottom");
    assert!(button.as_f64().unwrap() < 844.0, "{button}");
    browser.photograph("phone-simkl");
    browser.press("summary");
    assert_fit_for_fingers(&browser);
    browser.photograph("phone-simkl-secret");
    browser.write("#id", "an-id");
    browser.write("#number", &phone.number());
    browser.press("button");
    assert!(matches!(phone.event(), SignInEvent::Client(_)));
    browser.wait_for_text("h1", "Sent to your TV");

    // It comes by itself, and leads to the service with the code filled in.
    let page = format!("{}/pin?user_code=BDWP-HQPK", site.url);
    phone.page.show_code(&device_code(&page));
    browser.wait_for_text("p.code", "BDWP-HQPK");
    assert_fit_for_fingers(&browser);
    browser.photograph("phone-continue");
    browser.press("a.button");
    browser.go_to_tab(1);
    browser.wait_for_text("#code", "BDWP-HQPK");
    assert_eq!(browser.measure("document.referrer"), json!(""));
    browser.go_to_tab(0);
    phone.page.tell(FormOutcome::Done);
    browser.wait_for_text("h1", "Done");
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_form_on_another_site_is_sent_away_by_what_a_browser_tells_of_it() {
    let mut phone = Phone::asked(code());
    let target = phone.page.url().expose().to_owned();
    let number = phone.number();
    let site = Site::serving(move |path| match path {
        "/" => SiteAnswer::Page(format!(
            "<form method=post action='{target}'><input name=number value={number}>\
             <input name=code value='{CODE}'><button>A prize</button></form>"
        )),
        _ => SiteAnswer::Nothing,
    });
    let browser = Browser::on_a_phone("en");
    browser.open(&site.url);
    browser.press("button");
    let status = "performance.getEntriesByType('navigation')[0].responseStatus";
    wait_for("refusal", SOON, || {
        (browser.measure(status) == json!(403)).then_some(())
    });
    phone.assert_nothing_taken();
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn the_page_is_readable_in_light_and_dark_and_in_every_language() {
    let (code, client) = (Phone::asked(code()), Phone::asked(client()));
    for languages in [
        "en", "de", "es", "fr", "it", "pl", "pt-BR", "ru", "zh-CN", "ja",
    ] {
        let browser = Browser::on_a_phone(languages);
        for (name, phone) in [("code", &code), ("client", &client)] {
            browser.open(phone.page.url().expose());
            assert_fit_for_fingers(&browser);
            for (theme, dark) in [("light", false), ("dark", true)] {
                browser.prefer_dark(dark);
                let back =
                    browser.measure("getComputedStyle(document.documentElement).backgroundColor");
                assert_eq!(back == json!("rgb(21, 23, 27)"), dark, "{back}");
                let colours = "(s => s.color + ' on ' + s.backgroundColor)(getComputedStyle(document.querySelector('form button')))";
                let colours = browser.measure(colours);
                assert_eq!(colours, json!("rgb(21, 23, 27) on rgb(240, 179, 90)"));
                browser.photograph(&format!("phone-{name}-{languages}-{theme}"));
            }
        }
    }
}
