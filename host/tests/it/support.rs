//! A server in a temporary folder, called without a socket.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::body::HttpBody as _;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use parking_lot::Mutex;
use redress::app::{App, Parts};
use redress::attachments::Attachments;
use redress::clock::SharedEntropy;
use redress::config::{Config, Overrides, load};
use redress::http;
use redress::notify::deliver::Courier;
use redress::notify::mail::Mailer;
use redress_domain::id::Entropy;
use redress_domain::{Clock, Timestamp};
use redress_print::{Fonts, Limits, Printer};
use redress_sandbox::{Sandbox, SandboxOptions};
use redress_store::Store;
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt as _;

use crate::described;

/// The operator's key of every test.
pub(crate) const OPERATOR: &str = "rdk_operator";

/// A clock that tests move.
pub(crate) struct TestClock(Mutex<Timestamp>);

impl TestClock {
    /// Moves the clock forward.
    pub(crate) fn advance_ms(&self, ms: i64) {
        let mut now = self.0.lock();
        *now = now.plus(chrono::Duration::milliseconds(ms));
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock()
    }
}

/// Counts, so that every run makes the same identifiers.
pub(crate) struct Counter(pub(crate) u64);

impl Entropy for Counter {
    fn next_u64(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}

/// A server with one tenant.
pub(crate) struct Server {
    pub(crate) app: App,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) router: Router,
    /// Key of the tenant's owner.
    pub(crate) owner: String,
    _folder: TempDir,
}

/// What the server answered.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Reply {
    /// The stable code of a problem.
    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or("")
    }

    /// Pointers of a problem's errors.
    pub(crate) fn pointers(&self) -> Vec<&str> {
        self.body["errors"].as_array().map(|errors| errors.iter().filter_map(|e| e["pointer"].as_str()).collect()).unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// A text of the body.
    pub(crate) fn text(&self, field: &str) -> String {
        self.body[field].as_str().unwrap_or_else(|| panic!("no {field} in {}", self.body)).to_owned()
    }

    /// Fails with the whole answer when the status is another.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }
}

