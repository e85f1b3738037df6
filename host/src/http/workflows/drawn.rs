//! Drafts and editions of workflows.

use redress_flow::{Definition, Finding};

crate::http::drawings::drawing_handlers!(
    Definition,
    Finding,
    "workflow",
    "workflows",
    "/workflows",
    "/workflows/shipped",
    "/workflows/check",
    "/workflows/{key}",
    "/workflows/{key}/draft",
    "/workflows/{key}/publish",
    "/workflows/{key}/editions",
    "/workflows/{key}/editions/{edition}",
    list_workflows,
    create_workflow,
    list_shipped_workflows,
    check_workflow,
    get_workflow,
    update_workflow,
    delete_workflow,
    save_workflow_draft,
    publish_workflow,
    list_workflow_editions,
    get_workflow_edition
);
