//! The conversation with an identity provider: its discovery document and keys, the address people are sent to, and the
//! code they come back with. Everything that comes from there is checked before it is believed.

use std::{collections::HashMap, pin::Pin, sync::Arc, time::Duration};

use kernel::{Instant, time};
use openidconnect::{
    AdditionalClaims, AsyncHttpClient, AuthType, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError,
    Client, ClientId, ClientSecret, CsrfToken, DiscoveryError, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpClientError, HttpRequest, HttpResponse, IdTokenClaims, IdTokenFields, IssuerUrl, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, SignatureVerificationError,
    StandardErrorResponse, StandardTokenResponse, TokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
    http, reqwest,
};
use parking_lot::RwLock;
use platform::{Ctx, config::OidcConfig};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::model::{Refusal, Said, Step};

/// Longest that one call may take; signing in takes at most three, well within the limit of a request.
const PATIENCE: Duration = Duration::from_secs(6);
/// Longest answer that is read, in bytes: a discovery document or a key set is a few thousand.
const LONGEST: usize = 1 << 20;
/// How long the discovery document and the keys are used without asking again.
const FRESH: i64 = time::HOUR;

/// The claims we have no name for: groups among them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Others(Map<String, Value>);
impl AdditionalClaims for Others {}

type Fields = IdTokenFields<
    Others,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Answer = StandardTokenResponse<Fields, CoreTokenType>;
type OidcClient = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Answer,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;
type HttpProblem = HttpClientError<reqwest::Error>;

/// What this process knows of providers, by issuer, and the one client that asks them.
struct Known {
    providers: RwLock<HashMap<String, (Arc<CoreProviderMetadata>, Instant)>>,
    http: Result<Caller, String>,
}

/// Calls providers, within the bounds of time and size.
struct Caller(reqwest::Client);

impl<'c> AsyncHttpClient<'c> for Caller {
    type Error = HttpProblem;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpProblem>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(call(&self.0, request))
    }
}

impl Known {
    fn nothing() -> Self {
        // Redirects are not followed: a provider has no need of them, and they could lead to a machine that only this
        // one can reach.
        let http = reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build();
        Self { providers: RwLock::default(), http: http.map(Caller).map_err(|problem| problem.to_string()) }
    }

    fn http(&self) -> Result<&Caller, Refusal> {
        self.http.as_ref().map_err(down)
    }
}

/// A town's provider.
pub struct Provider {
    config: OidcConfig,
    known: Arc<Known>,
    client: OidcClient,
}

fn down(cause: impl std::fmt::Display) -> Refusal {
    tracing::warn!(%cause, "the identity provider cannot be reached");
    Refusal::Down
}

fn invalid(cause: impl std::fmt::Display) -> Refusal {
    tracing::warn!(%cause, "what the identity provider said does not hold");
    Refusal::Invalid
}

/// The provider of the town, if one was configured, for people who come to this address of the site.
pub fn config(ctx: &Ctx) -> Option<&OidcConfig> {
    ctx.app.config.oidc.get(&ctx.municipality.slug)
}

/// Where the provider sends people back to. In a demonstration that is the address in the browser.
fn way_back(ctx: &Ctx) -> String {
    let origin = match ctx.is_demonstration() && !ctx.request.origin.is_empty() {
        true => &ctx.request.origin,
        false => &ctx.municipality.base_url,
    };
    format!("{origin}/inloggen/oidc/terug")
}

impl Provider {
    /// Learns where the provider's doors are and which keys it signs with; from memory when that was not long ago.
    ///
    /// # Errors
    /// When it cannot be reached, or says something else than a provider should.
    pub async fn meet(ctx: &Ctx, config: &OidcConfig) -> Result<Self, Refusal> {
        let known = ctx.app.service(Known::nothing);
        let fresh = |at: &Instant| (0..FRESH).contains(&ctx.app.now().since(*at));
        let held = known.providers.read().get(&config.issuer).filter(|(_, at)| fresh(at)).map(|(held, _)| held.clone());
        let metadata = match held {
            Some(metadata) => metadata,
            None => discover(&known, config, ctx.app.now()).await?,
        };
        let client = client(config, &metadata, way_back(ctx))?;
        Ok(Self { config: config.clone(), known, client })
    }

    /// Where somebody goes to say who they are.
    pub fn door(&self, step: &Step) -> String {
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let (state, nonce) = (step.state.clone(), step.nonce.clone());
        let verifier = PkceCodeVerifier::new(step.verifier.clone());
        let request = self.client.authorize_url(flow, || CsrfToken::new(state), || Nonce::new(nonce));
        let request = request.set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        let (url, ..) = ["email", "profile"]
            .into_iter()
            .fold(request, |request, scope| request.add_scope(Scope::new(scope.into())))
            .url();
        url.into()
    }

