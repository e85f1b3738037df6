//! Seals tenants' secrets under the server's key: AES-256-GCM with a random nonce before the sealed text. Tenant and name are
//! authenticated with it, so that no row can take another's place.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use redress_domain::id::{PortalLinkId, TenantId};
use sha2::Sha256;

use crate::accounts::LINK_PREFIX;
use crate::clock::SharedEntropy;

/// Why a secret cannot be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// It was sealed under another key, or changed.
    #[error("the secret cannot be opened: it was sealed under another key (secrets.key_file), or changed; store it again")]
    Sealed,
    /// The library refused the key or the length.
    #[error("the secret cannot be sealed")]
    Unusable,
}

/// The server's key, and what is derived from it.
pub struct Vault {
    seals: LessSafeKey,
    /// Makes the tokens of links that the server sends by itself.
    links: Hmac<Sha256>,
}

impl Vault {
    /// A vault with a key of 32 random bytes.
    ///
    /// # Errors
    /// [`VaultError::Unusable`] when the library refuses the key.
    pub fn new(key: &[u8; 32]) -> Result<Self, VaultError> {
        let seals = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).map_err(|_| VaultError::Unusable)?);
        // A key of its own (NIST SP 800-108), so that no token says anything about what is sealed.
        let keyed = |key: &[u8]| Hmac::<Sha256>::new_from_slice(key).map_err(|_| VaultError::Unusable);
        let links = keyed(&keyed(key)?.chain_update(b"redress portal links 1").finalize().into_bytes())?;
        Ok(Self { seals, links })
    }

    /// The token of a link that the server sends by itself: always the same, so that it is kept nowhere and made when it is sent.
    pub fn link_token(&self, tenant: TenantId, link: PortalLinkId) -> String {
        let mac = self.links.clone().chain_update(tenant.as_uuid().as_bytes()).chain_update(link.as_uuid().as_bytes());
        format!("{LINK_PREFIX}{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }

    /// Seals a secret.
    ///
    /// # Errors
    /// [`VaultError::Unusable`] for a secret that is too long for the cipher.
    pub fn seal(&self, tenant: TenantId, name: &str, secret: &[u8], entropy: &SharedEntropy) -> Result<Vec<u8>, VaultError> {
        let mut nonce = [0; NONCE_LEN];
        nonce.copy_from_slice(&entropy.secret()[..NONCE_LEN]);
        let mut sealed = secret.to_vec();
        let key = Nonce::assume_unique_for_key(nonce);
        self.seals.seal_in_place_append_tag(key, Aad::from(place(tenant, name)), &mut sealed).map_err(|_| VaultError::Unusable)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens a secret.
    ///
    /// # Errors
    /// [`VaultError::Sealed`].
    pub fn open(&self, tenant: TenantId, name: &str, sealed: &[u8]) -> Result<Vec<u8>, VaultError> {
        let (nonce, text) = sealed.split_at_checked(NONCE_LEN).ok_or(VaultError::Sealed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| VaultError::Sealed)?;
        let mut text = text.to_vec();
        let opened = self.seals.open_in_place(nonce, Aad::from(place(tenant, name)), &mut text).map_err(|_| VaultError::Sealed)?;
        Ok(opened.to_vec())
    }
}

fn place(tenant: TenantId, name: &str) -> Vec<u8> {
    [tenant.as_uuid().as_bytes().as_slice(), name.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use redress_domain::id::{Entropy, uuid_v7};

    use super::*;

    struct Counter(u64);

    impl Entropy for Counter {
        fn next_u64(&mut self) -> u64 {
            self.0 += 1;
            self.0
        }
    }

    #[test]
    fn a_secret_opens_in_its_place_only() {
        let entropy = SharedEntropy::seeded_from(&mut Counter(0));
        let tenant = |n| TenantId::from_uuid(uuid_v7(&crate::clock::SystemClock, &mut Counter(n)));
        let (ours, theirs) = (tenant(1), tenant(9));
        let vault = Vault::new(&[3; 32]).unwrap();
        let sealed = vault.seal(ours, "stripe", b"sk_live", &entropy).unwrap();
        assert!(!sealed.windows(7).any(|part| part == b"sk_live"));
        assert_eq!(vault.open(ours, "stripe", &sealed).unwrap(), b"sk_live");
        assert_eq!(vault.open(theirs, "stripe", &sealed), Err(VaultError::Sealed));
        assert_eq!(vault.open(ours, "other", &sealed), Err(VaultError::Sealed));
        assert_eq!(Vault::new(&[4; 32]).unwrap().open(ours, "stripe", &sealed), Err(VaultError::Sealed));
        assert_eq!(vault.open(ours, "stripe", &sealed[..5]), Err(VaultError::Sealed));
        let again = vault.seal(ours, "stripe", b"sk_live", &entropy).unwrap();
        assert_ne!(sealed, again, "the nonce is new each time");
    }
}
