//! The papers that come with Redress, with data to try them on.

use serde_json::Value;

use crate::job::Locale;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $about:expr;)+) => {
        /// What a paper is for; it says which data its template gets.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its name in addresses, which is that of its shipped template as well.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// What it is about.
            pub const fn about(self) -> About {
                match self { $(Self::$name => $about,)+ }
            }

            /// The shipped template.
            pub const fn source(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("../templates/", $key, ".typ")),)+ }
            }
        }
    };
}

/// What a paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// One ticket.
    Ticket,
    /// A walk through the warehouse.
    PickList,
}

kinds! {
    /// What was found and done (服务报告, Z33).
    ServiceReport = "service-report", About::Ticket;
    /// Who goes where, when and for what (派工单, Z33).
    DispatchOrder = "dispatch-order", About::Ticket;
    /// What the customer agrees to have mended (维修确认单, Z33).
    RepairConfirmation = "repair-confirmation", About::Ticket;
    /// What to fetch from which shelf (拣货单, D11).
    PickList = "pick-list", About::PickList;
    /// What the customer lays into the parcel (退货单).
    ReturnSlip = "return-slip", About::Ticket;
}

impl Kind {
    /// The kind of this name.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }

    /// Data as the kind's templates get it, with long names, many lines and large amounts.
    pub fn sample(self, locale: Locale) -> Value {
        let text = match (self.about(), locale) {
            (About::Ticket, Locale::ZhCn) => include_str!("../templates/samples/ticket.zh-CN.json"),
            (About::Ticket, Locale::En) => include_str!("../templates/samples/ticket.en.json"),
            (About::PickList, Locale::ZhCn) => include_str!("../templates/samples/pick-list.zh-CN.json"),
            (About::PickList, Locale::En) => include_str!("../templates/samples/pick-list.en.json"),
        };
        serde_json::from_str(text).expect("the samples are JSON; a test reads each")
    }
}
