;; Answers that the answer lies beyond its memory.
;; call: invalid_output
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (i32.const 0x7ffffff0))
