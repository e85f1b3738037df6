;; Never says who it is.
;; upload: export_out_of_fuel
(func (export "redress:rules/plugin@1.0.0#describe") (result i32)
  (loop $again (br $again))
  unreachable)
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32) (i32.const 4096))
