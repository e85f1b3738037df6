;; Wants a function that no host of rules has.
;; upload: forbidden_import, no_plugin_export, no_hook_export
(component
  (import "open-file" (func (param "path" string) (result u32))))
