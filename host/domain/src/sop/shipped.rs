//! The five procedures that ship (D8). Their words are for agents in Chinese shops; the keys are for programs.

use super::{Choice, Evidence, Sop, Step};

const PHOTO_RECEIVED: Evidence = Evidence { key: "photo_received", name: "收货照片" };
const PARTS_CHECKLIST: Evidence = Evidence { key: "parts_checklist", name: "配件清单" };
const CUSTOMER_CONSENT: Evidence = Evidence { key: "customer_consent", name: "客户同意的记录" };
const PHOTO_PACKAGE: Evidence = Evidence { key: "photo_package", name: "外包装与面单照片" };
const PHOTO_GOODS: Evidence = Evidence { key: "photo_goods", name: "商品照片" };
const CARRIER_REPORT: Evidence = Evidence { key: "carrier_report", name: "承运商破损证明" };
const UNBOXING_VIDEO: Evidence = Evidence { key: "unboxing_video", name: "开箱视频" };
const WEIGHT_RECORD: Evidence = Evidence { key: "weight_record", name: "物流称重记录" };
const INSPECTION_REPORT: Evidence = Evidence { key: "inspection_report", name: "质检报告" };

const fn ends(key: &'static str, name: &'static str) -> Choice {
    Choice { key, name, next: None }
}

const fn to(key: &'static str, name: &'static str, next: &'static str) -> Choice {
    Choice { key, name, next: Some(next) }
}

const fn step(
    key: &'static str,
    title: &'static str,
    script: Option<&'static str>,
    evidence: &'static [Evidence],
    answers: &'static [Choice],
) -> Step {
    Step { key, title, script, evidence, answers }
}

const ESCALATE: Step = step(
    "escalate",
    "转客服主管处理，说明经过与证据",
    Some("{{customer.name}}您好，您反馈的问题我们已升级由主管为您处理，会尽快与您联系。"),
    &[],
    &[ends("handed_over", "已交接")],
);

/// The procedure of a name.
pub fn by_key(key: &str) -> Option<&'static Sop> {
    SOPS.iter().find(|sop| sop.key == key)
}

