;; Answers sixty thousand tags that are all the same eight KiB: little memory in the rule, half a GiB in the host.
;; call: invalid_output
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (local $at i32)
  (loop $again
    (i32.store (i32.add (i32.const 16384) (local.get $at)) (i32.const 8192))
    (i32.store (i32.add (i32.const 16388) (local.get $at)) (i32.const 8192))
    (local.set $at (i32.add (local.get $at) (i32.const 8)))
    (br_if $again (i32.lt_u (local.get $at) (i32.const 480000))))
  (i32.store (i32.const 4112) (i32.const 16384))
  (i32.store (i32.const 4116) (i32.const 60000))
  (i32.const 4096))
