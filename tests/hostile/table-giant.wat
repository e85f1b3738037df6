;; Wants ten million table elements before it does anything.
;; upload: table_too_large
(table 10000000 funcref)
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
