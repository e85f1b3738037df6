;; Wants code handed in from outside, and asks for it with an import.
;; upload: forbidden_import, no_plugin_export, no_hook_export
(component
  (import "code" (core module (export "run" (func)))))
