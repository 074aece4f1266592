//! The page on the phone.

use super::*;

#[tokio::test]
async fn a_person_may_type_the_code_carelessly() {
    for phone in [pin(), device()] {
        let code = match phone.get("oauth/pin").await {
            (StatusCode::OK, made) => text(&made, "user_code"),
            _ => text(&phone.device_code("").await, "user_code"),
        };
        let careless = format!("+{}+", code.to_lowercase().replace('-', ""));
        for path in [format!("pin?user_code={careless}"), format!("pin/{code}")] {
            let (status, page) = phone.page(&path).await;
            assert_eq!(status, 200);
            assert!(
                page.contains(&code) && page.contains("Check that your TV"),
                "{page}"
            );
            assert!(page.contains("stand-in"));
        }
        assert_eq!(phone.press("approve", &code.to_lowercase()).await.0, 200);
        assert_eq!(phone.press("approve", &code).await.0, 404, "once is enough");
    }
}

#[tokio::test]
async fn the_page_asks_for_a_code_explains_a_wrong_one_and_quotes_nothing_raw() {
    let phone = pin();
    for path in ["pin", "pin/", "pin?user_code=+"] {
        let (status, page) = phone.page(path).await;
        assert!(status == 200 && page.contains("Type it here"), "{path}");
    }
    let (status, page) = phone.page("pin?user_code=%3Cb%3E%22{{main}}").await;
    assert_eq!(status, 404);
    assert!(
        page.contains("<strong>&lt;b&gt;&quot;{{main}}</strong>"),
        "{page}"
    );
    assert!(page.contains("is not waiting"));
}
