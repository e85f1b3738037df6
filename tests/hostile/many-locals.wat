;; One function with sixty thousand local variables, more than engines take.
;; upload: invalid_component
(func (local {{60000 x i64 }}))
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
