;; Takes all table elements it can get, then aborts.
;; call: limit
(table $t 1 funcref)
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (loop $again (br_if $again (i32.ne (table.grow $t (ref.null func) (i32.const 1000)) (i32.const -1))))
  unreachable)
