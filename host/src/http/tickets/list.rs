//! `GET /tickets`

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use redress_domain::Timestamp;
use redress_domain::access::{FieldAccess, Resource};
use redress_domain::id::{CustomerId, OrderId, QueueId, TicketId, UserId};
use redress_domain::order::{Customer, Order};
use redress_domain::status::{CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Priority, Ticket, TicketKind};
use redress_store::ticket::Ways;
use redress_store::{Cursor, Page, customer, order, service_level, ticket};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::app::App;
use crate::http::page::{list, page};
use crate::http::typed::typed;
use crate::http::{Can, List, Problem, Query, ReadProblems, permit};
use crate::workflow::view::{CustomerRef, OrderRef, TicketItem, TicketRow};

/// Which tickets: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TicketQuery {
    /// What is asked for.
    kind: Option<TicketKind>,
    /// Where the case stands.
    case: Option<CaseStatus>,
    /// Where the goods are.
    goods: Option<GoodsStatus>,
    /// Where the money is.
    money: Option<MoneyStatus>,
    /// Where a dispute stands.
    dispute: Option<DisputeStatus>,
    /// Whether somebody still has to do something.
    open: Option<bool>,
    /// Key of the queue it waits in.
    queue: Option<String>,
    /// Person who has it.
    assignee: Option<UserId>,
    /// Who bought: a Redress id or the shop's own id.
    customer: Option<String>,
    /// What was bought: a Redress id or the shop's own number.
    order: Option<String>,
    /// How urgent it is.
    priority: Option<Priority>,
    /// Problem label.
    problem_type: Option<String>,
    /// Where it came from.
    channel: Option<String>,
    /// The channel's own number.
    external_ref: Option<String>,
    /// The number people use.
    number: Option<String>,
    /// True: something is late that is still owed, by the policy or the platform; false: nothing is.
    overdue: Option<bool>,
    /// Something is owed by this moment.
    due_before: Option<Timestamp>,
    /// What people type: the beginning of a number, of an order's number, or of a customer's name, telephone number or own number; or
    /// words of the subject. What the caller's roles hide is not searched. 1 to 100 characters.
    q: Option<String>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List tickets, newest first.
#[utoipa::path(get, path = "/tickets", tag = "tickets", params(TicketQuery),
    responses((status = 200, body = List<TicketRow>), ReadProblems))]
pub async fn list_tickets(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Query(query): Query<TicketQuery>,
) -> Result<Response, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    typed(query.q.as_deref())?;
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let queue = match &query.queue {
        Some(key) => match snapshot.queue_by_key(key) {
            Some(queue) => Some(queue.id),
            None => return Ok(nothing()),
        },
        None => None,
    };
    let now = app.clock.now();
    let ways = ways(&caller.fields);
    let found = caller.store.read(move |tx| Box::pin(find(tx, query, ways, queue, page, now))).await?;
    let Some(Found { tickets, next, customers, orders, dues }) = found else { return Ok(nothing()) };
    let row = |ticket| TicketRow {
        ticket: TicketItem::of(ticket, &snapshot),
        customer: ticket.customer.and_then(|id| customers.get(&id)).map(CustomerRef::of),
        order: ticket.order.and_then(|id| orders.get(&id)).map(OrderRef::of),
        due_at: dues.get(&ticket.id).copied(),
    };
    Ok(list((tickets.iter().map(row).collect(), next)).into_response())
}

/// What is hidden or masked is not searched either: what is found would tell it.
fn ways(access: &FieldAccess) -> Ways {
    Ways {
        external_ref: access.shows(Resource::Tickets, &["external_ref"]),
        phone: access.shows(Resource::Customers, &["phone"]),
        name: access.shows(Resource::Customers, &["name"]),
        subject: access.shows(Resource::Tickets, &["subject"]),
    }
}

/// A condition that names nothing that exists is met by no ticket.
fn nothing() -> Response {
    list::<TicketRow<'_>>((Vec::new(), None)).into_response()
}

/// A page of tickets and what was read around them.
struct Found {
    tickets: Vec<Ticket>,
    next: Option<Cursor>,
    customers: HashMap<CustomerId, Customer>,
    orders: HashMap<OrderId, Order>,
    dues: HashMap<TicketId, Timestamp>,
}

async fn find(
    tx: &mut redress_store::TenantTx,
    query: TicketQuery,
    ways: Ways,
    queue: Option<QueueId>,
    page: Page,
    now: Timestamp,
) -> Result<Option<Found>, Problem> {
    let mut filter = ticket::Filter {
        kind: query.kind,
        case: query.case,
        goods: query.goods,
        money: query.money,
        dispute: query.dispute,
        open: query.open,
        queue,
        assignee: query.assignee,
        priority: query.priority,
        problem_type: query.problem_type,
        channel: query.channel,
        external_ref: query.external_ref,
        number: query.number,
        due_by: if query.overdue == Some(true) { Some(query.due_before.map_or(now, |due| due.min(now))) } else { query.due_before },
        in_time: query.overdue.filter(|overdue| !overdue).map(|_| now),
        ..ticket::Filter::default()
    };
    if let Some(name) = query.customer {
        filter.customer = match name.parse::<CustomerId>() {
            Ok(id) => Some(id),
            Err(_) => match customer::find_by_external_id(tx, &name).await? {
                Some(customer) => Some(customer.id),
                None => return Ok(None),
            },
        };
    }
    if let Some(name) = query.order {
        filter.order = match name.parse::<OrderId>() {
            Ok(id) => Some(id),
            Err(_) => match order::find_by_external_id(tx, &name).await? {
                Some(order) => Some(order.id),
                None => return Ok(None),
            },
        };
    }
    let (tickets, next) = match query.q {
        Some(text) => ticket::search(tx, &text, ways, &filter, &page, ticket::Effort::USUAL).await?,
        None => ticket::list(tx, &filter, &page).await?,
    };
    let ids: Vec<TicketId> = tickets.iter().map(|ticket| ticket.id).collect();
    let dues = service_level::due_many(tx, &ids).await?;
    let customers: HashSet<CustomerId> = tickets.iter().filter_map(|ticket| ticket.customer).collect();
    let orders: HashSet<OrderId> = tickets.iter().filter_map(|ticket| ticket.order).collect();
    let customers = customer::find_many(tx, &customers.into_iter().collect::<Vec<_>>()).await?;
    let orders = order::find_many(tx, &orders.into_iter().collect::<Vec<_>>()).await?;
    Ok(Some(Found {
        tickets,
        next,
        customers: customers.into_iter().map(|customer| (customer.id, customer)).collect(),
        orders: orders.into_iter().map(|order| (order.id, order)).collect(),
        dues,
    }))
}
