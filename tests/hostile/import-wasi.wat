;; Wants the environment of the process.
;; upload: forbidden_import, no_plugin_export, no_hook_export
(component
  (import "wasi:cli/environment@0.2.0" (instance
    (export "get-environment" (func (result (list (tuple string string))))))))
