//! A shop with as many tickets as wanted, written through the store in bulk.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::Duration;
use redress_domain::id::{CustomerId, Entropy, OrderId, QueueId, TenantId, TicketId, TicketLineId, UserId, uuid_v7};
use redress_domain::order::{Customer, Order, OrderLine};
use redress_domain::report::fact::{Fact, Field, Flag, Terms};
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::tenant::Queue;
use redress_domain::ticket::{Priority, Ticket, TicketKind, TicketLine};
use redress_domain::{Clock, Currency, Money, Timestamp};
use redress_store::{Error, Store, customer, fact, order, queue, ticket};

/// Tickets of one transaction.
const BATCH: u32 = 500;
/// Days over which they are spread, up to [`now`].
const DAYS: u32 = 730;

const CHANNELS: [&str; 6] = ["taobao", "jd", "douyin", "pinduoduo", "wechat", "phone"];
const PROBLEMS: [&str; 9] = ["商品破损", "尺寸不符", "退款延迟", "开线", "掉色", "丢件", "家电故障", "索赔运费", "退款失败"];
const REASONS: [&str; 8] =
    ["unwanted", "damaged", "defective", "size_too_small", "size_too_large", "wrong_item", "not_as_described", "other"];
const CATEGORIES: [&str; 12] = ["服饰", "鞋包", "家电", "食品", "母婴", "美妆", "玩具", "图书", "宠物", "家具", "数码", "运动"];
const THINGS: [&str; 10] = ["喂食器", "运动鞋", "连衣裙", "吹风机", "奶粉", "书包", "耳机", "猫砂盆", "台灯", "口红"];
const TROUBLES: [&str; 10] =
    ["无法连接", "包装破损", "尺码偏小", "颜色不对", "少了配件", "收到坏的", "不想要了", "退款没到", "快递丢了", "质量问题"];

/// The moment at which the last ticket came: when the bench began, since reports look back from today.
pub(crate) fn now() -> Timestamp {
    static BEGUN: std::sync::LazyLock<Timestamp> = std::sync::LazyLock::new(|| redress::clock::SystemClock.now());
    *BEGUN
}

/// Whom to ask about.
pub(crate) struct Shop {
    pub(crate) tenant: TenantId,
    pub(crate) queues: Vec<QueueId>,
    pub(crate) people: Vec<UserId>,
}

/// Numbers from a seed (splitmix64), the same in every run.
pub(crate) struct Dice(u64);

impl Entropy for Dice {
    fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 0 to `sides` - 1.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        usize::try_from(self.next_u64() % u64::try_from(sides).unwrap_or(1)).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }
}