    /// Exchanges the code somebody came back with for who they are.
    ///
    /// # Errors
    /// When the provider cannot be reached, or what it says does not hold.
    pub async fn who(&self, ctx: &Ctx, code: &str, step: &Step) -> Result<Said, Refusal> {
        let request = self.client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(invalid)?;
        let request = request.set_pkce_verifier(PkceCodeVerifier::new(step.verifier.clone()));
        let answer: Answer = request.request_async(self.known.http()?).await.map_err(|problem| match problem {
            RequestTokenError::Request(cause) => down(cause),
            other => invalid(other),
        })?;
        let nonce = Nonce::new(step.nonce.clone());
        match verified(&self.client, &answer, &nonce, ctx.now) {
            Ok(claims) => Ok(said(&claims, self.config.trust_email)),
            // The provider may have taken a new key since: its keys are asked for once more.
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                let metadata = discover(&self.known, &self.config, ctx.app.now()).await?;
                let client = client(&self.config, &metadata, way_back(ctx))?;
                verified(&client, &answer, &nonce, ctx.now)
                    .map(|claims| said(&claims, self.config.trust_email))
                    .map_err(invalid)
            }
            Err(cause) => Err(invalid(cause)),
        }
    }
}

async fn discover(known: &Known, config: &OidcConfig, now: Instant) -> Result<Arc<CoreProviderMetadata>, Refusal> {
    let issuer = IssuerUrl::new(config.issuer.clone()).map_err(invalid)?;
    let metadata =
        CoreProviderMetadata::discover_async(issuer, known.http()?).await.map_err(|problem| match problem {
            DiscoveryError::Request(cause) => down(cause),
            DiscoveryError::Response(status, ..) if status.is_server_error() => down(status),
            other => invalid(other),
        })?;
    let metadata = Arc::new(metadata);
    known.providers.write().insert(config.issuer.clone(), (metadata.clone(), now));
    Ok(metadata)
}

fn client(config: &OidcConfig, metadata: &CoreProviderMetadata, way_back: String) -> Result<OidcClient, Refusal> {
    let secret = Some(ClientSecret::new(config.client_secret.clone())).filter(|secret| !secret.secret().is_empty());
    let client = OidcClient::from_provider_metadata(metadata.clone(), ClientId::new(config.client_id.clone()), secret);
    let ways = metadata.token_endpoint_auth_methods_supported();
    let basic = ways.is_none_or(|ways| ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
    let way = if basic { AuthType::BasicAuth } else { AuthType::RequestBody };
    Ok(client.set_auth_type(way).set_redirect_uri(RedirectUrl::new(way_back).map_err(invalid)?))
}

/// The claims, when signature, issuer, audience, nonce and expiry hold at `now`.
fn verified(
    client: &OidcClient,
    answer: &Answer,
    nonce: &Nonce,
    now: Instant,
) -> Result<IdTokenClaims<Others, CoreGenderClaim>, ClaimsVerificationError> {
    let token = answer.id_token().ok_or_else(|| ClaimsVerificationError::Other("there is no ID token".into()))?;
    let since = Duration::from_millis(u64::try_from(now.timestamp().as_millisecond()).unwrap_or(0));
    let moment = std::time::UNIX_EPOCH + since;
    let verifier = client.id_token_verifier().set_time_fn(move || moment.into());
    token.claims(&verifier, nonce).cloned()
}

fn said(claims: &IdTokenClaims<Others, CoreGenderClaim>, trust_email: bool) -> Said {
    let verified = claims.email_verified().unwrap_or(trust_email);
    let name = claims.name().and_then(|name| name.get(None)).map(|name| name.as_str().to_owned());
    let given = claims.given_name().and_then(|name| name.get(None)).map(|name| name.as_str().to_owned());
    Said {
        issuer: claims.issuer().as_str().to_owned(),
        subject: claims.subject().as_str().to_owned(),
        verified_email: claims.email().filter(|_| verified).map(|email| kernel::email::normal(email)),
        name: name.or(given),
        claims: claims.additional_claims().0.clone(),
    }
}

/// One call, within the bounds of time and size.
async fn call(http: &reqwest::Client, request: HttpRequest) -> Result<HttpResponse, HttpProblem> {
    let request: reqwest::Request = request.try_into().map_err(Box::new)?;
    let mut response = http.execute(request).await.map_err(Box::new)?;
    let mut answer = http::Response::builder().status(response.status());
    for (name, value) in response.headers() {
        answer = answer.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(Box::new)? {
        body.extend_from_slice(&piece);
        if body.len() > LONGEST {
            return Err(HttpClientError::Other("the answer is too long".into()));
        }
    }
    answer.body(body).map_err(HttpClientError::Http)
}
