;; Answers a case that the type does not have.
;; call: invalid_output
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (i32.store8 (i32.const 4096) (i32.const 77))
  (i32.const 4096))
