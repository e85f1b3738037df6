//! The OpenAPI document: what every route has in common. The routes add themselves.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;
use utoipa::openapi::schema::{AdditionalProperties, ArrayItems, ObjectBuilder, OneOfBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder, Schema};
use utoipa::{IntoParams, IntoResponses, Modify, ToSchema};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::problem::{Code, ProblemDocument};

/// Where the document is.
pub const DOCUMENT: &str = "/api/openapi.json";

/// The document without routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Redress",
        description = "After-sales for online shops, decided by rules that you upload.\n\nEvery error is a problem (RFC 9457) with a \
                       stable `code`. A POST that changes something takes `Idempotency-Key` where its description shows the header. A \
                       resource with a `version` answers an `ETag`, and its changes take `If-Match`. Lists answer `{items, next}`; hand `next` back as `after`."
    ),
    components(schemas(ProblemDocument)),
    modifiers(&Bearer),
    security(("key" = []))
)]
pub struct Document;

/// Bytes as they are: a file that comes or goes whole.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "only described here")]
pub struct Binary(Vec<u8>);

/// The header of a POST that is done once however often it is sent.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only described here; `idempotency` reads it")]
pub struct IdempotencyHeader {
    /// 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
    /// the header `Idempotency-Replayed: true`.
    #[param(rename = "Idempotency-Key")]
    idempotency_key: Option<String>,
}

/// The header that every change takes.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only described here; `etag` reads it")]
pub struct IfMatchHeader {
    /// The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one.
    #[param(rename = "If-Match")]
    if_match: Option<String>,
}

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("rdk_…").build();
        document.components.get_or_insert_default().add_security_scheme("key", SecurityScheme::Http(scheme));
    }
}

/// The problems of every route that reads.
pub struct ReadProblems;

/// The problems of every route that writes.
pub struct WriteProblems;

/// The problems of every route that changes one existing thing.
pub struct ChangeProblems;

impl IntoResponses for ReadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(|code| matches!(code, Code::InvalidQuery | Code::Unauthenticated | Code::Forbidden | Code::NotFound | Code::Internal))
    }
}

impl IntoResponses for WriteProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(|code| !special(code) && !matches!(code, Code::InvalidQuery | Code::InvalidIfMatch | Code::StaleVersion))
    }
}

impl IntoResponses for ChangeProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(|code| !special(code) && code != Code::InvalidQuery)
    }
}

/// The problems of the route that gateways send messages to.
pub struct HookProblems;

impl IntoResponses for HookProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        use Code::{BodyTooLarge, Busy, DatabaseUnavailable, GatewayNotReady, Internal, InvalidBody, InvalidSignature, NotFound};
        problems(|code| {
            let unable = matches!(code, Busy | DatabaseUnavailable | GatewayNotReady | Internal);
            unable || matches!(code, BodyTooLarge | InvalidBody | InvalidSignature | NotFound)
        })
    }
}

/// The problems of every route of the portal.
pub struct PortalProblems;

impl IntoResponses for PortalProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(|code| {
            use Code::{
                BodyTooLarge, Busy, Forbidden, IdempotencyKeyReused, Internal, Invalid, InvalidBody, InvalidIdempotencyKey, InvalidQuery,
                MalformedJson, NotAllowedNow, NotFound, StorageUnavailable, TooManyRequests, Unauthenticated, UnknownField,
                UnsupportedMediaType, UploadCutOff,
            };
            let common = matches!(
                code,
                Unauthenticated | Forbidden | NotFound | TooManyRequests | NotAllowedNow | Busy | StorageUnavailable | Internal
            );
            let body = matches!(code, MalformedJson | UnknownField | InvalidQuery | InvalidIdempotencyKey | UploadCutOff);
            let meaning = matches!(code, BodyTooLarge | UnsupportedMediaType | InvalidBody | Invalid | IdempotencyKeyReused);
            common || body || meaning
        })
    }
}

/// What only some routes answer; they say so themselves.
const fn special(code: Code) -> bool {
    matches!(
        code,
        Code::MethodNotAllowed
            | Code::UploadCutOff
            | Code::TooManyRequests
            | Code::StorageUnavailable
            | Code::RangeNotSatisfiable
            | Code::InvalidSignature
            | Code::GatewayNotReady
    )
}

