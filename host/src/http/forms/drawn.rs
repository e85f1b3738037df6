//! Drafts and editions of forms.

use redress_forms::{Definition, Finding};

crate::http::drawings::drawing_handlers!(
    Definition,
    Finding,
    "form",
    "forms",
    "/forms",
    "/forms/shipped",
    "/forms/check",
    "/forms/{key}",
    "/forms/{key}/draft",
    "/forms/{key}/publish",
    "/forms/{key}/editions",
    "/forms/{key}/editions/{edition}",
    list_forms,
    create_form,
    list_shipped_forms,
    check_form,
    get_form,
    update_form,
    delete_form,
    save_form_draft,
    publish_form,
    list_form_editions,
    get_form_edition
);
