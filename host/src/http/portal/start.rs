//! `POST /portal/v1/{tenant}/returns`

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use redress_domain::portal::{Beside, Deed, Language, Words, deeds, state_words};
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Address;
use super::link::{self, PortalLinkView};
use super::order::{OrderClaim, prove};
use super::visitor::language;
use crate::app::App;
use crate::http::once::{Once, once};
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Command, Path, PortalProblems, Problem};
use crate::problem::check::text_between;
use crate::workflow::submit::{FormDraft, LineDraft, NewTicket, OrderDraft};

/// Where it came from, on the ticket.
const CHANNEL: &str = "portal";

/// A request as a customer makes it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReturn {
    /// The shop's order number.
    order: String,
    /// Telephone number that the shop has for the order.
    phone: String,
    /// What is asked for.
    kind: TicketKind,
    /// Goods in question; all of the order when left out.
    #[serde(default)]
    lines: Vec<ReturnedLine>,
    /// Reason code for lines that name none.
    #[serde(default)]
    reason: Option<String>,
    /// Problem label.
    #[serde(default)]
    problem_type: Option<String>,
    /// In the customer's words.
    #[serde(default)]
    description: String,
    /// Answers to the shop's form for the kind, as `POST /portal/v1/{tenant}/form` shows it; needed where the shop has one, and taken
    /// only there. Files follow by the link.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    form: Option<serde_json::Map<String, serde_json::Value>>,
}

/// Goods in question.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = NewReturnLine)]
#[serde(deny_unknown_fields)]
pub struct ReturnedLine {
    /// Which line of the order.
    order_line: String,
    /// How many, at least 1.
    quantity: u32,
    /// Reason code.
    #[serde(default)]
    reason: Option<String>,
}

/// What became of a new request, and the link to it.
#[derive(Debug, Serialize, ToSchema)]
pub struct StartedReturn {
    /// The number people use.
    number: String,
    /// Where it stands.
    state: Words,
    /// What the customer may do now.
    may: Vec<Deed>,
    /// The link to it, shown once.
    link: PortalLinkView,
}

/// Start a return, an exchange or a complaint (L1, Z10).
///
/// Order number and telephone number prove that the order is the customer's; whatever else is there reads as 404. The request goes the
/// way of every other one, and the answer has a link by which the customer follows it.
#[utoipa::path(post, path = "/{tenant}/returns", tag = "portal", request_body = NewReturn, security(()),
    params(("tenant" = String, Path), IdempotencyHeader), responses((status = 201, body = StartedReturn), PortalProblems))]
pub async fn start_return(
    State(app): State<App>,
    Path(slug): Path<String>,
    address: Address,
    preferred: Preferred,
    command: Command<NewReturn, { 64 << 10 }>,
) -> Result<Response, Problem> {
    let Command { body: asked, idempotency } = command;
    if asked.kind == TicketKind::FreightClaim {
        return Err(Problem::invalid("/kind", "claims on the carrier are made by the shop; ask for a refund or write a complaint"));
    }
    text_between("/description", asked.description.clone(), 0, 5_000)?;
    let claim = OrderClaim { order: asked.order.clone(), phone: asked.phone.clone() };
    let proven = prove(&app, address, &slug, &claim).await?;
    let language = preferred.language(&proven.tenant);
    let tenant = proven.tenant.id;
    let snapshot = app.rules.get(tenant).await?;
    let published = app.workflow.form_for_kind(&snapshot, asked.kind).await?.is_some();
    if asked.form.is_some() && !published {
        let detail = format!("the shop asks no form for requests of the kind {}: leave it out, and say it in the description", asked.kind);
        return Err(Problem::invalid("/form", detail));
    }
    let draft = draft(asked, &proven.order, published);
    let key = idempotency.within(&proven.order.id.to_string());
    once(&app, &proven, key, true, || {
        let (app, draft) = (app.clone(), draft.clone());
        async move {
            let turn = app.workflow.submit(tenant, Actor::Customer, draft, false).await?;
            let ticket = turn.ticket();
            let made = link::new(&app, ticket.id, Actor::Customer);
            let started = StartedReturn {
                number: ticket.number.clone(),
                state: state_words(ticket.axes.case, language),
                may: deeds(ticket, Beside::default(), turn.now()),
                link: made,
            };
            let stored = started.link.link().clone();
            let mut kept = serde_json::to_value(&started).map_err(|error| Problem::internal(&error))?;
            kept["link"] = PortalLinkView::kept(&stored)?;
            let change = Once::answering(turn, Answer::created(started).keeping(kept))?;
            Ok(change.with(move |tx| Box::pin(async move { link::insert(tx, &stored).await })))
        }
    })
    .await
}

fn draft(asked: NewReturn, order: &redress_domain::order::Order, published: bool) -> NewTicket {
    let reason = asked.reason.or_else(|| asked.problem_type.clone()).unwrap_or_else(|| "other".to_owned());
    let about_goods = !matches!(asked.kind, TicketKind::Complaint | TicketKind::Inquiry);
    let line = |order_line: String, quantity, own: Option<String>| LineDraft {
        order_line: Some(order_line),
        sku: None,
        quantity,
        reason: own.unwrap_or_else(|| reason.clone()),
        requested: None,
    };
    let lines = if asked.lines.is_empty() && about_goods {
        order.lines.iter().map(|bought| line(bought.external_id.clone(), bought.quantity, None)).collect()
    } else {
        asked.lines.into_iter().map(|asked| line(asked.order_line, asked.quantity, asked.reason)).collect()
    };
    let titles: Vec<&str> = order.lines.iter().map(|bought| bought.title.as_str()).filter(|title| !title.is_empty()).take(3).collect();
    NewTicket {
        kind: asked.kind,
        channel: CHANNEL.to_owned(),
        external_ref: None,
        subject: titles.join("、"),
        description: asked.description,
        problem_type: asked.problem_type,
        priority: None,
        customer: None,
        order: Some(OrderDraft {
            external_id: order.external_id.clone(),
            currency: None,
            placed_at: None,
            delivered_at: None,
            paid: None,
            lines: None,
            payments: None,
            attributes: None,
        }),
        lines,
        form: published.then(|| FormDraft { key: None, answers: serde_json::Value::Object(asked.form.unwrap_or_default()) }),
        fields: serde_json::Map::new(),
        deadlines: Vec::new(),
    }
}

/// The language that the customer prefers, before anybody knows the shop.
pub struct Preferred(Parts);

impl Preferred {
    fn language(&self, tenant: &redress_domain::tenant::Tenant) -> Language {
        language(&self.0, tenant)
    }
}

impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Preferred {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.clone()))
    }
}
