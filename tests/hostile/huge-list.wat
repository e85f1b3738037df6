;; Answers a list that claims to have two hundred million empty tags.
;; call: invalid_output
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (i32.store (i32.const 4112) (i32.const 8192))
  (i32.store (i32.const 4116) (i32.const 200000000))
  (i32.const 4096))
