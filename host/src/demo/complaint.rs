//! What customers say, by what went wrong (U28), in Chinese and English.

use redress_domain::ticket::TicketKind;
use serde_json::{Value, json};

/// When in the life of an order something goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// After the delivery.
    Delivered,
    /// Before it, or instead of it.
    Undelivered,
}

/// One way in which things go wrong.
#[derive(Debug, Clone, Copy)]
pub(super) struct Complaint {
    pub(super) kind: TicketKind,
    pub(super) problem_type: &'static str,
    pub(super) reason: &'static str,
    /// Categories it happens to; empty for all.
    pub(super) categories: &'static [&'static str],
    pub(super) when: When,
    /// How often, compared with the others.
    pub(super) weight: u32,
    /// Subject and description.
    pub(super) chinese: (&'static str, &'static str),
    pub(super) english: (&'static str, &'static str),
    pub(super) form: Form,
    /// Share of the line's price that is asked, in percent; 0 for the price itself.
    pub(super) percent: i64,
}

/// What the customer fills in besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Nothing,
    /// The package is as it was (Z22).
    PackageIntact,
    /// Photo and damage position (U9).
    Damage,
    /// Photo (Z6).
    Photo,
    /// Refund to a bank card (U9).
    BankCard,
}

impl Form {
    /// The fields; `complete` is false for customers who forget them.
    pub(super) fn fields(self, complete: bool) -> serde_json::Map<String, Value> {
        let fields = match (self, complete) {
            (Self::Nothing, _) | (Self::Damage | Self::Photo, false) => json!({}),
            (Self::PackageIntact, _) => json!({ "package_intact": complete, "photo": "photo-package.jpg" }),
            (Self::Damage, true) => json!({ "photo": "photo-damage.jpg", "damage_position": "左下角" }),
            (Self::Photo, true) => json!({ "photo": "photo-quality.jpg" }),
            (Self::BankCard, true) => json!({ "refund_method": "bank_card", "bank_card_number": "0000 0000 0000 0000" }),
            (Self::BankCard, false) => json!({ "refund_method": "bank_card" }),
        };
        match fields {
            Value::Object(map) => map,
            _ => serde_json::Map::new(),
        }
    }
}

const APPAREL: &[&str] = &["pet_apparel"];
const DEVICE: &[&str] = &["pet_device"];
const FOOD: &[&str] = &["pet_food", "fresh"];

