;; Takes all memory it can get, then aborts as a language runtime does.
;; call: limit
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (loop $again (br_if $again (i32.ne (memory.grow (i32.const 16)) (i32.const -1))))
  unreachable)
