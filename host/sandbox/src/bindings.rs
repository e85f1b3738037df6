//! Types and call stubs generated from `wit/`. One union world holds every hook, so the shared records exist once; which
//! hooks a component really exports is found out export by export.

wasmtime::component::bindgen!({
    path: "../../wit",
    inline: "
        package redress:host;
        world every-rule {
            include redress:rules/routing-rule@1.0.0;
            include redress:rules/fraud-scoring-rule@1.0.0;
            include redress:rules/refund-approval-rule@1.0.0;
            include redress:rules/notification-rule@1.0.0;
            include redress:rules/automation-rule@1.0.0;
            include redress:rules/schedule-rule@1.0.0;
            include redress:rules/settlement-rule@1.0.0;
        }
    ",
    world: "redress:host/every-rule",
});