#[rustfmt::skip]
pub(super) const COMPLAINTS: &[Complaint] = {
    use Form::{BankCard, Damage, Nothing, PackageIntact, Photo};
    use TicketKind::{Complaint as Complain, Exchange, FreightClaim, Inquiry, PriceProtect, RefundOnly, Repair, Resend, ReturnRefund};
    use When::{Delivered, Undelivered};
    const fn c(
        (kind, problem_type, reason): (TicketKind, &'static str, &'static str),
        (categories, when, weight): (&'static [&'static str], When, u32),
        chinese: (&'static str, &'static str),
        english: (&'static str, &'static str),
        (form, percent): (Form, i64),
    ) -> Complaint {
        Complaint { kind, problem_type, reason, categories, when, weight, chinese, english, form, percent }
    }
    &[
        c((ReturnRefund, "unwanted", "unwanted"), (&[], Delivered, 22), ("七天无理由退货", "拆开看了一下，不太适合我家的，包装完好，申请七天无理由。"), ("Return within seven days", "I changed my mind. The package is intact."), (PackageIntact, 0)),
        c((ReturnRefund, "size_mismatch", "size_too_small"), (APPAREL, Delivered, 10), ("太小了", "尺寸不符，穿不上，想退货。"), ("Too small", "The size does not fit; I would like to return it."), (PackageIntact, 0)),
        c((ReturnRefund, "quality", "quality"), (APPAREL, Delivered, 7), ("开线了", "穿了两次缝线就开了，属于质量问题。"), ("The seam came open", "The seam came open after wearing it twice."), (Photo, 0)),
        c((ReturnRefund, "quality", "colour_fades"), (APPAREL, Delivered, 4), ("洗一次就掉色", "洗了一次掉色严重，染到了别的衣服。"), ("Colour fades", "It lost its colour in the first wash."), (Photo, 0)),
        c((ReturnRefund, "malfunction", "defective"), (DEVICE, Delivered, 14), ("用了三天就不工作了", "设备故障，通电没有反应，要求退货退款。"), ("Stopped working after three days", "It does not switch on any more. I want my money back."), (Nothing, 0)),
        c((ReturnRefund, "damaged", "damaged"), (&[], Delivered, 9), ("收到时已破损", "外箱完好，里面的商品破损了。"), ("Arrived damaged", "The box is fine but the product inside is broken."), (Damage, 0)),
        c((ReturnRefund, "wrong_item", "wrong_item"), (&[], Delivered, 5), ("发错货了", "收到的和下单的不是同一款。"), ("Wrong item", "This is not what I ordered."), (Photo, 0)),
        c((RefundOnly, "damaged", "damaged"), (FOOD, Delivered, 9), ("包装破损，不敢给猫吃", "袋子破了，粮食受潮，申请仅退款。"), ("Torn bag", "The bag is torn and the food is damp. I ask for a refund."), (Damage, 0)),
        c((RefundOnly, "quality", "spoiled"), (&["fresh"], Delivered, 6), ("鲜食变质", "收到时冰袋已化，肉有异味。"), ("Spoiled on arrival", "The ice had melted and the meat smells."), (Photo, 0)),
        c((RefundOnly, "lost_parcel", "not_received"), (&[], Undelivered, 9), ("一直没收到货", "物流好几天没有更新，可能丢件了，要求退款。"), ("Parcel never arrived", "Tracking has not moved for days. Please refund."), (Nothing, 0)),
        c((RefundOnly, "refund", "not_shipped"), (&[], Undelivered, 6), ("还没发货，不想要了", "拍错了，请取消并退款。"), ("Please cancel", "I ordered by mistake; it has not shipped yet."), (Nothing, 0)),
        c((RefundOnly, "missing_part", "missing_item"), (&[], Delivered, 5), ("少发了一件", "少了一件，不用补，退差价就行。"), ("One item missing", "One item is missing; a partial refund is fine."), (Photo, 40)),
        c((RefundOnly, "refund_failed", "refund_failed"), (&[], Delivered, 4), ("退款失败", "之前的支付渠道已注销，请退到银行卡。"), ("Refund failed", "My old account is closed; please refund to my bank card."), (BankCard, 30)),
        c((Exchange, "size_mismatch", "size_too_small"), (APPAREL, Delivered, 10), ("想换大一码", "小了，换大一码，谢谢。"), ("Exchange for a larger size", "Too small; please send one size up."), (PackageIntact, 0)),
        c((Exchange, "malfunction", "defective"), (DEVICE, Delivered, 6), ("换一台新的", "出粮口卡粮，想换一台。"), ("Please exchange", "The outlet jams; I would like another one."), (Nothing, 0)),
        c((Exchange, "wrong_item", "wrong_colour"), (&["pet_apparel", "pet_toy"], Delivered, 4), ("颜色发错了", "要的灰色，发来粉色，换一下。"), ("Wrong colour", "I ordered grey and received pink."), (Photo, 0)),
        c((Resend, "missing_part", "missing_part"), (DEVICE, Delivered, 8), ("少了滤网组件", "箱子里没有滤网组件，请补发。"), ("Filter set missing", "The filter set is not in the box; please send it."), (Photo, 0)),
        c((Resend, "lost_parcel", "not_received"), (&[], Undelivered, 4), ("显示签收但没收到", "显示已签收，但我没有收到，请补发。"), ("Marked delivered, not received", "It says delivered but nothing came; please send it again."), (Nothing, 0)),
        c((Repair, "malfunction", "defective"), (DEVICE, Delivered, 9), ("水泵有异响", "用了一个月水泵声音很大，想维修。"), ("The pump is noisy", "After a month the pump is loud; I ask for a repair."), (Nothing, 0)),
        c((Repair, "malfunction", "battery"), (&["pet_device", "valuables"], Delivered, 3), ("充不进电", "充电一晚上还是没电。"), ("Does not charge", "It stays empty after a night on the charger."), (Nothing, 0)),
        c((PriceProtect, "price_drop", "price_drop"), (&[], Delivered, 7), ("刚买就降价了", "前天买的今天降价，申请价保退差。"), ("Price dropped", "I bought it two days ago and the price fell. Please refund the difference."), (Nothing, 15)),
        c((FreightClaim, "freight", "return_freight"), (&[], Delivered, 7), ("退货运费谁出", "质量问题退货，我垫付了运费，申请索赔运费。"), ("Return freight", "I paid the return freight for a faulty item and claim it."), (Photo, 10)),
        c((Complain, "delivery_delay", "late"), (&[], Delivered, 5), ("快递太慢", "说好三天到，结果等了一周，投诉。"), ("Delivery took too long", "Three days were promised; it took a week."), (Nothing, 0)),
        c((Complain, "service", "attitude"), (&[], Delivered, 3), ("客服一直不回复", "在线等了一小时没人理。"), ("Nobody answered", "I waited an hour in the chat and nobody answered."), (Nothing, 0)),
        c((Inquiry, "consultation", "question"), (&[], Delivered, 4), ("怎么设置定时喂食", "说明书看不懂，怎么设置每天三餐？"), ("How do I set a schedule", "How do I set three meals a day?"), (Nothing, 0)),
        c((Inquiry, "installation", "question"), (&["pet_toy", "pet_travel"], Delivered, 3), ("安装少个图", "猫爬架第三步怎么装？"), ("Assembly help", "How does step three of the assembly work?"), (Nothing, 0)),
    ]
};
