;; Never says whether a configuration is right. As a rule it answers.
;; call: ok
(func (export "redress:rules/plugin@1.0.0#validate-config") (param i32 i32) (result i32)
  (loop $again (br $again))
  unreachable)
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
