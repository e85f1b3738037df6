//! The export macro and what runs between the sandbox and a hook trait.

use std::sync::Once;

use crate::host::Host;
use crate::plugin::read_config;
use crate::{Call, Context, Level, Plugin, RuleError};

/// Runs one hook: installs the panic hook, reads the configuration, asks the rule.
#[doc(hidden)]
pub fn run<P: Plugin, T>(context: Context, ask: impl FnOnce(&Call<P::Config>) -> Result<T, RuleError>) -> Result<T, RuleError> {
    install_panic_hook();
    let config = read_config(&context.config)?;
    ask(&Call::new(config, context, Host::default()))
}

/// A panic in a sandbox is a bare trap. This puts its message and place into the decision's log first.
fn install_panic_hook() {
    static ONCE: Once = Once::new();
    if cfg!(target_arch = "wasm32") {
        ONCE.call_once(|| std::panic::set_hook(Box::new(|panic| Host::default().log(Level::Error, &panic.to_string(), &[]))));
    }
}

/// Exports a plugin and the hooks it answers as a component: `export!(Tiers: RefundApproval);` or
/// `export!(Desk: Routing + FraudScoring);`. Call it once per crate. In native builds it only checks the traits.
#[macro_export]
macro_rules! export {
    ($plugin:ty : $hook:ident $(+ $more:ident)*) => {
        const _: () = {
            #[cfg(target_arch = "wasm32")]
            struct Component;
            #[cfg(target_arch = "wasm32")]
            $crate::__export_plugin!($plugin, Component);
            $crate::__export_hook!($hook, $plugin, Component);
            $($crate::__export_hook!($more, $plugin, Component);)*
        };
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __export_plugin {
    ($plugin:ty, $component:ident) => {
        impl $crate::bindings::base::exports::redress::rules::plugin::Guest for $component {
            fn describe() -> $crate::Info {
                $crate::describe::<$plugin>()
            }
            fn config_schema() -> ::std::string::String {
                $crate::config_schema::<$plugin>()
            }
            fn validate_config(config: ::std::string::String) -> ::core::result::Result<(), ::std::vec::Vec<$crate::Violation>> {
                $crate::validate_config::<$plugin>(&config)
            }
        }
        $crate::bindings::base::export!($component with_types_in $crate::bindings::base);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __export_hook {
    (Routing, $plugin:ty, $component:ident) => {
        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&$crate::Call<<$plugin as $crate::Plugin>::Config>, &$crate::CaseFile, &$crate::Desk)
            -> ::core::result::Result<::core::option::Option<$crate::RouteDecision>, $crate::RuleError> = <$plugin as $crate::Routing>::route;
        #[cfg(target_arch = "wasm32")]
        impl $crate::bindings::routing::exports::redress::rules::routing::Guest for $component {
            fn route(context: $crate::Context, case: $crate::CaseFile, desk: $crate::Desk)
                -> ::core::result::Result<::core::option::Option<$crate::RouteDecision>, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Routing>::route(call, &case, &desk))
            }
        }
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::routing::export!($component with_types_in $crate::bindings::routing);
    };
    (FraudScoring, $plugin:ty, $component:ident) => {
        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&$crate::Call<<$plugin as $crate::Plugin>::Config>, &$crate::CaseFile)
            -> ::core::result::Result<$crate::Assessment, $crate::RuleError> = <$plugin as $crate::FraudScoring>::score;
        #[cfg(target_arch = "wasm32")]
        impl $crate::bindings::fraud_scoring::exports::redress::rules::fraud_scoring::Guest for $component {
            fn score(context: $crate::Context, case: $crate::CaseFile) -> ::core::result::Result<$crate::Assessment, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::FraudScoring>::score(call, &case))
            }
        }
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::fraud_scoring::export!($component with_types_in $crate::bindings::fraud_scoring);
    };
    (RefundApproval, $plugin:ty, $component:ident) => {
        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&$crate::Call<<$plugin as $crate::Plugin>::Config>, &$crate::CaseFile, &$crate::RefundRequest)
            -> ::core::result::Result<$crate::Decision, $crate::RuleError> = <$plugin as $crate::RefundApproval>::evaluate;
        #[cfg(target_arch = "wasm32")]
        impl $crate::bindings::refund_approval::exports::redress::rules::refund_approval::Guest for $component {
            fn evaluate(context: $crate::Context, case: $crate::CaseFile, request: $crate::RefundRequest)
                -> ::core::result::Result<$crate::Decision, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::RefundApproval>::evaluate(call, &case, &request))
            }
        }
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::refund_approval::export!($component with_types_in $crate::bindings::refund_approval);
    };
    (Notification, $plugin:ty, $component:ident) => {
        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&$crate::Call<<$plugin as $crate::Plugin>::Config>, &$crate::CaseFile, &$crate::Event)
            -> ::core::result::Result<::std::vec::Vec<$crate::Message>, $crate::RuleError> = <$plugin as $crate::Notification>::compose;
        #[cfg(target_arch = "wasm32")]
        impl $crate::bindings::notification::exports::redress::rules::notification::Guest for $component {
            fn compose(context: $crate::Context, case: $crate::CaseFile, event: $crate::Event)
                -> ::core::result::Result<::std::vec::Vec<$crate::Message>, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Notification>::compose(call, &case, &event))
            }
        }
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::notification::export!($component with_types_in $crate::bindings::notification);
    };
    (Automation, $plugin:ty, $component:ident) => {
        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&$crate::Call<<$plugin as $crate::Plugin>::Config>, &$crate::CaseFile, &$crate::Event)
            -> ::core::result::Result<::std::vec::Vec<$crate::Intent>, $crate::RuleError> = <$plugin as $crate::Automation>::react;
        #[cfg(target_arch = "wasm32")]
        impl $crate::bindings::automation::exports::redress::rules::automation::Guest for $component {
            fn react(context: $crate::Context, case: $crate::CaseFile, event: $crate::Event)
                -> ::core::result::Result<::std::vec::Vec<$crate::Intent>, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Automation>::react(call, &case, &event))
            }
        }
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::automation::export!($component with_types_in $crate::bindings::automation);
    };
    (Schedule, $plugin:ty, $component:ident) => {
        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&$crate::Call<<$plugin as $crate::Plugin>::Config>, &$crate::CaseFile, &$crate::Tick)
            -> ::core::result::Result<::std::vec::Vec<$crate::Intent>, $crate::RuleError> = <$plugin as $crate::Schedule>::due;
        #[cfg(target_arch = "wasm32")]
        impl $crate::bindings::schedule::exports::redress::rules::schedule::Guest for $component {
            fn due(context: $crate::Context, case: $crate::CaseFile, tick: $crate::Tick)
                -> ::core::result::Result<::std::vec::Vec<$crate::Intent>, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Schedule>::due(call, &case, &tick))
            }
        }
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::schedule::export!($component with_types_in $crate::bindings::schedule);
    };
    (Settlement, $plugin:ty, $component:ident) => {
        #[cfg(not(target_arch = "wasm32"))]
        const _: fn(&$crate::Call<<$plugin as $crate::Plugin>::Config>, &$crate::gateway::Instruction)
            -> ::core::result::Result<$crate::gateway::HttpRequest, $crate::RuleError> = <$plugin as $crate::Settlement>::query;
        #[cfg(target_arch = "wasm32")]
        impl $crate::bindings::settlement::exports::redress::rules::settlement::Guest for $component {
            fn request(context: $crate::Context, order: $crate::gateway::Instruction, attempt: u32)
                -> ::core::result::Result<$crate::gateway::HttpRequest, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Settlement>::request(call, &order, attempt))
            }
            fn query(context: $crate::Context, order: $crate::gateway::Instruction)
                -> ::core::result::Result<$crate::gateway::HttpRequest, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Settlement>::query(call, &order))
            }
            fn response(context: $crate::Context, order: $crate::gateway::Instruction, asked: $crate::gateway::Purpose,
                answer: $crate::gateway::HttpResponse) -> ::core::result::Result<$crate::gateway::Outcome, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Settlement>::response(call, &order, asked, &answer))
            }
            fn notification(context: $crate::Context,
                headers: ::std::vec::Vec<(::std::string::String, ::std::string::String)>, body: ::std::string::String)
                -> ::core::result::Result<::core::option::Option<$crate::gateway::Notice>, $crate::RuleError> {
                $crate::__run::<$plugin, _>(context, |call| <$plugin as $crate::Settlement>::notification(call, &headers, &body))
            }
        }
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::settlement::export!($component with_types_in $crate::bindings::settlement);
    };
    ($other:ident, $plugin:ty, $component:ident) => {
        ::core::compile_error!(::core::concat!(
            "`",
            ::core::stringify!($other),
            "` is not a hook: use Routing, FraudScoring, RefundApproval, Notification, Automation, Schedule or Settlement"
        ));
    };
}