/// The procedures.
pub const SOPS: &[Sop] = &[
    Sop {
        key: "missing_parts",
        name: "退回商品配件缺失",
        anomaly: "仓库质检发现退回的商品缺少配件，退款已暂停",
        steps: &[
            step(
                "check",
                "按配件清单核对收货照片",
                None,
                &[PHOTO_RECEIVED, PARTS_CHECKLIST],
                &[to("missing", "确实缺少", "offer"), ends("complete", "配件齐全，恢复退款")],
            ),
            step(
                "offer",
                "请客户选择补寄或扣除配件费",
                Some(
                    "您退回的{{fields.goods}}缺少{{fields.part}}，是否需要我们补发？若确认遗失，可扣除{{fields.part_fee}}配件费后完成退款。",
                ),
                &[],
                &[
                    to("resend", "客户补寄配件", "await_part"),
                    to("deduct", "客户同意扣除", "deduct"),
                    to("refused", "客户不同意", "escalate"),
                ],
            ),
            step(
                "await_part",
                "登记补寄的物流单号，等待收货",
                Some("请将{{fields.part}}寄回并告知物流单号，我们收到后立即为您退款。"),
                &[],
                &[ends("arrived", "配件已收到"), to("not_arrived", "逾期未收到", "deduct")],
            ),
            step("deduct", "录入扣款，其余金额退款", None, &[CUSTOMER_CONSENT], &[ends("done", "已录入")]),
            ESCALATE,
        ],
    },
    Sop {
        key: "damaged_in_transit",
        name: "运输途中破损",
        anomaly: "客户收货或仓库收货时商品破损，外包装有痕迹",
        steps: &[
            step(
                "collect",
                "收集外包装、面单与商品照片",
                Some("{{customer.name}}您好，非常抱歉给您带来不便。请拍摄外包装、快递面单和商品破损处的照片，我们马上为您处理。"),
                &[PHOTO_PACKAGE, PHOTO_GOODS],
                &[
                    to("carrier", "承运商责任", "claim"),
                    to("packing", "包装或商品问题", "compensate"),
                    to("unclear", "无法判断", "escalate"),
                ],
            ),
            step(
                "claim",
                "向承运商报损，新建运费理赔工单",
                None,
                &[CARRIER_REPORT],
                &[to("claimed", "已提交理赔", "compensate"), to("rejected", "承运商拒赔", "escalate")],
            ),
            step(
                "compensate",
                "先行为客户退款或补发",
                Some("订单{{order.number}}的问题我们已核实，将为您退款{{refund.amount}}或补发，请告诉我们您的选择。"),
                &[],
                &[ends("refunded", "客户选择退款"), ends("resent", "客户选择补发"), to("refused", "客户不接受", "escalate")],
            ),
            ESCALATE,
        ],
    },
    Sop {
        key: "wrong_item",
        name: "发错或退错商品",
        anomaly: "收到的商品与订单不一致",
        steps: &[
            step(
                "compare",
                "对照订单核对实物、条码与照片",
                Some("{{customer.name}}您好，请提供收到商品的照片及吊牌或条码，我们核对订单{{order.number}}。"),
                &[PHOTO_GOODS],
                &[to("shop", "我方发错", "swap"), to("customer", "客户退错", "return_wrong"), ends("same", "一致，继续原流程")],
            ),
            step(
                "swap",
                "补发正确商品，安排上门取回错发商品",
                Some("是我们发错了商品，实在抱歉。正确的商品今天寄出，错发的商品由快递上门取回，费用由我们承担。"),
                &[],
                &[ends("swapped", "已补发"), to("refused", "客户要求退款", "escalate")],
            ),
            step(
                "return_wrong",
                "联系客户取回退错的商品",
                Some("您退回的商品与订单{{order.number}}不一致，请寄回原商品，退错的商品我们会寄还给您。"),
                &[INSPECTION_REPORT],
                &[ends("exchanged", "客户已寄回原商品"), to("refused", "客户不认可", "escalate")],
            ),
            ESCALATE,
        ],
    },
    Sop {
        key: "empty_box",
        name: "空包或少件",
        anomaly: "包裹为空，或数量少于登记",
        steps: &[
            step(
                "weigh",
                "调取物流称重与仓库开箱视频",
                None,
                &[UNBOXING_VIDEO, WEIGHT_RECORD],
                &[
                    to("lost", "重量不符，途中丢失", "claim"),
                    to("not_sent", "重量一致，客户少寄", "ask"),
                    to("unclear", "无法判断", "escalate"),
                ],
            ),
            step(
                "claim",
                "向承运商理赔，新建运费理赔工单",
                None,
                &[CARRIER_REPORT],
                &[ends("claimed", "已提交，先行退款"), to("rejected", "承运商拒赔", "escalate")],
            ),
            step(
                "ask",
                "告知客户称重与视频结果",
                Some("{{customer.name}}您好，我们收到的包裹与登记数量不符，附件是开箱视频和称重记录，请您核对是否漏寄。"),
                &[],
                &[ends("sends_rest", "客户补寄"), ends("partial", "按实收数量退款"), to("refused", "客户不认可", "escalate")],
            ),
            ESCALATE,
        ],
    },
    Sop {
        key: "ruling_disputed",
        name: "客户不认可判定",
        anomaly: "客户对质检或审核结论有异议，或已申请平台介入",
        steps: &[
            step(
                "explain",
                "复述结论与依据，附质检报告",
                Some("{{customer.name}}您好，服务单{{ticket.number}}的结论依据质检报告作出，报告已附上，请您查看。"),
                &[INSPECTION_REPORT],
                &[ends("accepted", "客户接受"), to("refused", "客户仍有异议", "second_look")],
            ),
            step(
                "second_look",
                "由另一名质检员复检",
                Some("我们已安排另一名质检员复检，结果出来后会第一时间告诉您。"),
                &[INSPECTION_REPORT],
                &[ends("changed", "改判，重新审批"), to("upheld", "维持原判", "negotiate"), to("platform", "平台已介入", "evidence")],
            ),
            step(
                "negotiate",
                "与客户协商补偿方案",
                Some("我们理解您的感受，愿意为您提供补偿方案，请问您希望如何解决？"),
                &[],
                &[ends("agreed", "协商一致"), to("platform", "客户申请平台介入", "evidence"), to("failed", "协商不成", "escalate")],
            ),
            step("evidence", "整理证据并提交平台", None, &[PHOTO_GOODS, INSPECTION_REPORT], &[ends("submitted", "已提交，等待裁定")]),
            ESCALATE,
        ],
    },
];
