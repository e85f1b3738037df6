;; Calls itself without end.
;; call: stack_overflow
(func $deeper (param i64) (result i64)
  (i64.add (call $deeper (i64.add (local.get 0) (i64.const 1))) (call $deeper (local.get 0))))
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (drop (call $deeper (i64.const 0)))
  (i32.const 4096))
