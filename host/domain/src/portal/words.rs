//! The customer's words, in Chinese and English. They promise nothing that the table of transitions does not keep.

use serde::Serialize;

use crate::machine::Owner;
use crate::status::CaseStatus;

/// A language of the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The first language of an `Accept-Language` header or a BCP 47 tag that the portal speaks.
    pub fn of(tags: &str) -> Option<Self> {
        tags.split(',').find_map(|tag| {
            let tag = tag.trim().get(..2)?.to_ascii_lowercase();
            match tag.as_str() {
                "zh" => Some(Self::Chinese),
                "en" => Some(Self::English),
                _ => None,
            }
        })
    }
}

/// A name for programs and words for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = PortalWords))]
pub struct Words {
    /// Stable name.
    pub code: &'static str,
    /// In the customer's language.
    pub text: &'static str,
}

/// Where a case stands.
pub const fn state_words(case: CaseStatus, language: Language) -> Words {
    let (chinese, english) = match case {
        CaseStatus::Submitted => ("已提交，正在处理", "Received, being processed"),
        CaseStatus::Merged => ("已合并到您的另一张服务单", "Merged into another of your requests"),
        CaseStatus::AwaitingCustomer => ("等待您补充信息", "Waiting for your answer"),
        CaseStatus::ClosedExpired => ("超时未回复，已关闭", "Closed because no answer came in time"),
        CaseStatus::FirstReview => ("客服审核中", "An agent is looking at your request"),
        CaseStatus::Approval => ("审批中", "Waiting for approval"),
        CaseStatus::Approved => ("已通过", "Approved"),
        CaseStatus::RefusedOnce => ("未通过，您可以补充后重新提交", "Refused; you may complete it and ask again"),
        CaseStatus::RefusedFinal => ("未通过", "Refused"),
        CaseStatus::AwaitingReturn => ("等待您寄回商品", "Waiting for you to send the goods back"),
        CaseStatus::InTransit => ("退货运输中", "The goods are on their way back"),
        CaseStatus::Exception => ("物流异常，客服处理中", "Something is wrong with the parcel; we are looking into it"),
        CaseStatus::PartiallyReceived => ("仓库已收到部分包裹", "A part of the parcels has arrived"),
        CaseStatus::Received => ("仓库已收货，等待质检", "The goods have arrived and wait for inspection"),
        CaseStatus::InspectedOk => ("质检通过", "The goods passed the inspection"),
        CaseStatus::InspectionHold => ("质检发现问题，等待处理", "The inspection found something that must be settled"),
        CaseStatus::SendBack => ("商品将退还给您", "The goods will be sent back to you"),
        CaseStatus::Fulfilling => ("补发或换货处理中", "Your replacement is being prepared"),
        CaseStatus::Settling => ("退款处理中", "Your refund is being settled"),
        CaseStatus::Completed => ("已完成", "Finished"),
        CaseStatus::Cancelled => ("已取消", "Withdrawn"),
        CaseStatus::Closed => ("已关闭", "Closed"),
    };
    Words { code: case.as_str(), text: pick(language, chinese, english) }
}

/// Who moves next (Z39).
pub const fn owner_words(owner: Owner, language: Language) -> Words {
    let (chinese, english) = match owner {
        Owner::System => ("系统", "our system"),
        Owner::Customer => ("您", "you"),
        // Who looks into doubts is nothing that a customer is told.
        Owner::Agent | Owner::Risk => ("客服", "our service"),
        Owner::Approver => ("客服主管", "our service lead"),
        Owner::Warehouse => ("仓库", "our warehouse"),
        Owner::Finance => ("财务", "our accounting"),
        Owner::Archive => ("无需处理", "nobody"),
    };
    let code = match owner {
        Owner::Risk => Owner::Agent.as_str(),
        other => other.as_str(),
    };
    Words { code, text: pick(language, chinese, english) }
}

/// What happens next.
pub const fn next_step(case: CaseStatus, language: Language) -> &'static str {
    let (chinese, english) = match case {
        CaseStatus::Submitted => ("我们正在核对您的申请", "We are checking your request"),
        CaseStatus::AwaitingCustomer => ("请回复客服的问题", "Please answer our question"),
        CaseStatus::FirstReview | CaseStatus::Approval => ("审核后会通知您结果", "We will tell you the result"),
        CaseStatus::Approved => ("我们会告诉您下一步如何办理", "We will tell you how to go on"),
        CaseStatus::RefusedOnce => ("您可以补充说明后重新提交，或联系平台介入", "You may complete your request, or ask the platform"),
        CaseStatus::AwaitingReturn => ("请寄回商品并填写物流单号", "Please send the goods and fill in the tracking number"),
        CaseStatus::InTransit | CaseStatus::PartiallyReceived => ("仓库收货后会进行质检", "We inspect the goods when they arrive"),
        CaseStatus::Exception => ("客服正在与承运商核实", "We are asking the carrier"),
        CaseStatus::Received => ("质检完成后会继续办理", "We go on after the inspection"),
        CaseStatus::InspectedOk => ("即将为您办理退款或发货", "Your refund or replacement comes next"),
        CaseStatus::InspectionHold => ("客服会与您确认如何处理", "We will agree with you on how to go on"),
        CaseStatus::SendBack => ("商品寄出后会告知您物流单号", "We will tell you the tracking number"),
        CaseStatus::Fulfilling => ("商品寄出后会告知您物流单号", "We will tell you when it is on its way"),
        CaseStatus::Settling => ("退款将在1-3个工作日内原路返还", "The refund arrives within 1 to 3 working days, the way you paid"),
        CaseStatus::Merged
        | CaseStatus::ClosedExpired
        | CaseStatus::RefusedFinal
        | CaseStatus::Completed
        | CaseStatus::Cancelled
        | CaseStatus::Closed => ("没有需要您办理的事项", "There is nothing left to do"),
    };
    pick(language, chinese, english)
}

const fn pick(language: Language, chinese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}
