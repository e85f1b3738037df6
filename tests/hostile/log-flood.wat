;; Logs without end.
;; call: limit
(import "redress:rules/log@1.0.0" "log" (func $log (param i32 i32 i32 i32 i32)))
(func (export "redress:rules/fraud-scoring@1.0.0#score") (param i32) (result i32)
  (memory.fill (i32.const 8192) (i32.const 97) (i32.const 32768))
  (loop $again
    (call $log (i32.const 1) (i32.const 8192) (i32.const 4096) (i32.const 0) (i32.const 0))
    (br $again))
  unreachable)
