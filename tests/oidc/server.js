// A second opinion on OAuth itself: a general, certified server with one client of each kind.
//
//     node server.js [PORT]
//
// Needs its package: npm ci --prefix tests/oidc. The first line on standard output is
// "listening on http://127.0.0.1:PORT". Any name and password sign in. PORT is that of the redirect address that is
// registered, 8765 if none is given. The endpoints of the code grant are where Simkl's newer ones are.
//
//     tv-browser   public, authorization code, S256 and nothing else
//     tv-secret    confidential, authorization code
//     tv-device    public, device authorization grant

import { createServer } from "node:http";
import Provider from "oidc-provider";

const REDIRECT = `http://127.0.0.1:${process.argv[2] ?? 8765}/callback`;
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
      grant_types: ["authorization_code", "refresh_token"],
      redirect_uris: [REDIRECT],
    },
    {
      client_id: "tv-secret",
      client_secret: "canary-secret",
      application_type: "native",
      token_endpoint_auth_method: "client_secret_post",
      grant_types: ["authorization_code", "refresh_token"],
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
  pkce: { methods: ["S256"], required: (_, client) => client.tokenEndpointAuthMethod === "none" },
  routes: { authorization: "/oauth2/authorize", token: "/oauth2/token" },
  scopes: ["openid", "offline_access", "media:read", "media:write"],
  issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
  ttl: { AccessToken: 3600, AuthorizationCode: 60, DeviceCode: 600, Grant: 7200, IdToken: 3600, Interaction: 600, RefreshToken: 7200, Session: 7200 },
});

server.on("request", provider.callback());
console.log(`listening on ${issuer}`);
