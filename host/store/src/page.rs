//! Lists in pages, newest first.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// Most rows of a page.
pub const MAX_LIMIT: u32 = 500;

/// A place in a list. Opaque to callers; inside it is the identifier of the last row seen, which as a UUIDv7 carries the
/// moment of creation, so pages stay stable while rows are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor(pub(crate) Uuid);

/// The text is not a cursor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a cursor: hand back the value of 'next' as it was given")]
pub struct CursorError(String);

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{}", self.0.simple())
    }
}

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        text.strip_prefix('c')
            .filter(|digits| digits.len() == 32)
            .and_then(|digits| Uuid::try_parse(digits).ok())
            .map(Self)
            .ok_or_else(|| CursorError(text.to_owned()))
    }
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Where the part before ended; `None` for the beginning.
    pub after: Option<Cursor>,
    /// Most rows wanted, 1 to [`MAX_LIMIT`].
    pub limit: u32,
}

impl Default for Page {
    fn default() -> Self {
        Self { after: None, limit: 50 }
    }
}

impl Page {
    /// How many rows to ask for: one more than wanted, to know whether there are more.
    pub(crate) fn fetch(&self) -> i64 {
        i64::from(self.limit.clamp(1, MAX_LIMIT)) + 1
    }

    /// Cuts the extra row off and says where to go on.
    pub(crate) fn cut<T>(&self, mut rows: Vec<T>, id: impl Fn(&T) -> Uuid) -> (Vec<T>, Option<Cursor>) {
        let limit = self.limit.clamp(1, MAX_LIMIT) as usize;
        if rows.len() <= limit {
            return (rows, None);
        }
        rows.truncate(limit);
        let next = rows.last().map(|last| Cursor(id(last)));
        (rows, next)
    }
}

/// Ends a built query with the page's bounds over the column `id`.
macro_rules! push_page {
    ($query:ident, $page:expr) => {
        if let Some(after) = $page.after {
            $query.push(" AND id < ").push_bind(after.0);
        }
        $query.push(" ORDER BY id DESC LIMIT ").push_bind($page.fetch());
    };
}
pub(crate) use push_page;
