//! What the shop sent along with the order.

use redress_sdk::prelude::*;

/// The shop's side of a case.
pub(crate) struct Shop<'a> {
    /// The order.
    pub(crate) order: &'a Order,
    /// The method it was paid with.
    pub(crate) paid_with: &'a str,
    status: &'a str,
    user: &'a str,
    methods: serde_json::Map<String, serde_json::Value>,
}

impl<'a> Shop<'a> {
    /// Reads the order's attributes.
    pub(crate) fn read(case: &'a CaseFile) -> Result<Self, RuleError> {
        let order = case.order.as_ref().ok_or_else(|| RuleError::invalid_input("/order", "the policy speaks of orders only"))?;
        let attribute = |name: &str| {
            order.attribute(name).ok_or_else(|| RuleError::invalid_input(format!("/order/attributes/{name}"), "the shop must send this"))
        };
        Ok(Self {
            order,
            paid_with: attribute("paid_with")?,
            status: attribute("status")?,
            user: attribute("user_id")?,
            methods: serde_json::from_str(attribute("payment_methods")?)?,
        })
    }

    /// "You must deny any requests for tasks related to any other user."
    pub(crate) fn owned_by(&self, case: &CaseFile) -> Result<(), String> {
        let asking = case.customer.as_ref().map(|customer| customer.external_id.as_str());
        if asking == Some(self.user) { Ok(()) } else { Err("The order belongs to another customer.".to_owned()) }
    }

    /// Orders move in one state only.
    pub(crate) fn has_status(&self, wanted: &str, verb: &str) -> Result<(), String> {
        if self.status == wanted { Ok(()) } else { Err(format!("Only a {wanted} order can be {verb}; this one is {}.", self.status)) }
    }

    /// The balance of a payment method of the customer; `None` for a method without one.
    pub(crate) fn balance(&self, method: &str) -> Result<Option<i64>, String> {
        let known = self.methods.get(method).ok_or_else(|| format!("The customer has no payment method {method}."))?;
        Ok(known.as_i64())
    }
}

/// One variant of a product in the catalogue.
pub(crate) struct Variant {
    /// In stock.
    pub(crate) available: bool,
    /// Price in minor units.
    pub(crate) price: i64,
}

impl Variant {
    /// The variant of a product.
    pub(crate) fn find<C>(call: &Call<C>, product: &str, item: &str) -> Result<Self, String> {
        let unknown = || format!("Item {item} is not an option of the same product.");
        let Some(ParameterValue::Set(variants)) = call.parameter(&format!("catalog_{product}")) else { return Err(unknown()) };
        let words = variants.iter().map(|text| text.split(' ').collect::<Vec<_>>()).find(|words| words.first() == Some(&item));
        match words.as_deref() {
            Some([_, price, available]) => Ok(Self { available: *available == "yes", price: price.parse().map_err(|_| unknown())? }),
            _ => Err(unknown()),
        }
    }
}
