;; The host asks for room to put the arguments in, and never gets an answer.
;; call: out_of_fuel
(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
  (loop $again (br $again))
  unreachable)
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
