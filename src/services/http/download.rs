//! What is fetched from anybody: a person's picture lies on whatever host their service names.
//!
//! So it is asked for like a stranger would ask: no token, no client id, no cookie, and no redirect is followed, or one
//! host could send us to another that the border would not have let in. What the host promises counts for nothing: the
//! body ends at the limit and the request at the client's time-out.

use reqwest::header::ACCEPT;
use url::Url;

use super::{Http, classify, read};
use crate::auth::{Rejection, RequestError, Trouble};

impl Http {
    /// One GET that introduces nobody, of at most `limit` bytes; whoever asks says in the log what came of it.
    pub async fn download(
        &self,
        url: Url,
        accept: &'static str,
        limit: usize,
    ) -> Result<Vec<u8>, RequestError> {
        let request = self.client.get(url).header(ACCEPT, accept);
        let response = self.response(request).await?;
        let status = response.status().as_u16();
        if let Some(error) = classify::by_status(status, None) {
            return Err(error);
        }
        if status == 429 {
            return Err(Trouble::Busy.into());
        }
        if status >= 400 {
            let error = String::new();
            return Err(RequestError::Rejected(Rejection::Other { status, error }));
        }
        Ok(read(response, limit).await?)
    }
}
