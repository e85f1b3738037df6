//! Roles and what they may do.

use serde::{Deserialize, Serialize};

use crate::access::FieldRule;
use crate::status::names;

names! {
    /// One thing a user may be allowed to do (Z36).
    Permission {
        /// Read tickets, customers, orders, decisions.
        TicketRead = "ticket:read",
        /// Create tickets, write messages, ask for information, cancel, reopen, transfer.
        TicketWrite = "ticket:write",
        /// Approve and reject, within the role that a rule asks for.
        TicketApprove = "ticket:approve",
        /// Scan and inspect parcels.
        WarehouseWrite = "warehouse:write",
        /// Read settlements and refund instructions.
        FinanceRead = "finance:read",
        /// Mark refunds as paid or failed.
        FinanceWrite = "finance:write",
        /// Write customers and orders.
        OrderWrite = "order:write",
        /// Read plugins, bindings and decisions.
        RuleRead = "rule:read",
        /// Upload plugins.
        PluginWrite = "plugin:write",
        /// Bind plugins, write parameters.
        BindingWrite = "binding:write",
        /// Draw and publish forms and workflows (L24, Z7, Z18).
        WorkflowWrite = "workflow:write",
        /// Write parameters: for systems that keep them up to date (L27).
        ParameterWrite = "parameter:write",
        /// Read users, roles, queues, webhooks, dead letters.
        AdminRead = "admin:read",
        /// Write users, roles, queues, keys, webhooks.
        AdminWrite = "admin:write",
        /// Read reports and the board.
        ReportRead = "report:read",
        /// Define reports, send them by mail, count tickets afresh.
        ReportWrite = "report:write",
        /// Create tenants. Only the operator's key has it.
        Operator = "operator",
    }
}

/// A named set of permissions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Role {
    /// Counts changes, from 1.
    #[serde(default = "first")]
    pub version: i64,
    /// Name within the tenant, for example `supervisor`.
    pub name: String,
    /// Place in the approval ladder, low to high; `None` when the role approves nothing. A holder may also act for every
    /// lower place.
    pub approval_rank: Option<i32>,
    /// What holders may do.
    pub permissions: Vec<Permission>,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// What holders may not see or write of customers, orders, tickets and users (Z36).
    #[serde(default)]
    pub fields: Vec<FieldRule>,
}

const fn first() -> i64 {
    1
}

impl Role {
    /// The role that is never restricted, so that somebody can always undo a restriction.
    pub const OWNER: &str = "owner";

    /// A role without words and field rules.
    pub fn new(name: &str, approval_rank: Option<i32>, permissions: Vec<Permission>) -> Self {
        Self { version: first(), name: name.to_owned(), approval_rank, permissions, description: String::new(), fields: Vec::new() }
    }

    /// The roles every tenant begins with (design §7): owner, admin, supervisor, agent, warehouse, finance, risk, director,
    /// `plugin_author`, auditor.
    pub fn built_in() -> Vec<Self> {
        use Permission::{
            AdminRead, AdminWrite, BindingWrite, FinanceRead, FinanceWrite, OrderWrite, ParameterWrite, PluginWrite, ReportRead,
            ReportWrite, RuleRead, TicketApprove, TicketRead, TicketWrite, WarehouseWrite, WorkflowWrite,
        };
        let everything = vec![
            TicketRead,
            TicketWrite,
            TicketApprove,
            WarehouseWrite,
            FinanceRead,
            FinanceWrite,
            OrderWrite,
            RuleRead,
            PluginWrite,
            BindingWrite,
            WorkflowWrite,
            ParameterWrite,
            AdminRead,
            AdminWrite,
            ReportRead,
            ReportWrite,
        ];
        let role = Self::new;
        vec![
            role("agent", Some(10), vec![TicketRead, TicketWrite, TicketApprove, OrderWrite, RuleRead]),
            role(
                "supervisor",
                Some(20),
                vec![
                    TicketRead,
                    TicketWrite,
                    TicketApprove,
                    OrderWrite,
                    FinanceRead,
                    RuleRead,
                    BindingWrite,
                    WorkflowWrite,
                    AdminRead,
                    ReportRead,
                    ReportWrite,
                ],
            ),
            role(
                "director",
                Some(30),
                vec![
                    TicketRead,
                    TicketWrite,
                    TicketApprove,
                    FinanceRead,
                    // What goes beyond what was agreed is booked by who answers for it.
                    FinanceWrite,
                    RuleRead,
                    BindingWrite,
                    WorkflowWrite,
                    AdminRead,
                    ReportRead,
                    ReportWrite,
                ],
            ),
            role("risk", None, vec![TicketRead, TicketWrite, FinanceRead, RuleRead]),
            role("warehouse", None, vec![TicketRead, WarehouseWrite]),
            role("finance", None, vec![TicketRead, FinanceRead, FinanceWrite, ReportRead]),
            role("plugin_author", None, vec![RuleRead, PluginWrite, BindingWrite, TicketRead]),
            role("auditor", None, vec![TicketRead, FinanceRead, RuleRead, AdminRead, ReportRead]),
            role("admin", Some(90), everything.clone()),
            role("owner", Some(100), everything),
        ]
    }
}
