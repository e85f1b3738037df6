//! Who buys. Names are put together at random; telephone numbers and mail addresses are from ranges that nobody has.

use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

use super::body::CustomerBody;

const FAMILY: &[&str] =
    &["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"];
const GIVEN: &[&str] = &[
    "子涵", "雨桐", "浩然", "思远", "欣怡", "梓轩", "佳琪", "宇航", "晓梅", "建国", "丽娜", "志强", "海燕", "明哲", "诗雅", "俊杰", "雪",
    "磊", "芳", "静",
];
const ENGLISH: &[&str] = &["Alex", "Sam", "Robin", "Kim", "Jamie", "Taylor", "Casey", "Morgan", "Riley", "Jordan"];
const ENGLISH_FAMILY: &[&str] = &["Smith", "Brown", "Miller", "Garcia", "Novak", "Rossi", "Tanaka", "Silva", "Larsen", "Weber"];

/// So many customers, `c-1` first.
pub(super) fn customers(rng: &mut impl Rng, count: usize) -> Vec<CustomerBody> {
    (1..=count).map(|n| customer(rng, n)).collect()
}

fn customer(rng: &mut impl Rng, n: usize) -> CustomerBody {
    let name = if rng.random_bool(0.15) {
        format!("{} {}", pick(rng, ENGLISH), pick(rng, ENGLISH_FAMILY))
    } else {
        format!("{}{}", pick(rng, FAMILY), pick(rng, GIVEN))
    };
    let level = match rng.random_range(0..100) {
        0..55 => None,
        55..75 => Some("silver"),
        75..90 => Some("gold"),
        90..98 => Some("vip"),
        _ => Some("svip"),
    };
    CustomerBody {
        external_id: format!("c-{n}"),
        name: Some(name),
        phone: Some(format!("100{n:08}")),
        email: rng.random_bool(0.7).then(|| format!("customer-{n}@example.com")),
        member_level: level.map(ToOwned::to_owned),
    }
}

/// One of a list that is not empty.
pub(super) fn pick<'a, T>(rng: &mut impl Rng, list: &'a [T]) -> &'a T {
    list.choose(rng).unwrap_or(&list[0])
}
