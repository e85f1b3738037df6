;; Calls itself through a table, with a frame of a thousand numbers.
;; call: stack_overflow
(type $deeper (func (result i64)))
(table $t 1 funcref)
(elem (i32.const 0) $deeper)
(func $deeper (result i64) (local {{1000 x i64 }})
  (local.set 999 (i64.const 1))
  (i64.add (call_indirect (type $deeper) (i32.const 0)) (local.get 999)))
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (drop (call_indirect (type $deeper) (i32.const 0)))
  (i32.const 4096))
