//! The pages for people.

use super::*;

#[tokio::test]
async fn a_person_may_type_the_code_carelessly() {
    for flow in [Flow::Pin, Flow::Device] {
        let caller = caller(flow);
        let made = match flow {
            Flow::Pin => caller.get("oauth/pin").await.1,
            Flow::Device => caller.post("oauth2/device", &[]).await.1,
        };
        let code = text(&made, "user_code");
        let careless = format!("+{}+", code.to_lowercase().replace('-', ""));
        for path in [format!("pin?user_code={careless}"), format!("pin/{code}")] {
            let (status, page) = caller.page(&path).await;
            assert_eq!(status, 200);
            for part in [code.as_str(), "Check that your TV", "stand-in"] {
                assert!(page.contains(part), "{page}");
            }
        }
        let (status, page) = caller.press("approve", &code.to_lowercase()).await;
        assert!(status == 200 && page.contains("Approved"), "{page}");
        let again = caller.press("approve", &code).await.0;
        assert_eq!(again, 404, "once is enough");
    }
}

#[tokio::test]
async fn a_no_is_never_told_to_the_television() {
    let caller = caller(Flow::Device);
    let (_, made) = caller.post("oauth2/device", &[]).await;
    let code = text(&made, "user_code");
    let (status, page) = caller.press("decline", &code).await;
    assert!(
        status == 200 && page.contains("The TV is not told"),
        "{page}"
    );
    let answer = caller.poll_device(&text(&made, "device_code")).await.1;
    assert_eq!(answer["error"], "authorization_pending");
    assert_eq!(caller.stand_in.codes(), [code], "it may be approved");
    assert_eq!(caller.press("decline", "WRONG").await.0, 404);
}

#[tokio::test]
async fn the_page_asks_for_a_code_explains_a_wrong_one_and_quotes_nothing_raw() {
    let caller = caller(Flow::Pin);
    for path in ["pin", "pin/", "pin?user_code=+"] {
        let (status, page) = caller.page(path).await;
        assert!(status == 200 && page.contains("Type it here"), "{path}");
        assert!(page.contains("<button>Continue</button>"), "{page}");
    }
    let (status, page) = caller.page("pin?user_code=%3Cb%3E%22{{main}}").await;
    assert_eq!(status, 404);
    for part in [
        "<strong>&lt;b&gt;&quot;{{main}}</strong>",
        "is not waiting",
        "<button>Try again</button>",
    ] {
        assert!(page.contains(part), "{page}");
    }
}

#[tokio::test]
async fn the_page_of_a_sign_in_has_two_buttons_that_lead_back() {
    let caller = caller(Flow::Device);
    let back = "http://127.0.0.1:40000/callback";
    let mut pages = Vec::new();
    for button in ["allow", "deny"] {
        let mut url = caller.url("oauth2/authorize");
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", "me")
            .append_pair("redirect_uri", back)
            .append_pair("code_challenge", "challenge")
            .append_pair("code_challenge_method", "S256");
        let page = caller.client.get(url).send().await.unwrap();
        assert_eq!(page.status(), 200);
        let policy = page.headers()["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("form-action 'self' http:"), "{policy}");
        let page = page.text().await.unwrap();
        assert!(page.contains("Allow A program to use the account of Ann?"));
        let key = page.split("name=\"key\" value=\"").nth(1).unwrap();
        let key = key.split('"').next().unwrap();
        let press = caller.url(&format!("sign-in/{button}"));
        let answer = caller.client.post(press).form(&[("key", key)]).send();
        let answer = answer.await.unwrap();
        assert_eq!(answer.status(), 303);
        pages.push(answer.headers()["location"].to_str().unwrap().to_owned());
    }
    assert!(pages[0].starts_with(&format!("{back}?code=")), "{pages:?}");
    let denied = format!("{back}?error=access_denied&");
    assert!(pages[1].starts_with(&denied), "{pages:?}");
    let unknown = caller.page("oauth2/authorize?redirect_uri=http://127.0.0.1/");
    let (status, page) = unknown.await;
    assert!(status == 400 && page.contains("No sign-in here"), "{page}");
}