/// One response for each status, with the codes that may come with it.
fn problems(possible: impl Fn(Code) -> bool) -> BTreeMap<String, RefOr<Response>> {
    let mut codes: BTreeMap<u16, Vec<String>> = BTreeMap::new();
    for code in Code::ALL.iter().copied().filter(|code| possible(*code)) {
        let (status, name, _) = code.row();
        codes.entry(status.as_u16()).or_default().push(format!("`{name}`"));
    }
    let content = || ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    codes
        .into_iter()
        .map(|(status, names)| {
            let response = ResponseBuilder::new().description(names.join(", ")).content("application/problem+json", content()).build();
            (status.to_string(), RefOr::T(response))
        })
        .collect()
}

/// The document with the closed parts of `allOf` opened: a schema that allows no other properties would forbid what stands beside it there
/// (JSON Schema 2020-12 §10.3.2.3), and what is flattened into another is described so.
pub fn opened(mut document: OpenApi) -> OpenApi {
    let Some(components) = &mut document.components else { return document };
    let all = components.schemas.clone();
    for (name, schema) in &mut components.schemas {
        open(schema, &all);
        if name.starts_with("DrawingView")
            && let RefOr::T(Schema::Object(view)) = schema
            && let Some(draft) = view.properties.get_mut("draft")
        {
            // The derive forgets that a generic field is optional.
            let null = ObjectBuilder::new().schema_type(Type::Null);
            *draft = OneOfBuilder::new().item(null).item(draft.clone()).into();
        }
    }
    document
}

fn open(schema: &mut RefOr<Schema>, all: &BTreeMap<String, RefOr<Schema>>) {
    let RefOr::T(schema) = schema else { return };
    match schema {
        Schema::AllOf(parts) => {
            for part in &mut parts.items {
                if let RefOr::Ref(reference) = part
                    && let Some(name) = reference.ref_location.rsplit('/').next()
                    && let Some(RefOr::T(closed)) = all.get(name)
                {
                    let mut loose = closed.clone();
                    if loosen(&mut loose) {
                        *part = RefOr::T(loose);
                    }
                }
                open(part, all);
            }
        }
        Schema::OneOf(parts) => parts.items.iter_mut().for_each(|part| open(part, all)),
        Schema::AnyOf(parts) => parts.items.iter_mut().for_each(|part| open(part, all)),
        Schema::Object(object) => object.properties.values_mut().for_each(|part| open(part, all)),
        Schema::Array(list) => {
            if let ArrayItems::RefOrSchema(item) = &mut list.items {
                open(item, all);
            }
        }
        _ => {}
    }
}

/// Lets an object, or each of several, have other properties. True when it had none before.
fn loosen(schema: &mut Schema) -> bool {
    match schema {
        Schema::Object(object) if matches!(object.additional_properties.as_deref(), Some(AdditionalProperties::FreeForm(false))) => {
            object.additional_properties = None;
            true
        }
        Schema::OneOf(choices) => choices.items.iter_mut().filter_map(own).map(loosen).fold(false, |any, one| any | one),
        Schema::AnyOf(choices) => choices.items.iter_mut().filter_map(own).map(loosen).fold(false, |any, one| any | one),
        _ => false,
    }
}

fn own(schema: &mut RefOr<Schema>) -> Option<&mut Schema> {
    match schema {
        RefOr::T(schema) => Some(schema),
        RefOr::Ref(_) => None,
    }
}

/// Serves the document and a page to browse it.
pub fn routes<S: Clone + Send + Sync + 'static>(document: &OpenApi) -> Router<S> {
    // The document is made of strings and numbers; it always prints.
    let text = Bytes::from(document.to_pretty_json().unwrap_or_default());
    let page = SwaggerUi::new("/api/docs").config(Config::from(DOCUMENT));
    Router::from(page).route(DOCUMENT, get(move || async move { ([(header::CONTENT_TYPE, "application/json")], text) }))
}
