;; The initializer that component tools call before everything else never ends.
;; upload: start_out_of_fuel
(func (export "_initialize") (loop $again (br $again)))
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
