// Generated from the OpenAPI document by scripts/types.mjs; do not edit.
export interface paths {
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all keys, newest first, revoked ones too. */
        get: operations["list_api_keys"];
        put?: never;
        /**
         * Issue a key for a user.
         * @description The secret is in this answer only.
         */
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key.
         * @description It stops at once here, and within `auth.cache_ms` on other nodes.
         */
        delete: operations["revoke_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file.
         * @description The body is the file itself, of any content type: what the file is, its first bytes say. It belongs to nobody until a ticket uses
         *     it; what is unused after a day is deleted. The same bytes are kept once.
         */
        post: operations["upload_attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file.
         * @description It is always handed out as a download that no browser shows or runs. One range (`bytes=a-b`) is answered with 206.
         */
        get: operations["download_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operation log, newest first.
         * @description Every change through the API, every change that was refused, and every use of a key that no longer works. A row of a change is
         *     written in the transaction of the change. Bodies, query strings and secrets are never kept.
         */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the operation log, newest first.
         * @description The rows come page by page as they are read, so that a log of any length can be exported.
         */
        get: operations["export_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the operation log.
         * @description Finds rows that were changed, added or removed behind the server's back, and seals that are missing.
         */
        get: operations["verify_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List backtests, newest first. */
        get: operations["list_backtests"];
        put?: never;
        /**
         * Run a candidate over past decisions.
         * @description Name a plugin and a configuration, or a binding of which either may be replaced. The job runs in the background; follow it
         *     at `/jobs/{id}/events`. Nothing that it decides has any effect.
         */
        post: operations["start_backtest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all bindings, by hook and order. */
        get: operations["list_bindings"];
        put?: never;
        /**
         * Put a plugin to work.
         * @description Its answers count from the next decision on.
         */
        post: operations["create_binding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the bindings of a hook in order. */
        post: operations["order_bindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a binding. */
        get: operations["get_binding"];
        put?: never;
        post?: never;
        /**
         * Delete a binding.
         * @description Decisions that it made stay and can be run again.
         */
        delete: operations["delete_binding"];
        options?: never;
        head?: never;
        /**
         * Change a binding.
         * @description It counts from the next decision on. Whatever is to decide from then on is first run over the golden decisions of the binding,
         *     or of the one it is tried in the place of; one that would end in another way needs `sign_off`.
         */
        patch: operations["update_binding"];
        trace?: never;
    };
    "/api/v1/bindings/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count how often each row of a table fired, and find rows that never did.
         * @description For bindings whose configuration is a table; at most 100,000 decisions are counted, and the answer says when there are more.
         */
        get: operations["binding_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a binding off.
         * @description It is not asked any more from the next decision on.
         */
        post: operations["disable_binding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/divergence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare a shadow with the rule that counts. */
        get: operations["binding_divergence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a binding on. */
        post: operations["enable_binding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/golden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the decisions that a binding is held to. */
        get: operations["list_golden"];
        put?: never;
        /**
         * Hold a binding to past decisions.
         * @description A later change of the binding that would let one of them end in another way needs a sign-off.
         */
        post: operations["add_golden"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/golden/{decision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a binding go from a decision. */
        delete: operations["delete_golden"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measure a binding against its guardrails. */
        get: operations["binding_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every state of a binding, newest first: who made it, why, and what it changed. */
        get: operations["binding_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a candidate take over.
         * @description The binding it was tried against gets its plugin and configuration; the candidate is removed. Answers the binding that
         *     is active now.
         */
        post: operations["promote_binding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bindings/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a binding back, in one call.
         * @description A candidate is switched off. An active binding returns to its last good plugin and configuration. When there is none, this is
         *     refused: disable the binding to let the built-in rule of its hook decide.
         */
        post: operations["roll_back_binding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the live board.
         * @description What is open now, how fast tickets of today are taken, which stage takes longest, and what passed its limit today.
         */
        get: operations["get_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all calendars. */
        get: operations["list_calendars"];
        put?: never;
        /**
         * Add a calendar.
         * @description Hours are those of a clock on the wall; a day may have several blocks. Special days, such as holidays and make-up workdays,
         *     decide their day alone. Every tenant begins with one, `office`.
         */
        post: operations["create_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a calendar. */
        get: operations["get_calendar"];
        /**
         * Replace a calendar.
         * @description Running clocks go on by the new hours at once (L23).
         */
        put: operations["update_calendar"];
        post?: never;
        /** Delete a calendar that no policy names. */
        delete: operations["delete_calendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over public holidays and make-up workdays.
         * @description The body holds the yearly files of `holiday-cn` (State Council notices). Special days of the same dates are replaced, others
         *     stay; to import a year again changes nothing.
         */
        post: operations["import_holidays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List checklists by article. */
        get: operations["list_checklists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checklists/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the checklist of an article. */
        get: operations["get_checklist"];
        /**
         * Write the checklist of an article.
         * @description The next inspection looks for these parts; inspections that were made keep what they looked for.
         */
        put: operations["put_checklist"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export bindings and parameters as a file.
         * @description The same rules give the same bytes, so that the file can be kept in version control.
         */
        get: operations["export_configuration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a file: everything in one transaction, or nothing. */
        post: operations["apply_configuration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a file would change, and check it.
         * @description Nothing is written.
         */
        post: operations["plan_configuration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers, newest first. */
        get: operations["list_customers"];
        put?: never;
        /**
         * Add a customer, or update the one with this external id.
         * @description 201 when the customer is new, 200 when it was known.
         */
        post: operations["put_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a customer. */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a customer holds with the shop. */
        get: operations["get_credit"];
        put?: never;
        /**
         * Give a customer credit, or note that some was spent.
         * @description Refunds become credit by `POST /refund-instructions/{id}/credit`. No more can be spent than is there.
         */
        post: operations["add_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List decisions, newest first. */
        get: operations["list_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a decision: what was asked, what was answered, and why. */
        get: operations["get_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/bisect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask every version of a plugin what a decision was asked, and find the first that says otherwise.
         * @description Deleted versions too, as long as their bytes are there. Of more than 16 versions, those are asked that a binary search needs.
         */
        post: operations["bisect_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain a decision, and find what would have changed it.
         * @description The rule is asked again with one thing about its input changed at a time, at most 1,000 times in two seconds: amounts, numbers,
         *     days, labels and lists. For amounts, numbers and days the answer names the nearest value from which on something else follows.
         *     Free texts and names are left as they are. Nothing is stored.
         */
        post: operations["explain_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/fixture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Make a fixture of a decision, for a plugin's `fixtures/`.
         * @description Names, contacts, free texts, form texts, order attributes and identifiers are replaced; amounts, days, kinds, reasons, goods,
         *     levels and tags stay. The rule is asked what follows from the replaced input, and the fixture expects that.
         */
        get: operations["get_fixture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the receipt of a decision: its facts, signed.
         * @description `redress-plugin verify` checks it without the server. The signature is Ed25519 over the canonical JSON (RFC 8785) of
         *     `statement`; `/receipt-keys` lists the keys.
         */
        get: operations["get_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a decision again, with the same bytes, inputs and look-ups, and compare.
         * @description Nothing is stored. A decision that ended for reasons outside of the rule (no free sandbox, wall clock) cannot be repeated.
         */
        post: operations["replay_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all departments by name. */
        get: operations["list_departments"];
        put?: never;
        /** Add a department. */
        post: operations["create_department"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a department. */
        get: operations["get_department"];
        put?: never;
        post?: never;
        /**
         * Delete a department.
         * @description Refused while a user, a smaller department, an open task or a published workflow names it.
         */
        delete: operations["delete_department"];
        options?: never;
        head?: never;
        /** Change a department. */
        patch: operations["update_department"];
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch the shop: server-sent events (HTML Living Standard §9.2).
         * @description `hello` at once; `ticket` for every ticket that is new or changes, with its `id`, `number` and `version` as JSON, within about a
         *     second; `many` when so much happened that lists are best read anew. The stream ends after ten minutes: connect again, and read anew
         *     what you show, because what happened meanwhile is not told.
         */
        get: operations["watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all forms, in the order in which new tickets try them. */
        get: operations["list_forms"];
        put?: never;
        /**
         * Draw a new form.
         * @description It begins as a draft; errors do not keep it from being saved, only from being published.
         */
        post: operations["create_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a form without saving it. */
        post: operations["check_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the forms that come with the house.
         * @description `POST` one with `from` to make it yours.
         */
        get: operations["list_shipped_forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a form with its draft. */
        get: operations["get_form"];
        put?: never;
        post?: never;
        /**
         * Delete a form with its editions.
         * @description What tickets have gone through stays, because they still show it.
         */
        delete: operations["delete_form"];
        options?: never;
        head?: never;
        /**
         * Say which tickets get a form, or switch it off.
         * @description What runs goes on either way.
         */
        patch: operations["update_form"];
        trace?: never;
    };
    "/api/v1/forms/{key}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge answers without keeping them.
         * @description `POST /tickets` with `form` judges them the same way and keeps them.
         */
        post: operations["judge_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{key}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the draft of a form.
         * @description The answer says what is wrong with it; nothing changes for tickets until it is published.
         */
        put: operations["save_form_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{key}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the editions of a form, newest first. */
        get: operations["list_form_editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{key}/editions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one edition of a form. */
        get: operations["get_form_edition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{key}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a form begins with.
         * @description An order number brings goods, amount, address, history and member level (L3, L4, U6–U8).
         */
        post: operations["fill_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the draft of a form as its next edition.
         * @description New tickets get it at once; what runs keeps the edition that it began with.
         */
        post: operations["publish_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{key}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a published form as JSON Schema and layout. */
        get: operations["get_form_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all gateways by tender. */
        get: operations["list_gateways"];
        put?: never;
        /**
         * Add a gateway.
         * @description Instructions of its tender are paid over it from now on; those that wait already, too.
         */
        post: operations["create_gateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gateways/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a gateway. */
        get: operations["get_gateway"];
        put?: never;
        post?: never;
        /**
         * Delete a gateway.
         * @description Instructions of its tender wait for another one, or for finance; what is not known of them stays unknown until then.
         */
        delete: operations["delete_gateway"];
        options?: never;
        head?: never;
        /** Change a gateway. */
        patch: operations["update_gateway"];
        trace?: never;
    };
    "/api/v1/gateways/{id}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a gateway reported by itself, newest first. */
        get: operations["list_gateway_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{hook}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a rule without storing anything. */
        post: operations["evaluate_hook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory-connector": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the inventory connector. */
        get: operations["get_inventory_connector"];
        /**
         * Set the inventory connector.
         * @description Stock of goods for customers is set aside over it: `POST {base_url}/reservations` with
         *     `{"key", "ticket", "lines": [{"sku", "quantity"}]}` and the key as `Idempotency-Key`, `GET {base_url}/reservations/{key}`,
         *     `POST {base_url}/reservations/{key}/release`. Each answers `{"key", "state", "reference", "missing": [{"sku", "available"}]}`
         *     with `state` `reserved`, `out_of_stock` or `released`, or 404. The same key is the same reservation; what was released stays
         *     so, also under a key that was not known before. Without a connector goods are taken as in stock when a person says so
         *     (`POST /tickets/{id}/replacements/{rid}/reserved`).
         */
        put: operations["put_inventory_connector"];
        post?: never;
        /**
         * Remove the inventory connector.
         * @description Reservations that are on their way wait for another one; from now on people confirm the stock of what is proposed.
         */
        delete: operations["delete_inventory_connector"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a job: how far it is, and its report. */
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job.
         * @description Whoever started it may, and whoever may change bindings. One that waits is over at once; one that runs stops within a second, and its report covers what was done.
         */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a job: server-sent events (HTML Living Standard §9.2).
         * @description `progress` whenever it got further, and `end` once; both carry the job as JSON. The stream closes after `end`.
         */
        get: operations["job_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all macros by key. */
        get: operations["list_macros"];
        put?: never;
        /** Add a macro. */
        post: operations["create_macro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/macros/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a macro. */
        get: operations["get_macro"];
        /** Replace what a macro says and does. */
        put: operations["update_macro"];
        post?: never;
        /** Delete a macro. */
        delete: operations["delete_macro"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say who the key is and what it may do. */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password.
         * @description All sessions of the user end, this one too: sign in again.
         */
        put: operations["change_own_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders, newest first. */
        get: operations["list_orders"];
        put?: never;
        /**
         * Add an order, or replace the one with this external id.
         * @description 201 when the order is new, 200 when it was known.
         */
        post: operations["put_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or replace many orders.
         * @description Orders that are right are stored together; those that are not are reported and change nothing. Takes up to 8 MiB.
         */
        post: operations["put_orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an order with its lines. */
        get: operations["get_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages, newest first. */
        get: operations["list_outbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a message with its delivery log. */
        get: operations["get_outbox_message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again.
         * @description For dead letters, and for messages that arrived but were lost on the other side. Receivers tell repeats by its id.
         */
        post: operations["resend_outbox_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all parameters by code. */
        get: operations["list_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parameters/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a parameter. */
        get: operations["get_parameter"];
        /**
         * Add or replace a parameter.
         * @description Rules read it from the next decision on.
         */
        put: operations["put_parameter"];
        post?: never;
        /**
         * Delete a parameter.
         * @description A rule that reads it is told from then on that there is none.
         */
        delete: operations["delete_parameter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people by name.
         * @description Names stand on tickets and tasks, so whoever reads tickets may know them; addresses and limits are for administrators
         *     (`GET /users`).
         */
        get: operations["list_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pick-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is to be fetched, per warehouse.
         * @description Goods for the customer and goods that go back, urgent and old ones first, without those that were fetched.
         */
        get: operations["list_pick_lists"];
        put?: never;
        /**
         * Make a walk through a warehouse.
         * @description Gives the stock to what is to be fetched, urgent and old needs first, and orders the stops by shelf; what is not there is
         *     `short`. Nothing is reserved or stored.
         */
        post: operations["make_pick_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pick-lists/{ticket}/picked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the goods of a ticket were fetched. */
        post: operations["note_picked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all plugins, newest first. */
        get: operations["list_plugins"];
        put?: never;
        /**
         * Upload a plugin.
         * @description The bytes of a WebAssembly component, at most 24 MiB. It is checked and compiled before this answers; a component that may
         *     not run is refused with every finding. The same bytes again answer 200 and the plugin that is there. A version is uploaded once:
         *     other bytes need another version.
         */
        post: operations["upload_plugin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plugins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a plugin with the JSON Schema of its configuration. */
        get: operations["get_plugin"];
        put?: never;
        post?: never;
        /**
         * Delete a plugin that nothing is bound to.
         * @description The bytes stay while a decision refers to them, so that it can be run again.
         */
        delete: operations["delete_plugin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a link. It stops working at once. */
        delete: operations["revoke_portal_link"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-protections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim the difference of a price that fell (价保).
         * @description Opens a ticket over what was paid and not given back, less what the same costs today, within the days of the parameter
         *     `price_protection_days` (30) after the purchase. The rules decide about it as about any refund.
         */
        post: operations["protect_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/print-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the shipped templates and the tenant's own, by key. */
        get: operations["list_print_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/print-templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a template by printing it with sample data.
         * @description Nothing is stored.
         */
        post: operations["check_print_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/print-templates/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a template with its source and the data it is tried with. */
        get: operations["get_print_template"];
        /**
         * Add or replace a template of the tenant's own.
         * @description It is printed once with sample data before it is kept; one that cannot be printed is refused with every finding and its line:
         *     422 `template_rejected`. One whose key is the name of a kind takes the place of the shipped template.
         */
        put: operations["put_print_template"];
        post?: never;
        /**
         * Delete a template of the tenant's own.
         * @description When it took the place of a shipped one, that one is printed again.
         */
        delete: operations["delete_print_template"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/print/pick-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Print a pick list (拣货单) as PDF.
         * @description The list comes with the request, as the warehouse's work lists give it. Nothing is stored.
         */
        post: operations["print_pick_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/print/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a template, filled with sample data, as PDF.
         * @description Nothing is stored. A template that cannot be printed answers 422 `template_rejected` with every finding and its line.
         */
        post: operations["preview_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all queues. */
        get: operations["list_queues"];
        put?: never;
        /**
         * Add a queue.
         * @description Every tenant begins with one, `default`, which gets what no rule routed.
         */
        post: operations["create_queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a queue. */
        get: operations["get_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a queue.
         * @description Its key stays, because rules name queues by it.
         */
        patch: operations["update_queue"];
        trace?: never;
    };
    "/api/v1/receipt-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys that receipts are signed with: the present one, then those that signed before.
         * @description Keep what you see here where the server cannot change it: a receipt proves something to whoever knows the key already.
         */
        get: operations["list_receipt_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurring-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recurring jobs. */
        get: operations["list_recurring_jobs"];
        put?: never;
        /**
         * Add a recurring job.
         * @description Every occurrence is done exactly once, by whichever node is there. Occurrences that were missed run once, not once each.
         */
        post: operations["create_recurring_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurring-jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a recurring job. */
        delete: operations["delete_recurring_job"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refund-instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List refund instructions, newest first. */
        get: operations["list_refund_instructions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refund-instructions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a refund instruction. */
        get: operations["get_refund_instruction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refund-instructions/{id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a refund that waits as credit with the shop; `GET /customers/{id}/credit` shows it. */
        post: operations["pay_as_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refund-instructions/{id}/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a refund was not paid. */
        post: operations["mark_refund_failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refund-instructions/{id}/paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a refund was paid. */
        post: operations["mark_refund_paid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refund-instructions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a failed refund again: a new instruction over the same amount, which is the answer. */
        post: operations["retry_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List replacements, newest first. */
        get: operations["list_replacements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List replays, newest first. */
        get: operations["list_replays"];
        put?: never;
        /**
         * Run past decisions again as they were.
         * @description Each with its own bytes, inputs and recorded look-ups; answer and fuel must agree. The job runs in the background; follow it
         *     at `/jobs/{id}/events`.
         */
        post: operations["start_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reports.
         * @description The first page begins with those that come with the house; the merchant's own follow, newest first.
         */
        get: operations["list_reports"];
        put?: never;
        /**
         * Define a report.
         * @description To change a report that comes with the house, create one with its definition.
         */
        post: operations["create_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/defects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List products and batches that come back with a defect more often than chance explains. */
        get: operations["list_defects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count all tickets afresh.
         * @description Needed after the parameters `time_zone`, `first_response_minutes` or `quality_reasons` have changed: tickets that were counted before keep their
         *     day and their flags until something happens to them. Until a ticket is reached, figures show it as it was counted before.
         */
        post: operations["recount_tickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute a report without keeping it.
         * @description Reads only: it may be sent twice. The figures are those of one moment and hold every ticket that was written before it.
         */
        post: operations["run_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a report. */
        get: operations["get_report"];
        /**
         * Replace a report.
         * @description Its mails go on in the name of who replaces it.
         */
        put: operations["replace_report"];
        post?: never;
        /** Delete a report. */
        delete: operations["delete_report"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compute a report.
         * @description The figures are those of one moment and hold every ticket that was written before it.
         */
        get: operations["get_report_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all roles, by approval rank. */
        get: operations["list_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add or replace a role.
         * @description What a role loses, its holders lose at once.
         */
        put: operations["put_role"];
        post?: never;
        /**
         * Delete a role.
         * @description Refused for the roles that come with the house, and while somebody holds the role, an open task waits for it, or a published
         *     workflow or a binding names it, for example as fallback.
         */
        delete: operations["delete_role"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List scans, newest first. */
        get: operations["list_scans"];
        put?: never;
        /**
         * Scan a label.
         * @description A parcel that is awaited is received; its ticket moves at once. Any other waits among the unidentified parcels: no reading is
         *     lost, and `outcome` and `note` say what to do with the parcel.
         */
        post: operations["scan_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the names of all secrets. */
        get: operations["list_secrets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Store a secret, or replace it.
         * @description It is sealed under the server's key, and no answer ever holds it.
         */
        put: operations["put_secret"];
        post?: never;
        /**
         * Delete a secret.
         * @description Refused while a gateway names it.
         */
        delete: operations["delete_secret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out: the session's key works no more.
         * @description A key that was issued is revoked under `/api-keys`.
         */
        delete: operations["close_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password.
         * @description An unknown shop, an unknown address, a wrong password and a disabled user read the same. Twenty attempts are taken in a quarter of an
         *     hour, from one address and for one person.
         */
        post: operations["open_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys that are trusted. */
        get: operations["list_signing_keys"];
        put?: never;
        /** Trust a key. */
        post: operations["create_signing_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-keys/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether plugins must be signed.
         * @description Plugins that are there stay, signed or not.
         */
        put: operations["require_signatures"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Trust a key no more.
         * @description Plugins that it signed stay.
         */
        delete: operations["delete_signing_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all service level policies, in the order in which they are asked. */
        get: operations["list_sla_policies"];
        put?: never;
        /**
         * Add a service level policy.
         * @description A ticket gets the first switched-on policy, by `order`, whose conditions it meets. Every tenant begins with `standard`, which
         *     promises what the requirements name. A policy holds at once, for tickets that run already too; what was done for a ticket
         *     under a target of the same key is not done again.
         */
        post: operations["create_sla_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a service level policy. */
        get: operations["get_sla_policy"];
        /**
         * Replace a service level policy.
         * @description It holds at once, for tickets that run already too (L23). What ended before keeps its verdict; what was done for a ticket
         *     under a target of the same key is not done again.
         */
        put: operations["update_sla_policy"];
        post?: never;
        /**
         * Delete a service level policy that is switched off.
         * @description One that is switched on is in use: switch it off first, which shows what that does. What ended under it keeps its verdict.
         */
        delete: operations["delete_sla_policy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sop-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a walk through a procedure with the words for its next step. */
        get: operations["get_sop_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sop-runs/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tick the next step of a procedure.
         * @description It takes the answer that leads on, and the evidence that the step needs; both stand on the ticket's timeline.
         */
        post: operations["tick_sop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all procedures: those that ship, then the shop's own. One of its own stands in for the shipped one of the same key. */
        get: operations["list_sops"];
        put?: never;
        /** Add a procedure, or change one that ships. */
        post: operations["create_sop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sops/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a procedure with its steps, scripts and the evidence they need. */
        get: operations["get_sop"];
        /** Replace what one of the shop's own procedures says. Walks that have begun go on as they began. */
        put: operations["update_sop"];
        post?: never;
        /** Delete one of the shop's own procedures; one that ships and that it stood in for is back. Walks that have begun go on. */
        delete: operations["delete_sop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List surveys, newest first. */
        get: operations["list_surveys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum up what the customers of each agent said (U15), most answers first. */
        get: operations["summarize_surveys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a decision table.
         * @description Tells what keeps it from being saved, which cases no row covers, which rows overlap, and which never count because others
         *     come first. Nothing is stored.
         */
        post: operations["check_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a table as CSV or JDM. */
        post: operations["export_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a table from CSV or JDM.
         * @description Nothing is stored: look the table over and save it as the configuration of a binding.
         */
        post: operations["import_table"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks, newest first. */
        get: operations["list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Press a button of a task of a workflow.
         * @description The ticket's own guards hold: what they refuse, the button does not do, and nothing is stored.
         */
        post: operations["act_on_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a task, so that nobody else does it meanwhile. */
        post: operations["claim_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let another person act in your place (委托). */
        post: operations["delegate_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a task is done. */
        post: operations["finish_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an accepted task back to all who may do it. */
        post: operations["release_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task to somebody else (转交). */
        post: operations["transfer_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all tenants by slug. Needs the operator's key. */
        get: operations["list_tenants"];
        put?: never;
        /**
         * Open a tenant.
         * @description It begins with the built-in roles, a default queue, an owner and the owner's key. Needs the operator's key. The unique slug
         *     guards against repeats, so there is no `Idempotency-Key`.
         */
        post: operations["create_tenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the uses of keys that no tenant knows, newest first.
         * @description Needs the operator's key.
         */
        get: operations["list_installation_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tickets, newest first. */
        get: operations["list_tickets"];
        put?: never;
        /**
         * Submit a ticket.
         * @description The rules of the tenant route it, score it and decide about its refund before the answer comes. A rule that fails never
         *     loses the ticket: people decide then, and `failures` says which plugin failed and why.
         */
        post: operations["create_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a ticket with its decisions. */
        get: operations["get_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a ticket's priority or tags.
         * @description What the ticket asks for changes by its other actions: amounts by `/amount`, queue and person by `/transfer`, form values by a
         *     message of the customer.
         */
        patch: operations["describe_ticket"];
        trace?: never;
    };
    "/api/v1/tickets/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a ticket: it is assigned to the caller, and nobody is reminded of it any more. */
        post: operations["accept_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/amount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for other amounts.
         * @description The rules are asked anew, so that a higher amount finds its tier; what was agreed before counts no more, and instructions that
         *     have not left are cancelled.
         */
        post: operations["change_amount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to what is asked.
         * @description Takes the role that the ticket waits for next, or a higher one; with a quorum, others must agree as well.
         */
        post: operations["approve_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files of a ticket, oldest first. */
        get: operations["get_ticket_attachments"];
        put?: never;
        /**
         * Give uploaded files to a ticket.
         * @description All or none: a file of another ticket is refused. Files that are the ticket's already may be shown to the customer or hidden.
         */
        post: operations["use_attachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a ticket for the customer.
         * @description Only before money has left; goods that are on their way go back.
         */
        post: operations["cancel_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/clawback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to fetch money back (追缴), for example because the goods never came. */
        post: operations["start_clawback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/clawback/collected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the money came back. */
        post: operations["collect_clawback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/clawback/waived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the money go. */
        post: operations["waive_clawback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a deadline of the sales platform.
         * @description It is about the open round of its goal, or the next. What is promised is owed by the earlier of the policy's moment and the
         *     platform's, and escalates by it. The platform's clock never stands still.
         */
        post: operations["set_deadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rule calls about a ticket, oldest first. */
        get: operations["get_ticket_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/decisions/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compute every seal of a ticket's decisions again from what is stored. */
        get: operations["verify_ticket_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the platform opened a dispute.
         * @description From then on no refund is paid, until it is ruled or withdrawn.
         */
        post: operations["open_dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/dispute/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in evidence. Both sides negotiate from then on. */
        post: operations["submit_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/dispute/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note what the platform ruled.
         * @description For the buyer the ticket is settled and the money is instructed: more than people agreed to needs the highest approving role.
         *     For the seller nothing more is paid, and goods that are here go back.
         */
        post: operations["rule_dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/dispute/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the dispute was withdrawn. The ticket goes on where it stands. */
        post: operations["withdraw_dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Inspect the goods of a ticket.
         * @description Goods that are as they should be release the refund at once. Anything else holds it, gives the role `risk` a task, and looks
         *     the customer's past up; when missing parts are all that is wrong, the customer is offered to send them or to have their price
         *     kept back. A later inspection replaces an earlier one and says everything again.
         */
        post: operations["inspect_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tickets that a ticket belongs to, and those that belong to it (U11). */
        get: operations["get_ticket_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/macros/{key}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a macro: insert its text and do what it does, all or nothing.
         * @description A variable without a value or one that the caller's roles hide, or one act that the ticket does not take now, and nothing is done.
         */
        post: operations["apply_macro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/macros/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a macro would say on a ticket. Nothing changes. */
        post: operations["preview_macro"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a duplicate into the ticket that goes on.
         * @description Nothing more happens to the duplicate, until it is reopened; its messages and files stay readable, and each ticket's links name the
         *     other. What was allowed already is cancelled, not merged.
         */
        post: operations["merge_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a message.
         * @description The answer of a customer who was asked for something sends the ticket back to the rules.
         */
        post: operations["add_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/offer/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass the customer's answer to an offer on.
         * @description `deduct` keeps the price of the parts back and has the rest paid; `resend` awaits a parcel with them. The same answer again
         *     changes nothing; another one is refused.
         */
        post: operations["answer_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/parcel-found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a parcel which was thought lost moves again. */
        post: operations["find_parcel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/parcel-lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the carrier has lost the parcel.
         * @description It is an exception until the parcel is found, another one is announced, or the case ends otherwise. What is not heard of for days is
         *     noted so by itself.
         */
        post: operations["lose_parcel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a parcel of a ticket.
         * @description A number that another ticket awaits, or under which another parcel of this ticket has come, makes the ticket an exception
         *     (`rejected`): ask the customer for the right one and announce it, with `replaces` when the wrong one is awaited.
         */
        post: operations["announce_parcel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/portal-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link by which the customer reaches a ticket (Z39).
         * @description Whoever holds it sees the ticket and acts for the customer, until it expires or is revoked. It is shown once.
         */
        post: operations["create_portal_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/portal-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the links to a ticket, newest first, without their tokens. */
        get: operations["list_portal_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/print-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a template finds in `data` for a ticket. */
        get: operations["get_print_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/print/{template}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print a ticket as PDF.
         * @description `template` is the key of one of the tenant's own templates or of a shipped one: `service_report` (服务报告), `dispatch_order`
         *     (派工单), `repair_confirmation` (维修确认单), `return_slip` (退货单).
         */
        get: operations["print_ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the receipts of a ticket's decisions in the order of their chain.
         * @description Each names the seal of the one before it, so that a missing or replaced one shows.
         */
        get: operations["get_ticket_receipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive and inspect all goods of a ticket at once.
         * @description For a desk without a scanner: awaited parcels are kept as scanned by hand, and an inspection is kept that finds every unit good
         *     and to be sold again (`ok`), or damaged and set aside until an inspection says more (`problem`). Goods that are as they should
         *     be release the refund; others hold it.
         */
        post: operations["receive_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/refunded-elsewhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the platform or somebody else has paid.
         * @description Instructions of ours that have not left are cancelled. While one is under way or unknown this is refused: what became of it
         *     comes first.
         */
        post: operations["refunded_elsewhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse what is asked.
         * @description Takes the same standing as agreeing to it.
         */
        post: operations["reject_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a finished or refused ticket up again.
         * @description The rules are asked afresh; what was decided before stays on record.
         */
        post: operations["reopen_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the replacements of a ticket, oldest first. */
        get: operations["list_ticket_replacements"];
        put?: never;
        /**
         * Propose goods for the customer: an exchange, a resend or a repair, as the ticket asks.
         * @description Its stock is set aside over the inventory connector; where none is at work, `…/reserved` confirms it. An exchange leaves when
         *     its goods are here and inspected (or at once with `ship_first`): the price difference is booked then, the customer pays what
         *     they owe before anything leaves (`…/paid`), and the rest that they are owed goes back over the tenders of the order. What goes
         *     back needs what the refund rules ask for: a role above the caller's is refused.
         */
        post: operations["propose_replacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a replacement. */
        get: operations["get_replacement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pass on whether the customer takes money instead.
         * @description `refund` makes the ticket ask for the money of its goods, which the refund rules decide about as about any refund; `wait`
         *     looks for the goods again, and sends back as it is what cannot be mended. The same answer again changes nothing.
         */
        post: operations["answer_replacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a replacement off that has not left.
         * @description Its stock is released, its price taken back from the ledger, and a difference that was paid goes back to the customer.
         */
        post: operations["cancel_replacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the customer has a replacement.
         * @description With the last one of a ticket the case is completed, or settles what is still on its way back to the customer.
         */
        post: operations["mark_delivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/not-repairable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that goods cannot be mended.
         * @description The customer is asked whether they take money; `…/answer` passes the answer on. With `wait` the goods go back as they are.
         */
        post: operations["mark_not_repairable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/out-of-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the goods are not there.
         * @description The customer is asked whether they take money instead; `…/answer` passes the answer on. Without one within the hours of the
         *     parameter `replacement_answer_hours` (168) somebody has the task to ask; nothing is decided for the customer. While an inventory
         *     connector is being asked, what it says counts and this is refused.
         */
        post: operations["deny_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the customer paid the difference; the replacement may leave. */
        post: operations["mark_difference_paid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/repaired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that goods are mended.
         * @description They may go back to the customer once they were taken in and inspected, and what the repair costs is paid.
         */
        post: operations["mark_repaired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/reserved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that the goods are set aside.
         * @description For shops without an inventory connector; while one is being asked, what it says counts and this is refused.
         */
        post: operations["confirm_stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/replacements/{rid}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a replacement has left.
         * @description What leaves before its goods have come starts the time in which they have to come (`return_by`); after that what they were
         *     credited for is fetched back.
         */
        post: operations["ship_replacement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/request-information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the customer for something.
         * @description The ticket waits for the answer; without one it expires.
         */
        post: operations["request_information"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/request-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the customer where to send the goods.
         * @description The time for sending them begins, or begins anew. Where the parameter `return_address` is set, every return that is allowed does it by
         *     itself, unless a drawn workflow does.
         */
        post: operations["request_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up an agreement about goods on hold.
         * @description The refund is refused for good and the goods go back to the customer, who may still call the platform.
         */
        post: operations["send_goods_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ledger of a ticket, oldest first.
         * @description Entries are only added; a mistake is corrected by a further entry.
         */
        get: operations["get_ticket_settlements"];
        put?: never;
        /**
         * Book entries on the ledger of a ticket, and pay what is due then.
         * @description Freight, tax, fees, compensation, or what is kept back. Instructions that have not left are replaced by one over what is due.
         *     More than people agreed to needs the highest approving role.
         */
        post: operations["settle_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/ship-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that goods have left for the customer. */
        post: operations["ship_goods_back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a ticket's workflow that something happened which it waits for.
         * @description Scans, payments and answers reach it by themselves; this is for other systems, and for what the workflow could not take when it came.
         */
        post: operations["signal_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/sla": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read where the promises about a ticket stand.
         * @description What ended is judged by the policy that held then; what is open by the one that holds now, from the moment on at which it
         *     was changed.
         */
        get: operations["get_ticket_sla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/sops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the walks through procedures for a ticket, newest first. */
        get: operations["get_ticket_sops"];
        put?: never;
        /** Begin a procedure for a ticket. */
        post: operations["start_sop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/survey-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the link of a ticket's survey, to send it again.
         * @description Whoever holds it answers for the customer: only administrators see it, not about their own work, and the timeline says who did.
         */
        post: operations["show_survey_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what happened to a ticket, oldest first.
         * @description Entries are chained by hashes from the first one on, so a changed or missing entry shows.
         */
        get: operations["get_ticket_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/timers/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try timers of a ticket again that were given up.
         * @description What is due to a ticket and fails again and again becomes a task of the supervisor, and waits. Once its cause is mended, this has it
         *     tried at once.
         */
        post: operations["retry_timers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a ticket over. */
        post: operations["transfer_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/warehouse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the warehouse knows of a ticket. */
        get: operations["get_ticket_warehouse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See where a ticket stands in its workflow (L13).
         * @description For every place: since when, who holds it, until when, and what the caller can press there.
         */
        get: operations["get_ticket_workflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unidentified-parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List parcels that nobody is known for, newest first. */
        get: operations["list_unidentified_parcels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unidentified-parcels/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an unidentified parcel to its ticket.
         * @description The ticket receives it as if it had been scanned.
         */
        post: operations["assign_unidentified_parcel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what rule calls used, by day, plugin and purpose.
         * @description Days are counted from 1970-01-01 in UTC. Calls of other nodes show after a few seconds.
         */
        get: operations["list_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all users by mail address. */
        get: operations["list_users"];
        put?: never;
        /** Add a user. */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a user. */
        get: operations["get_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user.
         * @description What an administrator takes from a user, the user's keys lose at once.
         */
        patch: operations["update_user"];
        trace?: never;
    };
    "/api/v1/users/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a user's password.
         * @description All sessions of the user end. Tell it to them by another way than mail, and have them change it.
         */
        put: operations["set_user_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all endpoints. */
        get: operations["list_webhooks"];
        put?: never;
        /**
         * Add an endpoint.
         * @description The secret that signs its messages is in this answer only.
         */
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an endpoint. */
        get: operations["get_webhook"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint.
         * @description Messages that still wait for it go to the dead letters.
         */
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint.
         * @description The secret stays; add a new endpoint to get a new one.
         */
        patch: operations["update_webhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message to an endpoint.
         * @description It goes the way of every message: signed, retried, listed in the outbox. The answer is the message as it waits.
         */
        post: operations["test_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all workflows, in the order in which new tickets try them. */
        get: operations["list_workflows"];
        put?: never;
        /**
         * Draw a new workflow.
         * @description It begins as a draft; errors do not keep it from being saved, only from being published.
         */
        post: operations["create_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a workflow without saving it. */
        post: operations["check_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workflows that come with the house.
         * @description `POST` one with `from` to make it yours.
         */
        get: operations["list_shipped_workflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a workflow with its draft. */
        get: operations["get_workflow"];
        put?: never;
        post?: never;
        /**
         * Delete a workflow with its editions.
         * @description What tickets have gone through stays, because they still show it.
         */
        delete: operations["delete_workflow"];
        options?: never;
        head?: never;
        /**
         * Say which tickets get a workflow, or switch it off.
         * @description What runs goes on either way.
         */
        patch: operations["update_workflow"];
        trace?: never;
    };
    "/api/v1/workflows/{key}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the draft of a workflow.
         * @description The answer says what is wrong with it; nothing changes for tickets until it is published.
         */
        put: operations["save_workflow_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the editions of a workflow, newest first. */
        get: operations["list_workflow_editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/editions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one edition of a workflow. */
        get: operations["get_workflow_edition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/migration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See which tickets go on under an older edition, and what would change if they took the newest.
         * @description Publishing never moves a ticket; this shows what a person would decide.
         */
        get: operations["preview_workflow_migration"];
        put?: never;
        /**
         * Take tickets over to the newest edition.
         * @description Each is one change of its own: what cannot be taken over is told, and the others go on.
         */
        post: operations["migrate_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the draft of a workflow as its next edition.
         * @description New tickets get it at once; what runs keeps the edition that it began with.
         */
        post: operations["publish_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hooks/gateways/{tenant}/{gateway}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a message of a payment gateway.
         * @description Give this address to the gateway, for example as an endpoint for Stripe's `refund.updated` or as WeChat Pay's `notify_url`. The
         *     gateway's plugin checks the signature. What the message is about is asked about at the gateway at once; only that answer counts, so a
         *     message that comes twice, late or falsely pays nothing. 204 says that the message is kept, known already, or not about a refund.
         */
        post: operations["hear_gateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the survey about a finished request. */
        get: operations["get_survey"];
        put?: never;
        /**
         * Answer the survey.
         * @description It is answered once; the answer may be changed within a day.
         */
        post: operations["answer_survey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read where a request stands. */
        get: operations["get_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a refused request.
         * @description It is decided again; a second refusal is final.
         */
        post: operations["amend_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files of a request. */
        get: operations["list_files"];
        put?: never;
        /**
         * Send a file.
         * @description The body is the file itself. What it is, its first bytes say; pictures, films and documents up to the shop's limits are taken.
         */
        post: operations["send_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of the request. */
        get: operations["get_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a request.
         * @description Only before money has left; goods that are on their way go back.
         */
        post: operations["withdraw_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the shop.
         * @description When the request waits for an answer, this is the answer, and the request is decided again.
         */
        post: operations["write_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose what to do about missing parts.
         * @description `resend` promises to send them; `deduct` has their price kept back and the rest paid. The same choice again changes nothing.
         */
        post: operations["choose_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the goods that leave for the customer. */
        get: operations["list_goods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/replacements/{rid}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take money instead of goods that are not there or cannot be mended, or wait for them.
         * @description The same choice again changes nothing.
         */
        post: operations["choose_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print the return slip as PDF.
         * @description It goes into the parcel, so that the warehouse knows whose it is; it is there while the goods are awaited.
         */
        get: operations["print_slip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what the shop's workflow waits for from the customer (Z13). */
        post: operations["press_button"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/ticket/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the tracking number of goods that were sent back.
         * @description The warehouse awaits the parcel from then on. A number that is another parcel's makes the request an `exception` until the right one
         *     is told.
         */
        post: operations["add_tracking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/{tenant}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See the shop's form for a kind of request, filled in with what is known of the order (Z1, L3).
         * @description Order number and telephone number prove that the order is the customer's; they stand in the body, so that they are in no log of
         *     addresses. 404 also where the shop has no form for the kind: the request is made without one then.
         */
        post: operations["get_customer_form"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/{tenant}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up an order by its number and telephone number.
         * @description An unknown shop, an unknown order and another telephone number read the same.
         */
        post: operations["look_up_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/v1/{tenant}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a return, an exchange or a complaint (L1, Z10).
         * @description Order number and telephone number prove that the order is the customer's; whatever else is there reads as 404. The request goes the
         *     way of every other one, and the answer has a link by which the customer follows it.
         */
        post: operations["start_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What is left of a field. Stricter ones come first; without a rule a field can be read and written.
         * @enum {string}
         */
        Access: "hidden" | "masked" | "read_only";
        /** @description What a step does. */
        Action: {
            /** @enum {string} */
            do: "remind_owner";
        } | {
            /** @enum {string} */
            do: "raise_priority";
            /** @description At least so high. */
            to: components["schemas"]["Priority"];
        } | {
            /** @description How. */
            by: components["schemas"]["Channel"];
            /** @enum {string} */
            do: "tell_role";
            /** @description Its name. */
            role: string;
        } | {
            /** @description How. */
            by: components["schemas"]["Channel"];
            /** @enum {string} */
            do: "tell_queue_lead";
        } | {
            /** @enum {string} */
            do: "emit";
            /** @description Its name, for example `sla.missed`. */
            event: string;
        };
        /** @description Who did something. */
        Actor: {
            /** @description A person or program of the tenant. */
            id: components["schemas"]["UserId"];
            /** @enum {string} */
            type: "user";
        } | {
            /** @enum {string} */
            type: "customer";
        } | {
            /** @enum {string} */
            type: "system";
        } | {
            /** @description A rule, by the name of its plugin. */
            id: string;
            /** @enum {string} */
            type: "rule";
        };
        /** @description One earlier ticket. */
        AfterSaleSummary: {
            /** @description Case axis. */
            case: components["schemas"]["CaseStatus"];
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description What was asked for. */
            kind: components["schemas"]["TicketKind"];
            /** @description The number people use. */
            number: string;
            /** @description Problem label. */
            problem_type?: string | null;
            /** @description Reason codes of its lines, without repeats. */
            reasons: string[];
            /** @description What was refunded or credited so far. */
            refunded: components["schemas"]["Money"];
            /** @description Stock keeping units of its lines, without repeats. */
            skus: string[];
        };
        /** @description How to try again; all may be left out. */
        Again: {
            /** @description `manual` (finance transfers it) or `credit` (with the shop) instead of the way the money came. */
            tender?: string | null;
        };
        /** @description What a shadow's answer was compared with. */
        Against: {
            /** @description The decision that counted. */
            decision: components["schemas"]["DecisionId"];
            /** @description How the shadow differs from it. */
            difference: components["schemas"]["Difference"];
        };
        /** @description An agreement. */
        Agreement: {
            /** @default null */
            amount: components["schemas"]["Money"] | null;
            /**
             * @description In your words.
             * @default null
             */
            opinion: string | null;
        };
        /** @description An amount. */
        Amount: {
            /**
             * @description ISO 4217 code.
             * @example CNY
             */
            currency: string;
            /**
             * Format: int64
             * @description Minor units (fen, cents).
             */
            minor: number;
            /**
             * @description Digits in groups of three, without the currency.
             * @example 1,288.00
             */
            text: string;
        };
        /** @description Other amounts. */
        Amounts: {
            /** @description What is asked for lines; zero for a line that the customer keeps. Lines left out stay. */
            lines: components["schemas"]["LineAmount"][];
            /** @description Why, 1 to 10,000 characters. */
            reason: string;
        };
        /** @description A rule's answer, by hook. */
        Answer: {
            /** @enum {string} */
            hook: "routing";
            output: components["schemas"]["Route"] | null;
        } | {
            /** @enum {string} */
            hook: "fraud-scoring";
            /** @description A score with reasons. */
            output: components["schemas"]["Assessment"];
        } | {
            /** @enum {string} */
            hook: "refund-approval";
            /** @description A verdict with reasons. */
            output: components["schemas"]["RefundDecision"];
        } | {
            /** @enum {string} */
            hook: "notification";
            /** @description Messages to send. */
            output: components["schemas"]["Message"][];
        } | {
            /** @enum {string} */
            hook: "automation";
            /** @description What should be done. */
            output: components["schemas"]["Intent"][];
        } | {
            /** @enum {string} */
            hook: "schedule";
            /** @description What should be done. */
            output: components["schemas"]["Intent"][];
        } | {
            /** @enum {string} */
            hook: "settlement";
            /** @description A request to a gateway, or what its answer means. */
            output: components["schemas"]["GatewayAnswer"];
        };
        /** @description Answers to judge. */
        AnswersToJudge: {
            /** @description Answers by field. */
            answers: Record<string, unknown>;
            /** @description The shop's id of the customer; who bought the order when left out. */
            customer?: string | null;
            /** @description The shop's order number; the one that is answered when left out. */
            order?: string | null;
        };
        /** @description A bearer key of a user. */
        ApiKey: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Redress id. */
            id: components["schemas"]["ApiKeyId"];
            /** @description What it is for. */
            name: string;
            revoked_at?: components["schemas"]["Timestamp"] | null;
            /** @description Narrows what the user may do; null for all of it. */
            scopes?: components["schemas"]["Permission"][] | null;
            /** @description User it acts for. */
            user: components["schemas"]["UserId"];
        };
        /** @description A bearer key of a user. */
        ApiKeyId: string;
        /** @description One agreement that a ticket waits for or has. */
        Approval: {
            /** @description Who has agreed so far, without repeats. */
            agreed: components["schemas"]["UserId"][];
            /** @description Who must agree. */
            need: components["schemas"]["ApprovalNeed"];
            /**
             * Format: int32
             * @description How many must agree, counted when the need arose.
             */
            required: number;
        };
        /** @description Who must agree. */
        ApprovalNeed: {
            /** @description How many holders. */
            quorum: components["schemas"]["Quorum"];
            /** @description Name of the role. */
            role: string;
            /** @description Attach the purchase-behaviour report (D3). */
            with_report?: boolean;
        };
        /** @description A fraud score with its reasons. */
        Assessment: {
            /**
             * Format: int32
             * @description 0–100.
             */
            score: number;
            /** @description Reasons. */
            signals: components["schemas"]["RiskSignal"][];
            /** @description Tags to add. */
            tags?: string[];
        };
        /** @description Whose an unidentified parcel turned out to be. */
        Assigned: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Who found out. */
            by: components["schemas"]["Actor"];
            /** @description The parcel. */
            parcel: components["schemas"]["ParcelId"];
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description A file that somebody uploaded. Its bytes lie in the object store under their digest. */
        Attachment: {
            /** @description When. */
            created_at: components["schemas"]["Timestamp"];
            /** @description SHA-256 of the bytes. */
            digest: components["schemas"]["Digest"];
            /** @description Redress id. */
            id: components["schemas"]["AttachmentId"];
            /** @description The customer must not see it. */
            internal: boolean;
            /** @description What the bytes are, as their first ones tell. */
            media_type: string;
            /** @description File name as the uploader gave it, without folders and control characters. */
            name: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            ticket?: components["schemas"]["TicketId"] | null;
            /** @description Who uploaded it. */
            uploaded_by: components["schemas"]["Actor"];
        };
        /** @description A file that somebody uploaded. */
        AttachmentId: string;
        /** @description Whether the log is what was written. */
        AuditCheck: {
            /**
             * Format: int64
             * @description How many sealed rows were looked at.
             */
            entries: number;
            /** @description What is wrong first, in words. */
            fault?: string | null;
            head?: components["schemas"]["AuditSeal"] | null;
            /**
             * Format: int64
             * @description Hand it back as `after` to go on; null at the end.
             */
            next?: number | null;
            /**
             * Format: int64
             * @description How many rows wait for their seal, which comes within seconds.
             */
            unsealed: number;
            /** @description True when everything looked at is whole. */
            whole: boolean;
        };
        /** @description One row of the operation log. Bodies, query strings, keys and secrets are never in it. */
        AuditEntry: {
            /** @description From which network address. */
            address?: string | null;
            /**
             * Format: int64
             * @description Version after the change.
             */
            after?: number | null;
            /** @description When the request came. */
            at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Version before the change, when the thing has versions.
             */
            before?: number | null;
            /** @description Stable name of the problem, when it was refused. */
            code?: string | null;
            /** @description Redress id. */
            id: components["schemas"]["AuditId"];
            key?: components["schemas"]["ApiKeyId"] | null;
            /** @description HTTP method. */
            method: string;
            /** @description Operation as the API document calls it, for example `update_user`. */
            operation: string;
            /** @description Route, with names in place of values, for example `/api/v1/tickets/{id}/approve`. */
            path: string;
            /** @description The request's `x-request-id`. */
            request: string;
            /** @description Kind of thing, for example `users`. */
            resource: string;
            /** @description Which one; null for what the answer did not name. */
            resource_id?: string | null;
            /**
             * Format: int32
             * @description HTTP status of the answer.
             */
            status: number;
            /**
             * Format: int32
             * @description Refusals before this one that were too many to write down.
             */
            suppressed: number;
            user?: components["schemas"]["UserId"] | null;
        };
        /** @description One row of the operation log. */
        AuditId: string;
        /** @description A row with its hash, as it is kept. */
        AuditRow: components["schemas"]["AuditEntry"] & {
            /** @description SHA-256 over tenant and content. */
            hash: components["schemas"]["Digest"];
            /**
             * Format: int64
             * @description Number of the seal that holds it; null until the next one is set.
             */
            seal?: number | null;
        };
        /** @description One link of the chain over the log. */
        AuditSeal: {
            /** @description When it was set. */
            at: components["schemas"]["Timestamp"];
            /**
             * Format: int32
             * @description How many rows it holds.
             */
            entries: number;
            /** @description SHA-256 over the seal before, its own number, its moment and the hashes of its rows in the order of their ids. */
            hash: components["schemas"]["Digest"];
            /**
             * Format: int64
             * @description Its number, from 1 without gaps.
             */
            seq: number;
        };
        /**
         * @description Who wrote a message.
         * @enum {string}
         */
        Author: "agent" | "customer";
        /** @description The four axes of one ticket. */
        Axes: {
            /** @description The case. */
            case: components["schemas"]["CaseStatus"];
            /** @description The dispute. */
            dispute: components["schemas"]["DisputeStatus"];
            /** @description The goods. */
            goods: components["schemas"]["GoodsStatus"];
            /** @description The money. */
            money: components["schemas"]["MoneyStatus"];
        };
        /** @description What became of every order. */
        BatchResult: {
            /** @description Orders that are new. */
            created: number;
            /** @description One for every order, in the order sent. */
            items: components["schemas"]["OrderResult"][];
            /** @description Orders that were not stored. */
            refused: number;
            /** @description Orders that were known and are replaced. */
            updated: number;
        };
        /** @description A ticket that goes on under an older edition. */
        Behind: {
            /** @description What would change. */
            migration: components["schemas"]["WorkflowMigration"];
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /**
         * Format: binary
         * @description Bytes as they are: a file that comes or goes whole.
         */
        Binary: string;
        /** @description A plugin at work: for one hook of one tenant, with a configuration. */
        Binding: {
            /** @description Configuration that satisfies the plugin's schema. */
            config: unknown;
            /** @description False while switched off. */
            enabled: boolean;
            /**
             * Format: int64
             * @description Earlier version of this binding that answers when the present one fails; `None` before the first change of plugin or
             *     configuration.
             */
            fallback?: number | null;
            /** @description What it may look up and ask for, by name; `None` for everything that its plugin asks. */
            grants?: components["schemas"]["Capability"][] | null;
            /** @description What takes it back by itself. */
            guardrails?: components["schemas"]["Guardrails"];
            /** @description Hook. */
            hook: components["schemas"]["Hook"];
            /** @description Redress id. */
            id: components["schemas"]["BindingId"];
            /** @description Name within the tenant, by which files of configuration call it: lower-case letters, digits and hyphens. */
            key: string;
            /** @description What its answers do. */
            mode: components["schemas"]["BindingMode"];
            /**
             * Format: int32
             * @description Place among the bindings of the hook, low first.
             */
            order: number;
            /**
             * Format: int32
             * @description Share of the tickets it is asked about, 1–100; an active binding is asked about all.
             */
            percent?: number;
            /** @description Plugin version. */
            plugin: components["schemas"]["PluginId"];
            replaces?: components["schemas"]["BindingId"] | null;
            timetable?: components["schemas"]["Timetable"] | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description What to change of a binding; what is left out stays. The hook stays: bind the plugin anew for another one. */
        BindingChange: {
            /** @description Configuration; replaces the present one as a whole. */
            config?: unknown;
            /** @description False to switch it off. */
            enabled?: boolean | null;
            /** @description What it may look up and ask for; null for everything that its plugin asks. */
            grants?: components["schemas"]["Capability"][] | null;
            guardrails?: components["schemas"]["Guardrails"] | null;
            /** @description Name within the tenant. */
            key?: string | null;
            mode?: components["schemas"]["BindingMode"] | null;
            /**
             * Format: int32
             * @description Place among the bindings of the hook, low first.
             */
            order?: number | null;
            /**
             * Format: int32
             * @description Share of the tickets that a canary or shadow is asked about, 1–100; 10 when a binding becomes a canary and this is left out.
             */
            percent?: number | null;
            /** @description Id, `name@version`, or `name` for the latest upload. */
            plugin?: string | null;
            /** @description Why, for its history. */
            reason?: string | null;
            replaces?: components["schemas"]["BindingId"] | null;
            /** @description Accepts, in the caller's name and with this reason, that golden decisions end in another way. */
            sign_off?: string | null;
            timetable?: components["schemas"]["Timetable"] | null;
        };
        /** @description A plugin at work for a hook with a configuration. */
        BindingId: string;
        /**
         * @description What a binding's answers do.
         * @enum {string}
         */
        BindingMode: "active" | "canary" | "shadow";
        /** @description The bindings of a hook in the order in which they shall be asked. */
        BindingOrder: {
            /** @description All its bindings, first one first. */
            bindings: components["schemas"]["BindingId"][];
            /** @description The hook. */
            hook: components["schemas"]["Hook"];
        };
        /** @description A plugin at work. */
        BindingWithPlugin: components["schemas"]["Binding"] & {
            /** @description Name of its plugin. */
            plugin_name: string;
            /** @description Version of its plugin. */
            plugin_version: string;
        };
        /** @description Which versions to ask. */
        BisectRequest: {
            /** @description Configuration; the one that was decided with when left out. */
            config?: Record<string, unknown> | null;
            /** @description Name of the plugin; the one that decided when left out. */
            plugin?: string | null;
        };
        /** @description Where a plugin's versions part. */
        Bisection: {
            /** @description Those that were asked, oldest first: all of up to 16, else the ends and those that a binary search asks. */
            asked: components["schemas"]["VersionSaid"][];
            /** @description The decision. */
            decision: components["schemas"]["DecisionId"];
            first_changed?: components["schemas"]["PluginId"] | null;
            first_unlike_decision?: components["schemas"]["PluginId"] | null;
            /** @description Name of the plugin. */
            plugin: string;
            /** @description Versions there are. */
            versions: number;
        };
        /** @description Part of a day: from its first second up to, and without, its last. */
        Block: {
            /** @description When it opens. */
            from: components["schemas"]["TimeOfDay"];
            /** @description When it closes; `24:00` is the end of the day. */
            until: components["schemas"]["TimeOfDay"];
        };
        /** @description The board at one moment. */
        BoardView: {
            /**
             * Format: double
             * @description Mean seconds until a ticket of today was taken (接单用时); null while none was.
             */
            accept_seconds?: number | null;
            /** @description When it was read. */
            at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Of these, ended.
             */
            ended_today: number;
            /** @description Open tickets by queue, most first. */
            open: components["schemas"]["OpenQueue"][];
            /**
             * Format: int64
             * @description Tickets whose time limit passed today.
             */
            overdue_today: number;
            /**
             * Format: double
             * @description Mean seconds until a ticket of today had its first answer; null while none had.
             */
            response_seconds?: number | null;
            /** @description Mean seconds of each stage over tickets of the last 7 days, longest first: the first is the slowest (哪个环节耗时最长). */
            stages: components["schemas"]["SlowStage"][];
            /**
             * Format: int64
             * @description Tickets submitted today.
             */
            submitted_today: number;
            /**
             * Format: int64
             * @description Open tickets that nobody has.
             */
            unassigned: number;
            /**
             * Format: int64
             * @description Of these, submitted more than 10 minutes ago (L19).
             */
            waiting_long: number;
        };
        /** @description A place where the chain does not hold. */
        BreakView: {
            /** @description The decision. */
            decision: components["schemas"]["DecisionId"];
            /** @description What does not fit. */
            message: string;
            /**
             * Format: int64
             * @description Its place in the chain.
             */
            place: number;
        };
        /** @description Business hours as a tenant keeps them. */
        BusinessHours: {
            /** @description The hours. */
            calendar: components["schemas"]["Calendar"];
            /** @description Redress id. */
            id: components["schemas"]["CalendarId"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description When people work. */
        Calendar: {
            /** @description Days that differ. The first row that names a day decides it alone. */
            days?: components["schemas"]["SpecialDays"][];
            /** @description What the merchant calls it. */
            name: string;
            /** @description Hours of ordinary weeks. A weekday that no row names is closed; rows for the same day add up. */
            weeks?: components["schemas"]["Week"][];
            /** @description Whose clock on the wall the times below are read from. */
            zone: components["schemas"]["Zone"];
        };
        /** @description Business hours. */
        CalendarId: string;
        /**
         * @description Something that a plugin asks to be allowed and a binding grants. Logging needs no grant.
         * @enum {string}
         */
        Capability: "history" | "parameters" | "intent:set_field" | "intent:set_priority" | "intent:add_tag" | "intent:remove_tag" | "intent:notify" | "intent:transfer" | "intent:escalate" | "intent:add_task";
        /** @description All that is known of a case at one event. Stored once per event by digest and shared by its decisions. */
        CaseFile: {
            customer?: components["schemas"]["Customer"] | null;
            history?: components["schemas"]["History"] | null;
            order?: components["schemas"]["Order"] | null;
            /** @description The tenant's external parameters by code. */
            parameters?: {
                [key: string]: components["schemas"]["ParameterValue"];
            };
            /** @description The ticket as it stands. */
            ticket: components["schemas"]["Ticket"];
        };
        /**
         * @description Where the case stands (`domain.md` §2).
         * @enum {string}
         */
        CaseStatus: "submitted" | "merged" | "awaiting_customer" | "closed_expired" | "first_review" | "approval" | "approved" | "refused_once" | "refused_final" | "awaiting_return" | "in_transit" | "exception" | "partially_received" | "received" | "inspected_ok" | "inspection_hold" | "send_back" | "fulfilling" | "settling" | "completed" | "cancelled" | "closed";
        /** @description What the chain of a ticket's decisions shows. */
        ChainView: {
            broken?: components["schemas"]["BreakView"] | null;
            /**
             * Format: int64
             * @description Decisions with a seal.
             */
            sealed: number;
            /**
             * @description True when every seal fits its record and the seal before it. Decisions cut off at the end of the chain are only noticed by
             *     somebody who holds a receipt of one of them.
             */
            sound: boolean;
            /**
             * Format: int64
             * @description Decisions made before there were seals.
             */
            unsealed: number;
        };
        /**
         * @description How somebody is told.
         * @enum {string}
         */
        Channel: "popup" | "task" | "mail" | "sms";
        /** @description The parts of one unit of an article. */
        Checklist: {
            /** @description Parts of one unit. */
            parts: components["schemas"]["Part"][];
            /** @description Stock keeping unit. */
            sku: string;
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description Money to fetch back. */
        Clawback: {
            /** @description How much; at most what the customer has of the ticket. */
            amount: components["schemas"]["Money"];
            /** @description Why, 1 to 10,000 characters. */
            reason: string;
        };
        /** @description One round of a target's clock, at a moment. Whole seconds; the moments are exact. */
        Clock: {
            due?: components["schemas"]["Timestamp"] | null;
            /** @description What is owed. */
            goal: components["schemas"]["Goal"];
            /** @description Which seconds count. */
            hours: components["schemas"]["Hours"];
            /**
             * Format: int64
             * @description The limit.
             */
            limit_seconds: number;
            /**
             * Format: int64
             * @description How long it stood still, in seconds of everyday.
             */
            paused_seconds: number;
            paused_since?: components["schemas"]["Timestamp"] | null;
            /**
             * Format: int64
             * @description What is left of it; below zero when it is late by the policy.
             */
            remaining_seconds: number;
            /**
             * Format: int32
             * @description Which time it is owed, from 1.
             */
            round: number;
            source?: components["schemas"]["DueSource"] | null;
            /** @description Since when it is owed. */
            started: components["schemas"]["Timestamp"];
            /** @description Where it stands. */
            state: components["schemas"]["ClockState"];
            /** @description Its escalation, in the policy's order. */
            steps: components["schemas"]["SlaEscalation"][];
            stopped?: components["schemas"]["Timestamp"] | null;
            /** @description Key of the target; `platform.` and the goal's name when only the platform demands it. */
            target: string;
            /**
             * Format: int64
             * @description How much of it is used; more than the limit when it came late.
             */
            used_seconds: number;
        };
        /**
         * @description Where a clock stands.
         * @enum {string}
         */
        ClockState: "running" | "paused" | "met" | "missed";
        /** @description Somebody who works for the shop, as colleagues know them. */
        Colleague: {
            /** @description Whether new tickets may go to them. */
            available: boolean;
            /** @description Names of the departments they are in. */
            departments: string[];
            /** @description Whether they may not sign in any more. */
            disabled: boolean;
            /** @description Redress id. */
            id: components["schemas"]["UserId"];
            /** @description Display name. */
            name: string;
            /** @description Names of the roles held. */
            roles: string[];
        };
        /** @description Money that came back. */
        Collected: {
            /** @description How much; at most what the customer has of the ticket. */
            amount: components["schemas"]["Money"];
        };
        /**
         * @description What the warehouse found, in one word.
         * @enum {string}
         */
        Condition: "ok" | "problem";
        /** @description The connector as it should be. */
        ConnectorDraft: {
            /**
             * @description Address before `/reservations`; over TLS, and on the public internet unless the operator allows more.
             * @example https://erp.shop.example/redress
             */
            base_url: string;
            /** @description False to switch it off: reservations wait, and people confirm the stock of what is proposed from now on. */
            enabled?: boolean;
            /** @description Name of the tenant's secret (`PUT /secrets/{name}`) that is sent as a bearer token; left out when none is asked for. */
            secret?: string | null;
        };
        /** @description The question and its answer. */
        Consent: {
            /** @description What would be asked for instead; rules and people still decide about it. */
            amount: components["schemas"]["Money"];
            answered_at?: components["schemas"]["Timestamp"] | null;
            answered_by?: components["schemas"]["Actor"] | null;
            /** @description When. */
            asked_at: components["schemas"]["Timestamp"];
            expires_at?: components["schemas"]["Timestamp"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["ConsentState"];
            /** @description What the customer was told. */
            text: string;
        };
        /**
         * @description What the customer chooses.
         * @enum {string}
         */
        ConsentChoice: "refund" | "wait";
        /**
         * @description Where the question stands.
         * @enum {string}
         */
        ConsentState: "open" | "refund" | "wait" | "withdrawn" | "expired";
        /** @description What follows from an answer. */
        Consequence: {
            amount?: components["schemas"]["Money"] | null;
            /** @description In a few words that sort answers into heaps, for example `approve`, `needs_approval:supervisor`, `queue:finance`. */
            label: string;
        };
        /** @description Names of the contents that a decision was made from and of what it left behind. */
        Contents: {
            /** @description SHA-256 of the [`canonical`] JSON of `answer` in the record, which is null without one. */
            answer: components["schemas"]["Digest"];
            /** @description SHA-256 of [`super::Material::case`]. */
            case: components["schemas"]["Digest"];
            /** @description SHA-256 of [`super::Material::config`]. */
            config: components["schemas"]["Digest"];
            /** @description SHA-256 of the [`canonical`] JSON of `fault` in the record, which is null without one. */
            fault: components["schemas"]["Digest"];
            /** @description SHA-256 of the [`canonical`] JSON of `host_calls` in the record. */
            host_calls: components["schemas"]["Digest"];
            /** @description SHA-256 of the [`canonical`] JSON of `log` in the record. */
            log: components["schemas"]["Digest"];
            /** @description SHA-256 of [`super::Material::question`]. */
            question: components["schemas"]["Digest"];
        };
        /** @description How much of a table the past has used. */
        Coverage: {
            /** @description The binding. */
            binding: components["schemas"]["BindingId"];
            /** @description False when there are more decisions than were counted. */
            complete: boolean;
            /**
             * Format: int64
             * @description Decisions that were counted.
             */
            decisions: number;
            /** @description Rows of the table that never fired. */
            never: string[];
            /** @description What was left out. */
            note?: string | null;
            /** @description Rows in the order of the table, then those that are gone from it. */
            rows: components["schemas"]["RowCount"][];
            /** @description Since when. */
            since: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Decisions in which no row fired.
             */
            without_row: number;
        };
        /** @description What a customer holds with the shop. */
        Credit: {
            /** @description What is left, per currency. */
            balances: components["schemas"]["Money"][];
            /** @description Every entry, oldest first. */
            items: components["schemas"]["CreditEntry"][];
        };
        /** @description One entry of a customer's credit; entries are only added, never changed. */
        CreditEntry: {
            /** @description Who booked it. */
            actor: components["schemas"]["Actor"];
            /** @description How much was credited (positive) or spent (negative). */
            amount: components["schemas"]["Money"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Whose. */
            customer: components["schemas"]["CustomerId"];
            /** @description Redress id. */
            id: components["schemas"]["CreditId"];
            /** @description Why. */
            reason: string;
            ticket?: components["schemas"]["TicketId"] | null;
        };
        /** @description One entry of a customer's credit. */
        CreditId: string;
        /**
         * @description Recurring moments, as in a crontab: five fields, six with seconds in front, or a word such as @hourly or @every 15m.
         * @example 0 9 * * MON-FRI
         * @example @every 15m
         */
        Cron: string;
        /**
         * @description An ISO 4217 currency code in force: three upper-case letters.
         * @example CNY
         */
        Currency: string;
        /** @description A person who bought. */
        Customer: {
            /** @description Mail address as given. */
            email?: string | null;
            /** @description The shop's own id, unique within the tenant. */
            external_id: string;
            /** @description Redress id. */
            id: components["schemas"]["CustomerId"];
            /** @description The shop's level, for example `vip` (U8). */
            member_level?: string | null;
            /** @description Display name. */
            name?: string | null;
            /** @description Telephone number as given. */
            phone?: string | null;
            /** @description Tags that people or rules have set, for example 潜在滥用权益 (D6). */
            tags?: string[];
        };
        /** @description A customer; with nothing but `external_id` it refers to one that is known or becomes known by it. */
        CustomerDraft: {
            /** @description Mail address. */
            email?: string | null;
            /** @description The shop's own id. */
            external_id: string;
            /** @description The shop's level, for example `vip`. */
            member_level?: string | null;
            /** @description Display name. */
            name?: string | null;
            /** @description Telephone number. */
            phone?: string | null;
        };
        /** @description A file as its customer sees it. */
        CustomerFile: {
            /** @description When it was sent. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Redress id. */
            id: components["schemas"]["AttachmentId"];
            /** @description What it is. */
            media_type: string;
            /** @description File name. */
            name: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description A form as the customer fills it in. */
        CustomerForm: {
            /** @description What it begins with, by field. */
            answers: Record<string, unknown>;
            /**
             * Format: int32
             * @description Its edition.
             */
            edition: number;
            /** @description Its name. */
            key: string;
            /** @description Sections and fields in order, with labels in all languages. */
            layout: Record<string, unknown>;
            /**
             * @description JSON Schema 2020-12 of what customers answer; conditions between fields are expressions under `x-show-when`,
             *     `x-require-when` and `x-checks`.
             */
            schema: Record<string, unknown>;
        };
        /** @description A person who bought. */
        CustomerId: string;
        /** @description What a customer writes. */
        CustomerMessage: {
            /** @description The text, 1 to 4,000 characters. */
            body: string;
            /** @description Values of the form, for example those that were asked for. */
            fields?: Record<string, unknown>;
        };
        /** @description An order as its customer sees it. */
        CustomerOrder: {
            delivered_at?: components["schemas"]["Timestamp"] | null;
            /** @description What was bought. */
            lines: components["schemas"]["CustomerOrderLine"][];
            /** @description The shop's order number. */
            order: string;
            placed_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description One line of an order as its customer sees it. */
        CustomerOrderLine: {
            /** @description The line's name within its order. */
            order_line: string;
            /**
             * Format: int32
             * @description Bought quantity.
             */
            quantity: number;
            /** @description What the shop called it. */
            title: string;
            /** @description Price of one. */
            unit_price: components["schemas"]["Money"];
        };
        /** @description The person who bought. */
        CustomerPart: {
            /** @description Mail address. */
            email?: string | null;
            /** @description The shop's level. */
            member_level?: string | null;
            /** @description Name. */
            name?: string | null;
            /** @description The shop's own id. */
            number: string;
            /** @description Telephone number. */
            phone?: string | null;
        };
        /** @description A customer in short. */
        CustomerRef: {
            /** @description The shop's own id. */
            external_id: string;
            /** @description Redress id. */
            id: components["schemas"]["CustomerId"];
            /** @description The shop's level. */
            member_level?: string | null;
            /** @description Display name. */
            name?: string | null;
            /** @description Tags. */
            tags: string[];
        };
        /** @description Why a customer withdraws. */
        CustomerWithdrawal: {
            /**
             * @description Why.
             * @default null
             */
            reason: string | null;
        };
        /** @description What the sales platform demands of a ticket. */
        DeadlineDraft: {
            /** @description By when. */
            due: components["schemas"]["Timestamp"];
            /** @description What has to happen; the end of the case when left out. */
            goal?: components["schemas"]["Goal"];
        };
        /** @description One rule call. */
        Decision: {
            against?: components["schemas"]["Against"] | null;
            answer?: components["schemas"]["Answer"] | null;
            /** @description "Now" as the rule saw it; also when the decision was made. */
            at: components["schemas"]["Timestamp"];
            binding?: components["schemas"]["BindingId"] | null;
            /** @description The case file, as canonical JSON in the shared blobs. */
            case_digest: components["schemas"]["Digest"];
            /** @description The configuration, as JSON text in the shared blobs. */
            config_digest: components["schemas"]["Digest"];
            /** @description What follows from it. */
            consequence: components["schemas"]["Consequence"];
            /**
             * Format: int64
             * @description Wall time in microseconds.
             */
            duration_us: number;
            /** @description Engine settings that fuel and artefacts depend on, for example `wasmtime-48.0.8/p1`. */
            engine_profile: string;
            fault?: components["schemas"]["RuleFault"] | null;
            /**
             * Format: int64
             * @description Fuel used; replay must use the same.
             */
            fuel: number;
            /** @description Hook that was asked. */
            hook: components["schemas"]["Hook"];
            /** @description What the rule asked the host, in order. */
            host_calls: components["schemas"]["HostCall"][];
            /** @description Redress id. */
            id: components["schemas"]["DecisionId"];
            /** @description Language as the rule saw it. */
            locale: string;
            /** @description What the rule logged. */
            log: components["schemas"]["LogLine"][];
            /** @description How it ended. */
            outcome: components["schemas"]["DecisionOutcome"];
            /**
             * Format: int64
             * @description Largest linear memory in bytes.
             */
            peak_memory: number;
            /** @description Uploaded plugin. */
            plugin: components["schemas"]["PluginId"];
            /** @description Its bytes. */
            plugin_digest: components["schemas"]["Digest"];
            /** @description Its name, so that a reader needs no second look-up. */
            plugin_name: string;
            /** @description Its version. */
            plugin_version: string;
            /** @description The question (hook input besides the case file), as canonical JSON in the shared blobs. */
            question_digest: components["schemas"]["Digest"];
            /** @description What it counted for. */
            role: components["schemas"]["DecisionRole"];
            /** @description Randomness as the rule saw it. */
            seed: [
                number,
                number
            ];
            /** @description Ticket it was made for. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description One rule call. */
        DecisionId: string;
        /** @description A rule call in short. */
        DecisionItem: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description What follows from it. */
            consequence: components["schemas"]["Consequence"];
            /**
             * Format: int64
             * @description Fuel used.
             */
            fuel: number;
            /** @description Hook that was asked. */
            hook: components["schemas"]["Hook"];
            /** @description Redress id. */
            id: components["schemas"]["DecisionId"];
            /** @description How the call ended. */
            outcome: components["schemas"]["DecisionOutcome"];
            /** @description Name of the plugin. */
            plugin: string;
            /** @description Its Redress id. */
            plugin_id: components["schemas"]["PluginId"];
            /** @description What it counted for. */
            role: components["schemas"]["DecisionRole"];
            /** @description Ticket it was made for. */
            ticket: components["schemas"]["TicketId"];
            /** @description Its version. */
            version: string;
        };
        /**
         * @description How a call ended.
         * @enum {string}
         */
        DecisionOutcome: "ok" | "guest_error" | "guest_trap" | "out_of_fuel" | "limit" | "stack_overflow" | "invalid_output" | "interrupted" | "pool_exhausted" | "unavailable" | "engine_bug";
        /** @description A signed statement about one decision. */
        DecisionReceipt: {
            material?: components["schemas"]["Material"] | null;
            /**
             * @description The key that signed. It only shows that the receipt is of one piece: who wants to know whose it is compares it with a key
             *     that the server's operator has published.
             */
            public_key: components["schemas"]["PublicKey"];
            /** @description The signature, 128 hexadecimal digits. */
            signature: string;
            /** @description What is stated. */
            statement: components["schemas"]["Statement"];
        };
        /**
         * @description What a call counted for.
         * @enum {string}
         */
        DecisionRole: "active" | "canary" | "shadow" | "fallback";
        /** @description A decision with everything it was made from. */
        DecisionView: components["schemas"]["Decision"] & {
            /** @description The case as the rule saw it. */
            case: components["schemas"]["CaseFile"];
            /** @description The configuration of the binding. */
            config: Record<string, unknown>;
            /** @description The question besides the case. */
            question: components["schemas"]["Question"];
        };
        /** @description Money to keep back. */
        Deduction: {
            /** @description How much, not negative. */
            amount: components["schemas"]["Money"];
            /** @description Stable code. */
            code: string;
            line?: components["schemas"]["TicketLineId"] | null;
            /** @description Why, for the customer. */
            reason: string;
        };
        /**
         * @description One thing that a customer may do.
         * @enum {string}
         */
        Deed: "message" | "answer" | "amend" | "upload" | "track" | "cancel" | "choose" | "press";
        /** @description Products and batches that stand out. */
        DefectList: {
            /**
             * Format: date
             * @description First day looked at.
             */
            from: string;
            /** @description What stands out, most conspicuous first. */
            items: components["schemas"]["Suspect"][];
            /** @description What counted as conspicuous. */
            rule: components["schemas"]["DefectRule"];
            /**
             * Format: date
             * @description Last day looked at.
             */
            to: string;
        };
        /** @description What counts as conspicuous. */
        DefectRule: {
            /**
             * Format: int32
             * @description Fewest complaints about quality: fewer prove nothing.
             * @default 5
             */
            at_least: number;
            /**
             * Format: int32
             * @description How improbable it must be by chance, over all that is looked at together, in parts of a million: 1,000 is 0.1 %.
             * @default 1000
             */
            chance_ppm: number;
            /**
             * Format: int32
             * @description Days looked at, up to today.
             * @default 30
             */
            days: number;
            /**
             * Format: int32
             * @description How many times the share of the others it must be, in percent: 200 is twice.
             * @default 200
             */
            lift_percent: number;
        };
        /** @description Who acts in your place. */
        Delegation: {
            /** @description Why. */
            opinion?: string | null;
            /** @description Who. */
            to: components["schemas"]["UserId"];
        };
        /** @description One try to deliver a message. */
        DeliveryAttempt: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /**
             * Format: int32
             * @description Its number, from 1; begins again after a re-send.
             */
            attempt: number;
            /**
             * Format: int32
             * @description How long it took, in milliseconds.
             */
            duration_ms: number;
            /** @description What went wrong; null when it arrived. */
            error?: string | null;
            /**
             * Format: int32
             * @description HTTP status, or the mail server's reply code (RFC 5321), when there was an answer.
             */
            status?: number | null;
        };
        /** @description A part of the merchant's house (部门): people belong to it, workflows name operators by it (U12, Z14). */
        Department: {
            /** @description Redress id. */
            id: components["schemas"]["DepartmentId"];
            lead?: components["schemas"]["UserId"] | null;
            /** @description Name, unique within the tenant; users and workflows name it so. */
            name: string;
            parent?: components["schemas"]["DepartmentId"] | null;
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description What to change of a department; what is left out stays. */
        DepartmentChange: {
            lead?: components["schemas"]["UserId"] | null;
            /** @description Name, 1 to 100 characters. Stays while users, tasks or workflows name the department, because they name it so. */
            name?: string | null;
            parent?: components["schemas"]["DepartmentId"] | null;
        };
        /** @description A part of the merchant's house. */
        DepartmentId: string;
        /** @description What left. */
        Departure: {
            /** @description Tracking number of the parcel to the customer. */
            tracking_number?: string | null;
        };
        /** @description What agents say of a ticket; what is left out stays. */
        DescribeTicket: {
            priority?: components["schemas"]["Priority"] | null;
            /** @description All of its tags: at most 50, of 1 to 100 characters. What is not among them is taken off. */
            tags?: string[] | null;
        };
        /** @description Who could take a ticket. */
        Desk: {
            /** @description People by id. */
            agents: components["schemas"]["DeskAgent"][];
            /** @description Queues by key. */
            queues: components["schemas"]["DeskQueue"][];
            /**
             * Format: int32
             * @description The turn counter for round robin.
             */
            turn: number;
        };
        /** @description A person as routing rules see them. */
        DeskAgent: {
            /** @description Takes tickets now. */
            available: boolean;
            /**
             * Format: int32
             * @description Open tickets they should have at most; 0 for no limit.
             */
            capacity: number;
            /** @description Redress id, as text. */
            id: string;
            /** @description Display name. */
            name: string;
            /**
             * Format: int32
             * @description Open tickets now.
             */
            open_tickets: number;
            /** @description Keys of their queues. */
            queues: string[];
            /**
             * Format: int32
             * @description Mean rating in hundredths of a star.
             */
            rating?: number | null;
            /** @description Skills. */
            skills: string[];
        };
        /** @description A queue as routing rules see it. */
        DeskQueue: {
            /** @description Key. */
            key: string;
            /** @description Display name. */
            name: string;
        };
        /**
         * @description How the second of two answers differs from the first.
         * @enum {string}
         */
        Difference: "same" | "wording" | "outcome" | "new_fault" | "fixed_fault";
        /** @description That the customer paid. */
        DifferencePaid: {
            /** @description The bank's or gateway's reference, 1 to 200 characters. */
            reference: string;
        };
        /**
         * @description SHA-256 of some bytes: the name under which plugins, configurations and case files are stored once.
         * @example sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        Digest: string;
        /** @description Why there is no agreement. */
        Disagreement: {
            /** @description In words for the customer. */
            reason: string;
        };
        /**
         * @description Where a unit goes.
         * @enum {string}
         */
        Disposition: "restock" | "refurbish" | "donate" | "dispose" | "return_to_customer" | "quarantine";
        /**
         * @description Where a dispute stands.
         * @enum {string}
         */
        DisputeStatus: "none" | "evidence" | "negotiating" | "ruled_buyer" | "ruled_seller" | "withdrawn";
        /** @description A shadow beside the rule that counts. */
        Divergence: {
            /**
             * Format: int64
             * @description Decisions compared.
             */
            decisions: number;
            /**
             * Format: int64
             * @description Those in which something else would have followed, or the shadow failed.
             */
            diverged: number;
            /** @description Them in heaps, the largest first. */
            heaps: components["schemas"]["Heap"][];
            /** @description Since when. */
            since: components["schemas"]["Timestamp"];
        };
        /** @description One difference between record and replay. */
        DivergenceView: {
            /** @description How. */
            detail: string;
            /**
             * @description What differs: `unexpected_call`, `missing_call`, `arguments_differ`, `outcome_differs`, `output_differs`, `fuel_differs` or
             *     `missing_artefact`.
             */
            kind: string;
        };
        /** @description What of a drawing can be changed besides what is drawn; what is left out stays. */
        DrawingChange: {
            /** @description New tickets get it, once it is published. */
            enabled?: boolean | null;
            /** @description Kinds of tickets that it is for. */
            kinds?: components["schemas"]["TicketKind"][] | null;
            /**
             * Format: int32
             * @description Among several for one kind the lowest goes first.
             */
            position?: number | null;
        };
        /** @description One drawing as it is answered. */
        DrawingView_FormDefinition: {
            draft?: null | {
                /** @description What must hold between fields. */
                checks?: components["schemas"]["FormCheck"][];
                /** @description Currency of every amount in it. */
                currency?: components["schemas"]["Currency"];
                /** @description Name within the tenant, such as `return`: lower-case letters, digits and underscores. */
                key: string;
                /** @description Kind of ticket that it is for. */
                kind: components["schemas"]["TicketKind"];
                /** @description Groups of fields, from top to bottom. */
                sections: components["schemas"]["FormSection"][];
                /** @description Whether it is in use. */
                state: components["schemas"]["FormState"];
                /** @description Heading. */
                title: components["schemas"]["FormLabel"];
                /**
                 * Format: int32
                 * @description Counts published states, from 1.
                 */
                version: number;
            };
            /** @description New tickets get it, once it is published. What runs goes on either way. */
            enabled: boolean;
            /** @description What is to be told about the draft; errors keep it from being published. */
            findings: components["schemas"]["FormFinding"][];
            /** @description Name within the tenant. */
            key: string;
            /** @description Kinds of tickets that it is for. */
            kinds: components["schemas"]["TicketKind"][];
            /**
             * Format: int32
             * @description Among several for one kind the lowest goes first.
             */
            position: number;
            /**
             * Format: int32
             * @description The edition in use.
             */
            published?: number | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes; the `ETag`.
             */
            version: number;
        };
        /** @description One drawing as it is answered. */
        DrawingView_WorkflowDefinition: {
            draft?: null | {
                /** @description What it is for. */
                description?: components["schemas"]["WorkflowText"];
                /** @description The role that gets what nobody else can do, so that nothing stalls (Z17). */
                fallback: string;
                /** @description Fields that its nodes read and write, by name; expressions see them as `form.name`. */
                fields?: {
                    [key: string]: components["schemas"]["WorkflowFormField"];
                };
                /** @description Stable name within the tenant, such as `returns`. */
                id: string;
                /** @description Name for people. */
                name: components["schemas"]["WorkflowText"];
                /** @description The nodes; exactly one is a start. */
                nodes: components["schemas"]["WorkflowNode"][];
                /**
                 * Format: int32
                 * @description Counts published versions, from 1.
                 */
                version: number;
            };
            /** @description New tickets get it, once it is published. What runs goes on either way. */
            enabled: boolean;
            /** @description What is to be told about the draft; errors keep it from being published. */
            findings: components["schemas"]["WorkflowFinding"][];
            /** @description Name within the tenant. */
            key: string;
            /** @description Kinds of tickets that it is for. */
            kinds: components["schemas"]["TicketKind"][];
            /**
             * Format: int32
             * @description Among several for one kind the lowest goes first.
             */
            position: number;
            /**
             * Format: int32
             * @description The edition in use.
             */
            published?: number | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes; the `ETag`.
             */
            version: number;
        };
        /**
         * @description Who set a due time.
         * @enum {string}
         */
        DueSource: "policy" | "platform";
        /** @description Where a duplicate goes. */
        Duplicate: {
            /** @description The ticket that goes on; of the same customer, and open. */
            into: components["schemas"]["TicketId"];
        };
        /** @description One edition as it is answered. */
        EditionView_FormDefinition: {
            /** @description A form: which questions are asked for a kind of ticket (Z1–Z7). Versions of it are never changed once published. */
            definition: {
                /** @description What must hold between fields. */
                checks?: components["schemas"]["FormCheck"][];
                /** @description Currency of every amount in it. */
                currency?: components["schemas"]["Currency"];
                /** @description Name within the tenant, such as `return`: lower-case letters, digits and underscores. */
                key: string;
                /** @description Kind of ticket that it is for. */
                kind: components["schemas"]["TicketKind"];
                /** @description Groups of fields, from top to bottom. */
                sections: components["schemas"]["FormSection"][];
                /** @description Whether it is in use. */
                state: components["schemas"]["FormState"];
                /** @description Heading. */
                title: components["schemas"]["FormLabel"];
                /**
                 * Format: int32
                 * @description Counts published states, from 1.
                 */
                version: number;
            };
            /**
             * Format: int32
             * @description Counts editions, from 1.
             */
            edition: number;
            /** @description When. */
            published_at: components["schemas"]["Timestamp"];
            /** @description Who published it. */
            published_by: components["schemas"]["Actor"];
        };
        /** @description One edition as it is answered. */
        EditionView_WorkflowDefinition: {
            /** @description One version of a workflow. A published version never changes: tickets pin the one they began with. */
            definition: {
                /** @description What it is for. */
                description?: components["schemas"]["WorkflowText"];
                /** @description The role that gets what nobody else can do, so that nothing stalls (Z17). */
                fallback: string;
                /** @description Fields that its nodes read and write, by name; expressions see them as `form.name`. */
                fields?: {
                    [key: string]: components["schemas"]["WorkflowFormField"];
                };
                /** @description Stable name within the tenant, such as `returns`. */
                id: string;
                /** @description Name for people. */
                name: components["schemas"]["WorkflowText"];
                /** @description The nodes; exactly one is a start. */
                nodes: components["schemas"]["WorkflowNode"][];
                /**
                 * Format: int32
                 * @description Counts published versions, from 1.
                 */
                version: number;
            };
            /**
             * Format: int32
             * @description Counts editions, from 1.
             */
            edition: number;
            /** @description When. */
            published_at: components["schemas"]["Timestamp"];
            /** @description Who published it. */
            published_by: components["schemas"]["Actor"];
        };
        /** @description Money that somebody else paid. */
        Elsewhere: {
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /** @description Their reference, 1 to 200 characters. */
            reference?: string | null;
        };
        /** @description One entry of a ticket's timeline. */
        Entry: {
            /** @description Who. */
            actor: components["schemas"]["Actor"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Details. */
            data: unknown;
            /** @description SHA-256 over ticket, place, the entry before and this entry's content. */
            hash: components["schemas"]["Digest"];
            /** @description What. */
            kind: string;
            /**
             * Format: int64
             * @description Place in the ticket's timeline, from 1 without gaps.
             */
            seq: number;
        };
        /**
         * @description What an entry is for.
         * @enum {string}
         */
        EntryKind: "goods" | "freight" | "tax" | "fee" | "deduction" | "compensation" | "external" | "clawback" | "replacement" | "difference";
        /** @description One step of the escalation. It is done at most once in each round of its target's clock. */
        EscalationStep: {
            /** @description What is done, in this order. */
            actions: components["schemas"]["Action"][];
            /** @description Name within the target. */
            key: string;
            /** @description When. */
            when: components["schemas"]["When"];
        };
        /** @description What a rule is asked. Send `case` or `ticket`. */
        Evaluation: {
            binding?: components["schemas"]["BindingId"] | null;
            case?: components["schemas"]["CaseFile"] | null;
            /** @description Another configuration than the binding's; `{}` for a plugin when left out. */
            config?: Record<string, unknown> | null;
            /** @description What the hook is asked besides the case: the desk, the refund request or the event; made from the case when left out. */
            input?: Record<string, unknown> | null;
            plugin?: components["schemas"]["PluginId"] | null;
            ticket?: components["schemas"]["TicketId"] | null;
        };
        /** @description What the rule said. */
        EvaluationView: {
            /** @description The answer, when there is one. */
            answer?: Record<string, unknown> | null;
            /**
             * Format: int64
             * @description Wall time in microseconds.
             */
            duration_us: number;
            fault?: components["schemas"]["RuleFault"] | null;
            /**
             * Format: int64
             * @description Fuel used.
             */
            fuel: number;
            /** @description What the rule asked the host. */
            host_calls: components["schemas"]["HostCall"][];
            /** @description What the rule logged. */
            log: components["schemas"]["LogLine"][];
            /** @description How the call ended. */
            outcome: components["schemas"]["DecisionOutcome"];
            /**
             * Format: int64
             * @description Largest linear memory in bytes.
             */
            peak_memory: number;
        };
        /**
         * @description The name of an event: what the transition table is keyed by and what the timeline shows.
         * @enum {string}
         */
        EventKind: "decided" | "merged" | "accepted" | "transferred" | "message_added" | "information_requested" | "customer_answered" | "sent_for_correction" | "agreed" | "rejected" | "amended" | "cancelled" | "reopened" | "closed" | "expired" | "rule_failed" | "return_requested" | "tracking_added" | "tracking_rejected" | "delivery_refused" | "parcel_lost" | "parcel_found" | "goods_received" | "goods_inspected" | "deduction_agreed" | "offer_expired" | "part_requested" | "agreement_failed" | "goods_sent_back" | "replacement_reserved" | "replacement_shipped" | "replacement_delivered" | "goods_overdue" | "consent_expired" | "out_of_stock" | "difference_due" | "difference_paid" | "amount_changed" | "settlement_agreed" | "refund_sent" | "refund_paid" | "refund_failed" | "refund_unknown" | "refund_shared" | "refund_retried" | "refunded_externally" | "clawback_started" | "clawback_collected" | "clawback_waived" | "dispute_opened" | "evidence_submitted" | "dispute_ruled" | "dispute_withdrawn";
        /** @description What should be in the parcels, per line. */
        ExpectedLine: {
            /** @description The customer said that it came damaged: damage is then what was expected, not a problem. */
            damage_claimed: boolean;
            /** @description The ticket's line. */
            line: components["schemas"]["TicketLineId"];
            /** @description What belongs to it. */
            parts: components["schemas"]["Part"][];
            /**
             * Format: int32
             * @description How many come back.
             */
            quantity: number;
            /** @description Serial numbers that were sold; empty when none are known, and then none are compared. */
            serials: string[];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What the shop calls it. */
            title: string;
        };
        /** @description One parcel of a ticket. A ticket may have several; it is complete when all of them are here. */
        ExpectedParcel: {
            /** @description Who carries it, when known. */
            carrier?: string | null;
            /** @description Redress id. */
            id: components["schemas"]["ParcelId"];
            /** @description What its label says. */
            number: components["schemas"]["TrackingNumber"];
            /** @description Why it comes. */
            purpose: components["schemas"]["ParcelPurpose"];
            /** @description Since when it is awaited. */
            since: components["schemas"]["Timestamp"];
            /** @description Whose it is. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description What should be in the parcels. */
        ExpectedReturn: {
            /** @description All parcels of the ticket are here; otherwise what is missing may still come. */
            all_here: boolean;
            /** @description Lines that come back. */
            lines: components["schemas"]["ExpectedLine"][];
            /** @description A line with damaged or wrong units needs a photo: the dispute will ask for it. */
            photo_required: boolean;
            /** @description Ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description Why a decision is as it is. */
        Explanation: {
            /** @description What follows from it. */
            consequence: components["schemas"]["Consequence"];
            /** @description The decision. */
            decision: components["schemas"]["DecisionId"];
            /** @description What it looked up besides its question, with the answers. */
            look_ups: components["schemas"]["HostCall"][];
            /** @description How far the search went. */
            probed: components["schemas"]["Probed"];
            /** @description Single changes of the input after which something else follows, the smallest change first. */
            probes: components["schemas"]["Probe"][];
            /** @description What the rule said about it, or why it has no answer. */
            reasons: string[];
            /** @description Rows of a table that fired, in order. */
            rows: components["schemas"]["Row"][];
        };
        /** @description A fixture made from a decision. */
        Exported: {
            /** @description What follows from the fixture. */
            after: components["schemas"]["Consequence"];
            /** @description What followed from the real input. */
            before: components["schemas"]["Consequence"];
            /**
             * @description True when something else follows from the redacted input: the rule looks at something that was replaced. The fixture
             *     expects what follows from the redacted input.
             */
            changed_by_redaction: boolean;
            /** @description The decision it was made from. */
            decision: components["schemas"]["DecisionId"];
            /** @description The fixture, as a file in a plugin's `fixtures/` holds it. */
            fixture: Record<string, unknown>;
            /** @description Name of the plugin that decided. */
            plugin: string;
            /** @description True when names, texts and identifiers were replaced. */
            redacted: boolean;
        };
        /** @description A table in another format. */
        ExportedTable: {
            /** @description The file: a text for CSV, an object for JDM. */
            content: unknown;
            /** @description What was left behind because the other format does not have it. */
            dropped: string[];
        };
        /** @description That the money did not arrive. */
        Failed: {
            /**
             * @description Somebody looked it up in the gateway's own books: needed once the gateway has the request (`sent`, `unknown`), since it may pay it
             *     yet.
             */
            checked_with_gateway?: boolean;
            /** @description Why, 1 to 1,000 characters. */
            reason: string;
        };
        /** @description A rule that gave no usable answer. */
        FailureItem: {
            /** @description Hook that was asked. */
            hook: components["schemas"]["Hook"];
            /** @description What happened. */
            message: string;
            /** @description How the call ended. */
            outcome: components["schemas"]["DecisionOutcome"];
            /** @description Name of the plugin. */
            plugin: string;
            /** @description Its version. */
            version: string;
        };
        /** @description What holders of a role may do with one field. */
        FieldRule: {
            /** @description What is left of it. */
            access: components["schemas"]["Access"];
            /**
             * @description Field as the API names it; a dot leads into an object and `*` stands for every name in it: `phone`, `attributes.*`,
             *     `fields.id_card`.
             */
            field: string;
            /** @description Kind of thing. */
            resource: components["schemas"]["Resource"];
        };
        /** @description A binding in a file. Other bindings are named by their key, plugins by name and version. */
        FileBinding: {
            /** @description Configuration. */
            config?: Record<string, unknown>;
            /** @description False to keep it switched off. */
            enabled?: boolean;
            /** @description What it may look up and ask for; everything that its plugin asks when left out. */
            grants?: components["schemas"]["Capability"][] | null;
            /** @description What takes it back by itself. */
            guardrails?: components["schemas"]["Guardrails"];
            /** @description Hook. */
            hook: components["schemas"]["Hook"];
            /** @description Name within the tenant. */
            key: string;
            /** @description What its answers do. */
            mode?: components["schemas"]["BindingMode"];
            /**
             * Format: int32
             * @description Place among the bindings of the hook, low first.
             */
            order?: number;
            /**
             * Format: int32
             * @description Share of the tickets, 1–100.
             */
            percent?: number;
            /** @description `name@version` of an uploaded plugin. */
            plugin: string;
            /** @description Key of the active binding that a candidate is tried against. */
            replaces?: string | null;
            timetable?: components["schemas"]["Timetable"] | null;
        };
        /** @description A parameter in a file of configuration. */
        FileParameter: {
            /** @description Description, at most 300 characters (L31). */
            description?: string;
            /** @description Display name, 1 to 100 characters (L28). */
            name: string;
            /** @description One of boolean, number, string, set, department, person, role (L30). */
            type: components["schemas"]["ParameterType"];
            /** @description True or false for boolean; decimal text or a whole number for number; a list of texts for set; text for the others. */
            value: unknown;
        } & {
            /** @description Code that rules use (L29). */
            code: string;
        };
        /** @description A file, and how to apply it. */
        FileToApply: {
            /** @description The file. */
            file: components["schemas"]["RulesFile"];
            /** @description Also remove what the file does not have. */
            prune?: boolean;
            /** @description Why, for the history. */
            reason?: string | null;
            /** @description Accepts, in the caller's name and with this reason, that golden decisions end in another way. */
            sign_off?: string | null;
        };
        /**
         * @description What an inspection found.
         * @enum {string}
         */
        Finding: "ok" | "hold" | "waiting";
        /**
         * @description How well a waiting parcel fits an awaited one, best first.
         * @enum {string}
         */
        Fit: "same" | "one_off" | "tail";
        /** @description Answers by field. */
        FormAnswers: {
            /** @description Answers by field. */
            answers: Record<string, unknown>;
        };
        /**
         * @description What stands in for an answer that was not given.
         * @enum {string}
         */
        FormAuto: "now";
        /**
         * @description What must hold between fields, such as 退货数量 ≤ 原购买数量 (Z5). It is passed over while a field that it reads is not
         *     answered; a fact that is not known refuses the answers, unless the expression guards it with `has()`.
         */
        FormCheck: {
            /** @description Key of the field to tell it at; none: at the form. */
            at?: string | null;
            /** @description What must hold, an expression. */
            expression: string;
            /** @description Name within the form; it stands in violations. */
            key: string;
            /** @description What to tell when it does not hold. */
            message: components["schemas"]["FormLabel"];
        };
        /** @description An option. */
        FormChoice: {
            /** @description What people see, such as 商品质量问题. */
            label: components["schemas"]["FormLabel"];
            /** @description What is kept and what expressions compare with, such as `quality`. */
            value: string;
        };
        /** @description How a question is answered. Lengths count characters; counts and numbers include their limits. */
        FormControl: {
            /**
             * Format: int32
             * @description Largest length.
             */
            max_length?: number;
            /**
             * Format: int32
             * @description Least length.
             */
            min_length?: number;
            /**
             * @description Regular expression that must fit somewhere in it; without look-around and back references, so that it takes linear
             *     time.
             */
            pattern?: string | null;
            /** @enum {string} */
            type: "text";
        } | {
            /**
             * Format: int32
             * @description Largest length.
             */
            max_length?: number;
            /**
             * Format: int32
             * @description Least length.
             */
            min_length?: number;
            /** @enum {string} */
            type: "long_text";
        } | {
            /**
             * Format: int32
             * @description Most decimal places, 0 to 6.
             */
            decimals?: number;
            /**
             * Format: double
             * @description Largest number.
             */
            max?: number | null;
            /**
             * Format: double
             * @description Least number.
             */
            min?: number | null;
            /** @enum {string} */
            type: "number";
        } | {
            /**
             * Format: int64
             * @description Largest amount in minor units.
             */
            max?: number | null;
            /**
             * Format: int64
             * @description Least amount in minor units.
             */
            min?: number;
            /** @enum {string} */
            type: "money";
        } | {
            /**
             * Format: int32
             * @description How many digits; 11 in China (Z5).
             */
            digits?: number;
            /** @enum {string} */
            type: "phone";
        } | {
            /** @enum {string} */
            type: "checkbox";
        } | {
            /** @description What can be chosen. */
            options: components["schemas"]["FormChoice"][];
            /** @enum {string} */
            type: "select";
        } | {
            /**
             * Format: int32
             * @description Largest number of choices.
             */
            max?: number | null;
            /**
             * Format: int32
             * @description Least number of choices when it is answered.
             */
            min?: number | null;
            /** @description What can be chosen. */
            options: components["schemas"]["FormChoice"][];
            /** @enum {string} */
            type: "multi_select";
        } | {
            /** @description Last date. */
            max?: string | null;
            /** @description First date. */
            min?: string | null;
            /** @enum {string} */
            type: "date";
        } | {
            auto?: components["schemas"]["FormAuto"] | null;
            /** @enum {string} */
            type: "date_time";
        } | ({
            /**
             * Format: int64
             * @description Most bytes of each file.
             */
            max_bytes?: number;
            /**
             * Format: int32
             * @description Most files.
             */
            max_count?: number;
            /**
             * @description Accepted media types (RFC 6838) such as `image/png` or `image/*`; empty: the usual ones of the control, among which is
             *     nothing that runs in a browser.
             */
            media_types?: string[];
        } & {
            /** @enum {string} */
            type: "image";
        }) | ({
            /**
             * Format: int64
             * @description Most bytes of each file.
             */
            max_bytes?: number;
            /**
             * Format: int32
             * @description Most files.
             */
            max_count?: number;
            /**
             * @description Accepted media types (RFC 6838) such as `image/png` or `image/*`; empty: the usual ones of the control, among which is
             *     nothing that runs in a browser.
             */
            media_types?: string[];
        } & {
            /** @enum {string} */
            type: "video";
        }) | ({
            /**
             * Format: int64
             * @description Most bytes of each file.
             */
            max_bytes?: number;
            /**
             * Format: int32
             * @description Most files.
             */
            max_count?: number;
            /**
             * @description Accepted media types (RFC 6838) such as `image/png` or `image/*`; empty: the usual ones of the control, among which is
             *     nothing that runs in a browser.
             */
            media_types?: string[];
        } & {
            /** @enum {string} */
            type: "attachment";
        }) | {
            /** @description Key of the role that the person must have, for the console's choice. */
            role?: string | null;
            /** @enum {string} */
            type: "person";
        } | {
            /** @description What is referred to. */
            resource: components["schemas"]["FormResource"];
            /** @enum {string} */
            type: "related";
        } | {
            /** @description False: only which lines, without `quantity`. */
            quantities?: boolean;
            /** @enum {string} */
            type: "order_lines";
        };
        /** @description A form: which questions are asked for a kind of ticket (Z1–Z7). Versions of it are never changed once published. */
        FormDefinition: {
            /** @description What must hold between fields. */
            checks?: components["schemas"]["FormCheck"][];
            /** @description Currency of every amount in it. */
            currency?: components["schemas"]["Currency"];
            /** @description Name within the tenant, such as `return`: lower-case letters, digits and underscores. */
            key: string;
            /** @description Kind of ticket that it is for. */
            kind: components["schemas"]["TicketKind"];
            /** @description Groups of fields, from top to bottom. */
            sections: components["schemas"]["FormSection"][];
            /** @description Whether it is in use. */
            state: components["schemas"]["FormState"];
            /** @description Heading. */
            title: components["schemas"]["FormLabel"];
            /**
             * Format: int32
             * @description Counts published states, from 1.
             */
            version: number;
        };
        /** @description Answers to a published form. */
        FormDraft: {
            /** @description Answers by field. */
            answers: Record<string, unknown>;
            /** @description Key of the form; the one for the ticket's kind when left out. */
            key?: string | null;
        };
        /** @description A question. */
        FormField: {
            /** @description How it is answered. */
            control: components["schemas"]["FormControl"];
            /** @description Answer to begin with; the person may change it. */
            default?: unknown;
            fill_from?: components["schemas"]["FormSource"] | null;
            help?: components["schemas"]["FormLabel"] | null;
            /** @description True: for agents only, such as 审核意见 (Z3); customers neither see nor answer it. */
            internal?: boolean;
            /** @description Name within the form, such as `return_reason`; expressions read the answer as `field.return_reason`. */
            key: string;
            /** @description What is asked. */
            label: components["schemas"]["FormLabel"];
            /** @description True: nobody changes what `fill_from` gives. */
            locked?: boolean;
            /** @description Condition under which it must be answered, an expression like `show_when`. */
            require_when?: string | null;
            /** @description True: must be answered whenever it is shown. */
            required?: boolean;
            /**
             * @description Condition under which it is shown, an expression; none: always. While anything that it reads is not known it does not
             *     hold.
             */
            show_when?: string | null;
        };
        /** @description Which files are taken. Each is answered as `{"name", "media_type", "bytes", "digest"}`. */
        FormFiles: {
            /**
             * Format: int64
             * @description Most bytes of each file.
             */
            max_bytes?: number;
            /**
             * Format: int32
             * @description Most files.
             */
            max_count?: number;
            /**
             * @description Accepted media types (RFC 6838) such as `image/png` or `image/*`; empty: the usual ones of the control, among which is
             *     nothing that runs in a browser.
             */
            media_types?: string[];
        };
        /** @description One thing to tell about a form. */
        FormFinding: {
            /** @description What is the matter and what to change. */
            message: string;
            /** @description JSON Pointer into the definition. */
            path: string;
            /** @description How much it matters. */
            severity: components["schemas"]["FormSeverity"];
        };
        /** @description A text in the languages of the console. */
        FormLabel: {
            /** @description English. */
            en: string;
            /** @description 简体中文 */
            "zh-CN": string;
        };
        /**
         * @description What a 关联数据 field refers to.
         * @enum {string}
         */
        FormResource: "order" | "customer" | "ticket" | "product";
        /** @description A published form as browsers draw and check it. */
        FormSchema: {
            /** @description Sections and fields in order, with labels in all languages. */
            layout: Record<string, unknown>;
            /** @description JSON Schema 2020-12; conditions between fields are expressions under `x-show-when`, `x-require-when` and `x-checks`. */
            schema: Record<string, unknown>;
        };
        /** @description A group of fields. */
        FormSection: {
            /** @description Fields, from top to bottom. */
            fields: components["schemas"]["FormField"][];
            /** @description Heading. */
            title: components["schemas"]["FormLabel"];
        };
        /**
         * @description How much a finding matters.
         * @enum {string}
         */
        FormSeverity: "error" | "warning";
        /**
         * @description A fact that a field begins with (L3, L4, U6–U8).
         * @enum {string}
         */
        FormSource: "order.number" | "order.amount" | "order.address" | "order.lines" | "order.quantity" | "order.placed_at" | "customer.name" | "customer.phone" | "customer.member_level" | "history.claims" | "history.latest" | "ticket.description" | "person.id";
        /**
         * @description Whether a version is in use (Z7).
         * @enum {string}
         */
        FormState: "draft" | "published";
        /** @description Whom and what a form is about. */
        FormSubject: {
            /**
             * @description The shop's id of the customer; who bought the order when left out.
             * @default null
             */
            customer: string | null;
            /**
             * @description The shop's order number.
             * @default null
             */
            order: string | null;
        };
        /** @description A plugin at work for one tender. */
        Gateway: {
            /** @description Its configuration. */
            config: unknown;
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description False while switched off: instructions wait, and finance may pay by hand. */
            enabled: boolean;
            /** @description Hosts it may reach, for example `api.stripe.com`, with a port where it is not the scheme's own. */
            hosts: string[];
            /** @description Redress id. */
            id: components["schemas"]["GatewayId"];
            /** @description The plugin, which exports `settlement`. */
            plugin: components["schemas"]["PluginId"];
            /** @description Names by which the plugin calls its secrets, and the tenant's secrets that they are. */
            secrets: {
                [key: string]: string;
            };
            /** @description How the orders' payments that go back over it are called, for example `stripe`; one gateway each. */
            tender: string;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description What a gateway's rule answers. */
        GatewayAnswer: {
            /** @description A request to send. */
            request: components["schemas"]["HttpRequest"];
        } | {
            /** @description What an answer means. */
            outcome: components["schemas"]["GatewayOutcome"];
        } | {
            notice: components["schemas"]["Notice"] | null;
        };
        /** @description What to change of a gateway; what is left out stays. Its tender stays. */
        GatewayChange: {
            /** @description The plugin's configuration. */
            config?: Record<string, unknown> | null;
            /** @description False to switch it off: instructions wait, and finance may pay by hand. */
            enabled?: boolean | null;
            /** @description Hosts it may reach. */
            hosts?: string[] | null;
            plugin?: components["schemas"]["PluginId"] | null;
            /** @description Its secrets. */
            secrets?: {
                [key: string]: string;
            } | null;
        };
        /** @description A plugin that pays money back over one tender. */
        GatewayId: string;
        /** @description A message of a gateway, as it came, with what its plugin read in it. Only messages with a valid signature are kept. */
        GatewayNotice: {
            /** @description The body as it came. */
            body: string;
            /** @description Gateway it came to. */
            gateway: components["schemas"]["GatewayId"];
            /** @description Headers as they came, names in lower case; without `authorization` and `cookie`. */
            headers: [
                string,
                string
            ][];
            /** @description Redress id. */
            id: components["schemas"]["GatewayNoticeId"];
            instruction?: components["schemas"]["RefundInstructionId"] | null;
            /**
             * Format: int32
             * @description How often the gateway was asked because of it without a clear answer.
             */
            looks: number;
            /** @description What became of it, by the message. */
            outcome: components["schemas"]["GatewayOutcome"];
            /** @description When it came. */
            received_at: components["schemas"]["Timestamp"];
            /** @description Name of the instruction that it is about, in the gateway's words; see `state` for whether there is one. */
            said: string;
            /** @description What came of the message. */
            state: components["schemas"]["NoticeState"];
        };
        /** @description A message of a gateway. */
        GatewayNoticeId: string;
        /** @description What became of an instruction, by a gateway's account. */
        GatewayOutcome: {
            /** @enum {string} */
            outcome: "paid";
            /** @description The gateway's own id of the refund. */
            reference: string;
        } | {
            /** @enum {string} */
            outcome: "pending";
            /** @description The gateway's own id of the refund, when it says one. */
            reference?: string | null;
        } | {
            /** @enum {string} */
            outcome: "failed";
            /** @description Why, in its words. */
            reason: string;
            /** @description The same request may succeed later. */
            retryable: boolean;
        } | {
            /** @enum {string} */
            outcome: "absent";
        } | {
            /** @enum {string} */
            outcome: "unknown";
            /** @description Why not. */
            why: string;
        };
        /**
         * @description What a request to a gateway is for.
         * @enum {string}
         */
        GatewayPurpose: "pay" | "query";
        /** @description What a gateway's rule is asked. */
        GatewayQuestion: {
            /** @enum {string} */
            ask: "request";
            /**
             * Format: int32
             * @description Counts from 1.
             */
            attempt: number;
            /** @description What to pay. */
            order: components["schemas"]["PaymentOrder"];
        } | {
            /** @enum {string} */
            ask: "query";
            /** @description What was to be paid. */
            order: components["schemas"]["PaymentOrder"];
        } | {
            /** @description What came back. */
            answer: components["schemas"]["HttpResponse"];
            /** @enum {string} */
            ask: "response";
            /** @description What was asked. */
            asked: components["schemas"]["GatewayPurpose"];
            /** @description What was to be paid. */
            order: components["schemas"]["PaymentOrder"];
        } | {
            /** @enum {string} */
            ask: "notification";
            /** @description Its body. */
            body: string;
            /** @description Its headers, names in lower case. */
            headers: [
                string,
                string
            ][];
        };
        /** @description What has to happen. The clock of a goal begins a new round each time its cause begins anew. */
        Goal: {
            /** @enum {string} */
            type: "acceptance";
        } | {
            /** @enum {string} */
            type: "first_response";
        } | {
            /** @enum {string} */
            type: "next_response";
        } | {
            /** @enum {string} */
            type: "resolution";
        } | {
            /** @description Which. */
            case: components["schemas"]["CaseStatus"][];
            /** @enum {string} */
            type: "reach";
        } | {
            /** @description Which. */
            case: components["schemas"]["CaseStatus"][];
            /** @enum {string} */
            type: "case";
        } | {
            /** @description Name of the node. */
            node: string;
            /** @enum {string} */
            type: "node";
        } | {
            /** @description Key of the queue. */
            queue: string;
            /** @enum {string} */
            type: "queue";
        };
        /** @description One past decision that a binding is held to. */
        Golden: {
            /** @description When. */
            added_at: components["schemas"]["Timestamp"];
            /** @description Who chose it. */
            added_by: components["schemas"]["Actor"];
            /** @description The binding. */
            binding: components["schemas"]["BindingId"];
            /** @description The decision. */
            decision: components["schemas"]["DecisionId"];
            /** @description Why it matters. */
            note: string;
        };
        /** @description A golden decision that would end in another way. */
        GoldenChange: {
            /** @description What would follow now. */
            after: components["schemas"]["Consequence"];
            /** @description What followed then. */
            before: components["schemas"]["Consequence"];
            /** @description The decision. */
            decision: components["schemas"]["DecisionId"];
            /** @description How the candidate differs. */
            difference: components["schemas"]["Difference"];
            /** @description Why the candidate has no answer, when it has none. */
            fault?: string | null;
            /** @description Why it matters. */
            note: string;
        };
        /**
         * @description Where the goods are.
         * @enum {string}
         */
        GoodsStatus: "not_shipped" | "with_customer" | "returning" | "partially_received" | "received" | "inspected" | "sent_back" | "replacement_shipped" | "replacement_delivered" | "lost";
        /**
         * @description How good a unit is.
         * @enum {string}
         */
        Grade: "a" | "b" | "c" | "d";
        /** @description A share of calls in percent, 0–100. */
        GuardShare: {
            /**
             * Format: int32
             * @description Not above.
             */
            max?: number | null;
            /**
             * Format: int32
             * @description Not below.
             */
            min?: number | null;
        };
        /** @description Limits over the last [`Guardrails::window_minutes`]; what is absent is not watched. */
        Guardrails: {
            approval_percent?: components["schemas"]["GuardShare"] | null;
            approved_amount?: components["schemas"]["Money"] | null;
            approved_per_customer?: components["schemas"]["Money"] | null;
            /**
             * Format: int32
             * @description Most calls without an answer, in percent.
             */
            fault_percent?: number | null;
            /**
             * Format: int64
             * @description Fuel that 99 of 100 calls must stay below.
             */
            fuel_p99?: number | null;
            /**
             * Format: int64
             * @description Microseconds that 99 of 100 calls must stay below.
             */
            latency_p99_us?: number | null;
            /**
             * Format: int32
             * @description Shares and percentiles mean nothing below so many calls.
             */
            min_calls?: number;
            /**
             * Format: int32
             * @description Minutes that are looked back, 1–1440.
             */
            window_minutes?: number;
        };
        /** @description To whom a task goes. */
        Handover: {
            /** @description Why. */
            opinion?: string | null;
            /** @description `role:`, `department:`, `queue:` or `person:` with a name behind it, for example `role:supervisor`. */
            to: string;
        };
        /** @description What a header says. */
        HeaderValue: {
            /** @description This. */
            text: string;
        } | {
            /** @description `before`, then the secret of this name, which the host fills in and no record holds. */
            secret: {
                /** @description For example `Bearer `. */
                before: string;
                /** @description Name of the secret. */
                secret: string;
            };
        };
        /** @description What a binding did in its guardrails' window, or since its last change. */
        HealthView: {
            /**
             * Format: int64
             * @description Those that approve.
             */
            approvals: number;
            /**
             * Format: int64
             * @description Money they approve without a person, in minor units of the guardrail's or the tenant's currency.
             */
            approved_minor: number;
            /** @description The guardrail that this breaks, in words; null when all is well. */
            breach?: string | null;
            /**
             * Format: int64
             * @description Calls that counted.
             */
            calls: number;
            /**
             * Format: int64
             * @description The most of it for one customer.
             */
            customer_minor: number;
            /**
             * Format: int64
             * @description Calls without a usable answer.
             */
            faults: number;
            /**
             * Format: int64
             * @description Fuel that 99 of 100 calls stay at or below.
             */
            fuel_p99: number;
            /**
             * Format: int64
             * @description Microseconds that 99 of 100 calls stay at or below.
             */
            latency_p99_us: number;
            /** @description Since when. */
            since: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Answers to refund requests.
             */
            verdicts: number;
        };
        /** @description A heap of decisions in which the shadow and the rule that counted each said the same. */
        Heap: {
            /** @description What would have followed from the shadow. */
            after: string;
            amount_after?: components["schemas"]["Money"] | null;
            amount_before?: components["schemas"]["Money"] | null;
            /** @description What followed from the rule that counted. */
            before: string;
            /**
             * Format: int64
             * @description How many decisions.
             */
            decisions: number;
            /** @description How they differ. */
            difference: components["schemas"]["Difference"];
        };
        /**
         * @description The customer's past at the moment of an event, newest first, at most [`MAX_ROWS`] of each kind. Read once per event,
         *     before any rule runs, so that every rule sees the same and no rule waits for a database.
         */
        History: {
            /** @description Earlier tickets. */
            after_sales: components["schemas"]["AfterSaleSummary"][];
            /** @description Earlier orders. */
            orders: components["schemas"]["OrderSummary"][];
            /** @description Sums. */
            totals: components["schemas"]["Totals"];
        };
        /** @description Holidays to take over. */
        Holidays: {
            /** @description When make-up workdays (调休) are open; like the first weekday that is ever open when left out. */
            make_up?: components["schemas"]["Block"][] | null;
            /**
             * @description One or more years, each as `holiday-cn` writes its file; other fields of the file are ignored. Of a day that several name,
             *     the last says what it is.
             */
            years: Record<string, unknown>[];
        };
        /**
         * @description A point at which rules are asked.
         * @enum {string}
         */
        Hook: "routing" | "fraud-scoring" | "refund-approval" | "notification" | "automation" | "schedule" | "settlement";
        /** @description One call from the rule to the host, with both sides as JSON. */
        HostCall: {
            /** @description Arguments. */
            arguments: unknown;
            /** @description Interface and function, for example `history/after-sales`. */
            function: string;
            /** @description Result. */
            result: unknown;
        };
        /**
         * @description Which seconds count.
         * @enum {string}
         */
        Hours: "calendar" | "business";
        /** @description One header of a request. */
        HttpHeader: {
            /** @description Its name. */
            name: string;
            /** @description What it says. */
            value: components["schemas"]["HeaderValue"];
        };
        /**
         * @description HTTP methods that gateways need.
         * @enum {string}
         */
        HttpMethod: "get" | "post";
        /** @description A request for the host to send. */
        HttpRequest: {
            /** @description The body; empty for none. */
            body?: string;
            /** @description Headers. */
            headers?: components["schemas"]["HttpHeader"][];
            /** @description What to do. */
            method: components["schemas"]["HttpMethod"];
            /** @description Where. */
            url: string;
        };
        /** @description What came back. */
        HttpResponse: {
            /** @description The body. */
            body?: string;
            /** @description Headers, names in lower case. */
            headers?: [
                string,
                string
            ][];
            /**
             * Format: int32
             * @description Status.
             */
            status: number;
        };
        /** @description A table that was read. */
        ImportedTable: {
            /** @description What was left behind because tables here do not have it. */
            dropped: string[];
            /** @description What there is to tell about it. */
            report: components["schemas"]["TableReport"];
            /** @description The table, to be kept as a configuration of `decision-table`. */
            table: Record<string, unknown>;
        };
        /** @description A question to the customer. */
        InformationRequest: {
            /** @description Names of the form fields that are missing. */
            fields?: string[];
            /** @description The question. */
            message: string;
        };
        /** @description What was found of one line. `good + damaged + missing + wrong` is the expected quantity; what comes on top is `extra`. */
        InspectedLine: {
            /**
             * Format: int32
             * @description Here, but damaged.
             */
            damaged?: number;
            /**
             * Format: int32
             * @description More than was expected.
             */
            extra?: number;
            /**
             * Format: int32
             * @description As they should be.
             */
            good: number;
            /** @description The ticket's line. */
            line: components["schemas"]["TicketLineId"];
            /**
             * Format: int32
             * @description Not here.
             */
            missing?: number;
            /** @description Parts that were not found with the units that are here. */
            missing_parts?: components["schemas"]["MissingPart"][];
            /** @description In the inspector's words. */
            note?: string;
            /** @description Photos, by the names of their attachments. */
            photos?: string[];
            /** @description Where the units that are here go: `good + damaged + wrong + extra` of them. */
            placements?: components["schemas"]["Placement"][];
            /** @description Serial numbers that were read. */
            serials?: string[];
            /**
             * Format: int32
             * @description Something else in their place.
             */
            wrong?: number;
        };
        /** @description One inspection: a later one of the same ticket replaces it, and says everything again. */
        Inspection: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Who looked. */
            by: components["schemas"]["Actor"];
            /** @description What was found, one entry for every expected line. */
            lines: components["schemas"]["InspectedLine"][];
        };
        /** @description An inspection and what followed from it. */
        InspectionAnswer: {
            inspection?: components["schemas"]["KeptInspection"] | null;
            offer?: components["schemas"]["KeptOffer"] | null;
            /** @description The ticket as it stands now. */
            ticket: components["schemas"]["TicketView"];
        };
        /** @description What the warehouse found at one look. */
        InspectionId: string;
        /** @description One problem of one line. */
        InspectionProblem: {
            /** @description The part's code or the serial number, when the problem is about one. */
            detail?: string | null;
            /** @description What is wrong. */
            kind: components["schemas"]["ProblemKind"];
            /** @description The line. */
            line: components["schemas"]["TicketLineId"];
            /**
             * Format: int32
             * @description How many units or parts.
             */
            quantity: number;
        };
        /** @description A ticket that needs somebody higher up. */
        IntendedEscalation: {
            /** @description Why. */
            reason?: string;
            /** @description Name of the role that shall look at it. */
            role: string;
        };
        /** @description Another place for a ticket; what is absent stays as it is. */
        IntendedTransfer: {
            /** @description Id of the person, as text. */
            assignee?: string | null;
            /** @description Key of the queue. */
            queue?: string | null;
            /** @description Why. */
            reason?: string;
        };
        /** @description One thing a rule wants done. The host checks each and does what is allowed. */
        Intent: {
            /** @enum {string} */
            intent: "set_field";
            /** @description Fill in a form field. */
            value: components["schemas"]["SetField"];
        } | {
            /** @enum {string} */
            intent: "set_priority";
            /** @description Change the priority. */
            value: components["schemas"]["Priority"];
        } | {
            /** @enum {string} */
            intent: "add_tag";
            /** @description Add a tag. */
            value: string;
        } | {
            /** @enum {string} */
            intent: "remove_tag";
            /** @description Take a tag away. */
            value: string;
        } | {
            /** @enum {string} */
            intent: "notify";
            /** @description Send a message. */
            value: components["schemas"]["Message"];
        } | {
            /** @enum {string} */
            intent: "transfer";
            /** @description Put the ticket elsewhere. */
            value: components["schemas"]["IntendedTransfer"];
        } | {
            /** @enum {string} */
            intent: "escalate";
            /** @description Call for somebody higher up. */
            value: components["schemas"]["IntendedEscalation"];
        } | {
            /** @enum {string} */
            intent: "add_task";
            /** @description Give somebody a task. */
            value: components["schemas"]["NewTask"];
        };
        /** @description Where a tenant's stock is asked for. One for each tenant. */
        InventoryConnector: {
            /** @description Address before `/reservations`, without a slash at its end. */
            base_url: string;
            /** @description When it was made. */
            created_at: components["schemas"]["Timestamp"];
            /** @description False while switched off: reservations wait. */
            enabled: boolean;
            /** @description Name of the tenant's secret that is sent as a bearer token (RFC 6750); null when the system asks for none. */
            secret?: string | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description A key with its secret. */
        IssuedKeyView: components["schemas"]["ApiKey"] & {
            /** @description `rdk_…`: shown this once and never kept; null when a repeated `Idempotency-Key` answers. */
            secret?: string | null;
        };
        /** @description One job. */
        Job: {
            /** @description When. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Who asked for it. */
            created_by: components["schemas"]["Actor"];
            /**
             * Format: int64
             * @description Decisions examined so far.
             */
            done: number;
            /** @description Why it failed. */
            error?: string | null;
            finished_at?: components["schemas"]["Timestamp"] | null;
            /** @description Redress id. */
            id: components["schemas"]["JobId"];
            /** @description What it does. */
            kind: components["schemas"]["JobKind"];
            /** @description What came of it; partial while it runs. */
            report?: unknown;
            /** @description What exactly, as it was asked for. */
            spec: unknown;
            started_at?: components["schemas"]["Timestamp"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["JobState"];
            /**
             * Format: int64
             * @description Decisions to examine; grows until all are counted.
             */
            total: number;
        };
        /** @description A long-running examination of past decisions. */
        JobId: string;
        /**
         * @description What a job does.
         * @enum {string}
         */
        JobKind: "backtest" | "replay";
        /**
         * @description Where a job stands.
         * @enum {string}
         */
        JobState: "queued" | "running" | "done" | "failed" | "cancelled";
        /** @description An inspection and what followed. */
        KeptInspection: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Who looked. */
            by: components["schemas"]["Actor"];
            /** @description What was found, one entry for every expected line. */
            lines: components["schemas"]["InspectedLine"][];
        } & {
            /** @description What should have been there. */
            expected: components["schemas"]["ExpectedReturn"];
            /** @description What it found. */
            finding: components["schemas"]["Finding"];
            /** @description Redress id. */
            id: components["schemas"]["InspectionId"];
            /** @description What is wrong or still to come. */
            problems: components["schemas"]["InspectionProblem"][];
            /** @description Ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description An offer and what came of it. */
        KeptOffer: components["schemas"]["Offer"] & {
            answered_at?: components["schemas"]["Timestamp"] | null;
            answered_by?: components["schemas"]["Actor"] | null;
            choice?: components["schemas"]["OfferChoice"] | null;
            /** @description Redress id. */
            id: components["schemas"]["OfferId"];
            /** @description The inspection that found what is missing. */
            inspection: components["schemas"]["InspectionId"];
            /** @description When it was made. */
            made_at: components["schemas"]["Timestamp"];
            /** @description Where it stands. */
            state: components["schemas"]["OfferState"];
        };
        /** @description A reading and what came of it. */
        KeptScan: components["schemas"]["ScanEvent"] & {
            /** @description With it, all parcels of the ticket were here. */
            complete: boolean;
            /** @description What is to be done with the parcel, when it is not the ordinary course. */
            note: string;
            number?: components["schemas"]["TrackingNumber"] | null;
            /** @description What came of it. */
            outcome: components["schemas"]["ScanOutcome"];
            parcel?: components["schemas"]["ParcelId"] | null;
            ticket?: components["schemas"]["TicketId"] | null;
            unidentified?: components["schemas"]["ScanId"] | null;
        };
        /**
         * @description Name of a key: `rkey_` and the first 16 hexadecimal digits of the SHA-256 of its public half.
         * @example rkey_3c6e0b8a9c15224a
         */
        KeyId: string;
        /** @description A parcel that is or was awaited. */
        KnownParcel: components["schemas"]["ExpectedParcel"] & {
            /** @description Who announced it. */
            announced_by: components["schemas"]["Actor"];
            arrived_at?: components["schemas"]["Timestamp"] | null;
            scan?: components["schemas"]["ScanId"] | null;
            withdrawn_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description Another amount for a line of a ticket. */
        LineAmount: {
            /** @description The line. */
            line: components["schemas"]["TicketLineId"];
            /** @description What is asked for it now, not negative. */
            requested: components["schemas"]["Money"];
        };
        /** @description One line of a ticket. */
        LineDraft: {
            /** @description Which line of the order; needed when the ticket has an order. */
            order_line?: string | null;
            /**
             * Format: int32
             * @description How many, at least 1.
             */
            quantity: number;
            /** @description Reason code. */
            reason: string;
            requested?: components["schemas"]["Money"] | null;
            /**
             * @description Stock keeping unit, where there is no order line. Beside one it tells goods that came in exchange from those that were
             *     bought; left out, what was bought goes first.
             */
            sku?: string | null;
        };
        /** @description Goods in question. */
        LinePart: {
            /** @description Product category. */
            category?: string | null;
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /** @description Reason code. */
            reason: string;
            /** @description What is asked for it. */
            requested: components["schemas"]["Amount"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What the shop calls it; the stock keeping unit when the order does not say. */
            title: string;
        };
        /**
         * @description How one ticket belongs to another.
         * @enum {string}
         */
        LinkKind: "subtask" | "freight_claim" | "duplicate";
        /**
         * @description How much a link opens.
         * @enum {string}
         */
        LinkScope: "ticket" | "survey";
        /** @description One page of a list. */
        List_ApiKey: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When it was created. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Redress id. */
                id: components["schemas"]["ApiKeyId"];
                /** @description What it is for. */
                name: string;
                revoked_at?: components["schemas"]["Timestamp"] | null;
                /** @description Narrows what the user may do; null for all of it. */
                scopes?: components["schemas"]["Permission"][] | null;
                /** @description User it acts for. */
                user: components["schemas"]["UserId"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Attachment: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When. */
                created_at: components["schemas"]["Timestamp"];
                /** @description SHA-256 of the bytes. */
                digest: components["schemas"]["Digest"];
                /** @description Redress id. */
                id: components["schemas"]["AttachmentId"];
                /** @description The customer must not see it. */
                internal: boolean;
                /** @description What the bytes are, as their first ones tell. */
                media_type: string;
                /** @description File name as the uploader gave it, without folders and control characters. */
                name: string;
                /**
                 * Format: int64
                 * @description Bytes.
                 */
                size: number;
                ticket?: components["schemas"]["TicketId"] | null;
                /** @description Who uploaded it. */
                uploaded_by: components["schemas"]["Actor"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_AuditRow: {
            /** @description The things, in the order of the list. */
            items: (components["schemas"]["AuditEntry"] & {
                /** @description SHA-256 over tenant and content. */
                hash: components["schemas"]["Digest"];
                /**
                 * Format: int64
                 * @description Number of the seal that holds it; null until the next one is set.
                 */
                seal?: number | null;
            })[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Behind: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description What would change. */
                migration: components["schemas"]["WorkflowMigration"];
                /** @description The ticket. */
                ticket: components["schemas"]["TicketId"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_BindingWithPlugin: {
            /** @description The things, in the order of the list. */
            items: (components["schemas"]["Binding"] & {
                /** @description Name of its plugin. */
                plugin_name: string;
                /** @description Version of its plugin. */
                plugin_version: string;
            })[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_BusinessHours: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description The hours. */
                calendar: components["schemas"]["Calendar"];
                /** @description Redress id. */
                id: components["schemas"]["CalendarId"];
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Checklist: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Parts of one unit. */
                parts: components["schemas"]["Part"][];
                /** @description Stock keeping unit. */
                sku: string;
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Colleague: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Whether new tickets may go to them. */
                available: boolean;
                /** @description Names of the departments they are in. */
                departments: string[];
                /** @description Whether they may not sign in any more. */
                disabled: boolean;
                /** @description Redress id. */
                id: components["schemas"]["UserId"];
                /** @description Display name. */
                name: string;
                /** @description Names of the roles held. */
                roles: string[];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Customer: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Mail address as given. */
                email?: string | null;
                /** @description The shop's own id, unique within the tenant. */
                external_id: string;
                /** @description Redress id. */
                id: components["schemas"]["CustomerId"];
                /** @description The shop's level, for example `vip` (U8). */
                member_level?: string | null;
                /** @description Display name. */
                name?: string | null;
                /** @description Telephone number as given. */
                phone?: string | null;
                /** @description Tags that people or rules have set, for example 潜在滥用权益 (D6). */
                tags?: string[];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_CustomerFile: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When it was sent. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Redress id. */
                id: components["schemas"]["AttachmentId"];
                /** @description What it is. */
                media_type: string;
                /** @description File name. */
                name: string;
                /**
                 * Format: int64
                 * @description Bytes.
                 */
                size: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_DecisionItem: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When. */
                at: components["schemas"]["Timestamp"];
                /** @description What follows from it. */
                consequence: components["schemas"]["Consequence"];
                /**
                 * Format: int64
                 * @description Fuel used.
                 */
                fuel: number;
                /** @description Hook that was asked. */
                hook: components["schemas"]["Hook"];
                /** @description Redress id. */
                id: components["schemas"]["DecisionId"];
                /** @description How the call ended. */
                outcome: components["schemas"]["DecisionOutcome"];
                /** @description Name of the plugin. */
                plugin: string;
                /** @description Its Redress id. */
                plugin_id: components["schemas"]["PluginId"];
                /** @description What it counted for. */
                role: components["schemas"]["DecisionRole"];
                /** @description Ticket it was made for. */
                ticket: components["schemas"]["TicketId"];
                /** @description Its version. */
                version: string;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_DecisionReceipt: {
            /** @description The things, in the order of the list. */
            items: {
                material?: components["schemas"]["Material"] | null;
                /**
                 * @description The key that signed. It only shows that the receipt is of one piece: who wants to know whose it is compares it with a key
                 *     that the server's operator has published.
                 */
                public_key: components["schemas"]["PublicKey"];
                /** @description The signature, 128 hexadecimal digits. */
                signature: string;
                /** @description What is stated. */
                statement: components["schemas"]["Statement"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Department: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Redress id. */
                id: components["schemas"]["DepartmentId"];
                lead?: components["schemas"]["UserId"] | null;
                /** @description Name, unique within the tenant; users and workflows name it so. */
                name: string;
                parent?: components["schemas"]["DepartmentId"] | null;
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_DrawingView_FormDefinition: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description A form: which questions are asked for a kind of ticket (Z1–Z7). Versions of it are never changed once published. */
                draft?: {
                    /** @description What must hold between fields. */
                    checks?: components["schemas"]["FormCheck"][];
                    /** @description Currency of every amount in it. */
                    currency?: components["schemas"]["Currency"];
                    /** @description Name within the tenant, such as `return`: lower-case letters, digits and underscores. */
                    key: string;
                    /** @description Kind of ticket that it is for. */
                    kind: components["schemas"]["TicketKind"];
                    /** @description Groups of fields, from top to bottom. */
                    sections: components["schemas"]["FormSection"][];
                    /** @description Whether it is in use. */
                    state: components["schemas"]["FormState"];
                    /** @description Heading. */
                    title: components["schemas"]["FormLabel"];
                    /**
                     * Format: int32
                     * @description Counts published states, from 1.
                     */
                    version: number;
                };
                /** @description New tickets get it, once it is published. What runs goes on either way. */
                enabled: boolean;
                /** @description What is to be told about the draft; errors keep it from being published. */
                findings: components["schemas"]["FormFinding"][];
                /** @description Name within the tenant. */
                key: string;
                /** @description Kinds of tickets that it is for. */
                kinds: components["schemas"]["TicketKind"][];
                /**
                 * Format: int32
                 * @description Among several for one kind the lowest goes first.
                 */
                position: number;
                /**
                 * Format: int32
                 * @description The edition in use.
                 */
                published?: number | null;
                /** @description When it last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description Counts changes; the `ETag`.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_DrawingView_WorkflowDefinition: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description One version of a workflow. A published version never changes: tickets pin the one they began with. */
                draft?: {
                    /** @description What it is for. */
                    description?: components["schemas"]["WorkflowText"];
                    /** @description The role that gets what nobody else can do, so that nothing stalls (Z17). */
                    fallback: string;
                    /** @description Fields that its nodes read and write, by name; expressions see them as `form.name`. */
                    fields?: {
                        [key: string]: components["schemas"]["WorkflowFormField"];
                    };
                    /** @description Stable name within the tenant, such as `returns`. */
                    id: string;
                    /** @description Name for people. */
                    name: components["schemas"]["WorkflowText"];
                    /** @description The nodes; exactly one is a start. */
                    nodes: components["schemas"]["WorkflowNode"][];
                    /**
                     * Format: int32
                     * @description Counts published versions, from 1.
                     */
                    version: number;
                };
                /** @description New tickets get it, once it is published. What runs goes on either way. */
                enabled: boolean;
                /** @description What is to be told about the draft; errors keep it from being published. */
                findings: components["schemas"]["WorkflowFinding"][];
                /** @description Name within the tenant. */
                key: string;
                /** @description Kinds of tickets that it is for. */
                kinds: components["schemas"]["TicketKind"][];
                /**
                 * Format: int32
                 * @description Among several for one kind the lowest goes first.
                 */
                position: number;
                /**
                 * Format: int32
                 * @description The edition in use.
                 */
                published?: number | null;
                /** @description When it last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description Counts changes; the `ETag`.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_EditionView_FormDefinition: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description A form: which questions are asked for a kind of ticket (Z1–Z7). Versions of it are never changed once published. */
                definition: {
                    /** @description What must hold between fields. */
                    checks?: components["schemas"]["FormCheck"][];
                    /** @description Currency of every amount in it. */
                    currency?: components["schemas"]["Currency"];
                    /** @description Name within the tenant, such as `return`: lower-case letters, digits and underscores. */
                    key: string;
                    /** @description Kind of ticket that it is for. */
                    kind: components["schemas"]["TicketKind"];
                    /** @description Groups of fields, from top to bottom. */
                    sections: components["schemas"]["FormSection"][];
                    /** @description Whether it is in use. */
                    state: components["schemas"]["FormState"];
                    /** @description Heading. */
                    title: components["schemas"]["FormLabel"];
                    /**
                     * Format: int32
                     * @description Counts published states, from 1.
                     */
                    version: number;
                };
                /**
                 * Format: int32
                 * @description Counts editions, from 1.
                 */
                edition: number;
                /** @description When. */
                published_at: components["schemas"]["Timestamp"];
                /** @description Who published it. */
                published_by: components["schemas"]["Actor"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_EditionView_WorkflowDefinition: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description One version of a workflow. A published version never changes: tickets pin the one they began with. */
                definition: {
                    /** @description What it is for. */
                    description?: components["schemas"]["WorkflowText"];
                    /** @description The role that gets what nobody else can do, so that nothing stalls (Z17). */
                    fallback: string;
                    /** @description Fields that its nodes read and write, by name; expressions see them as `form.name`. */
                    fields?: {
                        [key: string]: components["schemas"]["WorkflowFormField"];
                    };
                    /** @description Stable name within the tenant, such as `returns`. */
                    id: string;
                    /** @description Name for people. */
                    name: components["schemas"]["WorkflowText"];
                    /** @description The nodes; exactly one is a start. */
                    nodes: components["schemas"]["WorkflowNode"][];
                    /**
                     * Format: int32
                     * @description Counts published versions, from 1.
                     */
                    version: number;
                };
                /**
                 * Format: int32
                 * @description Counts editions, from 1.
                 */
                edition: number;
                /** @description When. */
                published_at: components["schemas"]["Timestamp"];
                /** @description Who published it. */
                published_by: components["schemas"]["Actor"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Entry: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Who. */
                actor: components["schemas"]["Actor"];
                /** @description When. */
                at: components["schemas"]["Timestamp"];
                /** @description Details. */
                data: unknown;
                /** @description SHA-256 over ticket, place, the entry before and this entry's content. */
                hash: components["schemas"]["Digest"];
                /** @description What. */
                kind: string;
                /**
                 * Format: int64
                 * @description Place in the ticket's timeline, from 1 without gaps.
                 */
                seq: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_FormDefinition: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description What must hold between fields. */
                checks?: components["schemas"]["FormCheck"][];
                /** @description Currency of every amount in it. */
                currency?: components["schemas"]["Currency"];
                /** @description Name within the tenant, such as `return`: lower-case letters, digits and underscores. */
                key: string;
                /** @description Kind of ticket that it is for. */
                kind: components["schemas"]["TicketKind"];
                /** @description Groups of fields, from top to bottom. */
                sections: components["schemas"]["FormSection"][];
                /** @description Whether it is in use. */
                state: components["schemas"]["FormState"];
                /** @description Heading. */
                title: components["schemas"]["FormLabel"];
                /**
                 * Format: int32
                 * @description Counts published states, from 1.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_FormFinding: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description What is the matter and what to change. */
                message: string;
                /** @description JSON Pointer into the definition. */
                path: string;
                /** @description How much it matters. */
                severity: components["schemas"]["FormSeverity"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Gateway: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Its configuration. */
                config: unknown;
                /** @description When it was made. */
                created_at: components["schemas"]["Timestamp"];
                /** @description False while switched off: instructions wait, and finance may pay by hand. */
                enabled: boolean;
                /** @description Hosts it may reach, for example `api.stripe.com`, with a port where it is not the scheme's own. */
                hosts: string[];
                /** @description Redress id. */
                id: components["schemas"]["GatewayId"];
                /** @description The plugin, which exports `settlement`. */
                plugin: components["schemas"]["PluginId"];
                /** @description Names by which the plugin calls its secrets, and the tenant's secrets that they are. */
                secrets: {
                    [key: string]: string;
                };
                /** @description How the orders' payments that go back over it are called, for example `stripe`; one gateway each. */
                tender: string;
                /** @description When it last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_GatewayNotice: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description The body as it came. */
                body: string;
                /** @description Gateway it came to. */
                gateway: components["schemas"]["GatewayId"];
                /** @description Headers as they came, names in lower case; without `authorization` and `cookie`. */
                headers: [
                    string,
                    string
                ][];
                /** @description Redress id. */
                id: components["schemas"]["GatewayNoticeId"];
                instruction?: components["schemas"]["RefundInstructionId"] | null;
                /**
                 * Format: int32
                 * @description How often the gateway was asked because of it without a clear answer.
                 */
                looks: number;
                /** @description What became of it, by the message. */
                outcome: components["schemas"]["GatewayOutcome"];
                /** @description When it came. */
                received_at: components["schemas"]["Timestamp"];
                /** @description Name of the instruction that it is about, in the gateway's words; see `state` for whether there is one. */
                said: string;
                /** @description What came of the message. */
                state: components["schemas"]["NoticeState"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Golden: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When. */
                added_at: components["schemas"]["Timestamp"];
                /** @description Who chose it. */
                added_by: components["schemas"]["Actor"];
                /** @description The binding. */
                binding: components["schemas"]["BindingId"];
                /** @description The decision. */
                decision: components["schemas"]["DecisionId"];
                /** @description Why it matters. */
                note: string;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Job: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Who asked for it. */
                created_by: components["schemas"]["Actor"];
                /**
                 * Format: int64
                 * @description Decisions examined so far.
                 */
                done: number;
                /** @description Why it failed. */
                error?: string | null;
                finished_at?: components["schemas"]["Timestamp"] | null;
                /** @description Redress id. */
                id: components["schemas"]["JobId"];
                /** @description What it does. */
                kind: components["schemas"]["JobKind"];
                /** @description What came of it; partial while it runs. */
                report?: unknown;
                /** @description What exactly, as it was asked for. */
                spec: unknown;
                started_at?: components["schemas"]["Timestamp"] | null;
                /** @description Where it stands. */
                state: components["schemas"]["JobState"];
                /**
                 * Format: int64
                 * @description Decisions to examine; grows until all are counted.
                 */
                total: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_KeptScan: {
            /** @description The things, in the order of the list. */
            items: (components["schemas"]["ScanEvent"] & {
                /** @description With it, all parcels of the ticket were here. */
                complete: boolean;
                /** @description What is to be done with the parcel, when it is not the ordinary course. */
                note: string;
                number?: components["schemas"]["TrackingNumber"] | null;
                /** @description What came of it. */
                outcome: components["schemas"]["ScanOutcome"];
                parcel?: components["schemas"]["ParcelId"] | null;
                ticket?: components["schemas"]["TicketId"] | null;
                unidentified?: components["schemas"]["ScanId"] | null;
            })[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Macro: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description What applying it does, in order; all or none. */
                acts: components["schemas"]["MacroAct"][];
                /** @description The text; `{{customer.name}}` stands for a value. */
                body: string;
                /** @description Redress id. */
                id: components["schemas"]["MacroId"];
                /** @description Key in addresses, unique within the tenant. */
                key: string;
                /** @description Display name. */
                name: string;
                /** @description When it last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Order: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Anything else the shop sent. */
                attributes?: {
                    [key: string]: string;
                };
                customer?: components["schemas"]["CustomerId"] | null;
                delivered_at?: components["schemas"]["Timestamp"] | null;
                /** @description The shop's own order number, unique within the tenant. */
                external_id: string;
                /** @description Redress id. */
                id: components["schemas"]["OrderId"];
                /** @description What was bought. */
                lines: components["schemas"]["OrderLine"][];
                /** @description What was paid in total; its currency is the order's. */
                paid: components["schemas"]["Money"];
                /** @description How it was paid, in the order in which it goes back; empty when the shop does not say. */
                payments?: components["schemas"]["Payment"][];
                placed_at?: components["schemas"]["Timestamp"] | null;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_OutboxMessage: {
            /** @description The things, in the order of the list. */
            items: {
                /**
                 * Format: int32
                 * @description Tries so far.
                 */
                attempts: number;
                /** @description `webhook`; `email`, when the operator has set a server for it; `log` for what has no connector. */
                channel: string;
                /** @description When it was written. */
                created_at: components["schemas"]["Timestamp"];
                delivered_at?: components["schemas"]["Timestamp"] | null;
                /** @description Event that caused it, for example `ticket.created`. */
                event: string;
                /** @description Redress id; the `webhook-id` of Standard Webhooks. */
                id: components["schemas"]["OutboxId"];
                /** @description What went wrong last. */
                last_error?: string | null;
                /** @description When it may be tried next. */
                next_attempt_at: components["schemas"]["Timestamp"];
                /** @description What is sent. */
                payload: unknown;
                /** @description Who gets it. */
                recipient: components["schemas"]["Recipient"];
                /** @description Where it stands. */
                state: components["schemas"]["OutboxState"];
                ticket?: components["schemas"]["TicketId"] | null;
                webhook?: components["schemas"]["WebhookId"] | null;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Parameter: {
            /** @description The things, in the order of the list. */
            items: (components["schemas"]["ParameterValue"] & {
                /** @description Code that rules use, unique within the tenant (L29). */
                code: string;
                /** @description Description, at most 300 characters (L31). */
                description?: string;
                /** @description Display name, at most 100 characters (L28). */
                name: string;
            })[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Picking: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description What is needed. */
                needs: components["schemas"]["PickNeed"][];
                /** @description Name of the warehouse, as the order says; null when it says none. */
                warehouse?: string | null;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Plugin: {
            /** @description The things, in the order of the list. */
            items: {
                /**
                 * @description What it may ever ask: the look-ups that it imports, and every intent when it exports a hook that has intents. A binding
                 *     grants all or some of it.
                 */
                asks?: components["schemas"]["Capability"][];
                /** @description JSON Schema of its configuration. */
                config_schema: unknown;
                /** @description One line for the merchant. */
                description: string;
                /** @description SHA-256 of the component's bytes. */
                digest: components["schemas"]["Digest"];
                /** @description Hooks it exports. */
                hooks: components["schemas"]["Hook"][];
                /** @description Redress id. */
                id: components["schemas"]["PluginId"];
                /** @description Name from `plugin.describe`. */
                name: string;
                /** @description SDK that built it. */
                sdk: string;
                signed_by?: components["schemas"]["SigningKeyId"] | null;
                /**
                 * Format: int64
                 * @description Size of the component in bytes.
                 */
                size: number;
                /** @description When. */
                uploaded_at: components["schemas"]["Timestamp"];
                uploaded_by?: components["schemas"]["UserId"] | null;
                /** @description Version from `plugin.describe`. */
                version: string;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_PortalLink: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Who made it. */
                created_by: components["schemas"]["Actor"];
                /** @description Until when it works. */
                expires_at: components["schemas"]["Timestamp"];
                /** @description Redress id. */
                id: components["schemas"]["PortalLinkId"];
                revoked_at?: components["schemas"]["Timestamp"] | null;
                /** @description How much it opens. */
                scope: components["schemas"]["LinkScope"];
                /** @description Ticket it opens. */
                ticket: components["schemas"]["TicketId"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_PortalReplacement: {
            /** @description The things, in the order of the list. */
            items: {
                answer_by?: components["schemas"]["Timestamp"] | null;
                /** @description Who carries it. */
                carrier?: string | null;
                /** @description Redress id. */
                id: components["schemas"]["ReplacementId"];
                /** @description What leaves. */
                kind: components["schemas"]["ReplacementKind"];
                /** @description What leaves, line by line. */
                lines: components["schemas"]["PortalReplacementLine"][];
                owed?: components["schemas"]["Money"] | null;
                /** @description What the shop asks, while there is no stock or it cannot be mended: `refund` or `wait`. */
                question?: string | null;
                return_by?: components["schemas"]["Timestamp"] | null;
                /** @description Where it stands. */
                state: components["schemas"]["ReplacementState"];
                /** @description Tracking number. */
                tracking_number?: string | null;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_PrintTemplateItem: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Name in addresses. */
                key: string;
                /** @description What it is for. */
                kind: components["schemas"]["PaperKind"];
                /** @description Display name. */
                name: string;
                /** @description Comes with Redress. A tenant's own template of the same key takes its place. */
                shipped: boolean;
                updated_at?: components["schemas"]["Timestamp"] | null;
                /**
                 * Format: int64
                 * @description Counts changes; 0 for a shipped one.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Queue: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Redress id. */
                id: components["schemas"]["QueueId"];
                /** @description Gets what no rule routed; exactly one per tenant. */
                is_default: boolean;
                /** @description Key, unique within the tenant. */
                key: string;
                lead?: components["schemas"]["UserId"] | null;
                /** @description Display name. */
                name: string;
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_ReceiptKey: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Always `Ed25519`. */
                algorithm: string;
                /** @description Its name, as statements say it. */
                id: components["schemas"]["KeyId"];
                /** @description Its public half, 64 hexadecimal digits. */
                public_key: components["schemas"]["PublicKey"];
                /** @description True for the key that signs now. */
                signs: boolean;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Recurring: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When, as a crontab says it. */
                cron: string;
                due_at?: components["schemas"]["Timestamp"] | null;
                /** @description Work that is switched off does not come back. */
                enabled: boolean;
                /**
                 * Format: int32
                 * @description Occurrences in a row that failed.
                 */
                failures: number;
                /** @description Redress id. */
                id: components["schemas"]["RecurringId"];
                /** @description A [`RecurringKind`] by name. */
                kind: string;
                /** @description Why the last one failed. */
                last_error?: string | null;
                /** @description Name within the tenant. */
                name: string;
                previous_at?: components["schemas"]["Timestamp"] | null;
                /** @description What is to be done, as its kind reads it. */
                spec: Record<string, unknown>;
                /**
                 * Format: int64
                 * @description Counts changes that people make.
                 */
                version: number;
                /** @description Whose clock on the wall the crontab is about. */
                zone: components["schemas"]["Zone"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_RefundInstruction: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description How much, positive. */
                amount: components["schemas"]["Money"];
                /** @description When it was created. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Why it failed. */
                failure?: string | null;
                /** @description Redress id; also the gateway's idempotency key. */
                id: components["schemas"]["RefundInstructionId"];
                /** @description The gateway's own id of the payment it goes back on. */
                payment?: string | null;
                /** @description The gateway's or the bank's reference. */
                reference?: string | null;
                /** @description Where it stands. */
                state: components["schemas"]["RefundState"];
                /** @description How it is paid, for example `manual`. */
                tender: string;
                /** @description Ticket. */
                ticket: components["schemas"]["TicketId"];
                /** @description When it last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Replacement: {
            /** @description The things, in the order of the list. */
            items: {
                consent?: components["schemas"]["Consent"] | null;
                /** @description When. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Who proposed it. */
                created_by: components["schemas"]["Actor"];
                /** @description What the customer owes (positive) or is owed (negative): the lines' amounts less what the returned goods count for. */
                difference: components["schemas"]["Money"];
                /** @description Redress id. */
                id: components["schemas"]["ReplacementId"];
                /** @description What leaves. */
                kind: components["schemas"]["ReplacementKind"];
                /** @description What leaves, line by line. */
                lines: components["schemas"]["ReplacementLine"][];
                /** @description What stands in the way, or why it was called off. */
                note?: string | null;
                paid?: components["schemas"]["ReplacementPayment"] | null;
                /** @description Why, in words for an agent. */
                reason: string;
                return_by?: components["schemas"]["Timestamp"] | null;
                /**
                 * @description What the customer gives for it; empty for what is sent again or mended. A line that is returned and replaced by nothing
                 *     is paid back.
                 */
                returned: components["schemas"]["ReturnedLine"][];
                /** @description It leaves before the goods have come back. */
                ship_first: boolean;
                shipment?: components["schemas"]["Shipment"] | null;
                /** @description Where it stands. */
                state: components["schemas"]["ReplacementState"];
                /** @description Its stock. */
                stock: components["schemas"]["ReplacementStock"];
                /** @description The ticket. */
                ticket: components["schemas"]["TicketId"];
                /** @description When it last changed. */
                updated_at: components["schemas"]["Timestamp"];
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_ReportView: {
            /** @description The things, in the order of the list. */
            items: {
                created_at?: components["schemas"]["Timestamp"] | null;
                created_by?: components["schemas"]["UserId"] | null;
                /** @description What it shows. */
                definition: components["schemas"]["ReportDefinition"];
                /** @description Redress id, or the key of a report that comes with the house. */
                id: string;
                next_at?: components["schemas"]["Timestamp"] | null;
                schedule?: components["schemas"]["ReportSchedule"] | null;
                /** @description It comes with the house. Create one with its definition to change it. */
                shipped: boolean;
                updated_at?: components["schemas"]["Timestamp"] | null;
                /**
                 * Format: int64
                 * @description Counts changes; null for a report that comes with the house, which never changes.
                 */
                version?: number | null;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_RevisionView: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description What was done. */
                action: components["schemas"]["RevisionAction"];
                /** @description Who. */
                actor: components["schemas"]["Actor"];
                /** @description When. */
                at: components["schemas"]["Timestamp"];
                /** @description It was taken back. */
                bad: boolean;
                /** @description The binding as it was from then on. */
                binding: components["schemas"]["Binding"];
                /** @description What it changed. */
                changes: components["schemas"]["RevisionChange"][];
                /** @description Why. */
                reason?: string | null;
                /**
                 * Format: int64
                 * @description Version of the binding.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Role: {
            /** @description The things, in the order of the list. */
            items: {
                /**
                 * Format: int32
                 * @description Place in the approval ladder, low to high; `None` when the role approves nothing. A holder may also act for every
                 *     lower place.
                 */
                approval_rank?: number | null;
                /** @description What it is for. */
                description?: string;
                /** @description What holders may not see or write of customers, orders, tickets and users (Z36). */
                fields?: components["schemas"]["FieldRule"][];
                /** @description Name within the tenant, for example `supervisor`. */
                name: string;
                /** @description What holders may do. */
                permissions: components["schemas"]["Permission"][];
                /**
                 * Format: int64
                 * @description Counts changes, from 1.
                 */
                version?: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Secret: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Its name. */
                name: string;
                /** @description When it was stored. */
                updated_at: components["schemas"]["Timestamp"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_SettlementEntry: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Who booked it. */
                actor: components["schemas"]["Actor"];
                /** @description How much the customer gets (positive) or loses (negative). */
                amount: components["schemas"]["Money"];
                /** @description When. */
                at: components["schemas"]["Timestamp"];
                /** @description Redress id. */
                id: components["schemas"]["SettlementId"];
                /** @description What for. */
                kind: components["schemas"]["EntryKind"];
                line?: components["schemas"]["TicketLineId"] | null;
                /** @description Who bears it. */
                payer: components["schemas"]["Payer"];
                /** @description Why. */
                reason: string;
                /** @description Ticket. */
                ticket: components["schemas"]["TicketId"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_SigningKey: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When it was added. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Redress id. */
                id: components["schemas"]["SigningKeyId"];
                /** @description Whose it is. */
                name: string;
                /** @description The key. */
                public_key: components["schemas"]["PublicKey"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_SlaPolicy: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Which tickets it is for. */
                applies_to: components["schemas"]["Selection"];
                /** @description Business hours of the targets that count them. */
                calendar: components["schemas"]["CalendarId"];
                /** @description A policy that is switched off is nobody's. */
                enabled: boolean;
                /** @description Redress id. */
                id: components["schemas"]["SlaPolicyId"];
                /**
                 * Format: int32
                 * @description Place among the tenant's policies; the lowest is asked first.
                 */
                order: number;
                /** @description The promises. */
                policy: components["schemas"]["Policy"];
                /**
                 * Format: int64
                 * @description Counts changes; every state is kept, so that what has ended keeps its verdict.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Sop: {
            /** @description The things, in the order of the list. */
            items: ({
                /** @description When it is to be used, 1 to 500 characters. */
                anomaly: string;
                /** @description Display name, 1 to 100 characters. */
                name: string;
                /** @description Its steps, 1 to 30; it begins with the first. */
                steps: components["schemas"]["SopStep"][];
            } & {
                /** @description Stable name. */
                key: string;
                updated_at?: components["schemas"]["Timestamp"] | null;
                /**
                 * Format: int64
                 * @description Counts changes; 0 for one that ships.
                 */
                version: number;
            })[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_SopRun: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Steps that are done, in order. */
                done: components["schemas"]["Ticked"][];
                finished_at?: components["schemas"]["Timestamp"] | null;
                /** @description Redress id. */
                id: components["schemas"]["SopRunId"];
                /** @description The procedure as it was when the walk began: a later change does not disturb it. */
                procedure: components["schemas"]["SopProcedure"];
                /** @description Key of the procedure. */
                sop: string;
                /** @description When. */
                started_at: components["schemas"]["Timestamp"];
                /** @description Who began it. */
                started_by: components["schemas"]["Actor"];
                /** @description The step that is next; null when it is over. */
                step?: string | null;
                /** @description The ticket. */
                ticket: components["schemas"]["TicketId"];
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Survey: {
            /** @description The things, in the order of the list. */
            items: {
                answer?: components["schemas"]["SurveyAnswer"] | null;
                answered_at?: components["schemas"]["Timestamp"] | null;
                assignee?: components["schemas"]["UserId"] | null;
                /** @description Until when a first answer is taken. */
                expires_at: components["schemas"]["Timestamp"];
                /** @description Redress id. */
                id: components["schemas"]["SurveyId"];
                /** @description When the customer was asked. */
                sent_at: components["schemas"]["Timestamp"];
                /** @description Ticket it is about. */
                ticket: components["schemas"]["TicketId"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_SurveySummary: {
            /** @description The things, in the order of the list. */
            items: {
                /**
                 * Format: int64
                 * @description Surveys answered.
                 */
                answered: number;
                assignee?: components["schemas"]["UserId"] | null;
                /**
                 * Format: int64
                 * @description Customers who are satisfied.
                 */
                satisfied: number;
                /**
                 * Format: int64
                 * @description Sum of the scores; divided by `answered` it is the mean.
                 */
                score_sum: number;
                /**
                 * Format: int64
                 * @description Surveys sent.
                 */
                sent: number;
                /**
                 * Format: int64
                 * @description How many gave a mark for speed.
                 */
                speed_count: number;
                /**
                 * Format: int64
                 * @description Sum of the marks for speed.
                 */
                speed_sum: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_TakenOver: {
            /** @description The things, in the order of the list. */
            items: {
                /**
                 * Format: int32
                 * @description The edition that it follows now; null when it could not be taken over.
                 */
                edition?: number | null;
                /** @description Why not. */
                problem?: string | null;
                /** @description The ticket. */
                ticket: components["schemas"]["TicketId"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Task: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When it was asked for. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Who asked for it. */
                created_by: components["schemas"]["Actor"];
                done_at?: components["schemas"]["Timestamp"] | null;
                done_by?: components["schemas"]["UserId"] | null;
                due_at?: components["schemas"]["Timestamp"] | null;
                /**
                 * @description Everybody who may do it: `role:`, `person:`, `department:` or `queue:` with a name behind it, or `customer`. Whoever is
                 *     one of them, or holds one of them, finds it on their list.
                 */
                holders?: string[];
                /** @description Redress id. */
                id: components["schemas"]["TaskId"];
                /** @description The node of the ticket's workflow that asks for it; pressing one of the node's buttons finishes it (Z14). */
                node?: string | null;
                /** @description Name of the role that shall do it. */
                role: string;
                /** @description Ticket it is about. */
                ticket: components["schemas"]["TicketId"];
                /** @description What is to be done, in one line. */
                title: string;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Tenant: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When it was created. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Currency of its limits. */
                currency: components["schemas"]["Currency"];
                /** @description Redress id. */
                id: components["schemas"]["TenantId"];
                /** @description BCP 47 tag of its language. */
                locale: string;
                /** @description Display name. */
                name: string;
                /** @description Name of its plan among the operator's settings. */
                plan?: string;
                /** @description Takes only plugins that one of its signing keys has signed. */
                requires_signature?: boolean;
                /** @description Short name in addresses and logs: lower-case letters, digits, hyphens. */
                slug: string;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_TicketLink: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description The ticket that belongs to it. */
                child: components["schemas"]["TicketId"];
                /** @description Since when. */
                created_at: components["schemas"]["Timestamp"];
                /** @description How. */
                kind: components["schemas"]["LinkKind"];
                /** @description The ticket that came first. */
                parent: components["schemas"]["TicketId"];
                task?: components["schemas"]["TaskId"] | null;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_TicketRow: {
            /** @description The things, in the order of the list. */
            items: (components["schemas"]["TicketItem"] & {
                customer?: components["schemas"]["CustomerRef"] | null;
                due_at?: components["schemas"]["Timestamp"] | null;
                order?: components["schemas"]["OrderRef"] | null;
            })[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_UnidentifiedItem: {
            /** @description The things, in the order of the list. */
            items: (components["schemas"]["QueuedParcel"] & {
                /** @description Awaited parcels that it may be, best first. */
                suggestions: components["schemas"]["Suggestion"][];
            })[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Usage: {
            /** @description The things, in the order of the list. */
            items: {
                /**
                 * Format: int64
                 * @description Calls.
                 */
                calls: number;
                /**
                 * Format: int64
                 * @description Days since 1970-01-01 in UTC.
                 */
                day: number;
                /**
                 * Format: int64
                 * @description Microseconds of all of them.
                 */
                duration_us: number;
                /**
                 * Format: int64
                 * @description Those without a usable answer.
                 */
                faults: number;
                /**
                 * Format: int64
                 * @description Fuel of all of them.
                 */
                fuel: number;
                /**
                 * Format: int64
                 * @description Largest linear memory of one, in bytes.
                 */
                peak_memory: number;
                /** @description Plugin version. */
                plugin: components["schemas"]["PluginId"];
                /** @description What for. */
                purpose: components["schemas"]["UsagePurpose"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_User: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description Is here and takes tickets. Who is away does not stall a workflow: their deputy acts (Z17). */
                available: boolean;
                /**
                 * Format: int32
                 * @description Open tickets at most; 0 for no limit.
                 */
                capacity: number;
                /** @description When it was created. */
                created_at: components["schemas"]["Timestamp"];
                /** @description Names of the departments they belong to (部门); workflows name operators by them (Z14). */
                departments?: string[];
                deputy?: components["schemas"]["UserId"] | null;
                /** @description May not log in or act any more. */
                disabled: boolean;
                /** @description Mail address, unique within the tenant. */
                email: string;
                /** @description Redress id. */
                id: components["schemas"]["UserId"];
                /** @description Display name. */
                name: string;
                /** @description Keys of the queues worked in. */
                queues: string[];
                /**
                 * Format: int32
                 * @description Mean rating in hundredths of a star.
                 */
                rating?: number | null;
                /** @description Names of the roles held. */
                roles: string[];
                /** @description Skills, for routing. */
                skills: string[];
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_Webhook: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description When it was created. */
                created_at: components["schemas"]["Timestamp"];
                /** @description False while switched off. */
                enabled: boolean;
                /** @description Events it wants: `*`, `ticket.*` or one by name. */
                events: string[];
                /** @description Redress id. */
                id: components["schemas"]["WebhookId"];
                /** @description Key for signatures, `whsec_…`: in the answer that makes it, and nowhere else. */
                secret?: string | null;
                /** @description Address, http or https. */
                url: string;
                /**
                 * Format: int64
                 * @description Counts changes.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_WorkflowDefinition: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description What it is for. */
                description?: components["schemas"]["WorkflowText"];
                /** @description The role that gets what nobody else can do, so that nothing stalls (Z17). */
                fallback: string;
                /** @description Fields that its nodes read and write, by name; expressions see them as `form.name`. */
                fields?: {
                    [key: string]: components["schemas"]["WorkflowFormField"];
                };
                /** @description Stable name within the tenant, such as `returns`. */
                id: string;
                /** @description Name for people. */
                name: components["schemas"]["WorkflowText"];
                /** @description The nodes; exactly one is a start. */
                nodes: components["schemas"]["WorkflowNode"][];
                /**
                 * Format: int32
                 * @description Counts published versions, from 1.
                 */
                version: number;
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One page of a list. */
        List_WorkflowFinding: {
            /** @description The things, in the order of the list. */
            items: {
                /** @description A stable name, such as `dead_end`. */
                code: string;
                /** @description What to do about it. */
                fix: string;
                /** @description What is wrong. */
                message: string;
                node?: components["schemas"]["NodeId"] | null;
                /** @description How bad it is. */
                severity: components["schemas"]["WorkflowSeverity"];
            }[];
            /** @description Cursor for `after`; null on the last page. */
            next?: string | null;
        };
        /** @description One line a rule logged. */
        LogLine: {
            /** @description Fields by name. */
            fields?: [
                string,
                string
            ][];
            /** @description debug, info, warn or error. */
            level: string;
            /** @description The text. */
            message: string;
        };
        /** @description How it is known that a parcel is lost. */
        Loss: {
            /** @description For example what the carrier says. */
            reason: string;
        };
        /** @description A text that agents insert, and what it does besides. */
        Macro: {
            /** @description What applying it does, in order; all or none. */
            acts: components["schemas"]["MacroAct"][];
            /** @description The text; `{{customer.name}}` stands for a value. */
            body: string;
            /** @description Redress id. */
            id: components["schemas"]["MacroId"];
            /** @description Key in addresses, unique within the tenant. */
            key: string;
            /** @description Display name. */
            name: string;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description One thing that a macro does. */
        MacroAct: {
            /** @enum {string} */
            act: "reply";
            /** @description The customer must not see it. */
            internal?: boolean;
        } | {
            /** @enum {string} */
            act: "request_information";
            /** @description Names of the fields that are missing. */
            fields?: string[];
        } | {
            /** @enum {string} */
            act: "set_priority";
            /** @description How urgent. */
            priority: components["schemas"]["Priority"];
        } | {
            /** @enum {string} */
            act: "add_tag";
            /** @description The tag. */
            tag: string;
        } | {
            /** @enum {string} */
            act: "assign";
            assignee?: components["schemas"]["UserId"] | null;
            /** @description Key of the new queue. */
            queue?: string | null;
        };
        /** @description What a macro says and does. */
        MacroContent: {
            /** @description What applying it does, in order; at most 10. A reply, when left out. */
            acts?: components["schemas"]["MacroAct"][];
            /**
             * @description The text, 1 to 5,000 characters; `{{customer.name}}` stands for a value. Variables: `customer.name`,
             *     `customer.member_level`, `order.number`, `ticket.number`, `ticket.subject`, `refund.amount`, `deduction.amount`,
             *     `agent.name`, `shop.name`, and `fields.` with the name of a form field.
             */
            body: string;
            /** @description Display name, 1 to 100 characters. */
            name: string;
        };
        /** @description A text that agents insert, with what it does. */
        MacroId: string;
        /** @description The contents behind a statement's digests, as the exact texts that were digested. */
        Material: {
            /** @description The case file: JSON of [`CaseFile`](crate::rule::CaseFile). */
            case: string;
            /** @description The configuration. */
            config: string;
            /** @description The question: JSON of [`Question`](crate::rule::Question). */
            question: string;
            /**
             * @description The record with answer, fault, host calls and log: JSON of [`Decision`](crate::decision::Decision). The seal is the
             *     SHA-256 of the 32 bytes of the seal before it, if there is one, followed by this text.
             */
            record: string;
        };
        /** @description The caller. */
        Me: {
            /** @description The key that was used. */
            key: components["schemas"]["ApiKeyId"];
            /** @description What they allow, narrowed by the key's scopes. */
            permissions: components["schemas"]["Permission"][];
            /** @description The roles held. */
            roles: components["schemas"]["Role"][];
            /** @description The merchant. */
            tenant: components["schemas"]["Tenant"];
            /** @description The user. */
            user: components["schemas"]["User"];
        };
        /**
         * @description How a measure is computed.
         * @enum {string}
         */
        MeasureKind: "count" | "count_if" | "share" | "sum" | "average" | "percentile" | "return_rate" | "net_score" | "repurchase_rate";
        /** @description One message to send. */
        Message: {
            /** @description The text. */
            body: string;
            /** @description Channel, for example `webhook`, `log`, `email`, `sms`. */
            channel: string;
            /** @description BCP 47 tag of the text. */
            locale: string;
            /** @description Who gets it. */
            recipient: components["schemas"]["Recipient"];
            /** @description Subject line. */
            subject: string;
            /** @description Template it was made from. */
            template?: string | null;
        };
        /** @description A message with its delivery log. */
        MessageWithAttempts: components["schemas"]["OutboxMessage"] & {
            /** @description Every try, oldest first. */
            log: components["schemas"]["DeliveryAttempt"][];
        };
        /** @description A part of the checklist that was not found. */
        MissingPart: {
            /** @description Its code in the checklist. */
            code: string;
            /**
             * Format: int32
             * @description How many are missing, at least 1.
             */
            quantity: number;
        };
        /** @description What is not there. */
        MissingStock: {
            /**
             * Format: int32
             * @description How many there are.
             */
            available?: number;
            /** @description Stock keeping unit. */
            sku: string;
        };
        /** @description An amount in minor units (fen, cents) of one currency, within ±[`MAX_MINOR`]. */
        Money: {
            currency: components["schemas"]["Currency"];
            /** Format: int64 */
            minor: number;
        };
        /**
         * @description Where the money is.
         * @enum {string}
         */
        MoneyStatus: "none" | "refund_pending" | "refunding" | "refunded" | "refund_failed" | "refund_unknown" | "refunded_externally" | "clawback";
        /** @description Whose a parcel is. */
        NewAssignment: {
            parcel?: components["schemas"]["ParcelId"] | null;
            purpose?: components["schemas"]["ParcelPurpose"] | null;
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description A candidate, and the past it is run over. */
        NewBacktest: {
            binding?: components["schemas"]["BindingId"] | null;
            /** @description Configuration; the binding's when left out. */
            config?: unknown;
            hook?: components["schemas"]["Hook"] | null;
            /** @description Which past decisions; all of the hook when left out. */
            past?: components["schemas"]["Past"];
            /** @description Id, `name@version`, or `name` for the latest upload; the binding's when left out. */
            plugin?: string | null;
        };
        /** @description A plugin to put to work. */
        NewBinding: {
            /** @description Configuration that satisfies the plugin's schema; `{}` when left out. */
            config?: unknown;
            /** @description False to bind it switched off. */
            enabled?: boolean;
            /** @description What it may look up and ask for; everything that its plugin asks when left out. */
            grants?: components["schemas"]["Capability"][] | null;
            /** @description What takes it back by itself. */
            guardrails?: components["schemas"]["Guardrails"];
            /** @description Hook at which it is asked. */
            hook: components["schemas"]["Hook"];
            /**
             * @description Name within the tenant; the plugin's name, with a number when that is taken, when left out.
             * @example refund-tiers
             */
            key?: string | null;
            /** @description What its answers do. */
            mode?: components["schemas"]["BindingMode"];
            /**
             * Format: int32
             * @description Place among the bindings of the hook, low first; after the last one when left out.
             */
            order?: number | null;
            /**
             * Format: int32
             * @description Share of the tickets that a canary or shadow is asked about, 1–100; 10 for a canary when left out, else 100.
             */
            percent?: number | null;
            /**
             * @description Id, `name@version`, or `name` for the latest upload.
             * @example refund-tiers@1.0.0
             */
            plugin: string;
            /** @description Why, for its history. */
            reason?: string | null;
            replaces?: components["schemas"]["BindingId"] | null;
            /** @description Accepts, in the caller's name and with this reason, that golden decisions of what it replaces end in another way. */
            sign_off?: string | null;
            timetable?: components["schemas"]["Timetable"] | null;
        };
        /** @description What belongs to an article. */
        NewChecklist: {
            /** @description Parts of one unit, each with the price of replacing it. */
            parts: components["schemas"]["Part"][];
        };
        /** @description Credit to give or spent. */
        NewCredit: {
            /** @description How much: positive to give, negative when it was spent. */
            amount: components["schemas"]["Money"];
            /** @description Why, 1 to 1,000 characters. */
            reason: string;
        };
        /** @description A customer as the shop knows it; what is left out stays as it was. */
        NewCustomer: {
            /** @description Mail address. */
            email?: string | null;
            /** @description The shop's own id, unique within the tenant. */
            external_id: string;
            /** @description The shop's level, for example `vip`. */
            member_level?: string | null;
            /** @description Display name. */
            name?: string | null;
            /** @description Telephone number. */
            phone?: string | null;
            /** @description Tags to set. */
            tags?: string[];
        };
        /** @description What the sales platform demands. */
        NewDeadline: {
            due?: components["schemas"]["Timestamp"] | null;
            /** @description What has to happen; the end of the case when left out. */
            goal?: components["schemas"]["Goal"];
        };
        /** @description A department to add. */
        NewDepartment: {
            lead?: components["schemas"]["UserId"] | null;
            /**
             * @description Name, 1 to 100 characters, unique within the tenant; users and workflows name it so.
             * @example 物流部
             */
            name: string;
            parent?: components["schemas"]["DepartmentId"] | null;
        };
        /** @description A dispute that the platform opened. */
        NewDispute: {
            /** @description The platform's number. */
            reference?: string | null;
        };
        /** @description A drawing to add: with a definition of its own, or from one that comes with the house. */
        NewDrawing_FormDefinition: {
            /** @description A form: which questions are asked for a kind of ticket (Z1–Z7). Versions of it are never changed once published. */
            definition?: {
                /** @description What must hold between fields. */
                checks?: components["schemas"]["FormCheck"][];
                /** @description Currency of every amount in it. */
                currency?: components["schemas"]["Currency"];
                /** @description Name within the tenant, such as `return`: lower-case letters, digits and underscores. */
                key: string;
                /** @description Kind of ticket that it is for. */
                kind: components["schemas"]["TicketKind"];
                /** @description Groups of fields, from top to bottom. */
                sections: components["schemas"]["FormSection"][];
                /** @description Whether it is in use. */
                state: components["schemas"]["FormState"];
                /** @description Heading. */
                title: components["schemas"]["FormLabel"];
                /**
                 * Format: int32
                 * @description Counts published states, from 1.
                 */
                version: number;
            };
            /** @description New tickets get it, once it is published. */
            enabled?: boolean | null;
            /** @description Key of one that comes with the house. */
            from?: string | null;
            /** @description Name within the tenant; the definition's own when left out. */
            key?: string | null;
            /** @description Kinds of tickets that it is for. A form says it itself; a workflow is for none until it is told. */
            kinds?: components["schemas"]["TicketKind"][] | null;
            /**
             * Format: int32
             * @description Among several for one kind the lowest goes first.
             */
            position?: number | null;
        };
        /** @description A drawing to add: with a definition of its own, or from one that comes with the house. */
        NewDrawing_WorkflowDefinition: {
            /** @description One version of a workflow. A published version never changes: tickets pin the one they began with. */
            definition?: {
                /** @description What it is for. */
                description?: components["schemas"]["WorkflowText"];
                /** @description The role that gets what nobody else can do, so that nothing stalls (Z17). */
                fallback: string;
                /** @description Fields that its nodes read and write, by name; expressions see them as `form.name`. */
                fields?: {
                    [key: string]: components["schemas"]["WorkflowFormField"];
                };
                /** @description Stable name within the tenant, such as `returns`. */
                id: string;
                /** @description Name for people. */
                name: components["schemas"]["WorkflowText"];
                /** @description The nodes; exactly one is a start. */
                nodes: components["schemas"]["WorkflowNode"][];
                /**
                 * Format: int32
                 * @description Counts published versions, from 1.
                 */
                version: number;
            };
            /** @description New tickets get it, once it is published. */
            enabled?: boolean | null;
            /** @description Key of one that comes with the house. */
            from?: string | null;
            /** @description Name within the tenant; the definition's own when left out. */
            key?: string | null;
            /** @description Kinds of tickets that it is for. A form says it itself; a workflow is for none until it is told. */
            kinds?: components["schemas"]["TicketKind"][] | null;
            /**
             * Format: int32
             * @description Among several for one kind the lowest goes first.
             */
            position?: number | null;
        };
        /** @description Evidence for the platform. */
        NewEvidence: {
            /** @description Uploaded files, at most 20; they become the ticket's. */
            attachments?: components["schemas"]["AttachmentId"][];
            /** @description What it shows, 1 to 10,000 characters. */
            note: string;
        };
        /** @description A gateway to add. */
        NewGateway: {
            /** @description The plugin's configuration. */
            config?: Record<string, unknown>;
            /** @description False to add it switched off. */
            enabled?: boolean;
            /**
             * @description Hosts it may reach, with a port where it is not the scheme's own.
             * @example [
             *       "api.stripe.com"
             *     ]
             */
            hosts: string[];
            /** @description The plugin; it exports `settlement`. */
            plugin: components["schemas"]["PluginId"];
            /**
             * @description Names by which the plugin calls its secrets, and the tenant's secrets that they are.
             * @example {
             *       "stripe_key": "stripe-live"
             *     }
             */
            secrets?: {
                [key: string]: string;
            };
            /**
             * @description The tender whose payments go back over it, as orders' `payments` name it.
             * @example stripe
             */
            tender: string;
        };
        /** @description Decisions to hold a binding to. */
        NewGolden: {
            /** @description The decisions; of the binding's hook. */
            decisions: components["schemas"]["DecisionId"][];
            /** @description Why they matter, 1 to 300 characters. */
            note: string;
        };
        /** @description What was found in the parcels. */
        NewInspection: {
            /** @description One entry for every line of the ticket. */
            lines: components["schemas"]["InspectedLine"][];
        };
        /** @description A key to issue. */
        NewKey: {
            /** @description What it is for, 1 to 100 characters. */
            name: string;
            /** @description Narrows what the user may do; left out for all of it. */
            scopes?: components["schemas"]["Permission"][] | null;
            /** @description User it acts for. */
            user: components["schemas"]["UserId"];
        };
        /** @description A macro to add. */
        NewMacro: {
            /** @description What applying it does, in order; at most 10. A reply, when left out. */
            acts?: components["schemas"]["MacroAct"][];
            /** @description The text, 1 to 5,000 characters, as for a change. */
            body: string;
            /** @description Key in addresses: 1 to 64 lower-case letters, digits, `_`, `-`, unique within the tenant. */
            key: string;
            /** @description Display name, 1 to 100 characters. */
            name: string;
        };
        /** @description A message to add. */
        NewMessage: {
            /** @description Who wrote it. */
            author?: components["schemas"]["Author"];
            /** @description The text. */
            body: string;
            /**
             * @description Form values that came with it, for example the ones a rule asked for; they are added to the ticket's. Those of the ticket's form
             *     are judged by it: types, options, locks and conditions.
             */
            fields?: Record<string, unknown>;
            /** @description The customer must not see it. */
            internal?: boolean;
        };
        /** @description An order; an order with the same external id is replaced. */
        NewOrder: {
            /** @description Anything else the shop knows. */
            attributes?: {
                [key: string]: string;
            };
            currency?: components["schemas"]["Currency"] | null;
            customer?: components["schemas"]["NewCustomer"] | null;
            delivered_at?: components["schemas"]["Timestamp"] | null;
            /** @description The shop's own order number, unique within the tenant. */
            external_id: string;
            /** @description What was bought, 1 to 5,000 lines. */
            lines: components["schemas"]["NewOrderLine"][];
            paid?: components["schemas"]["Money"] | null;
            /** @description How it was paid, in the order in which it goes back. */
            payments?: components["schemas"]["Payment"][];
            placed_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description One line of an order. */
        NewOrderLine: {
            /** @description Product category. */
            category?: string | null;
            /** @description The line's name within its order. */
            external_id: string;
            /**
             * Format: int32
             * @description Bought quantity, at least 1.
             */
            quantity: number;
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What the shop called it. */
            title?: string;
            /** @description Price of one, not negative. */
            unit_price: components["schemas"]["Money"];
        };
        /** @description A parcel that will come. */
        NewParcel: {
            /** @description Who carries it. */
            carrier?: string | null;
            purpose?: components["schemas"]["ParcelPurpose"] | null;
            replaces?: components["schemas"]["ParcelId"] | null;
            /**
             * @description What its label says, as scanned or typed.
             * @example SF1029384756013
             */
            tracking_number: string;
        };
        /** @description A user's new password. */
        NewPassword: {
            /** @description The new one, 10 to 200 characters. */
            password: string;
        };
        /** @description A queue to add. */
        NewQueue: {
            /** @description Gets what no rule routed, in place of the queue that did so far. */
            is_default?: boolean;
            /** @description Key for rules: 1 to 64 lower-case letters, digits, `_`, `-`, unique within the tenant. */
            key: string;
            lead?: components["schemas"]["UserId"] | null;
            /** @description Display name, 1 to 100 characters. */
            name: string;
        };
        /** @description Work to add. */
        NewRecurring: {
            /** @description When, as a crontab says it, for example `0 9 * * 1-5`. */
            cron: string;
            /** @description What comes back. */
            kind: components["schemas"]["RecurringKind"];
            /** @description Name within the tenant, 1 to 100 characters. */
            name: string;
            /** @description What is to be done: of an `overdue_digest`, `role` and `by`. */
            spec: Record<string, unknown>;
            /** @description Whose clock on the wall that is about. */
            zone: components["schemas"]["Zone"];
        };
        /** @description A request as a customer makes it. */
        NewReturn: {
            /** @description In the customer's words. */
            description?: string;
            /**
             * @description Answers to the shop's form for the kind, as `POST /portal/v1/{tenant}/form` shows it; needed where the shop has one, and taken
             *     only there. Files follow by the link.
             */
            form?: Record<string, unknown> | null;
            /** @description What is asked for. */
            kind: components["schemas"]["TicketKind"];
            /** @description Goods in question; all of the order when left out. */
            lines?: components["schemas"]["NewReturnLine"][];
            /** @description The shop's order number. */
            order: string;
            /** @description Telephone number that the shop has for the order. */
            phone: string;
            /** @description Problem label. */
            problem_type?: string | null;
            /** @description Reason code for lines that name none. */
            reason?: string | null;
        };
        /** @description Goods in question. */
        NewReturnLine: {
            /** @description Which line of the order. */
            order_line: string;
            /**
             * Format: int32
             * @description How many, at least 1.
             */
            quantity: number;
            /** @description Reason code. */
            reason?: string | null;
        };
        /** @description One reading of a label. */
        NewScan: {
            /**
             * @description The device's own name for this reading, for example its name and a counter; the `Idempotency-Key` when left out. The same
             *     reading again answers what the first answered.
             */
            key?: string | null;
            /** @description What the warehouse saw. */
            note?: string;
            /** @description Names of attachments that show label and contents; kept when nobody is known for the parcel. */
            photos?: string[];
            /**
             * @description What was read, as the scanner sent it.
             * @example ]C1SF1029384756013
             */
            raw: string;
            source?: components["schemas"]["Source"] | null;
            /** @description Name of the gate or table. */
            station?: string | null;
        };
        /** @description A secret to store. */
        NewSecret: {
            /** @description The secret's bytes in base64, for keys that are no text. */
            base64?: string | null;
            /** @description The secret as text, for example an API key or a key in PEM; or `base64` instead. */
            value?: string | null;
        };
        /** @description Entries to book. */
        NewSettlement: {
            /** @description 1 to 100 of them. */
            entries: components["schemas"]["NewSettlementEntry"][];
        };
        /** @description One entry. */
        NewSettlementEntry: {
            /** @description How much the customer gets (positive) or loses (negative); never zero. */
            amount: components["schemas"]["Money"];
            /** @description What for; what was paid elsewhere or fetched back has routes of its own. */
            kind: components["schemas"]["EntryKind"];
            line?: components["schemas"]["TicketLineId"] | null;
            /** @description Who bears it. */
            payer?: components["schemas"]["Payer"];
            /** @description Why, 1 to 10,000 characters. */
            reason: string;
        };
        /** @description A key to trust. */
        NewSigningKey: {
            /** @description Whose it is, 1 to 100 characters. */
            name: string;
            /** @description Ed25519 public key, 64 hexadecimal digits. */
            public_key: string;
        };
        /** @description A procedure to add. */
        NewSop: {
            /** @description When it is to be used, 1 to 500 characters. */
            anomaly: string;
            /**
             * @description Key in addresses: 1 to 64 lower-case letters, digits, `_`, `-`, unique within the tenant. With the key of one that ships it
             *     stands in for that one.
             */
            key: string;
            /** @description Display name, 1 to 100 characters. */
            name: string;
            /** @description Its steps, 1 to 30; it begins with the first. Each is reached, and leads to an end. */
            steps: components["schemas"]["SopStep"][];
        };
        /** @description A procedure to begin. */
        NewSopRun: {
            /** @description Key of one that ships (`missing_parts`, `damaged_in_transit`, `wrong_item`, `empty_box`, `ruling_disputed`) or of your own. */
            sop: string;
        };
        /** @description Something a person shall do. */
        NewTask: {
            /** @description Name of the role that shall do it. */
            role: string;
            /** @description What, in one line. */
            title: string;
            /**
             * Format: int32
             * @description Within so many seconds; `None` for no limit.
             */
            within_seconds?: number | null;
        };
        /** @description A tenant to open. */
        NewTenant: {
            /** @description Currency of its limits; `CNY` when left out. */
            currency?: components["schemas"]["Currency"];
            /** @description BCP 47 tag of its language; `zh-CN` when left out. */
            locale?: string;
            /** @description Display name, 1 to 100 characters. */
            name: string;
            /** @description Mail address of the first user, who owns the tenant; `owner@` and the slug when left out. */
            owner_email?: string | null;
            /** @description Name of its plan among the operator's settings; `standard` when left out. */
            plan?: string;
            /**
             * @description Short name: 1 to 40 lower-case letters, digits and hyphens, unique in this installation.
             * @example pet-shop
             */
            slug: string;
        };
        /** @description A ticket as the caller describes it; nothing in it has been checked against the shop's data yet. */
        NewTicket: {
            /** @description Where it came from. */
            channel?: string;
            customer?: components["schemas"]["CustomerDraft"] | null;
            /** @description What the sales platform demands, one for each goal. */
            deadlines?: components["schemas"]["DeadlineDraft"][];
            /** @description The customer's words. */
            description?: string;
            /** @description The channel's own number; a second ticket with the same channel and number is refused. */
            external_ref?: string | null;
            /**
             * @description Values that no form asks for. Without `form`, those that the form published for the kind knows must fit it (types, options,
             *     locks, checks between them), and none is required: a channel may not know the form. With `form`, they belong into its answers.
             */
            fields?: Record<string, unknown>;
            form?: components["schemas"]["FormDraft"] | null;
            /** @description What the customer asks for. */
            kind: components["schemas"]["TicketKind"];
            /** @description Goods in question. */
            lines?: components["schemas"]["LineDraft"][];
            order?: components["schemas"]["OrderDraft"] | null;
            priority?: components["schemas"]["Priority"] | null;
            /** @description Problem label. */
            problem_type?: string | null;
            /** @description One line of text. */
            subject?: string;
        };
        /** @description A user to add. */
        NewUser: {
            /** @description Takes tickets now. */
            available?: boolean;
            /**
             * Format: int32
             * @description Open tickets at most; 0 for no limit.
             */
            capacity?: number;
            /** @description Names of departments (部门); workflows name operators by them. */
            departments?: string[];
            deputy?: components["schemas"]["UserId"] | null;
            /**
             * @description Mail address, unique within the tenant.
             * @example ann@shop.example
             */
            email: string;
            /** @description Display name, 1 to 100 characters. */
            name: string;
            /** @description Keys of queues. */
            queues?: string[];
            /**
             * Format: int32
             * @description Mean rating in hundredths of a star, 0 to 500.
             */
            rating?: number | null;
            /** @description Names of roles. */
            roles?: string[];
            /** @description Skills, for routing. */
            skills?: string[];
        };
        /** @description A place to send webhooks to. */
        NewWebhook: {
            /** @description False to add it switched off. */
            enabled?: boolean;
            /** @description Events it wants: `*`, `ticket.*` or one by name; all when left out. */
            events?: string[];
            /**
             * @description Address, http or https.
             * @example https://shop.example/hooks
             */
            url: string;
        };
        /** @description The name of a node, unique within its definition; expressions see its result as `outcome.name`. Cheap to copy. */
        NodeId: string;
        /** @description What a gateway reported by itself. */
        Notice: {
            /** @description Id of the instruction, as text. */
            instruction: string;
            /** @description What became of it. */
            outcome: components["schemas"]["GatewayOutcome"];
        };
        /**
         * @description What came of a message.
         * @enum {string}
         */
        NoticeState: "looked" | "known" | "unknown" | "contradicts" | "denied" | "escalated";
        /** @description What the customer may choose from, and until when. */
        Offer: {
            deduction?: components["schemas"]["Money"] | null;
            /** @description Until when they may choose. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description BCP 47 tag of the text. */
            locale: string;
            /** @description What is missing. */
            parts: components["schemas"]["OfferedPart"][];
            /**
             * @description What would be kept back for each line: the price of its parts, at most what is open for it, and for all lines together
             *     at most the refund. Empty when no refund is decided, and then only the part helps.
             */
            shares: [
                string,
                {
                    currency: components["schemas"]["Currency"];
                    /** Format: int64 */
                    minor: number;
                }
            ][];
            /** @description What the customer reads. */
            text: string;
            /** @description Ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description The customer's answer. */
        OfferAnswer: {
            /** @description What they chose. */
            choice: components["schemas"]["OfferChoice"];
        };
        /**
         * @description What the customer may choose.
         * @enum {string}
         */
        OfferChoice: "resend" | "deduct";
        /** @description What a customer may choose from. */
        OfferId: string;
        /**
         * @description Where an offer stands.
         * @enum {string}
         */
        OfferState: "open" | "answered" | "expired" | "withdrawn";
        /** @description Parts of one line that are missing. */
        OfferedPart: {
            /** @description The line. */
            line: components["schemas"]["TicketLineId"];
            /** @description The part; its `quantity` is how many are missing. */
            part: components["schemas"]["Part"];
        };
        /** @description Open tickets of one queue. */
        OpenQueue: {
            /** @description Key of the queue; empty for tickets in none. */
            queue: string;
            /**
             * Format: int64
             * @description How many.
             */
            tickets: number;
        };
        /** @description A new tenant with its owner and the owner's key. */
        OpenedTenantView: components["schemas"]["Tenant"] & {
            /** @description The owner's key, `rdk_…`: shown this once and never kept. */
            key: string;
            /** @description Its owner. */
            owner: components["schemas"]["User"];
        };
        /** @description An order as the shop reported it. */
        Order: {
            /** @description Anything else the shop sent. */
            attributes?: {
                [key: string]: string;
            };
            customer?: components["schemas"]["CustomerId"] | null;
            delivered_at?: components["schemas"]["Timestamp"] | null;
            /** @description The shop's own order number, unique within the tenant. */
            external_id: string;
            /** @description Redress id. */
            id: components["schemas"]["OrderId"];
            /** @description What was bought. */
            lines: components["schemas"]["OrderLine"][];
            /** @description What was paid in total; its currency is the order's. */
            paid: components["schemas"]["Money"];
            /** @description How it was paid, in the order in which it goes back; empty when the shop does not say. */
            payments?: components["schemas"]["Payment"][];
            placed_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description Orders to add or replace. */
        OrderBatch: {
            /** @description 1 to 1,000 orders; of two with the same external id the last one counts. */
            orders: components["schemas"]["NewOrder"][];
        };
        /** @description An order, and proof that it is the customer's. */
        OrderClaim: {
            /** @description The shop's order number. */
            order: string;
            /** @description Telephone number that the shop has for the order. */
            phone: string;
        };
        /** @description An order; with nothing but `external_id` it refers to one that is known. */
        OrderDraft: {
            /** @description Anything else the shop knows. */
            attributes?: {
                [key: string]: string;
            } | null;
            currency?: components["schemas"]["Currency"] | null;
            delivered_at?: components["schemas"]["Timestamp"] | null;
            /** @description The shop's own order number. */
            external_id: string;
            /** @description What was bought. */
            lines?: components["schemas"]["OrderLineDraft"][] | null;
            paid?: components["schemas"]["Money"] | null;
            /** @description How it was paid, in the order in which it goes back. */
            payments?: components["schemas"]["Payment"][] | null;
            placed_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description An order as the shop reported it. */
        OrderId: string;
        /** @description One line of an order. */
        OrderLine: {
            /** @description Product category. */
            category?: string | null;
            /** @description The line's name within its order. */
            external_id: string;
            /**
             * Format: int32
             * @description Bought quantity, at least 1.
             */
            quantity: number;
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What the shop called it. */
            title: string;
            /** @description Price of one. */
            unit_price: components["schemas"]["Money"];
        };
        /** @description One line of an order. */
        OrderLineDraft: {
            /** @description Product category. */
            category?: string | null;
            /** @description The line's name within its order. */
            external_id: string;
            /**
             * Format: int32
             * @description Bought quantity, at least 1.
             */
            quantity: number;
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What the shop called it. */
            title?: string;
            /** @description Price of one. */
            unit_price: components["schemas"]["Money"];
        };
        /** @description What was bought. */
        OrderPart: {
            /** @description When the customer received it. */
            delivered_at?: string | null;
            /** @description The shop's order number. */
            number: string;
            /** @description What was paid in total. */
            paid: components["schemas"]["Amount"];
            /** @description When it was placed. */
            placed_at?: string | null;
        };
        /** @description An order in short. */
        OrderRef: {
            /** @description The shop's own number. */
            external_id: string;
            /** @description Redress id. */
            id: components["schemas"]["OrderId"];
            /** @description What was paid. */
            paid: components["schemas"]["Money"];
        };
        /** @description What became of one order. */
        OrderResult: {
            /** @description Why it was refused, with pointers into this order. */
            errors?: components["schemas"]["ProblemFault"][];
            /** @description The shop's own order number. */
            external_id: string;
            id?: components["schemas"]["OrderId"] | null;
            /** @description Created, updated or refused. */
            status: components["schemas"]["OrderStatus"];
        };
        /**
         * @description What became of one order.
         * @enum {string}
         */
        OrderStatus: "created" | "updated" | "refused";
        /** @description One earlier order. */
        OrderSummary: {
            /** @description The shop's own order number. */
            external_id: string;
            /**
             * Format: int32
             * @description How many lines it has.
             */
            lines: number;
            /** @description What was paid. */
            paid: components["schemas"]["Money"];
            placed_at?: components["schemas"]["Timestamp"] | null;
        };
        /** @description A message that must leave. */
        OutboxId: string;
        /** @description One message to deliver. It leaves at least once; receivers tell repeats by its id. */
        OutboxMessage: {
            /**
             * Format: int32
             * @description Tries so far.
             */
            attempts: number;
            /** @description `webhook`; `email`, when the operator has set a server for it; `log` for what has no connector. */
            channel: string;
            /** @description When it was written. */
            created_at: components["schemas"]["Timestamp"];
            delivered_at?: components["schemas"]["Timestamp"] | null;
            /** @description Event that caused it, for example `ticket.created`. */
            event: string;
            /** @description Redress id; the `webhook-id` of Standard Webhooks. */
            id: components["schemas"]["OutboxId"];
            /** @description What went wrong last. */
            last_error?: string | null;
            /** @description When it may be tried next. */
            next_attempt_at: components["schemas"]["Timestamp"];
            /** @description What is sent. */
            payload: unknown;
            /** @description Who gets it. */
            recipient: components["schemas"]["Recipient"];
            /** @description Where it stands. */
            state: components["schemas"]["OutboxState"];
            ticket?: components["schemas"]["TicketId"] | null;
            webhook?: components["schemas"]["WebhookId"] | null;
        };
        /**
         * @description Where a message stands.
         * @enum {string}
         */
        OutboxState: "pending" | "delivered" | "dead";
        /** @description One's own new password. */
        OwnPassword: {
            /** @description The new one, 10 to 200 characters. */
            password: string;
            /** @description The present one; left out by who has none yet. */
            present?: string | null;
        };
        /**
         * @description What a paper is for; it says which data its template gets.
         * @enum {string}
         */
        PaperKind: "service_report" | "dispatch_order" | "repair_confirmation" | "pick_list" | "return_slip";
        /** @description One external parameter. */
        Parameter: components["schemas"]["ParameterValue"] & {
            /** @description Code that rules use, unique within the tenant (L29). */
            code: string;
            /** @description Description, at most 300 characters (L31). */
            description?: string;
            /** @description Display name, at most 100 characters (L28). */
            name: string;
        };
        /** @description A parameter's name, description, type and value. */
        ParameterBody: {
            /** @description Description, at most 300 characters (L31). */
            description?: string;
            /** @description Display name, 1 to 100 characters (L28). */
            name: string;
            /** @description One of boolean, number, string, set, department, person, role (L30). */
            type: components["schemas"]["ParameterType"];
            /** @description True or false for boolean; decimal text or a whole number for number; a list of texts for set; text for the others. */
            value: unknown;
        };
        /**
         * @description The seven types of L30.
         * @enum {string}
         */
        ParameterType: "boolean" | "number" | "string" | "set" | "department" | "person" | "role";
        /** @description A value by the seven types of L30. Numbers are decimal text, so that no language rounds them. */
        ParameterValue: {
            /** @enum {string} */
            type: "boolean";
            /** @description 布尔 */
            value: boolean;
        } | {
            /** @enum {string} */
            type: "number";
            /** @description 数值: decimal text such as `12.50` */
            value: string;
        } | {
            /** @enum {string} */
            type: "string";
            /** @description 字符串 */
            value: string;
        } | {
            /** @enum {string} */
            type: "set";
            /** @description 集合 */
            value: string[];
        } | {
            /** @enum {string} */
            type: "department";
            /** @description 部门 */
            value: string;
        } | {
            /** @enum {string} */
            type: "person";
            /** @description 人员 */
            value: string;
        } | {
            /** @enum {string} */
            type: "role";
            /** @description 角色 */
            value: string;
        };
        /** @description An announced parcel. */
        ParcelAnswer: {
            /** @description What became of it. */
            outcome: components["schemas"]["ParcelOutcome"];
            parcel?: components["schemas"]["KnownParcel"] | null;
            /** @description Why it was rejected, or why the number is perhaps misread. */
            reason?: string | null;
            /** @description The ticket as it stands now. */
            ticket: components["schemas"]["TicketView"];
        };
        /** @description A parcel that the warehouse waits for. */
        ParcelId: string;
        /**
         * @description What became of an announcement.
         * @enum {string}
         */
        ParcelOutcome: "awaited" | "known" | "here" | "rejected";
        /**
         * @description Why a parcel comes.
         * @enum {string}
         */
        ParcelPurpose: "return" | "parts" | "refused";
        /** @description One part of the checklist of a line, with what it costs to replace (D7: 滤网组件, 35 yuan). */
        Part: {
            /** @description Code, unique within the line. */
            code: string;
            /** @description What the customer calls it. */
            name: string;
            /** @description Price of one. */
            price: components["schemas"]["Money"];
            /**
             * Format: int32
             * @description How many belong to the whole line, at least 1.
             */
            quantity: number;
        };
        /** @description Which past decisions: those of a hook that counted and meet every condition given. */
        Past: {
            /** @default null */
            binding: components["schemas"]["BindingId"] | null;
            /** @default null */
            from: components["schemas"]["Timestamp"] | null;
            /**
             * @description What followed, for example `approve` or `needs_approval:supervisor`.
             * @default null
             */
            label: string | null;
            /**
             * Format: int64
             * @description At most so many, the oldest first.
             * @default null
             */
            limit: number | null;
            /**
             * @description Ended so.
             * @default null
             */
            outcome: string | null;
            /** @default null */
            plugin: components["schemas"]["PluginId"] | null;
            /** @default null */
            to: components["schemas"]["Timestamp"] | null;
        };
        /**
         * @description Who bears an entry.
         * @enum {string}
         */
        Payer: "merchant" | "carrier" | "platform" | "customer";
        /** @description One payment of an order. */
        Payment: {
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /** @description The gateway's own id of the payment, unique within the order. */
            reference: string;
            /** @description How it was paid, for example `stripe`: the gateway of this tender pays it back. */
            tender: string;
        };
        /** @description One order to pay, as a gateway's rule sees it. */
        PaymentOrder: {
            /** @description How much, positive. */
            amount: components["schemas"]["Money"];
            /** @description When it was decided. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Id of the instruction, as text: the idempotency key of every attempt. */
            id: string;
            /** @description The shop's own order number. */
            order?: string | null;
            /** @description How much came in with it. */
            paid: components["schemas"]["Money"];
            /** @description The gateway's own id of the payment that came in. */
            payment: string;
            /** @description Why, in words for the customer. */
            reason?: string;
            /** @description The gateway's own id of the refund, once it has said one. */
            reference?: string | null;
            /** @description Number of the ticket. */
            ticket: string;
        };
        /**
         * @description One thing a user may be allowed to do (Z36).
         * @enum {string}
         */
        Permission: "ticket:read" | "ticket:write" | "ticket:approve" | "warehouse:write" | "finance:read" | "finance:write" | "order:write" | "rule:read" | "plugin:write" | "binding:write" | "workflow:write" | "parameter:write" | "admin:read" | "admin:write" | "report:read" | "report:write" | "operator";
        /** @description A walk through the warehouse. */
        PickList: {
            /** @description What is not there, with the quantity that is lacking: the host asks the customer whether they take money instead. */
            short: components["schemas"]["PickNeed"][];
            /** @description In walking order. */
            stops: components["schemas"]["Stop"][];
        };
        /** @description A pick list to print. */
        PickListOrder: {
            /** @description The list. */
            list: components["schemas"]["PickList"];
            /** @description Language; the tenant's when left out. */
            locale?: string | null;
            /** @description The list's own number, printed as a barcode. */
            number?: string | null;
            /** @description Who fetches. */
            picker?: string | null;
            /** @description Key of the template; `pick_list` when left out. */
            template?: string | null;
            /** @description Time zone of the moments; see printing a ticket. */
            time_zone?: string | null;
            /** @description What goods are called, by stock keeping unit. */
            titles?: {
                [key: string]: string;
            };
            /** @description Name of the warehouse. */
            warehouse?: string | null;
        };
        /** @description Goods that a ticket needs. */
        PickNeed: {
            /** @description Its number, for the label. */
            number: string;
            /** @description How urgent. */
            priority: components["schemas"]["Priority"];
            /** @description What for. */
            purpose: components["schemas"]["PickPurpose"];
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /** @description Since when. */
            since: components["schemas"]["Timestamp"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /**
         * @description What goods are fetched for.
         * @enum {string}
         */
        PickPurpose: "exchange" | "resend" | "part" | "repair" | "send_back";
        /** @description One ticket's share of a stop. */
        PickShare: {
            /** @description Its number. */
            number: string;
            /** @description What for. */
            purpose: components["schemas"]["PickPurpose"];
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description What is to be fetched in one warehouse, urgent and old things first. */
        Picking: {
            /** @description What is needed. */
            needs: components["schemas"]["PickNeed"][];
            /** @description Name of the warehouse, as the order says; null when it says none. */
            warehouse?: string | null;
        };
        /** @description Units of one line that go to one place. */
        Placement: {
            /** @description Where to. */
            disposition: components["schemas"]["Disposition"];
            /** @description How good. */
            grade: components["schemas"]["Grade"];
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
        };
        /** @description What a file changes. */
        PlanView: {
            /** @description True when it was done, false for a plan. */
            applied: boolean;
            /** @description Every change; what stays as it is is not listed. */
            changes: components["schemas"]["PlannedChange"][];
            /** @description Golden decisions that end in another way; applying such a file needs `sign_off`. */
            golden: components["schemas"]["GoldenChange"][];
        };
        /** @description One change that a file makes. What stays as it is is not listed. */
        PlannedChange: {
            /** @description What differs. */
            changes: components["schemas"]["RevisionChange"][];
            /** @description Its key or code. */
            key: string;
            /** @description What happens to it. */
            step: components["schemas"]["RolloutStep"];
            /** @description `binding` or `parameter`. */
            what: string;
        };
        /** @description One uploaded version of a plugin. Its bytes are kept by digest for as long as a decision refers to them. */
        Plugin: {
            /**
             * @description What it may ever ask: the look-ups that it imports, and every intent when it exports a hook that has intents. A binding
             *     grants all or some of it.
             */
            asks?: components["schemas"]["Capability"][];
            /** @description JSON Schema of its configuration. */
            config_schema: unknown;
            /** @description One line for the merchant. */
            description: string;
            /** @description SHA-256 of the component's bytes. */
            digest: components["schemas"]["Digest"];
            /** @description Hooks it exports. */
            hooks: components["schemas"]["Hook"][];
            /** @description Redress id. */
            id: components["schemas"]["PluginId"];
            /** @description Name from `plugin.describe`. */
            name: string;
            /** @description SDK that built it. */
            sdk: string;
            signed_by?: components["schemas"]["SigningKeyId"] | null;
            /**
             * Format: int64
             * @description Size of the component in bytes.
             */
            size: number;
            /** @description When. */
            uploaded_at: components["schemas"]["Timestamp"];
            uploaded_by?: components["schemas"]["UserId"] | null;
            /** @description Version from `plugin.describe`. */
            version: string;
        };
        /** @description An uploaded plugin version. */
        PluginId: string;
        /** @description The promises about one ticket. */
        Policy: {
            /** @description What the merchant calls it. */
            name: string;
            /** @description The promises. */
            targets: components["schemas"]["Target"][];
        };
        /** @description A policy as people write it. */
        PolicyDraft: {
            /** @description Which tickets it is for; every one when left out. */
            applies_to?: components["schemas"]["Selection"];
            /** @description Business hours of the targets that count them. */
            calendar: components["schemas"]["CalendarId"];
            /** @description False to switch it off. */
            enabled?: boolean;
            /**
             * Format: int32
             * @description Place among the policies; the lowest that is for a ticket holds. 100 when left out.
             */
            order?: number;
            /** @description The promises. */
            policy: components["schemas"]["Policy"];
        };
        /** @description A policy in short. */
        PolicyName: {
            /** @description The business hours of targets that count them. */
            calendar: components["schemas"]["CalendarId"];
            /** @description Redress id. */
            id: components["schemas"]["SlaPolicyId"];
            /** @description What the merchant calls it. */
            name: string;
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
        };
        /** @description A field that the customer was asked for. */
        PortalAsked: {
            /** @description Its name, as `fields` of the answer names it. */
            field: string;
            /** @description What is asked, in the customer's language. */
            text: string;
        };
        /** @description What a customer chooses. */
        PortalChoice: {
            /** @description One of the offer's `choices`. */
            choice: components["schemas"]["OfferChoice"];
        };
        /** @description Something that must happen by a time. */
        PortalDeadline: {
            /** @description By when. */
            by: components["schemas"]["Timestamp"];
            /** @description What. */
            what: components["schemas"]["PortalWords"];
        };
        /** @description Which form, and proof that the order is the customer's. */
        PortalFormClaim: {
            /** @description What is asked for. */
            kind: components["schemas"]["TicketKind"];
            /** @description The shop's order number. */
            order: string;
            /** @description Telephone number that the shop has for the order. */
            phone: string;
        };
        /** @description A link that opens one ticket to whoever holds its token. The token itself is kept nowhere; its digest finds the link. */
        PortalLink: {
            /** @description When. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Who made it. */
            created_by: components["schemas"]["Actor"];
            /** @description Until when it works. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description Redress id. */
            id: components["schemas"]["PortalLinkId"];
            revoked_at?: components["schemas"]["Timestamp"] | null;
            /** @description How much it opens. */
            scope: components["schemas"]["LinkScope"];
            /** @description Ticket it opens. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description A signed link by which a customer reaches a ticket. */
        PortalLinkId: string;
        /** @description A link and its token, which is shown once. */
        PortalLinkView: components["schemas"]["PortalLink"] & {
            /** @description Its token, for `Authorization: Bearer`; null in the answer to a repeated request. */
            token?: string | null;
            /** @description Where it leads; null in the answer to a repeated request. */
            url?: string | null;
        };
        /** @description Something that was written. */
        PortalMessage: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description The text. */
            body: string;
            /** @description Who wrote it. */
            from: components["schemas"]["Author"];
        };
        /** @description Parts that were missing, and what may be done about them. */
        PortalOffer: {
            /** @description What may be chosen. */
            choices: components["schemas"]["OfferChoice"][];
            deduction?: components["schemas"]["Money"] | null;
            /** @description Until when. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description The words to the customer. */
            text: string;
        };
        /** @description A button that a customer presses. */
        PortalPress: {
            /** @description Code of one of its buttons. */
            button: string;
            /** @description What was filled in, by field. */
            data?: Record<string, unknown>;
            /** @description In the customer's words, at most 4,000 characters; some buttons need it. */
            opinion?: string | null;
            task?: components["schemas"]["TaskId"] | null;
        };
        /** @description Where a request stands, in the customer's words. */
        PortalProgress: {
            /** @description What they were asked for and have not answered; `fields` of the answer takes it (U9). */
            asked: components["schemas"]["PortalAsked"][];
            /** @description When it was submitted. */
            created_at: components["schemas"]["Timestamp"];
            /** @description What must happen by when. */
            deadlines: components["schemas"]["PortalDeadline"][];
            /** @description Where the goods are. */
            goods: components["schemas"]["GoodsStatus"];
            /** @description Display name of the agent who has it. */
            handler?: string | null;
            /** @description What was asked for. */
            kind: components["schemas"]["TicketKind"];
            /** @description What the customer may do now. */
            may: components["schemas"]["Deed"][];
            /** @description What was written, oldest first. */
            messages: components["schemas"]["PortalMessage"][];
            /** @description Where the money is. */
            money: components["schemas"]["MoneyStatus"];
            /** @description What happens next. */
            next_step: string;
            /** @description The number people use. */
            number: string;
            offer?: components["schemas"]["PortalOffer"] | null;
            /** @description Who moves next. */
            owner: components["schemas"]["PortalWords"];
            refund?: components["schemas"]["Money"] | null;
            /** @description Where to send the goods, while they are awaited. */
            send_to?: string | null;
            /** @description Name of the shop. */
            shop: string;
            /** @description Where it stands. */
            state: components["schemas"]["PortalWords"];
            /** @description Steps so far, oldest first. */
            steps: components["schemas"]["PortalStep"][];
            /** @description One line of text. */
            subject: string;
            /** @description True while a survey takes an answer, or another one, by this link. */
            survey: boolean;
            task?: components["schemas"]["PortalTask"] | null;
            /** @description Which team has it, in public words: queues are named for the shop's own people. */
            team?: string | null;
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Goods for the customer, as the customer sees them. */
        PortalReplacement: {
            answer_by?: components["schemas"]["Timestamp"] | null;
            /** @description Who carries it. */
            carrier?: string | null;
            /** @description Redress id. */
            id: components["schemas"]["ReplacementId"];
            /** @description What leaves. */
            kind: components["schemas"]["ReplacementKind"];
            /** @description What leaves, line by line. */
            lines: components["schemas"]["PortalReplacementLine"][];
            owed?: components["schemas"]["Money"] | null;
            /** @description What the shop asks, while there is no stock or it cannot be mended: `refund` or `wait`. */
            question?: string | null;
            return_by?: components["schemas"]["Timestamp"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["ReplacementState"];
            /** @description Tracking number. */
            tracking_number?: string | null;
        };
        /** @description What the customer chooses. */
        PortalReplacementChoice: {
            /** @description Money instead, or wait. */
            choice: components["schemas"]["ConsentChoice"];
        };
        /** @description One line of it. */
        PortalReplacementLine: {
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What the shop calls it. */
            title: string;
        };
        /** @description How a request stands after a customer did something. */
        PortalStanding: {
            /** @description What the customer may do now. */
            may: components["schemas"]["Deed"][];
            /** @description The number people use. */
            number: string;
            /** @description Where it stands. */
            state: components["schemas"]["PortalWords"];
        };
        /** @description A step of the way. */
        PortalStep: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Where the request came to. */
            state: components["schemas"]["PortalWords"];
        };
        /** @description Work that waits for the customer, as they see it: nothing but the fields that its node names. */
        PortalTask: {
            /** @description What can be pressed. */
            buttons: components["schemas"]["TaskButton"][];
            /** @description What can be seen and filled in. */
            fields: components["schemas"]["TaskField"][];
            /** @description The task. */
            id: components["schemas"]["TaskId"];
            /** @description What is to be done, in all languages. */
            name: components["schemas"]["WorkflowText"];
        };
        /** @description How goods were sent back. */
        PortalTracking: {
            /** @description Carrier, 1 to 100 characters. */
            carrier: string;
            /** @description Tracking number, as the label says it: 6 to 40 letters, digits and hyphens. */
            number: string;
            /** @description The number that was told before and is wrong: its parcel is awaited no more. */
            replaces?: string | null;
        };
        /** @description A name for programs and words for people. */
        PortalWords: {
            /** @description Stable name. */
            code: string;
            /** @description In the customer's language. */
            text: string;
        };
        /** @description A button that is pressed. */
        Press: {
            /** @description The button's code, as `GET /tickets/{id}/workflow` shows it. */
            button: string;
            /** @description What was filled in, by field. */
            data?: Record<string, unknown>;
            /**
             * @description The task waits for the customer, who has answered elsewhere, for example by telephone: the button is pressed for them, and
             *     who passed it on is noted. Needs the permission to write tickets.
             */
            for_customer?: boolean;
            /** @description In your words; a button that rejects needs it. */
            opinion?: string | null;
        };
        /** @description A template to look at. */
        Preview: {
            /** @description What it is for. */
            kind: components["schemas"]["PaperKind"];
            /** @description Language; the tenant's when left out. */
            locale?: string | null;
            /** @description Typst source; when left out, the template that is printed for the kind now. */
            source?: string | null;
        };
        /** @description A template as a person writes it. */
        PrintTemplateBody: {
            /** @description What it is for. */
            kind: components["schemas"]["PaperKind"];
            /** @description Display name, 1 to 100 characters. */
            name: string;
            /** @description Typst source, at most 200000 characters. `#import "/redress.typ": *` brings data, words and helpers. */
            source: string;
        };
        /** @description A template to check. */
        PrintTemplateDraft: {
            /** @description What it is for. */
            kind: components["schemas"]["PaperKind"];
            /** @description Language; the tenant's when left out. */
            locale?: string | null;
            /** @description Typst source. */
            source: string;
        };
        /** @description One thing to tell about a template. */
        PrintTemplateFinding: {
            /** @description Character of the line, from 1. */
            column?: number | null;
            /** @description Line of the source, from 1; null when it is not about a line. */
            line?: number | null;
            /** @description What is the matter and what to change. */
            message: string;
            /**
             * @description `error` keeps it from being saved, `warning` is probably not meant so.
             * @example error
             */
            severity: string;
        };
        /** @description A template in a list. */
        PrintTemplateItem: {
            /** @description Name in addresses. */
            key: string;
            /** @description What it is for. */
            kind: components["schemas"]["PaperKind"];
            /** @description Display name. */
            name: string;
            /** @description Comes with Redress. A tenant's own template of the same key takes its place. */
            shipped: boolean;
            updated_at?: components["schemas"]["Timestamp"] | null;
            /**
             * Format: int64
             * @description Counts changes; 0 for a shipped one.
             */
            version: number;
        };
        /** @description Everything there is to tell about a template. */
        PrintTemplateReport: {
            /** @description What there is to tell. */
            findings: components["schemas"]["PrintTemplateFinding"][];
            /** @description Pages of the paper with sample data; null when there is none. */
            pages?: number | null;
            /** @description True when it can be saved. */
            valid: boolean;
        };
        /** @description A template with its source. */
        PrintTemplateView: components["schemas"]["PrintTemplateItem"] & {
            /** @description What `data` holds when the template is tried. */
            sample: Record<string, unknown>;
            /** @description Typst source. */
            source: string;
        };
        /**
         * @description How urgent a ticket is.
         * @enum {string}
         */
        Priority: "low" | "normal" | "high" | "urgent";
        /** @description One change of the input after which something else follows. */
        Probe: {
            /** @description What would follow. */
            after: string;
            /** @description What changes with it, so that the input stays one that can come. */
            also: string[];
            /** @description What followed. */
            before: string;
            /** @description What kind of change. */
            change: components["schemas"]["ProbedChange"];
            /** @description What stood there. */
            from: unknown;
            /**
             * Format: int64
             * @description Minor units that would be kept back, when they are others than now.
             */
            kept?: number | null;
            /** @description JSON Pointer into `{"case": …, "input": …}`, the case file and the question. */
            pointer: string;
            /**
             * Format: int64
             * @description How large the change is, in thousandths: of the value for numbers, of thirty days for moments; 1000 for every other.
             */
            size: number;
            /** @description The same in words. */
            text: string;
            /** @description What would stand there; for amounts, numbers and moments the nearest value from which on it holds. */
            to: unknown;
        };
        /** @description How far the search went. */
        Probed: {
            /**
             * Format: int32
             * @description Calls of the rule.
             */
            calls: number;
            /** @description False when the search ended before everything was tried. */
            complete: boolean;
            /** @description Things about the input that can be changed. */
            inputs: number;
            /** @description Why it ended early, or why there was none. */
            note?: string | null;
        };
        /**
         * @description What kind of change it is.
         * @enum {string}
         */
        ProbedChange: "at_least" | "at_most" | "set" | "remove" | "add";
        /** @description A problem as it is sent (RFC 9457), `application/problem+json`. */
        Problem: {
            /**
             * @description Stable name of the problem, for programs.
             * @example not_found
             */
            code: string;
            /** @description What happened, to what, and what to do. */
            detail: string;
            /** @description Every place that is wrong. */
            errors?: components["schemas"]["ProblemFault"][];
            /**
             * Format: int32
             * @description HTTP status.
             * @example 404
             */
            status: number;
            /** @description The code in words. */
            title: string;
            /** @description `urn:redress:problem:` and the code. */
            type: string;
        };
        /** @description One thing wrong with a request or an uploaded plugin. */
        ProblemFault: {
            /** @description Stable name of what is wrong, where it has one. */
            code?: string | null;
            /** @description What is wrong and what to change. */
            message: string;
            /**
             * Format: int64
             * @description Place in the uploaded file in bytes, for plugins.
             */
            offset?: number | null;
            /** @description What the message speaks of, by name, such as `max`: with the code enough to say it in another language. */
            params?: {
                [key: string]: unknown;
            };
            /** @description JSON Pointer (RFC 6901) to the value in the request; empty for the whole. */
            pointer: string;
        };
        /**
         * @description What is wrong with goods.
         * @enum {string}
         */
        ProblemKind: "missing_part" | "quantity_short" | "empty_box" | "damaged" | "wrong_item" | "serial_mismatch" | "quantity_over";
        /** @description Why a candidate takes over. */
        Promotion: {
            /** @description Why, for the history. */
            reason?: string | null;
            /** @description Accepts, in the caller's name and with this reason, that golden decisions end in another way. */
            sign_off?: string | null;
        };
        /** @description What is proposed. */
        Proposal: {
            /** @description What leaves. Left out, a resend sends and a repair mends all lines of the ticket. */
            lines?: components["schemas"]["ProposedLine"][];
            /** @description Why, in words for an agent. */
            reason?: string;
            /**
             * @description What the customer gives in an exchange; left out, the lines that are replaced. A line that is named here and replaced by
             *     nothing is paid back: refund A, exchange B.
             */
            returned?: components["schemas"]["ReturnedGoods"][];
            /**
             * @description Send it before the goods have come back (exchange only). What the customer gives is fetched back in money when it does
             *     not come in time.
             */
            ship_first?: boolean;
        };
        /** @description Goods that are to leave. */
        ProposedLine: {
            /**
             * Format: int32
             * @description How many; left out, as many as the line that it is for.
             */
            quantity?: number | null;
            /** @description Why this and no other. */
            reason?: string;
            replaces?: components["schemas"]["TicketLineId"] | null;
            /** @description Stock keeping unit: another variant or another article; left out, the one of the line that it is for. */
            sku?: string | null;
            /** @description What the shop calls it. */
            title?: string | null;
            unit_price?: components["schemas"]["Money"] | null;
        };
        /** @description A line whose price fell. */
        ProtectedLine: {
            /** @description What one costs today. */
            current_price: components["schemas"]["Money"];
            /** @description The line of the order. */
            order_line: string;
            /**
             * Format: int32
             * @description How many; left out, all that were bought.
             */
            quantity?: number | null;
        };
        /** @description A claim under the merchant's promise. */
        Protection: {
            /** @description Where it came from. */
            channel?: string;
            /** @description The customer's words. */
            description?: string;
            /** @description The channel's own number; a second ticket with the same channel and number is refused. */
            external_ref?: string | null;
            /** @description The lines. */
            lines: components["schemas"]["ProtectedLine"][];
            /** @description The shop's own number of the order, which must be known. */
            order: string;
        };
        /** @description The half of a key that everybody may know; it checks signatures. Its text is 64 hexadecimal digits. */
        PublicKey: string;
        /** @description A question to a rule: the hook and what it needs besides the case file. */
        Question: {
            /** @enum {string} */
            hook: "routing";
            /** @description Who handles it. */
            input: components["schemas"]["Desk"];
        } | {
            /** @enum {string} */
            hook: "fraud-scoring";
        } | {
            /** @enum {string} */
            hook: "refund-approval";
            /** @description May it be paid. */
            input: components["schemas"]["RefundRequest"];
        } | {
            /** @enum {string} */
            hook: "notification";
            /** @description Who is told. */
            input: components["schemas"]["RuleEvent"];
        } | {
            /** @enum {string} */
            hook: "automation";
            /** @description What follows. */
            input: components["schemas"]["RuleEvent"];
        } | {
            /** @enum {string} */
            hook: "schedule";
            /** @description What is done now. */
            input: components["schemas"]["Tick"];
        } | {
            /** @enum {string} */
            hook: "settlement";
            /** @description How money goes back. */
            input: components["schemas"]["GatewayQuestion"];
        };
        /** @description A queue of tickets. */
        Queue: {
            /** @description Redress id. */
            id: components["schemas"]["QueueId"];
            /** @description Gets what no rule routed; exactly one per tenant. */
            is_default: boolean;
            /** @description Key, unique within the tenant. */
            key: string;
            lead?: components["schemas"]["UserId"] | null;
            /** @description Display name. */
            name: string;
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description What to change of a queue; what is left out stays. */
        QueueChange: {
            /** @description True: gets what no rule routed, in place of the queue that did so far. */
            is_default?: boolean | null;
            lead?: components["schemas"]["UserId"] | null;
            /** @description Display name, 1 to 100 characters. */
            name?: string | null;
        };
        /** @description A queue of tickets. */
        QueueId: string;
        /** @description A parcel of the queue. */
        QueuedParcel: components["schemas"]["UnidentifiedParcel"] & {
            assigned?: components["schemas"]["Assigned"] | null;
            /** @description Why nobody is known for it. */
            outcome: components["schemas"]["ScanOutcome"];
        };
        /** @description How many holders of a role must agree. */
        Quorum: "any" | "all" | {
            /**
             * Format: int32
             * @description So many, at least 1.
             */
            at_least: number;
        };
        /** @description A key of the server. */
        ReceiptKey: {
            /** @description Always `Ed25519`. */
            algorithm: string;
            /** @description Its name, as statements say it. */
            id: components["schemas"]["KeyId"];
            /** @description Its public half, 64 hexadecimal digits. */
            public_key: components["schemas"]["PublicKey"];
            /** @description True for the key that signs now. */
            signs: boolean;
        };
        /** @description A decision's place among those of its ticket, and the seals that chain it there. */
        ReceiptLink: {
            before?: components["schemas"]["Digest"] | null;
            /**
             * Format: int64
             * @description Place among the decisions of the ticket, from 1.
             */
            place: number;
            /** @description [`Decision::seal`]. */
            seal: components["schemas"]["Digest"];
        };
        /** @description What the warehouse found. */
        ReceivedGoods: {
            /** @description Whether the goods are as they should be. */
            condition: components["schemas"]["Condition"];
            /** @description In the warehouse's words. */
            note?: string | null;
        };
        /** @description Who gets a message. */
        Recipient: "customer" | {
            /** @description Everybody with a role. */
            role: string;
        } | {
            /** @description One user. */
            user: string;
        } | "system";
        /** @description That tickets are being counted. */
        Recount: {
            /**
             * @description Always `counting`: figures change until every ticket is counted.
             * @example counting
             */
            state: string;
        };
        /** @description One piece of work that comes back. */
        Recurring: {
            /** @description When, as a crontab says it. */
            cron: string;
            due_at?: components["schemas"]["Timestamp"] | null;
            /** @description Work that is switched off does not come back. */
            enabled: boolean;
            /**
             * Format: int32
             * @description Occurrences in a row that failed.
             */
            failures: number;
            /** @description Redress id. */
            id: components["schemas"]["RecurringId"];
            /** @description A [`RecurringKind`] by name. */
            kind: string;
            /** @description Why the last one failed. */
            last_error?: string | null;
            /** @description Name within the tenant. */
            name: string;
            previous_at?: components["schemas"]["Timestamp"] | null;
            /** @description What is to be done, as its kind reads it. */
            spec: Record<string, unknown>;
            /**
             * Format: int64
             * @description Counts changes that people make.
             */
            version: number;
            /** @description Whose clock on the wall the crontab is about. */
            zone: components["schemas"]["Zone"];
        };
        /** @description Work that comes back by a timetable. */
        RecurringId: string;
        /**
         * @description What may come back.
         * @enum {string}
         */
        RecurringKind: "overdue_digest";
        /** @description What the rules said about the refund, as shown on the ticket. */
        Refund: {
            /** @description What would be paid: requested less deductions. */
            amount: components["schemas"]["Money"];
            /** @description Why, in words for an agent. */
            explanation: string;
            /** @description Role that must agree next, when the verdict asks for people. */
            role?: string | null;
            /** @description The combined verdict. */
            verdict: components["schemas"]["VerdictKind"];
        };
        /** @description What one approval rule said. */
        RefundDecision: {
            /** @description Money to keep back. */
            deductions?: components["schemas"]["Deduction"][];
            /** @description Why, for an agent. */
            explanation: string;
            /** @description Tags to add. */
            tags?: string[];
            /** @description The verdict. */
            verdict: components["schemas"]["Verdict"];
        };
        /** @description One order to pay money back over one tender. */
        RefundInstruction: {
            /** @description How much, positive. */
            amount: components["schemas"]["Money"];
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Why it failed. */
            failure?: string | null;
            /** @description Redress id; also the gateway's idempotency key. */
            id: components["schemas"]["RefundInstructionId"];
            /** @description The gateway's own id of the payment it goes back on. */
            payment?: string | null;
            /** @description The gateway's or the bank's reference. */
            reference?: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["RefundState"];
            /** @description How it is paid, for example `manual`. */
            tender: string;
            /** @description Ticket. */
            ticket: components["schemas"]["TicketId"];
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description One order to pay money back. */
        RefundInstructionId: string;
        /** @description That the money arrived. */
        RefundPaid: {
            /** @description The bank's or gateway's reference, 1 to 200 characters. */
            reference: string;
        };
        /** @description What the rules said about the refund. */
        RefundPart: {
            /** @description What would be paid. */
            amount: components["schemas"]["Amount"];
            /** @description Why. */
            explanation: string;
        };
        /** @description A refund in question. */
        RefundRequest: {
            /** @description What would be paid after deductions known so far. */
            net: components["schemas"]["Money"];
            /** @description What was already refunded on the order. */
            refunded_before: components["schemas"]["Money"];
            /** @description What the customer asks. */
            requested: components["schemas"]["Money"];
            risk?: components["schemas"]["Risk"] | null;
        };
        /**
         * @description Where a payment stands.
         * @enum {string}
         */
        RefundState: "held" | "pending" | "sent" | "paid" | "failed" | "unknown" | "cancelled";
        /** @description A refusal. */
        Refused: {
            /** @description Why; the customer may be told. */
            opinion: string;
        };
        /** @description A text with its values. */
        Rendered: {
            /** @description Variables that have no value on this ticket. */
            missing: string[];
            /** @description The text; a variable without a value stands as it was written. */
            text: string;
        };
        /** @description Why it cannot be mended. */
        RepairFailure: {
            /** @description In words for an agent. */
            reason: string;
        };
        /** @description What was mended. */
        RepairReport: {
            cost?: components["schemas"]["Money"] | null;
            /** @description In words for the customer. */
            note?: string;
        };
        /** @description One order of goods to the customer. */
        Replacement: {
            consent?: components["schemas"]["Consent"] | null;
            /** @description When. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Who proposed it. */
            created_by: components["schemas"]["Actor"];
            /** @description What the customer owes (positive) or is owed (negative): the lines' amounts less what the returned goods count for. */
            difference: components["schemas"]["Money"];
            /** @description Redress id. */
            id: components["schemas"]["ReplacementId"];
            /** @description What leaves. */
            kind: components["schemas"]["ReplacementKind"];
            /** @description What leaves, line by line. */
            lines: components["schemas"]["ReplacementLine"][];
            /** @description What stands in the way, or why it was called off. */
            note?: string | null;
            paid?: components["schemas"]["ReplacementPayment"] | null;
            /** @description Why, in words for an agent. */
            reason: string;
            return_by?: components["schemas"]["Timestamp"] | null;
            /**
             * @description What the customer gives for it; empty for what is sent again or mended. A line that is returned and replaced by nothing
             *     is paid back.
             */
            returned: components["schemas"]["ReturnedLine"][];
            /** @description It leaves before the goods have come back. */
            ship_first: boolean;
            shipment?: components["schemas"]["Shipment"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["ReplacementState"];
            /** @description Its stock. */
            stock: components["schemas"]["ReplacementStock"];
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description A replacement and the ticket as they stand now. */
        ReplacementAnswer: {
            replacement?: components["schemas"]["Replacement"] | null;
            /** @description The ticket. */
            ticket: components["schemas"]["TicketView"];
        };
        /** @description Why it is called off. */
        ReplacementCancellation: {
            /** @description In words for an agent. */
            reason: string;
        };
        /** @description The customer's answer. */
        ReplacementChoice: {
            /** @description What they chose. */
            choice: components["schemas"]["ConsentChoice"];
        };
        /** @description Goods that leave for the customer: other goods, missing goods again, or mended ones. */
        ReplacementId: string;
        /**
         * @description What leaves.
         * @enum {string}
         */
        ReplacementKind: "exchange" | "resend" | "repair";
        /** @description Goods that leave. */
        ReplacementLine: {
            /** @description What the customer is charged for the line. It is what the goods it replaces cost where nobody named a price. */
            amount: components["schemas"]["Money"];
            /**
             * Format: int32
             * @description How many, at least 1.
             */
            quantity: number;
            /** @description Why this and no other; in words for an agent. */
            reason: string;
            /** @description The line of the ticket that it is for. */
            replaces: components["schemas"]["TicketLineId"];
            /** @description Stock keeping unit. */
            sku: string;
            /** @description What the shop calls it; empty when nobody said. */
            title: string;
            /** @description Price of one: of the goods, or of the repair. Zero for what is sent again. */
            unit_price: components["schemas"]["Money"];
        };
        /** @description A parcel to the customer. */
        ReplacementParcel: {
            /** @description Who carries it. */
            carrier?: string | null;
            /**
             * @description Tracking number.
             * @example SF1029384756013
             */
            tracking_number?: string | null;
        };
        /** @description That the difference was paid. */
        ReplacementPayment: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Who says so. */
            by: components["schemas"]["Actor"];
            /** @description The bank's or gateway's reference. */
            reference: string;
        };
        /**
         * @description Where a replacement stands.
         * @enum {string}
         */
        ReplacementState: "reserving" | "out_of_stock" | "in_repair" | "not_repairable" | "reserved" | "awaiting_payment" | "ready" | "shipped" | "delivered" | "cancelled";
        /** @description What is known of its stock. */
        ReplacementStock: {
            /**
             * Format: int32
             * @description Which reservation it is: a new one has a new key, and is asked for only when the one before is known to be released.
             */
            attempt: number;
            /** @description Who says so. */
            by: components["schemas"]["StockBy"];
            confirmed_by?: components["schemas"]["Actor"] | null;
            /** @description What was not there when it was asked last. */
            missing?: components["schemas"]["MissingStock"][];
            /** @description The other system's name of the reservation. */
            reference?: string | null;
        };
        /** @description Past decisions to run again as they were. */
        ReplaySpec: {
            /** @description The hook. */
            hook: components["schemas"]["Hook"];
            /** @description Which past decisions. */
            past?: components["schemas"]["Past"];
        };
        /** @description What running a decision again showed. */
        ReplayView: {
            /** @description Where the second run differs. */
            divergences: components["schemas"]["DivergenceView"][];
            /** @description Same answer, same fuel, same questions to the host. */
            identical: boolean;
        };
        /**
         * @description How it is drawn.
         * @enum {string}
         */
        ReportChart: "line" | "bar" | "grouped_bar" | "stacked_bar" | "pie" | "metric" | "table";
        /** @description One column. */
        ReportColumn: {
            /** @description Its name: `time`, a dimension, or a measure's key. */
            key: string;
            /** @description What it is. */
            kind: components["schemas"]["ReportColumnKind"];
            /** @description What the reader sees. */
            label: string;
            /** @description How its figures read. */
            unit: components["schemas"]["ReportUnit"];
        };
        /**
         * @description What a column is.
         * @enum {string}
         */
        ReportColumnKind: "time" | "dimension" | "measure";
        /**
         * @description What is counted.
         * @enum {string}
         */
        ReportDataset: "tickets";
        /** @description A report as a merchant writes it. */
        ReportDefinition: {
            /** @description How it is drawn. */
            chart: components["schemas"]["ReportChart"];
            /** @description What is counted. */
            dataset: components["schemas"]["ReportDataset"];
            /** @description What it shows and why, at most 500 characters. */
            description?: string;
            /** @description What rows are told apart by, at most 3, besides time. */
            dimensions?: components["schemas"]["ReportDimension"][];
            /** @description Only these tickets; all conditions hold at once. */
            filters?: components["schemas"]["ReportFilter"][];
            grain?: components["schemas"]["ReportGrain"] | null;
            /**
             * Format: int32
             * @description Most rows, 1 to 10,000; 1,000 when left out.
             */
            limit?: number | null;
            /** @description Columns of figures, 1 to 12. */
            measures: components["schemas"]["ReportMeasure"][];
            /** @description What people call it, 1 to 100 characters. */
            name: string;
            sort?: components["schemas"]["ReportSort"] | null;
            /** @description Which days, when the reader names none. */
            window: components["schemas"]["ReportWindow"];
        };
        /**
         * @description What tickets are told apart by.
         * @enum {string}
         */
        ReportDimension: "channel" | "kind" | "problem_type" | "queue" | "assignee" | "case" | "outcome" | "tier" | "batch" | "category" | "sku" | "reason";
        /** @description A report as a merchant writes it. */
        ReportDraft: {
            /** @description What it shows. */
            definition: components["schemas"]["ReportDefinition"];
            schedule?: components["schemas"]["ReportSchedule"] | null;
        };
        /**
         * @description A number of a ticket. [`Fact::fields`] keeps them in this order: new ones go to the end. Times are microseconds, amounts minor units of the tenant's currency.
         * @enum {string}
         */
        ReportField: "accept_time" | "response_time" | "resolution_time" | "refund_time" | "review_time" | "customer_time" | "warehouse_time" | "finance_time" | "fulfilment_time" | "requested" | "refunded_amount" | "contacts" | "transfers" | "score" | "speed";
        /** @description Only tickets with one of these values. */
        ReportFilter: {
            /** @description The values, at least one; the empty text stands for "unknown". */
            any_of: string[];
            /** @description Of what. */
            dimension: components["schemas"]["ReportDimension"];
        };
        /**
         * @description Something that is true of a ticket or not. [`Fact::flags`] keeps them as bits in this order: new ones go to the end.
         * @enum {string}
         */
        ReportFlag: "accepted" | "responded" | "late_response" | "ended" | "resolved" | "resolved_at_once" | "reopened" | "refused" | "refunded" | "returned" | "quality" | "repeated" | "bounced" | "overdue" | "complete" | "auto_approved" | "approved" | "surveyed" | "satisfied" | "bad_review" | "to_finance" | "to_finance_in_time" | "rated" | "promoter" | "detractor";
        /**
         * @description As what a report goes out.
         * @enum {string}
         */
        ReportFormat: "csv" | "xlsx";
        /**
         * @description How finely time is cut.
         * @enum {string}
         */
        ReportGrain: "day" | "week" | "month" | "quarter";
        /** @description One column of figures. */
        ReportMeasure: {
            field?: components["schemas"]["ReportField"] | null;
            flag?: components["schemas"]["ReportFlag"] | null;
            /** @description Name of the column, unique within the report. */
            key: string;
            /** @description How it is computed. */
            kind: components["schemas"]["MeasureKind"];
            /** @description What the reader sees. */
            label: string;
            less?: components["schemas"]["ReportFlag"] | null;
            of?: components["schemas"]["ReportFlag"] | null;
            /**
             * Format: int32
             * @description 1 to 99, for `percentile`.
             */
            percent?: number | null;
        };
        /** @description The answer to a report. */
        ReportResult: {
            /** @description How it is drawn. */
            chart: components["schemas"]["ReportChart"];
            /** @description Columns, in order. */
            columns: components["schemas"]["ReportColumn"][];
            /** @description Currency of amounts. */
            currency: components["schemas"]["Currency"];
            /**
             * Format: date
             * @description First day counted.
             */
            from: string;
            /** @description Name of the report. */
            name: string;
            /** @description Rows: one value per column, a text, a number or null. */
            rows: unknown[][];
            /**
             * Format: date
             * @description Last day counted.
             */
            to: string;
            /** @description The measures over all rows, those cut off included: one value per column, null where it is no measure. */
            totals: unknown[];
            /** @description True when there are more rows than were asked for. */
            truncated: boolean;
            /** @description Whose days. */
            zone: components["schemas"]["Zone"];
        };
        /** @description A definition to compute once. */
        ReportRun: {
            /** @description What to show. */
            definition: components["schemas"]["ReportDefinition"];
            /**
             * Format: date
             * @description First day; the definition's window when left out.
             */
            from?: string | null;
            /**
             * Format: date
             * @description Last day; today when left out.
             */
            to?: string | null;
        };
        /** @description When, to whom, and as what. */
        ReportSchedule: {
            /** @description When. */
            cron: components["schemas"]["Cron"];
            /** @description As what. */
            format: components["schemas"]["ReportFormat"];
            /** @description Mail addresses, 1 to 50. */
            recipients: string[];
            /** @description By whose clock. */
            zone: components["schemas"]["Zone"];
        };
        /** @description In which order rows come. */
        ReportSort: {
            /** @description Key of a measure, name of a dimension, or `time`. */
            by: string;
            /** @description Largest first. */
            descending?: boolean;
        };
        /**
         * @description How a figure reads.
         * @enum {string}
         */
        ReportUnit: "text" | "count" | "share" | "seconds" | "minor" | "score" | "points";
        /** @description A report. */
        ReportView: {
            created_at?: components["schemas"]["Timestamp"] | null;
            created_by?: components["schemas"]["UserId"] | null;
            /** @description What it shows. */
            definition: components["schemas"]["ReportDefinition"];
            /** @description Redress id, or the key of a report that comes with the house. */
            id: string;
            next_at?: components["schemas"]["Timestamp"] | null;
            schedule?: components["schemas"]["ReportSchedule"] | null;
            /** @description It comes with the house. Create one with its definition to change it. */
            shipped: boolean;
            updated_at?: components["schemas"]["Timestamp"] | null;
            /**
             * Format: int64
             * @description Counts changes; null for a report that comes with the house, which never changes.
             */
            version?: number | null;
        };
        /** @description The last so many whole units up to today. */
        ReportWindow: {
            /**
             * Format: int32
             * @description How many, the present one included.
             */
            last: number;
            /** @description Of what. */
            unit: components["schemas"]["ReportGrain"];
        };
        /**
         * @description A kind of thing whose fields may be restricted.
         * @enum {string}
         */
        Resource: "customers" | "orders" | "tickets" | "users";
        /** @description Timers that are tried again. */
        Retried: {
            /**
             * Format: int64
             * @description How many.
             */
            timers: number;
        };
        /** @description Why a ticket comes back. */
        Return: {
            /**
             * @description Why, or what changed.
             * @default null
             */
            reason: string | null;
        };
        /** @description Where goods go. */
        ReturnRequest: {
            /**
             * @description In words for the customer; what the parameter `return_address` says when left out.
             * @default null
             */
            address: string | null;
        };
        /** @description Goods that the customer gives. */
        ReturnedGoods: {
            /** @description The line of the ticket. */
            line: components["schemas"]["TicketLineId"];
            /**
             * Format: int32
             * @description How many; left out, all of it.
             */
            quantity?: number | null;
        };
        /** @description Goods that the customer gives for it. */
        ReturnedLine: {
            /** @description What they count for: what was paid for them. */
            credit: components["schemas"]["Money"];
            /** @description The line of the ticket. */
            line: components["schemas"]["TicketLineId"];
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
        };
        /**
         * @description What was done to a binding.
         * @enum {string}
         */
        RevisionAction: "created" | "changed" | "promoted" | "rolled_back" | "guardrail_hit" | "imported" | "deleted";
        /** @description One difference between two states. */
        RevisionChange: {
            /** @description Before; absent when it was not there. */
            from?: unknown;
            /** @description JSON Pointer to the value. */
            path: string;
            /** @description After; absent when it is gone. */
            to?: unknown;
        };
        /** @description One state of a binding, and what it changed of the one before. */
        RevisionView: {
            /** @description What was done. */
            action: components["schemas"]["RevisionAction"];
            /** @description Who. */
            actor: components["schemas"]["Actor"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description It was taken back. */
            bad: boolean;
            /** @description The binding as it was from then on. */
            binding: components["schemas"]["Binding"];
            /** @description What it changed. */
            changes: components["schemas"]["RevisionChange"][];
            /** @description Why. */
            reason?: string | null;
            /**
             * Format: int64
             * @description Version of the binding.
             */
            version: number;
        };
        /** @description What all fraud rules said together: the highest score, all signals. */
        Risk: {
            /**
             * Format: int32
             * @description 0–100.
             */
            score: number;
            /** @description All signals. */
            signals: components["schemas"]["RiskSignal"][];
        };
        /** @description One reason for a fraud score. */
        RiskSignal: {
            /** @description Stable code. */
            code: string;
            /** @description Why. */
            detail: string;
            /**
             * Format: int32
             * @description Share of the score, 0–100.
             */
            weight: number;
        };
        /** @description A named set of permissions. */
        Role: {
            /**
             * Format: int32
             * @description Place in the approval ladder, low to high; `None` when the role approves nothing. A holder may also act for every
             *     lower place.
             */
            approval_rank?: number | null;
            /** @description What it is for. */
            description?: string;
            /** @description What holders may not see or write of customers, orders, tickets and users (Z36). */
            fields?: components["schemas"]["FieldRule"][];
            /** @description Name within the tenant, for example `supervisor`. */
            name: string;
            /** @description What holders may do. */
            permissions: components["schemas"]["Permission"][];
            /**
             * Format: int64
             * @description Counts changes, from 1.
             */
            version?: number;
        };
        /** @description What a role allows. */
        RoleBody: {
            /**
             * Format: int32
             * @description Place in the approval ladder, low to high; left out when the role approves nothing.
             */
            approval_rank?: number | null;
            /** @description What it is for, at most 500 characters. */
            description?: string;
            /** @description What holders may not see or write of customers, orders, tickets and users. */
            fields?: components["schemas"]["FieldRule"][];
            /** @description What holders may do. */
            permissions: components["schemas"]["Permission"][];
        };
        /**
         * @description What happens to one thing.
         * @enum {string}
         */
        RolloutStep: "create" | "change" | "delete";
        /** @description Where a ticket goes. */
        Route: {
            /**
             * @description Id of the person, as text.
             * @default null
             */
            assignee: string | null;
            /** @default null */
            priority: components["schemas"]["Priority"] | null;
            /**
             * @description Key of the queue.
             * @default null
             */
            queue: string | null;
            /**
             * @description Why.
             * @default
             */
            reason: string;
            /**
             * @description Skills the person needs.
             * @default []
             */
            skills: string[];
            /**
             * @description Tags to add.
             * @default []
             */
            tags: string[];
        };
        /** @description A row of a table that fired. */
        Row: {
            /** @description Name of the row. */
            row: string;
            /** @description Name of the table. */
            table: string;
        };
        /** @description How often a row fired. */
        RowCount: {
            /**
             * Format: int64
             * @description Decisions in which it fired.
             */
            decisions: number;
            /** @description False for a row that fired but is no longer in the table. */
            in_table: boolean;
            last?: components["schemas"]["DecisionId"] | null;
            /** @description Name of the row. */
            row: string;
        };
        /** @description Why a rule said it could not answer. */
        RuleError: {
            /** @enum {string} */
            code: "invalid_input";
            /** @description The case lacks what the rule needs. */
            detail: components["schemas"]["Violation"][];
        } | {
            /** @enum {string} */
            code: "config";
            /** @description The configuration does not fit. */
            detail: components["schemas"]["Violation"][];
        } | {
            /** @enum {string} */
            code: "unavailable";
            /** @description Something is missing for now. */
            detail: string;
        } | {
            /** @enum {string} */
            code: "internal";
            /** @description A defect in the rule. */
            detail: string;
        };
        /** @description What happened to a ticket, for rules that are asked about events. */
        RuleEvent: {
            /** @description Who: a user's id, `customer`, `system`, or `rule:` and a plugin's name. */
            actor: string;
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Details by name. */
            details?: {
                [key: string]: unknown;
            };
            /** @description Name, for example `ticket.created`. */
            name: string;
        };
        /** @description Why a call has no usable answer. */
        RuleFault: {
            /** @description Frames of the guest's stack, innermost first. */
            backtrace?: string[];
            error?: components["schemas"]["RuleError"] | null;
            /** @description What happened, in a sentence that names the plugin's part. */
            message: string;
        };
        /**
         * @description For whom the platform ruled.
         * @enum {string}
         */
        RuledFor: "buyer" | "seller";
        /** @description What is at work, as a file. */
        RulesExport: {
            /** @description Plugins at work by key. */
            bindings: components["schemas"]["FileBinding"][];
            /** @description External parameters by code. */
            parameters: components["schemas"]["Parameter"][];
            /**
             * Format: int32
             * @description Format of the file: 1.
             */
            redress: number;
        };
        /** @description A file to apply. */
        RulesFile: {
            /** @description Plugins at work; left alone when left out. */
            bindings?: components["schemas"]["FileBinding"][];
            /** @description External parameters; left alone when left out. */
            parameters?: components["schemas"]["FileParameter"][];
            /**
             * Format: int32
             * @description Format of the file: 1.
             */
            redress: number;
        };
        /** @description What the platform ruled. */
        Ruling: {
            amount?: components["schemas"]["Money"] | null;
            /** @description For whom. */
            for: components["schemas"]["RuledFor"];
        };
        /** @description One reading of a label. */
        ScanEvent: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Who. */
            by: components["schemas"]["Actor"];
            /** @description Redress id. */
            id: components["schemas"]["ScanId"];
            /** @description The device's own name for this reading: the same again means that the answer was lost, not that a parcel came. */
            key: string;
            /** @description What was read, untouched. */
            raw: string;
            /** @description How. */
            source: components["schemas"]["Source"];
            /** @description Where: the name of the gate or table, when the device says it. */
            station?: string | null;
        };
        /** @description One reading of a label. */
        ScanId: string;
        /**
         * @description What came of a scan.
         * @enum {string}
         */
        ScanOutcome: "matched" | "unreadable" | "unexpected" | "reused" | "ambiguous" | "not_now";
        /** @description A secret as the API shows it: that it is there. */
        Secret: {
            /** @description Its name. */
            name: string;
            /** @description When it was stored. */
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Which tickets a policy is for: those that meet every condition given. An empty list is no condition. */
        Selection: {
            /**
             * @description Where it came from.
             * @default []
             */
            channels: string[];
            /**
             * @description What is asked for.
             * @default []
             */
            kinds: components["schemas"]["TicketKind"][];
            /**
             * @description The shop's levels of the customer, for example `vip`.
             * @default []
             */
            member_levels: string[];
            /**
             * @description How urgent it is.
             * @default []
             */
            priorities: components["schemas"]["Priority"][];
            /**
             * @description Problem labels.
             * @default []
             */
            problem_types: string[];
            /**
             * @description Keys of the queues it waits in.
             * @default []
             */
            queues: string[];
        };
        /** @description A session that was opened. */
        Session: {
            expires_at?: components["schemas"]["Timestamp"] | null;
            /** @description `rdk_…`: goes into `Authorization: Bearer` like any key. */
            key: string;
        };
        /** @description A form field to fill in. */
        SetField: {
            /** @description Name within the form. */
            name: string;
            /** @description Its value. */
            value: unknown;
        };
        /** @description One entry of the ledger; entries are only added, never changed. */
        SettlementEntry: {
            /** @description Who booked it. */
            actor: components["schemas"]["Actor"];
            /** @description How much the customer gets (positive) or loses (negative). */
            amount: components["schemas"]["Money"];
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Redress id. */
            id: components["schemas"]["SettlementId"];
            /** @description What for. */
            kind: components["schemas"]["EntryKind"];
            line?: components["schemas"]["TicketLineId"] | null;
            /** @description Who bears it. */
            payer: components["schemas"]["Payer"];
            /** @description Why. */
            reason: string;
            /** @description Ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description One entry of the settlement ledger. */
        SettlementId: string;
        /** @description What lies where. */
        ShelfStock: {
            /** @description Shelf, for example `A-02-10`. */
            location: string;
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /** @description Stock keeping unit. */
            sku: string;
        };
        /** @description What lies where. */
        Shelves: {
            /** @description What its shelves hold. */
            stock: components["schemas"]["ShelfStock"][];
            /** @description Name of the warehouse as orders say it; left out, the one of orders that say none. */
            warehouse?: string | null;
        };
        /** @description A parcel to the customer. */
        Shipment: {
            /** @description When it left. */
            at: components["schemas"]["Timestamp"];
            /** @description Who carries it. */
            carrier?: string | null;
            delivered_at?: components["schemas"]["Timestamp"] | null;
            /** @description Tracking number. */
            number?: string | null;
        };
        /** @description The shop that prints. */
        ShopPart: {
            /** @description Display name. */
            name: string;
            /** @description Where goods go back to: its parameter `return_address`. */
            return_address?: string | null;
        };
        /** @description A file that shows what a step needs. */
        Shown: {
            /** @description The file. */
            attachment: components["schemas"]["AttachmentId"];
            /** @description Name of what it shows. */
            key: string;
        };
        /** @description Who signs in. */
        SignIn: {
            /** @description Mail address of the user. */
            email: string;
            /** @description Their password. */
            password: string;
            /** @description Short name of the shop. */
            shop: string;
        };
        /** @description Whether plugins must be signed. */
        SignaturePolicy: {
            /** @description True to take only plugins that a trusted key has signed. */
            required: boolean;
        };
        /** @description One Ed25519 public key (RFC 8032). */
        SigningKey: {
            /** @description When it was added. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Redress id. */
            id: components["schemas"]["SigningKeyId"];
            /** @description Whose it is. */
            name: string;
            /** @description The key. */
            public_key: components["schemas"]["PublicKey"];
        };
        /** @description A key that signs plugins. */
        SigningKeyId: string;
        /** @description One step of a clock's escalation. */
        SlaEscalation: {
            /** @description What it does. */
            actions: components["schemas"]["Action"][];
            at?: components["schemas"]["Timestamp"] | null;
            fired?: components["schemas"]["Timestamp"] | null;
            /** @description Key of the step. */
            step: string;
        };
        /** @description A policy of a tenant. A ticket gets the first switched-on policy, by `order`, whose conditions it meets. */
        SlaPolicy: {
            /** @description Which tickets it is for. */
            applies_to: components["schemas"]["Selection"];
            /** @description Business hours of the targets that count them. */
            calendar: components["schemas"]["CalendarId"];
            /** @description A policy that is switched off is nobody's. */
            enabled: boolean;
            /** @description Redress id. */
            id: components["schemas"]["SlaPolicyId"];
            /**
             * Format: int32
             * @description Place among the tenant's policies; the lowest is asked first.
             */
            order: number;
            /** @description The promises. */
            policy: components["schemas"]["Policy"];
            /**
             * Format: int64
             * @description Counts changes; every state is kept, so that what has ended keeps its verdict.
             */
            version: number;
        };
        /** @description A service level policy. */
        SlaPolicyId: string;
        /** @description How long a stage takes. */
        SlowStage: {
            /**
             * Format: double
             * @description Mean seconds.
             */
            seconds: number;
            /** @description Which. */
            stage: string;
            /**
             * Format: int64
             * @description Tickets that were in it.
             */
            tickets: number;
        };
        /** @description A procedure of a shop: one that ships, or its own. One of its own stands in for the shipped one of the same key. */
        Sop: {
            /** @description When it is to be used, 1 to 500 characters. */
            anomaly: string;
            /** @description Display name, 1 to 100 characters. */
            name: string;
            /** @description Its steps, 1 to 30; it begins with the first. */
            steps: components["schemas"]["SopStep"][];
        } & {
            /** @description Stable name. */
            key: string;
            updated_at?: components["schemas"]["Timestamp"] | null;
            /**
             * Format: int64
             * @description Counts changes; 0 for one that ships.
             */
            version: number;
        };
        /** @description How a step may end. */
        SopChoice: {
            /** @description Stable name within the step, as that of a step. */
            key: string;
            /** @description In words, 1 to 100 characters. */
            name: string;
            /** @description The step that follows; null when the procedure ends. */
            next?: string | null;
        };
        /** @description A file that a step needs. */
        SopEvidence: {
            /** @description Stable name, as that of a step. */
            key: string;
            /** @description What it shows, 1 to 100 characters. */
            name: string;
        };
        /** @description What is done about an anomaly. */
        SopProcedure: {
            /** @description When it is to be used, 1 to 500 characters. */
            anomaly: string;
            /** @description Display name, 1 to 100 characters. */
            name: string;
            /** @description Its steps, 1 to 30; it begins with the first. */
            steps: components["schemas"]["SopStep"][];
        };
        /** @description One walk through a procedure, for one ticket. */
        SopRun: {
            /** @description Steps that are done, in order. */
            done: components["schemas"]["Ticked"][];
            finished_at?: components["schemas"]["Timestamp"] | null;
            /** @description Redress id. */
            id: components["schemas"]["SopRunId"];
            /** @description The procedure as it was when the walk began: a later change does not disturb it. */
            procedure: components["schemas"]["SopProcedure"];
            /** @description Key of the procedure. */
            sop: string;
            /** @description When. */
            started_at: components["schemas"]["Timestamp"];
            /** @description Who began it. */
            started_by: components["schemas"]["Actor"];
            /** @description The step that is next; null when it is over. */
            step?: string | null;
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description One walk through a standard operating procedure. */
        SopRunId: string;
        /** @description A walk through a procedure, and what to say now. */
        SopRunView: components["schemas"]["SopRun"] & {
            script?: components["schemas"]["Rendered"] | null;
        };
        /** @description A step. */
        SopStep: {
            /** @description How it may end, 1 to 10 ways. */
            answers: components["schemas"]["SopChoice"][];
            /** @description Files that the step needs, at most 10. */
            evidence?: components["schemas"]["SopEvidence"][];
            /** @description Stable name within the procedure: 1 to 64 lower-case letters, digits, `_`, `-`. */
            key: string;
            /** @description What to say to the customer, with the variables of macros; at most 5,000 characters. */
            script?: string | null;
            /** @description What is to be done, 1 to 200 characters. */
            title: string;
        };
        /**
         * @description How a label was read.
         * @enum {string}
         */
        Source: "wedge" | "camera" | "manual";
        /**
         * @description A length of time in whole seconds, written as `30m`, `4h`, `1d12h` or `90s`. A day is 24 hours of whichever [`Clock`]
         *     counts it, so business time is best written in hours.
         * @example 4h
         */
        Span: string;
        /** @description Days in a row that are unlike their weekdays. */
        SpecialDays: {
            /**
             * Format: date
             * @description The first of them.
             */
            first: string;
            /**
             * Format: date
             * @description The last of them; the first when left out.
             */
            last?: string | null;
            /** @description Why, for example 春节. */
            name: string;
            /** @description When they are open; closed all day when empty. */
            open?: components["schemas"]["Block"][];
        };
        /** @description What became of a new request, and the link to it. */
        StartedReturn: {
            /** @description The link to it, shown once. */
            link: components["schemas"]["PortalLinkView"];
            /** @description What the customer may do now. */
            may: components["schemas"]["Deed"][];
            /** @description The number people use. */
            number: string;
            /** @description Where it stands. */
            state: components["schemas"]["PortalWords"];
        };
        /** @description The plugin of a decision. */
        StatedPlugin: {
            /** @description SHA-256 of the component's bytes. */
            digest: components["schemas"]["Digest"];
            /** @description Redress id. */
            id: components["schemas"]["PluginId"];
            /** @description Name. */
            name: string;
            /** @description Version. */
            version: string;
        };
        /** @description What is signed. */
        Statement: {
            against?: components["schemas"]["Against"] | null;
            binding?: components["schemas"]["BindingId"] | null;
            /** @description What follows from the answer. */
            consequence: components["schemas"]["Consequence"];
            /** @description Digests of what went in and what came out. */
            contents: components["schemas"]["Contents"];
            /** @description The decision. */
            decision: components["schemas"]["DecisionId"];
            /** @description Engine settings that fuel depends on. */
            engine_profile: string;
            /** @description [`FORMAT`]. */
            format: string;
            /**
             * Format: int64
             * @description Fuel used.
             */
            fuel: number;
            /** @description Hook that was asked. */
            hook: components["schemas"]["Hook"];
            /** @description The key that signs. */
            key: components["schemas"]["KeyId"];
            /** @description Place and seals. */
            link: components["schemas"]["ReceiptLink"];
            /** @description Language as the rule saw it. */
            locale: string;
            /** @description "Now" as the rule saw it. */
            now: components["schemas"]["Timestamp"];
            /** @description How the call ended. */
            outcome: components["schemas"]["DecisionOutcome"];
            /**
             * Format: int64
             * @description Largest linear memory in bytes.
             */
            peak_memory: number;
            /** @description The rule. */
            plugin: components["schemas"]["StatedPlugin"];
            /** @description What the answer counted for. */
            role: components["schemas"]["DecisionRole"];
            /** @description Randomness as the rule saw it. */
            seed: [
                number,
                number
            ];
            /** @description Slug of the tenant. */
            tenant: string;
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description A step that is done. */
        StepDone: {
            /** @description How it ended: one of the step's answers. */
            answer: string;
            /** @description Uploaded files, by what they show; they become the ticket's. */
            evidence?: components["schemas"]["Shown"][];
            /** @description In words, at most 5,000 characters. */
            note?: string | null;
            /** @description Which: the run's `step`. */
            step: string;
        };
        /** @description One place where it stands. */
        StepView: components["schemas"]["WorkflowStanding"] & {
            work?: components["schemas"]["TaskView"] | null;
        };
        /**
         * @description Who says whether there is stock.
         * @enum {string}
         */
        StockBy: "connector" | "person";
        /** @description Units that go somewhere. */
        StockMove: {
            /** @description Where to. */
            disposition: components["schemas"]["Disposition"];
            /** @description How good. */
            grade: components["schemas"]["Grade"];
            /** @description The line. */
            line: components["schemas"]["TicketLineId"];
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /** @description Stock keeping unit that was expected; of a wrong item only its place is known. */
            sku: string;
        };
        /** @description One grip: a stock keeping unit at a shelf. */
        Stop: {
            /** @description Shelf. */
            location: string;
            /**
             * Format: int64
             * @description How many in all.
             */
            quantity: number;
            /** @description For whom. */
            shares: components["schemas"]["PickShare"][];
            /** @description Stock keeping unit. */
            sku: string;
        };
        /** @description An awaited parcel that it may be. */
        Suggestion: {
            /** @description How well the numbers fit. */
            fit: components["schemas"]["Fit"];
            /** @description The awaited parcel. */
            parcel: components["schemas"]["ParcelId"];
            /** @description Its ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description The questions as they were sent to one customer about one ticket, and the answer. */
        Survey: {
            answer?: components["schemas"]["SurveyAnswer"] | null;
            answered_at?: components["schemas"]["Timestamp"] | null;
            assignee?: components["schemas"]["UserId"] | null;
            /** @description Until when a first answer is taken. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description Redress id. */
            id: components["schemas"]["SurveyId"];
            /** @description When the customer was asked. */
            sent_at: components["schemas"]["Timestamp"];
            /** @description Ticket it is about. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description What a customer says. */
        SurveyAnswer: {
            /** @description In the customer's own words, at most 2,000 characters. */
            comment?: string | null;
            /**
             * Format: int32
             * @description How likely they are to recommend the shop, 0 (not at all) to 10 (certainly).
             */
            recommend?: number | null;
            /** @description Satisfied with the result? */
            satisfied: boolean;
            /**
             * Format: int32
             * @description Mark of the whole, 1 (bad) to 5 (very good).
             */
            score: number;
            /**
             * Format: int32
             * @description Mark of the speed, 1 (too slow) to 5 (very fast).
             */
            speed?: number | null;
        };
        /** @description The questions that a customer is asked after the end. */
        SurveyId: string;
        /** @description Where a survey is answered. */
        SurveyLink: {
            /** @description Until when it works. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description Its token, for `Authorization: Bearer`; null in the answer to a repeated request. */
            token?: string | null;
            /** @description Where it leads; null in the answer to a repeated request. */
            url?: string | null;
        };
        /** @description What the customers of one agent said. */
        SurveySummary: {
            /**
             * Format: int64
             * @description Surveys answered.
             */
            answered: number;
            assignee?: components["schemas"]["UserId"] | null;
            /**
             * Format: int64
             * @description Customers who are satisfied.
             */
            satisfied: number;
            /**
             * Format: int64
             * @description Sum of the scores; divided by `answered` it is the mean.
             */
            score_sum: number;
            /**
             * Format: int64
             * @description Surveys sent.
             */
            sent: number;
            /**
             * Format: int64
             * @description How many gave a mark for speed.
             */
            speed_count: number;
            /**
             * Format: int64
             * @description Sum of the marks for speed.
             */
            speed_sum: number;
        };
        /** @description The questions, and what was answered. */
        SurveyView: {
            answer?: components["schemas"]["SurveyAnswer"] | null;
            /** @description In the customer's own words. */
            comment: string;
            /** @description Until when a first answer is taken. */
            expires_at: components["schemas"]["Timestamp"];
            /** @description Number of the request. */
            number: string;
            /** @description True while an answer, or a changed one, is taken. */
            open: boolean;
            /** @description How likely they are to recommend the shop, 0 to 10. */
            recommend: string;
            /** @description Satisfied with the result? Answered with true or false. */
            satisfied: string;
            /** @description Mark of the whole, 1 to 5. */
            score: string;
            /** @description Mark of the speed, 1 to 5. */
            speed: string;
        };
        /** @description A product or batch that stands out. */
        Suspect: {
            /**
             * Format: double
             * @description The same share among all other products.
             */
            baseline: number;
            /** @description Batch; null when the product stands out as a whole. */
            batch?: string | null;
            /**
             * Format: double
             * @description How probable so many or more would be by chance (binomial, one-sided), before dividing by the number of comparisons.
             */
            probability: number;
            /**
             * Format: int64
             * @description Of these, about quality.
             */
            quality: number;
            /**
             * Format: double
             * @description Share of those, 0 to 1.
             */
            share: number;
            /** @description Stock keeping unit. */
            sku: string;
            /**
             * Format: int64
             * @description Tickets about it.
             */
            tickets: number;
        };
        /** @description A table, and the format it shall have. */
        TableExport: {
            /** @description The format. */
            format: components["schemas"]["TableFormat"];
            /** @description A configuration of `decision-table`. */
            table: Record<string, unknown>;
        };
        /** @description One thing to tell about a table. */
        TableFinding: {
            /** @description What is the matter and what to change. */
            message: string;
            /** @description JSON Pointer into the table. */
            pointer: string;
            /**
             * @description `error` keeps it from being saved, `warning` is probably not meant so, `note` is worth knowing.
             * @example warning
             */
            severity: string;
        };
        /**
         * @description Formats that tables are exchanged in.
         * @enum {string}
         */
        TableFormat: "csv" | "jdm";
        /** @description A table in another format. */
        TableImport: {
            /** @description The file's text, separated by comma, semicolon or tab. */
            content: string;
            /** @enum {string} */
            format: "csv";
            /** @description The table that gets the rows; its own rows are replaced. */
            table: Record<string, unknown>;
        } | {
            /** @description The file. */
            content: Record<string, unknown>;
            /** @description Currency of amounts, if there are any. */
            currency?: string | null;
            /** @enum {string} */
            format: "jdm";
            /** @description The question that the table shall answer, for example `refund-approval`. */
            hook: string;
            /** @description Facts and answers by the names that the file uses for them, for example `cart.total` for `request.amount`. */
            names?: {
                [key: string]: string;
            };
            /** @description Name or id of the node, when the file has several tables. */
            node?: string | null;
        };
        /** @description Everything there is to tell about a table. */
        TableReport: {
            /** @description What there is to tell, errors first. */
            findings: components["schemas"]["TableFinding"][];
            /** @description True when it can be saved. */
            valid: boolean;
        };
        /** @description Tickets to take over. */
        TakeOver: {
            /** @description Which, at most 200 at once. */
            tickets: components["schemas"]["TicketId"][];
        };
        /** @description What became of one ticket. */
        TakenOver: {
            /**
             * Format: int32
             * @description The edition that it follows now; null when it could not be taken over.
             */
            edition?: number | null;
            /** @description Why not. */
            problem?: string | null;
            /** @description The ticket. */
            ticket: components["schemas"]["TicketId"];
        };
        /** @description Why a binding is taken back. */
        TakingBack: {
            /** @description Why, for the history. */
            reason?: string | null;
        };
        /** @description One promise: a goal within a limit. */
        Target: {
            /** @description What has to happen. */
            goal: components["schemas"]["Goal"];
            /** @description Which seconds count. */
            hours?: components["schemas"]["Hours"];
            /**
             * @description Name within the policy, by which what was done is remembered. When a ticket's policy changes, a target of the same key
             *     and goal goes on, and what it has fired is not fired again.
             */
            key: string;
            /**
             * Format: int32
             * @description Within how many seconds.
             */
            limit_seconds: number;
            /** @description Other limits for tickets of a priority, in seconds. */
            limit_seconds_by_priority?: {
                [key: string]: number;
            };
            /** @description In which case states the clock stands still; while waiting for the customer when left out. */
            pause_in?: components["schemas"]["CaseStatus"][];
            /** @description What is done as the time runs out. */
            steps?: components["schemas"]["EscalationStep"][];
        };
        /** @description One task. */
        Task: {
            /** @description When it was asked for. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Who asked for it. */
            created_by: components["schemas"]["Actor"];
            done_at?: components["schemas"]["Timestamp"] | null;
            done_by?: components["schemas"]["UserId"] | null;
            due_at?: components["schemas"]["Timestamp"] | null;
            /**
             * @description Everybody who may do it: `role:`, `person:`, `department:` or `queue:` with a name behind it, or `customer`. Whoever is
             *     one of them, or holds one of them, finds it on their list.
             */
            holders?: string[];
            /** @description Redress id. */
            id: components["schemas"]["TaskId"];
            /** @description The node of the ticket's workflow that asks for it; pressing one of the node's buttons finishes it (Z14). */
            node?: string | null;
            /** @description Name of the role that shall do it. */
            role: string;
            /** @description Ticket it is about. */
            ticket: components["schemas"]["TicketId"];
            /** @description What is to be done, in one line. */
            title: string;
        };
        /** @description One button. */
        TaskButton: {
            /** @description What `POST /tasks/{id}/act` names it by. */
            code: string;
            /** @description What it does. */
            does: components["schemas"]["WorkflowDoes"];
            /** @description What stands on it. */
            name: components["schemas"]["WorkflowText"];
            /** @description Whether an opinion must come with it. */
            opinion: components["schemas"]["WorkflowOpinion"];
        };
        /** @description One field. */
        TaskField: {
            /** @description What may be done with it here. */
            access: components["schemas"]["WorkflowAccess"];
            /** @description Its name. */
            key: string;
            /** @description What stands beside it. */
            name: components["schemas"]["WorkflowText"];
            /** @description Its type. */
            type: components["schemas"]["WorkflowValueType"];
            /** @description Its value. */
            value?: unknown;
        };
        /** @description Something a person shall do. */
        TaskId: string;
        /** @description What is to be done. */
        TaskView: {
            /** @description What can be pressed. */
            buttons: components["schemas"]["TaskButton"][];
            /** @description What can be seen and filled in. */
            fields: components["schemas"]["TaskField"][];
            /** @description The task. */
            id: components["schemas"]["TaskId"];
            /** @description Voices so far. */
            votes: components["schemas"]["WorkflowVote"][];
            /** @description The caller may do it now. */
            yours: boolean;
        };
        /** @description A merchant. */
        Tenant: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Currency of its limits. */
            currency: components["schemas"]["Currency"];
            /** @description Redress id. */
            id: components["schemas"]["TenantId"];
            /** @description BCP 47 tag of its language. */
            locale: string;
            /** @description Display name. */
            name: string;
            /** @description Name of its plan among the operator's settings. */
            plan?: string;
            /** @description Takes only plugins that one of its signing keys has signed. */
            requires_signature?: boolean;
            /** @description Short name in addresses and logs: lower-case letters, digits, hyphens. */
            slug: string;
        };
        /** @description A merchant. */
        TenantId: string;
        /** @description A moment of a timetable. */
        Tick: {
            /** @description When the timetable says. */
            due: components["schemas"]["Timestamp"];
            previous?: components["schemas"]["Timestamp"] | null;
        };
        /** @description A step that is done. */
        Ticked: {
            /** @description How it ended. */
            answer: string;
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description Who ticked it. */
            by: components["schemas"]["Actor"];
            /** @description Files, by the name of what they show. */
            evidence: components["schemas"]["Shown"][];
            /** @description In words. */
            note?: string | null;
            /** @description Which. */
            step: string;
        };
        /** @description One case. */
        Ticket: components["schemas"]["Axes"] & {
            /** @description Agreements the refund waits for or has, in order; the first unmet one is next. */
            approvals?: components["schemas"]["Approval"][];
            assignee?: components["schemas"]["UserId"] | null;
            /** @description Where it came from. */
            channel: string;
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            customer?: components["schemas"]["CustomerId"] | null;
            /** @description Money to keep back when the refund is paid. */
            deductions?: components["schemas"]["Deduction"][];
            /** @description The customer's words. */
            description: string;
            /** @description The channel's own number, unique within tenant and channel. */
            external_ref?: string | null;
            /** @description Values of the tenant's form. */
            fields: {
                [key: string]: unknown;
            };
            /** @description Redress id. */
            id: components["schemas"]["TicketId"];
            /** @description What is asked for. */
            kind: components["schemas"]["TicketKind"];
            /** @description Goods in question. */
            lines: components["schemas"]["TicketLine"][];
            /** @description The number people use, unique within the tenant. */
            number: string;
            order?: components["schemas"]["OrderId"] | null;
            /** @description How urgent it is. */
            priority: components["schemas"]["Priority"];
            /** @description Problem label. */
            problem_type?: string | null;
            queue?: components["schemas"]["QueueId"] | null;
            refund?: components["schemas"]["Refund"] | null;
            /**
             * Format: int32
             * @description How often it was refused since it was opened or reopened; the second refusal is final.
             */
            refusals?: number;
            reopened_at?: components["schemas"]["Timestamp"] | null;
            risk?: components["schemas"]["Risk"] | null;
            /** @description One line of text. */
            subject: string;
            /** @description Tags, without repeats. */
            tags: string[];
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes; every write checks it.
             */
            version: number;
        };
        /** @description A ticket that changed. */
        TicketChange: {
            /** @description Redress id. */
            id: components["schemas"]["TicketId"];
            /** @description The number people use. */
            number: string;
            /**
             * Format: int64
             * @description Its version now.
             */
            version: number;
        };
        /** @description What is promised about a ticket, and where each promise stands. */
        TicketClocks: {
            /** @description Every round of every promise, in the order in which they began. */
            clocks: components["schemas"]["Clock"][];
            due_at?: components["schemas"]["Timestamp"] | null;
            next_step_at?: components["schemas"]["Timestamp"] | null;
            policy?: components["schemas"]["PolicyName"] | null;
        };
        /** @description A ticket. */
        TicketId: string;
        /** @description What a ticket says of itself. */
        TicketItem: {
            /** @description Agreements the refund waits for or has, in order. */
            approvals: components["schemas"]["Approval"][];
            assignee?: components["schemas"]["UserId"] | null;
            /** @description Where the case stands. */
            case: components["schemas"]["CaseStatus"];
            /** @description Where it came from. */
            channel: string;
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Money to keep back. */
            deductions: components["schemas"]["Deduction"][];
            /** @description The customer's words. */
            description: string;
            /** @description Where a dispute stands. */
            dispute: components["schemas"]["DisputeStatus"];
            /** @description The channel's own number. */
            external_ref?: string | null;
            /** @description Values of the form. */
            fields: Record<string, unknown>;
            /** @description Where the goods are. */
            goods: components["schemas"]["GoodsStatus"];
            /** @description Redress id. */
            id: components["schemas"]["TicketId"];
            /** @description What is asked for. */
            kind: components["schemas"]["TicketKind"];
            /** @description Goods in question. */
            lines: components["schemas"]["TicketLine"][];
            /** @description Where the money is. */
            money: components["schemas"]["MoneyStatus"];
            /** @description The number people use. */
            number: string;
            /** @description How urgent it is. */
            priority: components["schemas"]["Priority"];
            /** @description Problem label. */
            problem_type?: string | null;
            /** @description Key of the queue it waits in. */
            queue?: string | null;
            refund?: components["schemas"]["Refund"] | null;
            reopened_at?: components["schemas"]["Timestamp"] | null;
            risk?: components["schemas"]["Risk"] | null;
            /** @description One line of text. */
            subject: string;
            /** @description Tags. */
            tags: string[];
            /** @description When it last changed. */
            updated_at: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Counts changes; the `ETag`.
             */
            version: number;
        };
        /**
         * @description What the customer asks for.
         * @enum {string}
         */
        TicketKind: "return_refund" | "refund_only" | "exchange" | "resend" | "repair" | "price_protect" | "freight_claim" | "complaint" | "inquiry";
        /** @description One line of a ticket: which goods, how many, why. */
        TicketLine: {
            /** @description Product category, when known. */
            category?: string | null;
            /** @description Redress id. */
            id: components["schemas"]["TicketLineId"];
            /** @description Name of the order line, when the order is known. */
            order_line?: string | null;
            /**
             * Format: int32
             * @description How many, at least 1.
             */
            quantity: number;
            /** @description Reason code. */
            reason: string;
            /** @description What is asked for this line. */
            requested: components["schemas"]["Money"];
            /** @description Stock keeping unit, empty when unknown. */
            sku: string;
        };
        /** @description One line of a ticket. */
        TicketLineId: string;
        /** @description One ticket belongs to another; both see how the other stands. */
        TicketLink: {
            /** @description The ticket that belongs to it. */
            child: components["schemas"]["TicketId"];
            /** @description Since when. */
            created_at: components["schemas"]["Timestamp"];
            /** @description How. */
            kind: components["schemas"]["LinkKind"];
            /** @description The ticket that came first. */
            parent: components["schemas"]["TicketId"];
            task?: components["schemas"]["TaskId"] | null;
        };
        /** @description Which tickets a timetable is about: those that meet every condition given. */
        TicketMatch: {
            /** @description Case status; every open one when empty. */
            case?: components["schemas"]["CaseStatus"][];
            /** @description What is asked for; everything when empty. */
            kinds?: components["schemas"]["TicketKind"][];
            /**
             * Format: int32
             * @description Only tickets older than so many minutes.
             */
            older_than_minutes?: number | null;
            /** @description Key of the queue. */
            queue?: string | null;
        };
        /** @description `data` of every paper about a ticket. */
        TicketPaper: {
            customer?: components["schemas"]["CustomerPart"] | null;
            /** @description The goods. */
            lines: components["schemas"]["LinePart"][];
            /** @description Address that the customer may scan, printed as a QR code. */
            link?: string | null;
            /** @description When it is printed. */
            now: string;
            order?: components["schemas"]["OrderPart"] | null;
            refund?: components["schemas"]["RefundPart"] | null;
            /** @description The shop. */
            shop: components["schemas"]["ShopPart"];
            /** @description The ticket. */
            ticket: components["schemas"]["TicketPart"];
            total?: components["schemas"]["Amount"] | null;
        };
        /** @description The ticket. */
        TicketPart: {
            /** @description Name of the person who has it. */
            assignee?: string | null;
            /** @description Where it came from. */
            channel: string;
            /** @description When it was created. */
            created_at: string;
            /** @description The customer's words. */
            description: string;
            /** @description The channel's own number. */
            external_ref?: string | null;
            /**
             * @description Values of the tenant's form. The shipped templates print `engineer`, `service_time`, `appointment`, `address`, `contact`,
             *     `tools`, `diagnosis`, `work`, `result`, `serial_number`, `accessories`, `condition`, `repair`, `quote`, `ready_by`,
             *     `warranty`, `return_address` (texts) and `parts` (a list of `sku`, `title`, `quantity`, `price`) when they are there.
             */
            fields: Record<string, unknown>;
            /** @description What is asked for, for example `repair`. */
            kind: string;
            /** @description The number people use; it is the paper's barcode. */
            number: string;
            /** @description How urgent it is. */
            priority: string;
            /** @description Problem label. */
            problem_type?: string | null;
            /** @description Name of the queue it waits in. */
            queue?: string | null;
            /** @description Where the case stands, for example `fulfilling`. */
            status: string;
            /** @description One line of text. */
            subject: string;
            /** @description Tags. */
            tags: string[];
            /** @description When it last changed. */
            updated_at: string;
        };
        /** @description A ticket as lists show it: with whom and what it is about, and what is owed next. */
        TicketRow: components["schemas"]["TicketItem"] & {
            customer?: components["schemas"]["CustomerRef"] | null;
            due_at?: components["schemas"]["Timestamp"] | null;
            order?: components["schemas"]["OrderRef"] | null;
        };
        /** @description A ticket with all that belongs to it. */
        TicketView: components["schemas"]["TicketItem"] & {
            customer?: components["schemas"]["CustomerRef"] | null;
            /** @description Rule calls about it, oldest first; those of this request only, where a request answers with the ticket. */
            decisions: components["schemas"]["DecisionItem"][];
            /** @description Rules that gave no usable answer: which plugin, why. People decide instead. */
            failures: components["schemas"]["FailureItem"][];
            order?: components["schemas"]["OrderRef"] | null;
            /**
             * @description What people may do to it now, by its state; another event would be refused. Who may do it, and what a workflow asks besides, its
             *     tasks and the caller's roles say.
             */
            possible: components["schemas"]["EventKind"][];
            /**
             * @description Key of the workflow that it goes through or went through last; `GET /tickets/{id}/workflow` says where it stands there. Null for a
             *     ticket without one.
             */
            workflow?: string | null;
        };
        /**
         * @description A time of day: `HH:MM` or `HH:MM:SS`, up to and with `24:00`, the end of the day.
         * @example 09:00
         */
        TimeOfDay: string;
        /** @description Something that happens at a time. */
        TimerId: string;
        /**
         * Format: date-time
         * @description A moment in UTC, cut to microseconds because PostgreSQL keeps no more.
         */
        Timestamp: string;
        /** @description Times and tickets. */
        Timetable: {
            /** @description Cron text ([`Cron`]), for example `*\/5 * * * *`, with seconds in front `0 *\/5 * * * *`, or `@hourly`. Sunday is 0 or 7. */
            cron: string;
            /** @description Which tickets; all open ones when left out. */
            tickets?: components["schemas"]["TicketMatch"];
            /**
             * Format: int32
             * @description Minutes that the timetable's clock is ahead of UTC, −720 to 840; 480 for China.
             */
            utc_offset_minutes?: number;
        };
        /** @description Sums over the whole past in the case's currency. */
        Totals: {
            /**
             * Format: int32
             * @description Number of earlier tickets.
             */
            after_sales: number;
            /**
             * Format: int32
             * @description Number of orders.
             */
            orders: number;
            /** @description Paid over all orders. */
            paid: components["schemas"]["Money"];
            /** @description Refunded over all tickets. */
            refunded: components["schemas"]["Money"];
        };
        /**
         * @description A tracking number without what scanners, keyboards and GS1 labels put around it. Two readings of one label are equal.
         * @example SF1029384756013
         */
        TrackingNumber: string;
        /** @description Where a ticket goes: a queue, a person, or both. */
        TransferTicket: {
            assignee?: components["schemas"]["UserId"] | null;
            /** @description Key of the new queue; left out, the ticket stays in its queue. */
            queue?: string | null;
            /** @description Why. */
            reason?: string | null;
        };
        /** @description A parcel of the queue. */
        UnidentifiedItem: components["schemas"]["QueuedParcel"] & {
            /** @description Awaited parcels that it may be, best first. */
            suggestions: components["schemas"]["Suggestion"][];
        };
        /** @description A parcel without a ticket. */
        UnidentifiedParcel: {
            /** @description What the warehouse saw. */
            note: string;
            number?: components["schemas"]["TrackingNumber"] | null;
            /** @description Photos of label and contents, by the names of their attachments. */
            photos: string[];
            /** @description The scan that brought it. */
            scan: components["schemas"]["ScanId"];
            /** @description Since when it waits. */
            since: components["schemas"]["Timestamp"];
        };
        /** @description What the calls of one plugin version for one purpose used in one day. */
        Usage: {
            /**
             * Format: int64
             * @description Calls.
             */
            calls: number;
            /**
             * Format: int64
             * @description Days since 1970-01-01 in UTC.
             */
            day: number;
            /**
             * Format: int64
             * @description Microseconds of all of them.
             */
            duration_us: number;
            /**
             * Format: int64
             * @description Those without a usable answer.
             */
            faults: number;
            /**
             * Format: int64
             * @description Fuel of all of them.
             */
            fuel: number;
            /**
             * Format: int64
             * @description Largest linear memory of one, in bytes.
             */
            peak_memory: number;
            /** @description Plugin version. */
            plugin: components["schemas"]["PluginId"];
            /** @description What for. */
            purpose: components["schemas"]["UsagePurpose"];
        };
        /**
         * @description What calls were made for.
         * @enum {string}
         */
        UsagePurpose: "decision" | "shadow" | "dry_run" | "backtest" | "replay";
        /** @description Files to use. */
        UsedFiles: {
            /** @description The files, at most 20. */
            attachments: components["schemas"]["AttachmentId"][];
            /** @description False: the customer may see them. */
            internal?: boolean;
        };
        /** @description A person or program that acts for a tenant. */
        User: {
            /** @description Is here and takes tickets. Who is away does not stall a workflow: their deputy acts (Z17). */
            available: boolean;
            /**
             * Format: int32
             * @description Open tickets at most; 0 for no limit.
             */
            capacity: number;
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description Names of the departments they belong to (部门); workflows name operators by them (Z14). */
            departments?: string[];
            deputy?: components["schemas"]["UserId"] | null;
            /** @description May not log in or act any more. */
            disabled: boolean;
            /** @description Mail address, unique within the tenant. */
            email: string;
            /** @description Redress id. */
            id: components["schemas"]["UserId"];
            /** @description Display name. */
            name: string;
            /** @description Keys of the queues worked in. */
            queues: string[];
            /**
             * Format: int32
             * @description Mean rating in hundredths of a star.
             */
            rating?: number | null;
            /** @description Names of the roles held. */
            roles: string[];
            /** @description Skills, for routing. */
            skills: string[];
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description What to change of a user; what is left out stays. */
        UserChange: {
            /** @description Takes tickets now. */
            available?: boolean | null;
            /**
             * Format: int32
             * @description Open tickets at most; 0 for no limit.
             */
            capacity?: number | null;
            /** @description Names of departments. */
            departments?: string[] | null;
            deputy?: components["schemas"]["UserId"] | null;
            /** @description May not act any more; their keys stop at once. */
            disabled?: boolean | null;
            /** @description Display name, 1 to 100 characters. */
            name?: string | null;
            /** @description Keys of queues. */
            queues?: string[] | null;
            /**
             * Format: int32
             * @description Mean rating in hundredths of a star, 0 to 500; null to forget it.
             */
            rating?: number | null;
            /** @description Names of roles. */
            roles?: string[] | null;
            /** @description Skills, for routing. */
            skills?: string[] | null;
        };
        /** @description A person or program that acts for a tenant. */
        UserId: string;
        /** @description A verdict, from mildest to strictest. */
        Verdict: "approve" | {
            /** @description Ask people. */
            needs_approval: components["schemas"]["ApprovalNeed"];
        } | {
            /** @description Ask the customer for these fields. */
            need_information: string[];
        } | {
            /** @description Do not pay; the text goes to the customer. */
            reject: string;
        };
        /**
         * @description The name of a verdict, in order of strictness.
         * @enum {string}
         */
        VerdictKind: "approve" | "needs_approval" | "need_information" | "reject";
        /** @description What one version says. */
        VersionSaid: {
            /** @description What follows from its answer. */
            consequence: components["schemas"]["Consequence"];
            /** @description How that differs from the decision. */
            difference: components["schemas"]["Difference"];
            /** @description Why it has no answer. */
            fault?: string | null;
            /** @description How its call ended. */
            outcome: components["schemas"]["DecisionOutcome"];
            /** @description The plugin version. */
            plugin: components["schemas"]["PluginId"];
            /** @description When it was uploaded. */
            uploaded_at: components["schemas"]["Timestamp"];
            /** @description Its version. */
            version: string;
        };
        /** @description One thing wrong with a value. */
        Violation: {
            /** @description What is wrong and what to change. */
            message: string;
            /** @description JSON Pointer to the value. */
            path: string;
        };
        /** @description Why the money is let go. */
        Waived: {
            /** @description Why, 1 to 10,000 characters. */
            reason: string;
        };
        /** @description What the warehouse knows of a ticket. */
        WarehouseView: {
            /** @description Its inspections, oldest first; the last one counts. */
            inspections: components["schemas"]["KeptInspection"][];
            /** @description Where the units of the last inspection are to go as the case stands. */
            moves: components["schemas"]["StockMove"][];
            offer?: components["schemas"]["KeptOffer"] | null;
            /** @description Its parcels, oldest first. */
            parcels: components["schemas"]["KnownParcel"][];
            /** @description Scans of them, newest first, at most 200. */
            scans: components["schemas"]["KeptScan"][];
        };
        /** @description A place outgoing webhooks go to. */
        Webhook: {
            /** @description When it was created. */
            created_at: components["schemas"]["Timestamp"];
            /** @description False while switched off. */
            enabled: boolean;
            /** @description Events it wants: `*`, `ticket.*` or one by name. */
            events: string[];
            /** @description Redress id. */
            id: components["schemas"]["WebhookId"];
            /** @description Key for signatures, `whsec_…`: in the answer that makes it, and nowhere else. */
            secret?: string | null;
            /** @description Address, http or https. */
            url: string;
            /**
             * Format: int64
             * @description Counts changes.
             */
            version: number;
        };
        /** @description What to change of an endpoint; what is left out stays. */
        WebhookChange: {
            /** @description False to switch it off. */
            enabled?: boolean | null;
            /** @description Events it wants. */
            events?: string[] | null;
            /** @description Address, http or https. */
            url?: string | null;
        };
        /** @description A place outgoing webhooks go to. */
        WebhookId: string;
        /** @description Hours of some weekdays. */
        Week: {
            /**
             * Format: date
             * @description First day on which the row holds, for example of summer hours; always when left out.
             */
            first?: string | null;
            /**
             * Format: date
             * @description Last day on which the row holds; for ever when left out.
             */
            last?: string | null;
            /** @description When those days are open. */
            open: components["schemas"]["Block"][];
            /** @description ISO 8601 weekdays: 1 is Monday, 7 is Sunday. */
            weekdays: number[];
        };
        /** @description When a step is due, on the target's own clock: a step stands still while the clock does. */
        When: {
            /**
             * Format: int32
             * @description When so many hundredths of the limit are used; 100 is the due time.
             */
            percent: number;
        } | {
            /**
             * Format: int32
             * @description So many seconds before the due time.
             */
            before_seconds: number;
        } | {
            /**
             * Format: int32
             * @description So many seconds after the due time; 0 is the due time.
             */
            after_seconds: number;
        };
        /** @description Why a ticket is withdrawn. */
        Withdrawal: {
            /**
             * @description Why.
             * @default null
             */
            reason: string | null;
        };
        /**
         * @description What somebody at a node may do with a field.
         * @enum {string}
         */
        WorkflowAccess: "hidden" | "read" | "write" | "required";
        /** @description What a run can wait for. */
        WorkflowAwaited: {
            /** @description A signal by its name: `scan`, `customer_answer`, `payment`, or one of the tenant's own. */
            signal: string;
        } | {
            /** @description The end of a sub-task that went on meanwhile. Passed at once when there is none. */
            subtask: components["schemas"]["NodeId"];
        };
        /** @description One way out of a condition. */
        WorkflowBranch: {
            /** @description Name for people. */
            name?: components["schemas"]["WorkflowText"];
            /** @description Where it goes. */
            next: components["schemas"]["NodeId"];
            /** @description When it is taken: an expression that gives true or false. One that cannot be evaluated does not hold. */
            when: string;
        };
        /** @description One button of a node. */
        WorkflowButton: {
            apply?: components["schemas"]["EventKind"] | null;
            back?: components["schemas"]["WorkflowSendBack"] | null;
            /** @description What an answer names it by; unique within the node. */
            code: string;
            /** @description What it does. */
            does: components["schemas"]["WorkflowDoes"];
            /** @description What stands on it; the console's own word for what it does when empty. */
            name?: components["schemas"]["WorkflowText"];
            next?: components["schemas"]["NodeId"] | null;
            /** @description Whether an opinion must come with it. A reject needs one always. */
            opinion?: components["schemas"]["WorkflowOpinion"];
        };
        /** @description One change of the ticket. Expressions that cannot be evaluated change nothing, and the record says so. */
        WorkflowChange: {
            /** @description A field of the ticket. */
            field: {
                /** @description Its name. */
                name: string;
                /** @description An expression. */
                value: string;
            };
        } | {
            /** @description A field of this workflow's form. */
            form: {
                /** @description Its name. */
                name: string;
                /** @description An expression of the field's type. */
                value: string;
            };
        } | {
            /** @description The priority becomes this, unless it is higher. */
            raise_priority: components["schemas"]["Priority"];
        } | {
            /** @description A tag more. */
            add_tag: string;
        } | {
            /** @description A tag less. */
            remove_tag: string;
        } | {
            /** @description A named event for automation rules and webhooks. */
            emit: string;
        } | {
            /** @description Something happens to the ticket. The ticket's own guards still hold. */
            apply: {
                /** @description Details of the event by name, each an expression. */
                details?: {
                    [key: string]: string;
                };
                /** @description What. */
                event: components["schemas"]["EventKind"];
            };
        };
        /**
         * @description The clock that a time limit runs by. The engine only says which; the host computes the moment.
         * @enum {string}
         */
        WorkflowClock: "calendar" | "business";
        /** @description One version of a workflow. A published version never changes: tickets pin the one they began with. */
        WorkflowDefinition: {
            /** @description What it is for. */
            description?: components["schemas"]["WorkflowText"];
            /** @description The role that gets what nobody else can do, so that nothing stalls (Z17). */
            fallback: string;
            /** @description Fields that its nodes read and write, by name; expressions see them as `form.name`. */
            fields?: {
                [key: string]: components["schemas"]["WorkflowFormField"];
            };
            /** @description Stable name within the tenant, such as `returns`. */
            id: string;
            /** @description Name for people. */
            name: components["schemas"]["WorkflowText"];
            /** @description The nodes; exactly one is a start. */
            nodes: components["schemas"]["WorkflowNode"][];
            /**
             * Format: int32
             * @description Counts published versions, from 1.
             */
            version: number;
        };
        /**
         * @description What a button does (Z13).
         * @enum {string}
         */
        WorkflowDoes: "submit" | "agree" | "reject" | "transfer" | "delegate";
        /** @description What a step does. */
        WorkflowEscalation: "remind" | {
            /** @description The priority becomes this, unless it is higher. */
            raise_priority: components["schemas"]["Priority"];
        } | {
            /** @description Tells somebody. */
            tell: {
                /** @description Name of the template. */
                template: string;
                /** @description Whom. */
                to: components["schemas"]["WorkflowWho"][];
            };
        } | {
            /** @description Gives the task to somebody else. */
            hand_over: {
                /** @description Whoever has it keeps it as well. */
                keep?: boolean;
                /** @description To whom. */
                to: components["schemas"]["WorkflowWho"][];
            };
        } | {
            /** @description A named event for automation rules and webhooks. */
            emit: string;
        } | {
            /** @description Something happens to the ticket. */
            apply: components["schemas"]["EventKind"];
        } | {
            /** @description The node ends here and the run goes on there. */
            go: components["schemas"]["NodeId"];
        };
        /**
         * @description How a token would go over.
         * @enum {string}
         */
        WorkflowFate: "stays" | "restarts" | "goes_back" | "blocked";
        /** @description One thing that is wrong with a definition. */
        WorkflowFinding: {
            /** @description A stable name, such as `dead_end`. */
            code: string;
            /** @description What to do about it. */
            fix: string;
            /** @description What is wrong. */
            message: string;
            node?: components["schemas"]["NodeId"] | null;
            /** @description How bad it is. */
            severity: components["schemas"]["WorkflowSeverity"];
        };
        /** @description A field that the nodes of a workflow read and write. */
        WorkflowFormField: {
            /** @description Name for people. */
            name: components["schemas"]["WorkflowText"];
            /** @description Type of its value. */
            type: components["schemas"]["WorkflowValueType"];
        };
        /**
         * @description For whom a join waits.
         * @enum {string}
         */
        WorkflowJoinWait: "all" | "any";
        /** @description How long a node may take. */
        WorkflowLimit: {
            /** @description The clock of `within` and of all steps. */
            clock?: components["schemas"]["WorkflowClock"];
            /** @description What happens when, each counted from the moment the node was reached. */
            steps?: components["schemas"]["WorkflowStep"][];
            /** @description By when it shall be done, from the moment it was reached; what the ticket's page shows. */
            within: components["schemas"]["Span"];
        };
        /** @description What would change. */
        WorkflowMigration: {
            /** @description Values that would be lost, because the new version does not have the field or gives it another type. */
            fields_lost: string[];
            /**
             * Format: int32
             * @description The version that the run follows.
             */
            from: number;
            /** @description What would become of each token. */
            moves: components["schemas"]["WorkflowMove"][];
            /** @description Nodes of the old version that the new one does not have, whose outcomes would no longer be seen. */
            nodes_gone: components["schemas"]["NodeId"][];
            /** @description True when every token has a place; otherwise [`migrate()`] refuses. */
            possible: boolean;
            /**
             * Format: int32
             * @description The version that it would follow.
             */
            to: number;
        };
        /** @description How many must agree (Z13). */
        WorkflowMode: "any" | "all" | {
            /** @description So many of them. */
            at_least: {
                /**
                 * Format: int32
                 * @description How many, 1 to 20.
                 */
                n: number;
                /** @description One who disagrees decides; otherwise the others may still bring enough voices together. */
                veto?: boolean;
            };
        } | "in_order";
        /** @description What would become of one token. */
        WorkflowMove: {
            /** @description How. */
            fate: components["schemas"]["WorkflowFate"];
            /** @description Where it stands. */
            from: components["schemas"]["NodeId"];
            to?: components["schemas"]["NodeId"] | null;
            /**
             * Format: int32
             * @description Its number.
             */
            token: number;
            /**
             * Format: int32
             * @description Voices that would be lost with its task.
             */
            votes_lost: number;
            /** @description Why, in a sentence. */
            why: string;
        };
        /** @description One step of a workflow. */
        WorkflowNode: {
            /**
             * @description What the answer of a hook, a signal or a sub-task contains: kept for `outcome.<node>.<name>`. Anything else that
             *     comes with an answer is not kept.
             */
            gives?: {
                [key: string]: components["schemas"]["WorkflowValueType"];
            };
            /** @description Unique within the definition: small letters, digits and underscores, beginning with a letter. */
            id: components["schemas"]["NodeId"];
            /** @description What it does and where it leads. */
            kind: components["schemas"]["WorkflowNodeKind"];
            limit?: components["schemas"]["WorkflowLimit"] | null;
            /** @description Name for people. */
            name: components["schemas"]["WorkflowText"];
            position?: components["schemas"]["WorkflowPosition"] | null;
            work?: components["schemas"]["WorkflowWork"] | null;
        };
        /** @description What a node does and where it leads. Where people decide, their buttons say where it leads. */
        WorkflowNodeKind: {
            /** @description Where it goes. */
            next: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "start";
        } | {
            /** @enum {string} */
            type: "form";
        } | {
            /** @description How many must agree. */
            mode?: components["schemas"]["WorkflowMode"];
            /** @enum {string} */
            type: "approval";
        } | {
            /** @description In order. */
            branches: components["schemas"]["WorkflowBranch"][];
            /** @description Where it goes when none holds. */
            else: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "condition";
        } | {
            /** @description Where they begin, two or more. */
            branches: components["schemas"]["NodeId"][];
            /** @description Where they come together again. */
            join: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "split";
        } | {
            /** @description Where it goes. */
            next: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "join";
            /** @description For whom it waits. */
            wait?: components["schemas"]["WorkflowJoinWait"];
        } | {
            meanwhile?: components["schemas"]["NodeId"] | null;
            ticket?: components["schemas"]["TicketKind"] | null;
            /** @enum {string} */
            type: "subtask";
        } | {
            /** @description Where it goes when no rule could answer: a failed rule never stalls a run. */
            failed: components["schemas"]["NodeId"];
            /** @description Which. */
            hook: components["schemas"]["Hook"];
            /** @description Where it goes with an answer. */
            next: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "hook";
        } | {
            /** @description Counts as well when it happened before the run came here. */
            early?: boolean;
            /** @description For what. */
            for: components["schemas"]["WorkflowAwaited"];
            /** @description Where it goes. */
            next: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "wait";
        } | {
            /** @description Where it goes. */
            next: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "timer";
            /** @description How long, or until when. */
            when: components["schemas"]["WorkflowWhen"];
        } | {
            /** @description Where it goes. */
            next: components["schemas"]["NodeId"];
            /** @description Name of the template. */
            template: string;
            /** @description Whom. */
            to: components["schemas"]["WorkflowWho"][];
            /** @enum {string} */
            type: "notify";
        } | {
            /** @description In order. */
            changes: components["schemas"]["WorkflowChange"][];
            /** @description Where it goes. */
            next: components["schemas"]["NodeId"];
            /** @enum {string} */
            type: "set";
        } | {
            apply?: components["schemas"]["EventKind"] | null;
            /** @description What came out, such as `refunded`; reports count by it. */
            outcome: string;
            /** @enum {string} */
            type: "end";
        };
        /**
         * @description When a step counts.
         * @enum {string}
         */
        WorkflowOnly: "open" | "unclaimed";
        /**
         * @description Whether words must come with a button.
         * @enum {string}
         */
        WorkflowOpinion: "optional" | "required";
        /** @description Somebody who can act or be told, as the host knows them. */
        WorkflowParty: "customer" | {
            /** @description One person. */
            person: components["schemas"]["UserId"];
        } | {
            /** @description Everybody with a role. */
            role: string;
        } | {
            /** @description Everybody of a department. */
            department: string;
        } | {
            /** @description Everybody who works a queue, by its name or id. */
            queue: string;
        };
        /** @description A place on the canvas, in pixels. */
        WorkflowPosition: {
            /**
             * Format: int32
             * @description From the left.
             */
            x: number;
            /**
             * Format: int32
             * @description From the top.
             */
            y: number;
        };
        /** @description Whether a run goes on. */
        WorkflowRunState: {
            /** @enum {string} */
            is: "ready";
        } | {
            /** @enum {string} */
            is: "running";
            /** @description Since when. */
            since: components["schemas"]["Timestamp"];
        } | {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            is: "finished";
            /** @description The end's outcome. */
            outcome: string;
        } | {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            is: "cancelled";
            /** @description Why. */
            reason?: string | null;
        };
        /**
         * @description To whom a rejected request goes back.
         * @enum {string}
         */
        WorkflowSendBack: "customer" | "first_reviewer" | "node";
        /**
         * @description How bad a finding is.
         * @enum {string}
         */
        WorkflowSeverity: "error" | "warning";
        /** @description Something that workflows wait for. */
        WorkflowSignal: {
            /** @description What it says. */
            data?: Record<string, unknown>;
            /** @description Its name: `scan`, `payment`, `customer_answer`, or one of the workflow's own. */
            name: string;
        };
        /** @description One place where a run stands. */
        WorkflowStanding: {
            /** @description The clock of `within`. */
            clock: components["schemas"]["WorkflowClock"];
            /** @description Who holds it: those who have accepted it, or all who may. Empty when no person is waited for. */
            holders: components["schemas"]["WorkflowParty"][];
            /**
             * Format: int32
             * @description Voices that the task still needs.
             */
            missing: number;
            /** @description Its name, for people: "现在到仓储环节了". */
            name: components["schemas"]["WorkflowText"];
            /** @description The node. */
            node: components["schemas"]["NodeId"];
            /** @description Since when. */
            since: components["schemas"]["Timestamp"];
            task?: components["schemas"]["TaskId"] | null;
            /** @description Timers that run for it. */
            timers: components["schemas"]["TimerId"][];
            until?: components["schemas"]["Timestamp"] | null;
            /** @description What it waits for. */
            waiting: components["schemas"]["WorkflowWaiting"];
            within?: components["schemas"]["Span"] | null;
        };
        /** @description One step of an escalation. */
        WorkflowStep: {
            /** @description When. */
            after: components["schemas"]["Span"];
            /** @description What happens, in order. */
            do: components["schemas"]["WorkflowEscalation"][];
            every?: components["schemas"]["Span"] | null;
            /** @description Under which circumstances. */
            only?: components["schemas"]["WorkflowOnly"];
        };
        /** @description A text by language tag (BCP 47), such as `{"zh-CN": "仓库质检", "en": "Warehouse inspection"}`. */
        WorkflowText: {
            [key: string]: string;
        };
        /**
         * @description The type of a value; the names are those of decision tables.
         * @enum {string}
         */
        WorkflowValueType: "boolean" | "integer" | "number" | "text" | "list" | "money" | "timestamp";
        /** @description A ticket's workflow as it stands. */
        WorkflowView: {
            /**
             * Format: int32
             * @description The edition that the ticket is pinned to.
             */
            edition: number;
            /** @description Key of the workflow. */
            key: string;
            /** @description Its name. */
            name: components["schemas"]["WorkflowText"];
            /**
             * Format: int32
             * @description Which time the ticket goes through a workflow, from 1.
             */
            round: number;
            /** @description Whether it goes on. */
            state: components["schemas"]["WorkflowRunState"];
            /** @description Every place where it stands; several after a split. */
            steps: components["schemas"]["StepView"][];
        };
        /** @description What somebody said. */
        WorkflowVote: {
            /** @description When. */
            at: components["schemas"]["Timestamp"];
            /** @description The button they pressed. */
            button: string;
            /** @description Who. */
            by: components["schemas"]["Actor"];
            /** @description In their words. */
            opinion?: string | null;
        };
        /** @description What a token waits for. */
        WorkflowWaiting: {
            /** @description The run has gone on meanwhile; this ends when the task is done. */
            apart?: boolean;
            /** @enum {string} */
            for: "task";
            /** @description Their task. */
            task: components["schemas"]["TaskId"];
        } | {
            /**
             * Format: int32
             * @description Number of the question, see [`crate::Effect::AskHook`].
             */
            ask: number;
            /** @enum {string} */
            for: "hook";
        } | {
            /** @enum {string} */
            for: "signal";
            /** @description Its name. */
            name: string;
        } | {
            /** @enum {string} */
            for: "subtask";
            /** @description Its node. */
            node: components["schemas"]["NodeId"];
        } | {
            /** @enum {string} */
            for: "timer";
        } | {
            /** @enum {string} */
            for: "join";
        };
        /** @description Until when a timer runs. */
        WorkflowWhen: {
            /** @description So long. */
            after: components["schemas"]["Span"];
        } | {
            /** @description So long, in business hours. */
            after_business: components["schemas"]["Span"];
        } | {
            /** @description Until a moment: an expression. One that cannot be evaluated or lies in the past is due at once. */
            until: string;
        };
        /** @description Somebody named in a definition: by person, role, department, queue or expression (Z14), or by the part they play. */
        WorkflowWho: "customer" | "owner" | {
            /** @description One person. */
            person: components["schemas"]["UserId"];
        } | {
            /** @description Everybody with a role. */
            role: string;
        } | {
            /** @description Everybody of a department. */
            department: string;
        } | {
            /** @description Everybody who works a queue, by its name or id. */
            queue: string;
        } | {
            /** @description The person who did an earlier node. */
            doer_of: components["schemas"]["NodeId"];
        } | {
            /** @description An expression that gives a text or a list of texts, each as [`Party`] prints it: `role:supervisor`. */
            expression: string;
        };
        /** @description The human side of a form, an approval or a sub-task. */
        WorkflowWork: {
            /** @description What they can press. */
            buttons: components["schemas"]["WorkflowButton"][];
            /** @description The role that does it when nobody of `who` can; the definition's own when empty. */
            fallback?: string | null;
            /**
             * @description Which fields they see and fill in. A field that is not named is readable for people of the merchant and hidden
             *     from the customer.
             */
            fields?: {
                [key: string]: components["schemas"]["WorkflowAccess"];
            };
            /** @description Who may do it; for approvals in order, each entry is one place in the order. */
            who: components["schemas"]["WorkflowWho"][];
        };
        /**
         * @description A clock on the wall: an IANA zone, or a fixed distance from UTC.
         * @example Asia/Shanghai
         * @example +08:00
         */
        Zone: string;
    };
    responses: {
        /** @description Why it was refused. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ApiKey"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    revoke_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    upload_attachment: {
        parameters: {
            query: {
                /** @description File name. Folders and control characters in it are dropped. */
                name: string;
                /** @description Control of the form that it is for: it decides which files are taken. Any that the server takes, when left out. */
                field?: "image" | "video" | "attachment";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": components["schemas"]["Binary"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    download_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AttachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Binary"];
                };
            };
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Binary"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description What this user did. */
                actor?: components["schemas"]["UserId"];
                /** @description What was done to this kind of thing, for example `users`. */
                resource?: string;
                /** @description What was done to the thing with this id. */
                id?: string;
                /** @description From this moment on. */
                from?: components["schemas"]["Timestamp"];
                /** @description Before this moment. */
                to?: components["schemas"]["Timestamp"];
                /** @description True: only what was refused; false: only what was done. */
                refused?: boolean;
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AuditRow"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    export_audit: {
        parameters: {
            query: {
                /** @description `csv` or `jsonl`. */
                format: "csv" | "jsonl";
                /** @description From this moment on. */
                from?: components["schemas"]["Timestamp"];
                /** @description Before this moment. */
                to?: components["schemas"]["Timestamp"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    verify_audit: {
        parameters: {
            query?: {
                /** @description `next` of the answer before; the beginning when left out. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheck"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_backtests: {
        parameters: {
            query?: {
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Job"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    start_backtest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBacktest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_bindings: {
        parameters: {
            query?: {
                /** @description Only those of this hook. */
                hook?: components["schemas"]["Hook"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_binding: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBinding"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    order_bindings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindingOrder"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_binding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_binding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    update_binding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindingChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    binding_coverage: {
        parameters: {
            query?: {
                /** @description Only decisions from this moment on; the last 90 days when left out. */
                since?: components["schemas"]["Timestamp"];
            };
            header?: never;
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    disable_binding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    binding_divergence: {
        parameters: {
            query?: {
                /** @description Only decisions from this moment on; the last 30 days when left out. */
                since?: components["schemas"]["Timestamp"];
            };
            header?: never;
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Divergence"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    enable_binding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_golden: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Golden"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    add_golden: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGolden"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Golden"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_golden: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["BindingId"];
                decision: components["schemas"]["DecisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    binding_health: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    binding_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_RevisionView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    promote_binding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Promotion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    roll_back_binding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["BindingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakingBack"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingWithPlugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_board: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_calendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_BusinessHours"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_calendar: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Calendar"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessHours"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CalendarId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessHours"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    update_calendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["CalendarId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Calendar"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessHours"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_calendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["CalendarId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    import_holidays: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["CalendarId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Holidays"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessHours"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_checklists: {
        parameters: {
            query?: {
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before: the article that was read last. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Checklist"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_checklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_checklist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChecklist"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checklist"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    export_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesExport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    apply_configuration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileToApply"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    plan_configuration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileToApply"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description Only the one with this external id. */
                external_id?: string;
                /**
                 * @description What people type: the beginning of a customer's own number, telephone number or name. What the
                 *     caller's roles hide is not searched; of each of these the first 500 are looked at. 1 to 100 characters.
                 */
                q?: string;
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Customer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_customer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCustomer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_credit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credit"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    add_credit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCredit"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credit"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_decisions: {
        parameters: {
            query?: {
                /** @description Ticket they were made for. */
                ticket?: components["schemas"]["TicketId"];
                /** @description Hook that was asked. */
                hook?: components["schemas"]["Hook"];
                /** @description Plugin that was asked. */
                plugin?: components["schemas"]["PluginId"];
                /** @description Binding that asked. */
                binding?: components["schemas"]["BindingId"];
                /** @description How the call ended. */
                outcome?: components["schemas"]["DecisionOutcome"];
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DecisionItem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["DecisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    bisect_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["DecisionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BisectRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bisection"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    explain_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["DecisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_fixture: {
        parameters: {
            query?: {
                /** @description False to keep names, texts and identifiers, which needs the permission `admin:read`; true when left out. */
                redact?: boolean;
            };
            header?: never;
            path: {
                id: components["schemas"]["DecisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exported"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_receipt: {
        parameters: {
            query?: {
                /** @description Carry what the digests name. It holds the customer's data. */
                include?: "material";
            };
            header?: never;
            path: {
                id: components["schemas"]["DecisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionReceipt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    replay_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["DecisionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_departments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Department"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_department: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDepartment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_department: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_department: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    update_department: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    watch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["TicketChange"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_forms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DrawingView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_form: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDrawing_FormDefinition"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    check_form: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormDefinition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_FormFinding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_shipped_forms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_form: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    update_form: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawingChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    judge_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersToJudge"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormAnswers"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    save_form_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormDefinition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_form_editions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_EditionView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_form_edition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                edition: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    fill_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormSubject"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormAnswers"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    publish_form: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_FormDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_form_schema: {
        parameters: {
            query?: {
                /** @description `customer` or `agent`; agents see fields that are theirs alone. */
                audience?: "customer" | "agent";
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormSchema"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_gateways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Gateway"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_gateway: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGateway"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_gateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["GatewayId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_gateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["GatewayId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    update_gateway: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["GatewayId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_gateway_notices: {
        parameters: {
            query?: {
                /** @description What came of them. */
                state?: components["schemas"]["NoticeState"];
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["GatewayId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_GatewayNotice"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    evaluate_hook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hook: components["schemas"]["Hook"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Evaluation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_inventory_connector: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryConnector"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_inventory_connector: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectorDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryConnector"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_inventory_connector: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    job_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_macros: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Macro"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_macro: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMacro"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_macro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    update_macro: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MacroContent"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Macro"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_macro: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    change_own_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_orders: {
        parameters: {
            query?: {
                /** @description Only the one with this external id. */
                external_id?: string;
                /** @description Only those of this customer. */
                customer?: components["schemas"]["CustomerId"];
                /**
                 * @description What people type: the beginning of an order's number, or of the customer's own number, telephone number or name. What the
                 *     caller's roles hide is not searched; of each of these the first 500 are looked at. 1 to 100 characters.
                 */
                q?: string;
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Order"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_order: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_orders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_outbox: {
        parameters: {
            query?: {
                /** @description Only those in this state; `dead` lists what was given up. */
                state?: components["schemas"]["OutboxState"];
                /** @description Only those to this webhook: its delivery log. */
                webhook?: components["schemas"]["WebhookId"];
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_OutboxMessage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_outbox_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OutboxId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageWithAttempts"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    resend_outbox_message: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["OutboxId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_parameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Parameter"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_parameter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parameter"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_parameter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParameterBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parameter"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_parameter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Colleague"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_pick_lists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Picking"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    make_pick_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Shelves"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    note_picked: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                ticket: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_plugins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Plugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    upload_plugin: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/wasm": components["schemas"]["Binary"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_plugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PluginId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_plugin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PluginId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    revoke_portal_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PortalLinkId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    protect_price: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Protection"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_print_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_PrintTemplateItem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    check_print_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintTemplateDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintTemplateReport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_print_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintTemplateView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_print_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintTemplateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintTemplateView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_print_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    print_pick_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PickListOrder"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": components["schemas"]["Binary"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    preview_paper: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preview"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": components["schemas"]["Binary"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Queue"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_queue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQueue"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_queue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["QueueId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    update_queue: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["QueueId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_receipt_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReceiptKey"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_recurring_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Recurring"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_recurring_job: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRecurring"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recurring"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_recurring_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["RecurringId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_refund_instructions: {
        parameters: {
            query?: {
                /** @description Where they stand. */
                state?: components["schemas"]["RefundState"];
                /** @description Ticket they pay for. */
                ticket?: components["schemas"]["TicketId"];
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_RefundInstruction"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_refund_instruction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["RefundInstructionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundInstruction"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    pay_as_credit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["RefundInstructionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundInstruction"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    mark_refund_failed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["RefundInstructionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Failed"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundInstruction"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    mark_refund_paid: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["RefundInstructionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPaid"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundInstruction"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    retry_refund: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["RefundInstructionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Again"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundInstruction"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_replacements: {
        parameters: {
            query?: {
                /** @description Where they stand; `ready` is what the warehouse may send. */
                state?: components["schemas"]["ReplacementState"];
                /** @description What leaves. */
                kind?: components["schemas"]["ReplacementKind"];
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Replacement"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_replays: {
        parameters: {
            query?: {
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Job"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    start_replay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaySpec"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_reports: {
        parameters: {
            query?: {
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_report: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_defects: {
        parameters: {
            query?: {
                /** @description Days looked at, 1 to 366. */
                days?: number;
                /** @description Fewest complaints about quality. */
                at_least?: number;
                /** @description How many times the share of the others, in percent. */
                lift_percent?: number;
                /** @description How improbable by chance, over all comparisons together, in parts of a million. */
                chance_ppm?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefectList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    recount_tickets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recount"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    run_report: {
        parameters: {
            query?: {
                /** @description `json`, `csv` or `xlsx`; what `Accept` says when left out. */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRun"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Redress id, or the key of a report that comes with the house */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    replace_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Redress id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Redress id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_report_result: {
        parameters: {
            query?: {
                /** @description First day, for example `2026-10-01`; the definition's window when left out. */
                from?: string;
                /** @description Last day; today when left out. */
                to?: string;
                /** @description `json`, `csv` or `xlsx`; what `Accept` says when left out. */
                format?: string;
                /** @description Only from these channels. */
                channel?: string;
                /** @description Only of these kinds. */
                kind?: string;
                /** @description Only with these problem labels. */
                problem_type?: string;
                /** @description Only in these queues, by key or id. */
                queue?: string;
                /** @description Only of these people, by id. */
                assignee?: string;
                /** @description Only where the case stands so. */
                case?: string;
                /** @description Only what ended so. */
                outcome?: string;
                /** @description Only where these had to agree. */
                tier?: string;
                /** @description Only of these batches. */
                batch?: string;
                /** @description Only with lines of these categories. */
                category?: string;
                /** @description Only with lines of these stock keeping units. */
                sku?: string;
                /** @description Only with lines for these reasons. */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Redress id, or the key of a report that comes with the house */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Role"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_role: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_role: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_scans: {
        parameters: {
            query?: {
                /** @description Of this ticket. */
                ticket?: components["schemas"]["TicketId"];
                /** @description Of this tracking number. */
                number?: string;
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_KeptScan"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    scan_label: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScan"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptScan"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_secrets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Secret"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    put_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSecret"];
            };
        };
        responses: {
            /** @description Stored */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    close_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    open_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_signing_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SigningKey"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_signing_key: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSigningKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    require_signatures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignaturePolicy"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignaturePolicy"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_signing_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SigningKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_sla_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SlaPolicy"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_sla_policy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_sla_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SlaPolicyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    update_sla_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["SlaPolicyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_sla_policy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["SlaPolicyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_sop_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SopRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopRunView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    tick_sop: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["SopRunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDone"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopRun"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_sops: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Sop"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_sop: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSop"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sop"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_sop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sop"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    update_sop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SopProcedure"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sop"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_sop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_surveys: {
        parameters: {
            query?: {
                /** @description Sent when this person had the ticket. */
                assignee?: components["schemas"]["UserId"];
                /** @description Answered with at least this score. */
                score_min?: number;
                /** @description Answered with at most this score. */
                score_max?: number;
                /** @description Answered, or not yet. */
                answered?: boolean;
                /** @description Sent at this moment or later. */
                from?: components["schemas"]["Timestamp"];
                /** @description Sent before this moment. */
                to?: components["schemas"]["Timestamp"];
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Survey"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    summarize_surveys: {
        parameters: {
            query?: {
                /** @description Sent when this person had the ticket. */
                assignee?: components["schemas"]["UserId"];
                /** @description Answered with at least this score. */
                score_min?: number;
                /** @description Answered with at most this score. */
                score_max?: number;
                /** @description Answered, or not yet. */
                answered?: boolean;
                /** @description Sent at this moment or later. */
                from?: components["schemas"]["Timestamp"];
                /** @description Sent before this moment. */
                to?: components["schemas"]["Timestamp"];
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SurveySummary"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    check_table: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A configuration of decision-table */
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableReport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    export_table: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableExport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedTable"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    import_table: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableImport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedTable"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                /** @description About this ticket. */
                ticket?: components["schemas"]["TicketId"];
                /** @description For this role. */
                role?: string;
                /** @description True for those that are not done. */
                open?: boolean;
                /** @description True for what is on the caller's list: held by them, a role, a department or a queue of theirs. */
                mine?: boolean;
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Task"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    act_on_task: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Press"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    claim_task: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delegate_task: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Delegation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    finish_task: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    release_task: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    transfer_task: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Handover"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_tenants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Tenant"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_tenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTenant"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedTenantView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_installation_audit: {
        parameters: {
            query?: {
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AuditRow"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_tickets: {
        parameters: {
            query?: {
                /** @description What is asked for. */
                kind?: components["schemas"]["TicketKind"];
                /** @description Where the case stands. */
                case?: components["schemas"]["CaseStatus"];
                /** @description Where the goods are. */
                goods?: components["schemas"]["GoodsStatus"];
                /** @description Where the money is. */
                money?: components["schemas"]["MoneyStatus"];
                /** @description Where a dispute stands. */
                dispute?: components["schemas"]["DisputeStatus"];
                /** @description Whether somebody still has to do something. */
                open?: boolean;
                /** @description Key of the queue it waits in. */
                queue?: string;
                /** @description Person who has it. */
                assignee?: components["schemas"]["UserId"];
                /** @description Who bought: a Redress id or the shop's own id. */
                customer?: string;
                /** @description What was bought: a Redress id or the shop's own number. */
                order?: string;
                /** @description How urgent it is. */
                priority?: components["schemas"]["Priority"];
                /** @description Problem label. */
                problem_type?: string;
                /** @description Where it came from. */
                channel?: string;
                /** @description The channel's own number. */
                external_ref?: string;
                /** @description The number people use. */
                number?: string;
                /** @description True: something is late that is still owed, by the policy or the platform; false: nothing is. */
                overdue?: boolean;
                /** @description Something is owed by this moment. */
                due_before?: components["schemas"]["Timestamp"];
                /**
                 * @description What people type: the beginning of a number, of an order's number, or of a customer's name, telephone number or own number; or
                 *     words of the subject. What the caller's roles hide is not searched. 1 to 100 characters.
                 */
                q?: string;
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_TicketRow"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTicket"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    describe_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescribeTicket"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    accept_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    change_amount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Amounts"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    approve_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Agreement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_attachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Attachment"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    use_attachments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsedFiles"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    cancel_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    start_clawback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Clawback"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    collect_clawback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Collected"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    waive_clawback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Waived"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_deadline: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeadline"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_decisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DecisionItem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    verify_ticket_decisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    open_dispute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDispute"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    submit_evidence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEvidence"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    rule_dispute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ruling"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdraw_dispute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    inspect_goods: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInspection"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_links: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_TicketLink"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    apply_macro: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    preview_macro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rendered"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    merge_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Duplicate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    add_message: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    answer_offer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    find_parcel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    lose_parcel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Loss"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    announce_parcel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewParcel"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_portal_link: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalLinkView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_portal_links: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_PortalLink"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_print_data: {
        parameters: {
            query?: {
                /** @description Language of the fixed words, for example `zh-CN`; the tenant's when left out. */
                locale?: string;
                /** @description Time zone of the moments, for example `Asia/Shanghai` or `+08:00`; Shanghai's on Chinese papers and UTC on others when left out. */
                time_zone?: string;
                /** @description Address that the customer may scan, http or https, printed as a QR code. */
                link?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPaper"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    print_ticket: {
        parameters: {
            query?: {
                /** @description Language of the fixed words, for example `zh-CN`; the tenant's when left out. */
                locale?: string;
                /** @description Time zone of the moments, for example `Asia/Shanghai` or `+08:00`; Shanghai's on Chinese papers and UTC on others when left out. */
                time_zone?: string;
                /** @description Address that the customer may scan, http or https, printed as a QR code. */
                link?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
                /** @description Key of the template */
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": components["schemas"]["Binary"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_receipts: {
        parameters: {
            query?: {
                /** @description Carry what the digests name. It holds the customer's data. */
                include?: "material";
                /** @description Receipts wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before: the place of the last decision that was read. */
                after?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DecisionReceipt"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    receive_goods: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceivedGoods"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    refunded_elsewhere: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Elsewhere"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reject_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refused"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reopen_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Return"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_ticket_replacements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Replacement"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    propose_replacement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Proposal"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_replacement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replacement"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    answer_replacement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplacementChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    cancel_replacement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplacementCancellation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    mark_delivered: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    mark_not_repairable: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairFailure"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    deny_stock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    mark_difference_paid: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DifferencePaid"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    mark_repaired: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairReport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    confirm_stock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ship_replacement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplacementParcel"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementAnswer"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    request_information: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InformationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    request_return: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    send_goods_back: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Disagreement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_settlements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SettlementEntry"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    settle_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSettlement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ship_goods_back: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Departure"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    signal_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowSignal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_sla: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketClocks"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_sops: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SopRun"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    start_sop: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSopRun"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SopRun"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    show_survey_link: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyLink"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_timeline: {
        parameters: {
            query?: {
                /** @description Entries wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before: the place of the last entry that was read. */
                after?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Entry"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    retry_timers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retried"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    transfer_ticket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferTicket"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_warehouse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_ticket_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_unidentified_parcels: {
        parameters: {
            query?: {
                /** @description False to show those too that have found their ticket. */
                open?: boolean;
                /** @description Rows wanted, 1 to 200; 50 when left out. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_UnidentifiedItem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    assign_unidentified_parcel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["ScanId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssignment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedParcel"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_usage: {
        parameters: {
            query?: {
                /** @description First day, for example `2026-11-01`; 30 days ago when left out. */
                from?: string;
                /** @description Last day; today when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Usage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    update_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    set_user_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    list_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Webhook"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_webhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    update_webhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                id: components["schemas"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    test_webhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: components["schemas"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_workflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DrawingView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    create_workflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDrawing_WorkflowDefinition"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    check_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowDefinition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_WorkflowFinding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_shipped_workflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    delete_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    update_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawingChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    save_workflow_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowDefinition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_workflow_editions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_EditionView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_workflow_edition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                edition: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    preview_workflow_migration: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: components["schemas"]["TicketId"];
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Behind"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    migrate_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOver"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_TakenOver"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    publish_workflow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
                /** @description The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one. */
                "If-Match"?: string | null;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingView_WorkflowDefinition"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    hear_gateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the tenant */
                tenant: string;
                gateway: components["schemas"]["GatewayId"];
            };
            cookie?: never;
        };
        /** @description As the gateway sends it, at most 64 KiB of text */
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description Taken in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    get_survey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    answer_survey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyView"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_progress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalProgress"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    amend_request: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerMessage"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_files: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CustomerFile"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    send_file: {
        parameters: {
            query: {
                /** @description File name. Folders and control characters in it are dropped. */
                name: string;
                /** @description Control of the form that it is for: it decides which files are taken. Any that the server takes, when left out. */
                field?: "image" | "video" | "attachment";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": components["schemas"]["Binary"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerFile"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AttachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Binary"];
                };
            };
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Binary"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    withdraw_request: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerWithdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    write_message: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerMessage"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    choose_offer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    list_goods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_PortalReplacement"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    choose_goods: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                rid: components["schemas"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalReplacementChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    print_slip: {
        parameters: {
            query?: {
                /** @description Time zone of the moments, for example `Asia/Shanghai`; that of the customer's language when left out. */
                time_zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": components["schemas"]["Binary"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    press_button: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalPress"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    add_tracking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalTracking"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalStanding"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    get_customer_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalFormClaim"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerForm"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    look_up_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderClaim"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOrder"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    start_return: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
                 *     the header `Idempotency-Replayed: true`.
                 */
                "Idempotency-Key"?: string | null;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReturn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedReturn"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
