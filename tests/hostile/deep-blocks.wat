;; Twenty thousand blocks within each other.
;; call: ok
(func $deep
  {{20000 x block }}
  {{20000 x end }})
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (call $deep)
  (i32.const 4096))
