//! What was bought.

use std::collections::BTreeMap;

use chrono::Duration;
use rand::{Rng, RngExt as _};
use redress_domain::{Currency, Money, Timestamp};

use super::body::{CustomerBody, OrderBody, OrderLineBody};
use super::catalogue::{Product, fen_amount};
use super::people::pick;

/// How far back the shop remembers.
pub const HALF_YEAR: Duration = Duration::days(182);

const CHANNELS: &[&str] = &["taobao", "taobao", "taobao", "jd", "jd", "douyin", "douyin", "pinduoduo", "web"];
const CITIES: &[&str] = &["上海", "北京", "广州", "深圳", "杭州", "成都", "武汉", "西安", "南京", "重庆", "乌鲁木齐", "拉萨"];

/// The orders of half a year before `now`, without those that [`super::story`] adds.
pub(super) fn orders(rng: &mut impl Rng, products: &[Product], customers: &[CustomerBody], now: Timestamp) -> Vec<OrderBody> {
    (1..=super::ORDERS - super::story::ORDERS).map(|n| order(rng, n, products, customers, now)).collect()
}

fn order(rng: &mut impl Rng, n: usize, products: &[Product], customers: &[CustomerBody], now: Timestamp) -> OrderBody {
    let age = Duration::minutes(rng.random_range(60..HALF_YEAR.num_minutes()));
    let placed_at = now.plus(-age);
    let delivery = placed_at.plus(Duration::hours(rng.random_range(30..120)));
    let count = *pick(rng, &[1, 1, 1, 1, 2, 2, 3]);
    let mut lines: Vec<OrderLineBody> = Vec::with_capacity(count);
    while lines.len() < count {
        let product = pick(rng, products);
        if lines.iter().any(|line| line.sku == product.sku) {
            continue;
        }
        let quantity = if product.price.minor() < 20_000 { *pick(rng, &[1, 1, 1, 2, 3]) } else { 1 };
        lines.push(line(lines.len() + 1, product, quantity));
    }
    let goods = total(&lines);
    let discount = if rng.random_bool(0.25) { goods.minor() * rng.random_range(5..20) / 100 } else { 0 };
    let discount = Money::new(discount, Currency::CNY).unwrap_or(Money::zero(Currency::CNY));
    let customer = pick(rng, customers).clone();
    let delivered_at = (delivery < now).then_some(delivery);
    let channel = *pick(rng, CHANNELS);
    let city = *pick(rng, CITIES);
    let mut body = assemble(format!("PS{n:05}"), customer, placed_at, delivered_at, lines);
    body.paid = goods.checked_sub(discount).unwrap_or(goods);
    body.attributes.insert("channel".to_owned(), channel.to_owned());
    body.attributes.insert("city".to_owned(), city.to_owned());
    if !discount.is_zero() {
        body.attributes.insert("discount".to_owned(), discount.minor().to_string());
    }
    if age < Duration::hours(12) {
        body.attributes.insert("shipping_status".to_owned(), "not_shipped".to_owned());
    }
    body
}

/// One line of an order.
pub(super) fn line(n: usize, product: &Product, quantity: u32) -> OrderLineBody {
    OrderLineBody {
        external_id: n.to_string(),
        sku: product.sku.to_owned(),
        title: format!("{} {}", product.title, product.title_en),
        category: product.category.to_owned(),
        quantity,
        unit_price: product.price,
    }
}

/// An order without a discount.
pub(super) fn assemble(
    external_id: String,
    customer: CustomerBody,
    placed_at: Timestamp,
    delivered_at: Option<Timestamp>,
    lines: Vec<OrderLineBody>,
) -> OrderBody {
    let paid = total(&lines);
    OrderBody { external_id, customer, currency: Currency::CNY, placed_at, delivered_at, paid, lines, attributes: BTreeMap::new() }
}

fn total(lines: &[OrderLineBody]) -> Money {
    let prices = lines.iter().filter_map(|line| line.unit_price.checked_mul(line.quantity).ok());
    Money::sum(Currency::CNY, prices).unwrap_or_else(|_| fen_amount(0))
}
