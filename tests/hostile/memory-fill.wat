;; Overwrites all its memory again and again: one instruction, much work.
;; call: out_of_fuel
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (loop $again (memory.fill (i32.const 0) (i32.const 97) (i32.const 524288)) (br $again))
  unreachable)
