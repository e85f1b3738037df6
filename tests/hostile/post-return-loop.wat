;; The answer is good, but cleaning up after it never ends.
;; call: out_of_fuel
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
(func (export "cabi_post_redress:rules/fraud-scoring@1.0.0#score") (param i32) (loop $again (br $again)))
