;; The start function never ends.
;; upload: start_out_of_fuel
(func $begin (loop $again (br $again)))
(start $begin)
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
