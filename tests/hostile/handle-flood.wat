;; Makes handles of a resource of its own without end.
;; call: invalid_output
(import "[export]hostile:handles/things" "[resource-new]thing" (func $new (param i32) (result i32)))
(func (export "hostile:handles/things#[constructor]thing") (result i32) (call $new (i32.const 1)))
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (loop $again (drop (call $new (i32.const 1))) (br $again))
  unreachable)
