;; A hundred thousand functions.
;; upload: too_many_functions
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
{{100000 x (func)}}