impl Server {
    /// A server with one tenant and the key of its owner.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| ()).await
    }

    /// The same with other settings.
    pub(crate) async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let folder = TempDir::new().unwrap();
        let config = load(&Overrides { database_url: Some(format!("sqlite:{}/test.db", folder.path().display())), ..Overrides::default() });
        let mut config = config.unwrap();
        config.storage.folder = folder.path().join("attachments");
        change(&mut config);
        let store = Store::open(config.database.url.expose()).await.unwrap();
        store.migrate().await.unwrap();
        let compiler = (PathBuf::from(env!("CARGO_BIN_EXE_redress")), vec![redress::cli::COMPILE_COMMAND.into()]);
        let sandbox = Sandbox::new(SandboxOptions::new(folder.path().join("cache"), [7; 32], compiler)).unwrap();
        let typesetter = (PathBuf::from(env!("CARGO_BIN_EXE_redress")), vec![redress::cli::PRINT_COMMAND.into()]);
        let fonts = Fonts { folder: config.print.fonts_dir.clone(), family: config.print.font_family.clone() };
        let printer = Printer::new(typesetter, fonts, Limits::default());
        let clock = Arc::new(TestClock(Mutex::new("2026-10-05T08:00:00Z".parse().unwrap())));
        // Gateways that hang are not waited for.
        let patience = std::time::Duration::from_secs(config.worker.timeout_s.min(5));
        let app = App::new(Parts {
            attachments: Attachments::open(&config.storage).unwrap(),
            mailer: Mailer::open(&config.mail).unwrap(),
            config,
            store,
            sandbox,
            printer,
            signer: Arc::new(redress_domain::receipt::Signer::new(&[9; 32])),
            vault: Arc::new(redress::gateways::Vault::new(&[5; 32]).unwrap()),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            entropy: SharedEntropy::seeded_from(&mut Counter(0)),
            courier: Courier::new(patience, true).unwrap(),
            metrics: None,
            operator_key: OPERATOR.to_owned(),
        });
        let router = http::router(app.clone());
        let mut server = Self { app, clock, router, owner: String::new(), _folder: folder };
        server.owner = server.open_tenant("shop").await;
        server
    }

    /// The database, and the first tenant in it.
    pub(crate) async fn tenant(&self) -> (Store, redress_domain::id::TenantId) {
        let store = self.app.store.clone();
        let all = store.read(|tx| Box::pin(async move { redress_store::tenant::list(tx).await })).await.unwrap();
        (store, all[0].id)
    }

    /// Opens a tenant; answers its owner's key.
    pub(crate) async fn open_tenant(&self, slug: &str) -> String {
        self.post("/api/v1/tenants", OPERATOR, json!({"slug": slug, "name": slug})).await.expect(201).text("key")
    }

    /// Adds a user with roles; answers their id and a key.
    pub(crate) async fn user(&self, name: &str, roles: &[&str]) -> (String, String) {
        let body = json!({"email": format!("{name}@shop.example"), "name": name, "roles": roles});
        let id = self.post("/api/v1/users", &self.owner, body).await.expect(201).text("id");
        let key = self.post("/api/v1/api-keys", &self.owner, json!({"user": id, "name": "test"})).await.expect(201).text("secret");
        (id, key)
    }

    pub(crate) async fn get(&self, path: &str, key: &str) -> Reply {
        self.send(Method::GET, path, key, &[], None).await
    }

    pub(crate) async fn delete(&self, path: &str, key: &str) -> Reply {
        self.send(Method::DELETE, path, key, &[], None).await
    }

    pub(crate) async fn post(&self, path: &str, key: &str, body: Value) -> Reply {
        self.post_with(path, key, &[], body).await
    }

    pub(crate) async fn post_with(&self, path: &str, key: &str, headers: &[(&str, &str)], body: Value) -> Reply {
        self.send(Method::POST, path, key, headers, Some(body.to_string().into_bytes())).await
    }

    pub(crate) async fn patch(&self, path: &str, key: &str, headers: &[(&str, &str)], body: Value) -> Reply {
        self.send(Method::PATCH, path, key, headers, Some(body.to_string().into_bytes())).await
    }

    pub(crate) async fn put(&self, path: &str, key: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, key, &[], Some(body.to_string().into_bytes())).await
    }

    /// Sends JSON bytes, or none.
    pub(crate) async fn send(&self, method: Method, path: &str, key: &str, headers: &[(&str, &str)], body: Option<Vec<u8>>) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if !key.is_empty() {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        if body.is_some() && !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.call(request.body(Body::from(body.unwrap_or_default())).unwrap()).await
    }

    /// The body of an answer that goes on.
    pub(crate) async fn stream(&self, path: &str, key: &str) -> Body {
        let request = Request::get(path).header("authorization", format!("Bearer {key}")).body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.into_body()
    }

    /// What an intruder with a connection of his own would do to the database.
    pub(crate) async fn sql(&self, command: &str) {
        use sqlx::Connection as _;
        let mut connection = sqlx::SqliteConnection::connect(self.app.config.database.url.expose()).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(command.to_owned())).execute(&mut connection).await.unwrap();
    }

    /// Sends any request.
    pub(crate) async fn call(&self, request: Request<Body>) -> Reply {
        let (head, body) = request.into_parts();
        let (method, path) = (head.method.clone(), head.uri.path().to_owned());
        // A body that goes on is passed on as it comes.
        let (body, json) = match body.size_hint().exact() {
            Some(_) => {
                let sent = body.collect().await.unwrap().to_bytes();
                let json: Option<Value> = serde_json::from_slice(&sent).ok();
                (Body::from(sent), json)
            }
            None => (body, None),
        };
        let response = self.router.clone().oneshot(Request::from_parts(head, body)).await.unwrap();
        let (parts, mut body) = response.into_parts();
        // This stream goes on for minutes; it greets at once.
        let bytes = if path == "/api/v1/events" && parts.status.is_success() {
            body.frame().await.unwrap().unwrap().into_data().unwrap()
        } else {
            body.collect().await.unwrap().to_bytes()
        };
        let body = serde_json::from_slice(&bytes).unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()));
        if parts.status.as_u16() >= 400 {
            let kind = parts.headers.get("content-type").and_then(|value| value.to_str().ok());
            assert_eq!(kind, Some("application/problem+json"), "every error is a problem: {body}");
            assert_eq!(body["status"], parts.status.as_u16());
            assert!(body["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{body}");
        }
        described::check(&method, &path, parts.status.as_u16(), json.as_ref(), &body);
        Reply { status: parts.status, headers: parts.headers, body }
    }
}
