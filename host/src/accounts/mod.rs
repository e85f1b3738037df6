//! Use cases around who may call: used by the API, the command line and the demo shop alike.

mod key;
mod password;
mod secret;
mod tenant;
mod user;

pub use key::{IssuedKey, NewKey, issue_key};
pub use password::{hash_password, is_password, open_session, set_password};
pub use secret::{KEY_PREFIX, LINK_PREFIX, new_link_token, new_secret};
pub use tenant::{NewTenant, OpenedTenant, open_tenant, promise_to_all};
pub use user::{NewUser, add_user};
pub(crate) use user::{check_departments, check_deputy, check_references, checked_departments, checked_rating};
