//! Who handles the cases: the queues and the people of the demo shop.

/// Name of the demo tenant.
pub const TENANT_NAME: &str = "毛球宠物";
/// Slug of the demo tenant.
pub const TENANT_SLUG: &str = "demo";
/// Its language.
pub const LOCALE: &str = "zh-CN";

/// A queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoQueue {
    /// Key.
    pub key: &'static str,
    /// Display name.
    pub name: &'static str,
    /// Gets what no rule routed.
    pub is_default: bool,
}

/// A person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoUser {
    /// Name in `var/demo.json` under which their key is written; `None` for people who get none.
    pub key: Option<&'static str>,
    /// Mail address.
    pub email: &'static str,
    /// Display name.
    pub name: &'static str,
    /// Roles.
    pub roles: &'static [&'static str],
    /// Queues worked in.
    pub queues: &'static [&'static str],
    /// Skills: product categories, and languages.
    pub skills: &'static [&'static str],
    /// Open tickets at most; 0 for no limit.
    pub capacity: u32,
    /// Mean rating in hundredths of a star (L9).
    pub rating: Option<u32>,
}

/// The queues (U10, L7).
pub const QUEUES: &[DemoQueue] = &[
    DemoQueue { key: "general", name: "综合客服组", is_default: true },
    DemoQueue { key: "claims", name: "售后理赔组", is_default: false },
    DemoQueue { key: "logistics", name: "物流对接组", is_default: false },
    DemoQueue { key: "finance", name: "财务支持组", is_default: false },
    DemoQueue { key: "appliance", name: "家电专席", is_default: false },
    DemoQueue { key: "apparel", name: "服饰组", is_default: false },
    DemoQueue { key: "returns", name: "退换货组", is_default: false },
];

const fn agent(
    email: &'static str,
    name: &'static str,
    queues: &'static [&'static str],
    skills: &'static [&'static str],
    rating: u32,
) -> DemoUser {
    DemoUser { key: None, email, name, roles: &["agent"], queues, skills, capacity: 60, rating: Some(rating) }
}

const fn staff(key: Option<&'static str>, email: &'static str, name: &'static str, roles: &'static [&'static str]) -> DemoUser {
    DemoUser { key, email, name, roles, queues: &[], skills: &[], capacity: 0, rating: None }
}

/// The people (L7: 小张 for apparel, 小李 for shoes and bags, here for travel goods).
pub const USERS: &[DemoUser] = &[
    staff(Some("admin"), "admin@demo.example", "管理员", &["admin"]),
    staff(Some("supervisor"), "supervisor@demo.example", "客服主管 王姐", &["supervisor"]),
    staff(None, "supervisor2@demo.example", "客服组长 老周", &["supervisor"]),
    staff(Some("director"), "director@demo.example", "运营总监 陈总", &["director"]),
    staff(None, "risk@demo.example", "风控专员 小顾", &["risk"]),
    staff(Some("warehouse"), "warehouse@demo.example", "仓库 老赵", &["warehouse"]),
    staff(Some("finance"), "finance@demo.example", "财务 小钱", &["finance"]),
    staff(Some("plugin_author"), "author@demo.example", "规则工程师 小林", &["plugin_author"]),
    DemoUser {
        key: Some("agent"), ..agent("zhang@demo.example", "小张", &["apparel", "returns", "general"], &["pet_apparel", "zh"], 480)
    },
    agent("li@demo.example", "小李", &["returns", "general"], &["pet_travel", "pet_toy", "zh"], 455),
    agent("wu@demo.example", "小吴", &["appliance", "returns"], &["pet_device", "zh", "en"], 470),
    agent("sun@demo.example", "小孙", &["appliance"], &["pet_device", "valuables", "zh"], 390),
    agent("he@demo.example", "小何", &["claims", "general"], &["pet_food", "fresh", "zh"], 430),
    agent("ma@demo.example", "小马", &["claims", "logistics"], &["zh", "en"], 410),
    agent("gao@demo.example", "小高", &["logistics"], &["zh"], 365),
    agent("lin@demo.example", "小林子", &["finance", "general"], &["zh"], 445),
    agent("luo@demo.example", "小罗", &["general", "returns"], &["pet_litter", "pet_care", "zh", "en"], 420),
];
