;; Answers one tag that claims to be one GiB long.
;; call: invalid_output
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (i32.store (i32.const 4112) (i32.const 8192))
  (i32.store (i32.const 4116) (i32.const 1))
  (i32.store (i32.const 8192) (i32.const 65536))
  (i32.store (i32.const 8196) (i32.const 0x40000000))
  (i32.const 4096))