struct At(Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// Plants what a tenant has done.
pub(crate) async fn shop(store: &Store, tenant: TenantId, tickets: u32) -> Result<Shop> {
    let mut dice = Dice::new(7);
    let begin = now().plus(-Duration::days(DAYS.into()));
    let shop = Shop {
        tenant,
        queues: (0..12).map(|_| QueueId::generate(&At(begin), &mut dice)).collect(),
        people: (0..40).map(|_| UserId::generate(&At(begin), &mut dice)).collect(),
    };
    let queues: Vec<Queue> = shop
        .queues
        .iter()
        .enumerate()
        .map(|(n, id)| Queue { id: *id, version: 1, key: format!("q{n}"), name: format!("组{n}"), is_default: false, lead: None })
        .collect();
    store
        .tenant(tenant)
        .write(move |tx| {
            Box::pin(async move {
                for one in &queues {
                    queue::insert(tx, one).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await?;
    let mut planted = 0;
    while planted < tickets {
        let made: Vec<Made> = (planted..tickets.min(planted + BATCH)).map(|n| make(&mut dice, &shop, begin, n, tickets)).collect();
        planted += u32::try_from(made.len())?;
        store.tenant(shop.tenant).write(move |tx| Box::pin(async move { plant(tx, made).await })).await?;
        if planted % 100_000 == 0 {
            eprintln!("bench: {planted} tickets");
        }
    }
    loop {
        let zone = Terms::of(&BTreeMap::new(), Currency::CNY).zone;
        let counted = store.tenant(shop.tenant).write(move |tx| Box::pin(async move { fact::count_orders(tx, zone, 5_000).await })).await?;
        if counted == 0 {
            return Ok(shop);
        }
    }
}

struct Made {
    customer: Option<Customer>,
    order: Order,
    ticket: Ticket,
    fact: Fact,
}

async fn plant(tx: &mut redress_store::TenantTx, made: Vec<Made>) -> Result<(), Error> {
    let (mut orders, mut facts) = (Vec::with_capacity(made.len()), Vec::with_capacity(made.len()));
    for one in made {
        if let Some(person) = &one.customer {
            customer::insert(tx, person).await?;
        }
        ticket::insert(tx, &one.ticket).await?;
        orders.push(one.order);
        facts.push(one.fact);
    }
    order::upsert_many(tx, &orders).await?;
    fact::load(tx, &facts).await
}

/// The customer of the number `n`: every fourth ticket brings a new one.
fn buyer(n: u32) -> CustomerId {
    CustomerId::from_uuid(uuid_v7(&At(now().plus(-Duration::days(4_000))), &mut Dice::new(u64::from(n / 4) + 1_000_000)))
}

fn make(dice: &mut Dice, shop: &Shop, begin: Timestamp, n: u32, tickets: u32) -> Made {
    let at = begin.plus(Duration::milliseconds(i64::from(DAYS) * 86_400_000 * i64::from(n) / i64::from(tickets)));
    let price = Money::new(i64::try_from(500 + dice.roll(90_000)).unwrap_or(500), Currency::CNY).unwrap_or(Money::zero(Currency::CNY));
    let sku = format!("SKU-{}", dice.roll(400));
    let (category, thing) = (dice.pick(&CATEGORIES).to_owned(), dice.pick(&THINGS));
    let customer = n.is_multiple_of(4).then(|| Customer {
        id: buyer(n),
        external_id: format!("c-{}", n / 4),
        name: Some(format!("顾客{}", n / 4)),
        phone: Some(format!("13{:09}", n / 4)),
        email: None,
        member_level: None,
        tags: Vec::new(),
    });
    let order = Order {
        payments: Vec::new(),
        id: OrderId::generate(&At(at), dice),
        external_id: format!("SO{:010}", 3_000_000 + n),
        customer: Some(buyer(n)),
        placed_at: Some(at.plus(-Duration::days(3))),
        delivered_at: None,
        paid: price,
        lines: vec![OrderLine {
            external_id: "1".to_owned(),
            sku: sku.clone(),
            title: thing.to_owned(),
            category: Some(category.clone()),
            quantity: 1,
            unit_price: price,
        }],
        attributes: BTreeMap::new(),
    };
    let recent = u64::from(tickets - n) * 12 < u64::from(tickets);
    let open = recent && dice.roll(2) == 0;
    let case =
        if open { dice.pick(&[CaseStatus::FirstReview, CaseStatus::Approval, CaseStatus::AwaitingReturn]) } else { CaseStatus::Closed };
    let ticket = Ticket {
        id: TicketId::generate(&At(at), dice),
        number: format!("AS{n:07}"),
        version: 1,
        kind: dice.pick(&[TicketKind::ReturnRefund, TicketKind::RefundOnly, TicketKind::Exchange, TicketKind::Complaint]),
        channel: dice.pick(&CHANNELS).to_owned(),
        external_ref: None,
        subject: format!("{thing}{}", dice.pick(&TROUBLES)),
        description: String::new(),
        problem_type: Some(dice.pick(&PROBLEMS).to_owned()),
        customer: Some(buyer(n)),
        order: Some(order.id),
        axes: Axes { case, goods: GoodsStatus::WithCustomer, money: MoneyStatus::None, dispute: DisputeStatus::None },
        queue: Some(dice.pick(&shop.queues)),
        assignee: Some(dice.pick(&shop.people)).filter(|_| dice.roll(10) > 0),
        priority: Priority::Normal,
        tags: Vec::new(),
        risk: None,
        refund: None,
        approvals: Vec::new(),
        deductions: Vec::new(),
        refusals: 0,
        lines: vec![TicketLine {
            id: TicketLineId::generate(&At(at), dice),
            order_line: Some("1".to_owned()),
            sku,
            category: Some(category),
            quantity: 1,
            reason: dice.pick(&REASONS).to_owned(),
            requested: price,
        }],
        fields: serde_json::Map::from_iter([("batch".to_owned(), format!("B-{}", dice.roll(20)).into())]),
        created_at: at,
        updated_at: at,
        reopened_at: None,
    };
    let fact = counted(dice, &ticket, open);
    Made { customer, order, ticket, fact }
}

/// What the ticket would have added after an ordinary life.
fn counted(dice: &mut Dice, ticket: &Ticket, open: bool) -> Fact {
    let mut fact = Fact::derive(ticket, [], None, &Terms::of(&BTreeMap::new(), Currency::CNY));
    let minutes = |dice: &mut Dice, most: usize| i64::try_from(dice.roll(most)).ok().map(|minutes| minutes * 60_000_000);
    fact.fields[Field::AcceptTime.place()] = minutes(dice, 30);
    fact.fields[Field::ResponseTime.place()] = minutes(dice, 90);
    fact.flags |= Flag::Accepted.bit() | Flag::Responded.bit();
    if !open {
        fact.fields[Field::ResolutionTime.place()] = minutes(dice, 6_000);
        fact.fields[Field::FinanceTime.place()] = minutes(dice, 1_000);
        fact.fields[Field::ReviewTime.place()] = minutes(dice, 300);
        fact.flags |= Flag::Ended.bit() | Flag::Resolved.bit() | Flag::ResolvedAtOnce.bit();
        "refunded".clone_into(&mut fact.outcome);
    }
    if dice.roll(5) == 0 {
        fact.flags |= Flag::Surveyed.bit() | Flag::Satisfied.bit();
        fact.fields[Field::Score.place()] = Some(4);
    }
    if dice.roll(20) == 0 {
        fact.flags |= Flag::Overdue.bit();
        fact.overdue_at = Some(ticket.created_at.plus(Duration::minutes(30)));
    }
    fact
}
