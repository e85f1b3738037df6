;; Makes numbers that are none in four ways; crashes unless every one has the same bits. What differs between processors must
;; not reach an answer.
;; call: ok
(func $same (param f64)
  (if (i64.ne (i64.reinterpret_f64 (local.get 0)) (i64.const 0x7ff8000000000000)) (then unreachable)))
(func $zero (result f64) (f64.convert_i32_s (i32.load (i32.const 7000))))
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (call $same (f64.div (call $zero) (call $zero)))
  (call $same (f64.sqrt (f64.sub (call $zero) (f64.const 1))))
  (call $same (f64.add (f64.const nan:0x4dead00d00000) (call $zero)))
  (call $same (f64.promote_f32 (f32.mul (f32.const -nan:0x200bad) (f32.demote_f64 (call $zero)))))
  (i32.const 4096))
