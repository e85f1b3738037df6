//! A gateway reports by itself. Its rule says whether the message is genuine and what it is about; then the message is kept, and
//! what it is about is looked at: the gateway is asked, and only its answer counts.

use std::sync::Arc;

use redress_domain::Digest;
use redress_domain::gateway::{GatewayNotice, NoticeState, is_ours, weigh};
use redress_domain::id::{DecisionId, GatewayNoticeId, RefundInstructionId, TenantId};
use redress_domain::rule::{Answer, CallContext, GatewayAnswer, Notice, RuleError};
use redress_domain::usage::Purpose;
use redress_store::{Error as StoreError, gateway, refund};

use crate::workflow::turn::{GatewayRule, seed};
use crate::workflow::{Error, Workflow};

/// Where a rule says that the signature does not fit.
const SIGNATURE: &str = "/headers";

/// Most characters kept of what a message calls its instruction.
const LONGEST_NAME: usize = 200;

/// A message as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// What became of a message.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is kept, and what follows from it is under way.
    Kept(NoticeState),
    /// The gateway has sent it before: nothing follows.
    Again,
    /// It is genuine and about something else: nothing is kept.
    Other,
    /// Its signature does not fit; why. Nothing is kept.
    Unsigned(String),
    /// It is signed, and the rule cannot read it; why. Nothing is kept.
    Unreadable(String),
    /// The rule cannot tell now; why. Nothing is kept: the gateway repeats it.
    NotNow(String),
}

impl Workflow {
    /// Takes in a message of a gateway.
    ///
    /// # Errors
    /// What the database says, or no free sandbox.
    pub async fn hear(&self, tenant: TenantId, by: Arc<GatewayRule>, message: Message) -> Result<Heard, Error> {
        let body = Digest::of(message.body.as_bytes());
        let gateway = by.gateway.id;
        let (by, said) = self.ask_about(tenant, by, &message).await?;
        let notice = match said {
            Ok(Some(notice)) => notice,
            Ok(None) => return Ok(Heard::Other),
            Err(why) => return Ok(why),
        };
        let store = self.tenant(tenant);
        if store.read(move |tx| Box::pin(async move { gateway::notice::is_known(tx, gateway, &body).await })).await? {
            return Ok(Heard::Again);
        }
        match self.keep_notice(tenant, &by, message, notice).await {
            // The same message twice at the same moment.
            Err(Error::Store(StoreError::NotUnique { what: "gateway_notice" })) => Ok(Heard::Again),
            kept => Ok(Heard::Kept(kept?)),
        }
    }

    async fn ask_about(
        &self,
        tenant: TenantId,
        by: Arc<GatewayRule>,
        message: &Message,
    ) -> Result<(Arc<GatewayRule>, Result<Option<Notice>, Heard>), Error> {
        let snapshot = self.rules.get(tenant).await?;
        let now = self.now();
        let context = CallContext {
            decision_id: DecisionId::generate(&*self.clock, &mut self.entropy.clone()).to_string(),
            tenant: snapshot.tenant.slug.clone(),
            now,
            seed: seed(&self.entropy),
            locale: snapshot.tenant.locale.clone(),
        };
        let allowance = snapshot.allowance(None);
        let (rule, Message { headers, body }) = (Arc::clone(&by), message.clone());
        let work = move || rule.rule.hear(allowance, &context, &rule.config, headers, body, Arc::clone(&rule.keys));
        let call = self.rules.run(&snapshot, work).await?;
        self.rules.meter(tenant, by.plugin.id, Purpose::Decision, now, &call);
        let why = || call.fault.as_ref().map_or_else(|| call.outcome.to_string(), |fault| fault.message.clone());
        let said = match (&call.answer, call.fault.as_ref().and_then(|fault| fault.error.as_ref())) {
            (Some(Answer::Settlement(GatewayAnswer::Notice(notice))), _) => Ok(notice.clone()),
            (_, Some(RuleError::InvalidInput(found))) if found.iter().any(|violation| violation.path.starts_with(SIGNATURE)) => {
                Err(Heard::Unsigned(why()))
            }
            (_, Some(RuleError::InvalidInput(_))) => Err(Heard::Unreadable(why())),
            _ => Err(Heard::NotNow(why())),
        };
        Ok((by, said))
    }

    /// Keeps a message and wakes whoever looks after what it is about, in one transaction.
    async fn keep_notice(&self, tenant: TenantId, by: &GatewayRule, message: Message, notice: Notice) -> Result<NoticeState, Error> {
        let (now, id) = (self.now(), GatewayNoticeId::generate(&*self.clock, &mut self.entropy.clone()));
        let (gateway, tender) = (by.gateway.id, by.gateway.tender.clone());
        let store = self.tenant(tenant);
        let kept = store.write(move |tx| {
            Box::pin(async move {
                let named = notice.instruction.parse::<RefundInstructionId>().ok();
                // A rule's text, shown to people and kept: no more than a name, and nothing that PostgreSQL keeps in no text.
                let said = notice.instruction.chars().filter(|letter| *letter != '\0').take(LONGEST_NAME).collect();
                let found = match named {
                    Some(named) => refund::find(tx, named).await?,
                    None => None,
                };
                // A gateway has no say in what goes back over another one, or by hand.
                let found = found.filter(|instruction| instruction.tender == tender && !is_ours(&instruction.tender));
                let mut state = found.as_ref().map_or(NoticeState::Unknown, |instruction| {
                    weigh(instruction.state, instruction.reference.as_deref(), &notice.outcome)
                });
                if let (NoticeState::Looked, Some(instruction)) = (state, &found) {
                    // Its way ended at this very moment: whether that fits the message is looked at like any other contradiction.
                    let looks = gateway::look_at(tx, instruction.id, now).await?;
                    state = if looks { state } else { NoticeState::Contradicts };
                }
                let kept = GatewayNotice {
                    id,
                    gateway,
                    said,
                    instruction: found.as_ref().map(|instruction| instruction.id),
                    outcome: notice.outcome,
                    state,
                    headers: message.headers,
                    body: message.body,
                    received_at: now,
                    looks: 0,
                };
                gateway::notice::insert(tx, &kept, (state == NoticeState::Contradicts).then_some(now)).await?;
                Ok::<_, Error>(state)
            })
        });
        kept.await
    }
}
