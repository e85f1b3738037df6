//! The host's side as a rule sees it: the imports in a sandbox, a [`crate::testing::FakeHost`] in native builds.

use crate::gateway::CryptoError;
use crate::{AccessError, AfterSaleSummary, Level, OrderSummary, ParameterValue, Query, Totals};

#[cfg(target_arch = "wasm32")]
#[derive(Default)]
pub(crate) struct Host;

#[cfg(target_arch = "wasm32")]
impl Host {
    pub(crate) fn log(&self, level: Level, message: &str, fields: &[(&str, &str)]) {
        let fields: Vec<(String, String)> = fields.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        crate::bindings::base::redress::rules::log::log(level, message, &fields);
    }

    pub(crate) fn orders(&self, query: Query) -> Result<Vec<OrderSummary>, AccessError> {
        crate::bindings::base::redress::rules::history::orders(query)
    }

    pub(crate) fn after_sales(&self, query: Query) -> Result<Vec<AfterSaleSummary>, AccessError> {
        crate::bindings::base::redress::rules::history::after_sales(query)
    }

    pub(crate) fn totals(&self) -> Result<Totals, AccessError> {
        crate::bindings::base::redress::rules::history::totals()
    }

    pub(crate) fn parameter(&self, code: &str) -> Option<ParameterValue> {
        crate::bindings::base::redress::rules::parameters::get(code)
    }

    pub(crate) fn hmac_sha256(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        crate::bindings::settlement::redress::rules::crypto::hmac_sha256(secret, message)
    }

    pub(crate) fn rsa_sha256_sign(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        crate::bindings::settlement::redress::rules::crypto::rsa_sha256_sign(secret, message)
    }

    pub(crate) fn rsa_sha256_verify(&self, secret: &str, message: &[u8], signature: &[u8]) -> Result<bool, CryptoError> {
        crate::bindings::settlement::redress::rules::crypto::rsa_sha256_verify(secret, message, signature)
    }

    pub(crate) fn aes_gcm_open(&self, secret: &str, nonce: &[u8], associated: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CryptoError> {
        crate::bindings::settlement::redress::rules::crypto::aes_gcm_open(secret, nonce, associated, sealed)
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub(crate) struct Host(pub(crate) crate::testing::FakeHost);

#[cfg(not(target_arch = "wasm32"))]
impl Host {
    pub(crate) fn log(&self, level: Level, message: &str, fields: &[(&str, &str)]) {
        self.0.record(level, message, fields);
    }

    pub(crate) fn orders(&self, query: Query) -> Result<Vec<OrderSummary>, AccessError> {
        self.0.look_up_orders(query)
    }

    pub(crate) fn after_sales(&self, query: Query) -> Result<Vec<AfterSaleSummary>, AccessError> {
        self.0.look_up_after_sales(query)
    }

    pub(crate) fn totals(&self) -> Result<Totals, AccessError> {
        self.0.look_up_totals()
    }

    pub(crate) fn parameter(&self, code: &str) -> Option<ParameterValue> {
        self.0.look_up_parameter(code)
    }

    pub(crate) fn hmac_sha256(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.0.made_with(secret, message)
    }

    pub(crate) fn rsa_sha256_sign(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.0.made_with(secret, message)
    }

    pub(crate) fn rsa_sha256_verify(&self, secret: &str, message: &[u8], signature: &[u8]) -> Result<bool, CryptoError> {
        Ok(self.0.made_with(secret, message)? == signature)
    }

    pub(crate) fn aes_gcm_open(&self, secret: &str, _nonce: &[u8], _associated: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.0.made_with(secret, sealed)
    }
}
