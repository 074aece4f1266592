// A second opinion on OAuth itself: a general, certified server.
//
//     node server.js
//
// Needs its package: npm ci --prefix tests/oidc. The first line on standard output is
// "listening on http://127.0.0.1:PORT". Any name and password sign in. The endpoints of the code grant are where Simkl's
// newer ones are; all others, and the metadata (OpenID Connect Discovery), are where the library has them. As with Simkl:
// S256 is required of every client, the port of a redirect address on loopback is free (RFC 8252 section 7.3), and every
// answer to a browser carries iss (RFC 9207).
//
// The clients are of the kinds that Simkl has:
//
//     tv-browser   public, device authorization grant and authorization code
//     tv-device    public, device authorization grant
//     tv-secret    confidential, device authorization grant and authorization code

import { createServer } from "node:http";
import Provider from "oidc-provider";

const REDIRECT = "http://127.0.0.1/callback";
const DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

const server = createServer();
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "tv-browser",
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", DEVICE, "refresh_token"],
      redirect_uris: [REDIRECT],
    },
    {
      client_id: "tv-secret",
      client_secret: "canary-secret",
      application_type: "native",
      token_endpoint_auth_method: "client_secret_post",
      grant_types: ["authorization_code", DEVICE, "refresh_token"],
      redirect_uris: [REDIRECT],
    },
    {
      client_id: "tv-device",
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: [DEVICE, "refresh_token"],
      redirect_uris: [],
      response_types: [],
    },
  ],
  cookies: { keys: ["a test's own"] },
  features: {
    devInteractions: { enabled: true },
    deviceFlow: { enabled: true },
    revocation: { enabled: true },
  },
  pkce: { methods: ["S256"], required: () => true },
  routes: { authorization: "/oauth2/authorize", token: "/oauth2/token" },
  scopes: ["openid", "offline_access", "media:read", "media:write"],
  issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
  ttl: { AccessToken: 3600, AuthorizationCode: 60, DeviceCode: 600, Grant: 7200, IdToken: 3600, Interaction: 600, RefreshToken: 7200, Session: 7200 },
});

// Simkl gives its codes without the secret. The library wants it for them, too: it is added in front.
provider.use((context, next) => {
  if (context.path === "/device/auth" && context.query.client_id === "tv-secret") {
    context.headers.authorization = `Basic ${Buffer.from("tv-secret:canary-secret").toString("base64")}`;
  }
  return next();
});

server.on("request", provider.callback());
console.log(`listening on ${issuer}`);
