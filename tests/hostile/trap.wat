;; Crashes.
;; call: guest_trap
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  unreachable)
