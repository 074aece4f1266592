//! The bodies of requests and answers.

use std::collections::BTreeMap;

use reqwest::{RequestBuilder, Response};

use crate::auth::{RequestBody, Trouble};

/// Reads a body up to the limit, whatever length was promised.
pub(super) async fn read(mut response: Response, limit: usize) -> Result<Vec<u8>, Trouble> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| {
        if error.is_timeout() {
            Trouble::Timeout
        } else {
            Trouble::Malformed
        }
    })? {
        if body.len() + chunk.len() > limit {
            return Err(Trouble::Malformed);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Writes the body of a request.
pub(super) fn write(
    request: RequestBuilder,
    body: RequestBody,
    fields: &[(&str, &str)],
) -> RequestBuilder {
    match body {
        RequestBody::Form => request.form(fields),
        RequestBody::Json => request.json(&fields.iter().copied().collect::<BTreeMap<_, _>>()),
    }
}
