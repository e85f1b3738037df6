;; Wants 4 GiB before it does anything.
;; upload: memory_too_large
(memory (export "memory") 65536)
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
