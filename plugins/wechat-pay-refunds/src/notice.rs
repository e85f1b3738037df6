//! Messages of WeChat Pay: signed, with the content sealed under the APIv3 key (pay.weixin.qq.com/doc/v3/merchant/4012071382).

use redress_sdk::gateway::Notice;
use redress_sdk::prelude::*;

use crate::answer::outcome;
use crate::config::Config;
use crate::sign;

#[derive(Deserialize)]
struct Message {
    resource: Resource,
}

#[derive(Deserialize)]
struct Resource {
    ciphertext: String,
    nonce: String,
    #[serde(default)]
    associated_data: String,
}

#[derive(Deserialize)]
struct Refund {
    out_refund_no: String,
    refund_id: String,
    refund_status: String,
}

pub(crate) fn read(call: &Call<Config>, headers: &[(String, String)], body: &str) -> Result<Option<Notice>, RuleError> {
    use base64::Engine as _;
    if !sign::verify(call, headers, body)? {
        return Err(RuleError::invalid_input("/headers", "the message is not signed by WeChat Pay, or not lately"));
    }
    let resource = serde_json::from_str::<Message>(body)?.resource;
    let sealed = base64::engine::general_purpose::STANDARD
        .decode(&resource.ciphertext)
        .map_err(|error| RuleError::invalid_input("/body/resource/ciphertext", error.to_string()))?;
    let opened = call.crypto().aes_gcm_open(Config::API_V3_KEY, resource.nonce.as_bytes(), resource.associated_data.as_bytes(), &sealed)?;
    // Other events of the merchant come the same way.
    let Ok(refund) = serde_json::from_slice::<Refund>(&opened) else { return Ok(None) };
    Ok(Some(Notice { outcome: outcome(&refund.refund_status, refund.refund_id), instruction: refund.out_refund_no }))
}
