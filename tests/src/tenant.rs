//! A merchant with people, keys and plugins, made through the API as a person would.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::client::Client;
use crate::component;
use crate::server::Server;

static COUNT: AtomicU32 = AtomicU32::new(1);

/// One merchant on a server.
#[derive(Debug, Clone)]
pub struct Tenant {
    /// Short name.
    pub slug: String,
    /// Redress id.
    pub id: String,
    /// Client of the owner.
    pub owner: Client,
    people: BTreeMap<String, Person>,
}

/// One user of the merchant with a key.
#[derive(Debug, Clone)]
pub struct Person {
    /// Redress id.
    pub id: String,
    /// Client that acts with the user's key.
    pub client: Client,
}

impl Tenant {
    /// A merchant with currency CNY.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn create(server: &Server) -> Result<Self> {
        Self::create_in(server, "CNY").await
    }

    /// A merchant with another currency.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn create_in(server: &Server, currency: &str) -> Result<Self> {
        let slug = format!("shop-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let body = json!({"slug": slug, "name": "测试店铺", "locale": "zh-CN", "currency": currency});
        let answer = server.operator()?.post("/tenants", &body).await?.expect(201)?;
        let key = find_key(&answer).with_context(|| format!("the new tenant has no key: {answer}"))?;
        let id = find_id(&answer, "ten_").with_context(|| format!("the new tenant has no id: {answer}"))?;
        Ok(Self { slug, id, owner: Client::new(&server.base(), Some(&key))?, people: BTreeMap::new() })
    }

    /// Adds a user with one role and a key; the role names the person in [`Tenant::person`].
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn add(&mut self, role: &str) -> Result<Person> {
        let person = self.hire(role, role, &[]).await?;
        self.people.insert(role.to_owned(), person.clone());
        Ok(person)
    }

    /// Adds a user under a name of their own.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn hire(&self, name: &str, role: &str, queues: &[&str]) -> Result<Person> {
        let body = json!({"email": format!("{name}@{}.example", self.slug), "name": name, "roles": [role], "queues": queues});
        let user = self.owner.post("/users", &body).await?.expect(201)?;
        let id = find_id(&user, "usr_").with_context(|| format!("the new user has no id: {user}"))?;
        let answer = self.owner.post("/api-keys", &json!({"user": id, "name": "tests"})).await?.expect(201)?;
        let key = find_key(&answer).with_context(|| format!("the new key has no secret: {answer}"))?;
        Ok(Person { id, client: self.owner.with_key(&key) })
    }

    /// Adds one person for each role.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn with(mut self, roles: &[&str]) -> Result<Self> {
        for role in roles {
            self.add(role).await?;
        }
        Ok(self)
    }

    /// The person with a role.
    ///
    /// # Errors
    /// When nobody was added with it.
    pub fn person(&self, role: &str) -> Result<&Person> {
        self.people.get(role).with_context(|| format!("no person with the role {role} was added"))
    }

    /// The client of the person with a role.
    ///
    /// # Errors
    /// When nobody was added with it.
    pub fn client(&self, role: &str) -> Result<&Client> {
        Ok(&self.person(role)?.client)
    }

    /// Uploads a component and returns the server's answer.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn upload(&self, component: Vec<u8>) -> Result<Value> {
        self.owner.upload(component).await?.expect(201)
    }

    /// Binds an uploaded plugin and returns the binding.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn bind(&self, hook: &str, plugin: &Value, config: Value, order: i32) -> Result<Value> {
        let body = json!({"hook": hook, "plugin": plugin["id"], "config": config, "order": order, "mode": "active"});
        self.owner.post("/bindings", &body).await?.expect(201)
    }

    /// Uploads a stock plugin and binds it to one hook.
    ///
    /// # Errors
    /// When it cannot be built or the server refuses.
    pub async fn stock(&self, hook: &str, name: &str, config: Value) -> Result<Value> {
        let plugin = self.upload(component::stock(name)?).await?;
        self.bind(hook, &plugin, config, 10).await
    }
}

/// The first text in an answer that is a bearer key.
fn find_key(answer: &Value) -> Option<String> {
    texts(answer).find(|text| text.starts_with("rdk_") && text.len() == 47).map(str::to_owned)
}

/// The `id` of an answer, or of the part of it that has the wanted prefix.
fn find_id(answer: &Value, prefix: &str) -> Option<String> {
    let own = answer["id"].as_str().filter(|id| id.starts_with(prefix));
    own.or_else(|| texts(answer).find(|text| text.starts_with(prefix))).map(str::to_owned)
}

fn texts(value: &Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        Value::String(text) => Box::new(std::iter::once(text.as_str())),
        Value::Array(items) => Box::new(items.iter().flat_map(texts)),
        Value::Object(fields) => Box::new(fields.values().flat_map(texts)),
        _ => Box::new(std::iter::empty()),
    }
}
