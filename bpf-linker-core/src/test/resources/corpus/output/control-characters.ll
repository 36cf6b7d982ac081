; Names with escape sequences and line breaks reach no terminal as they are: not from warnings, the map, nor other commands.
; LINK: control-characters.ll --link-map map.txt
; STDERR: ^Warning: '_?gone\\x1b\[8m' is defined nowhere
; NOT-STDERR: \x1b
; NOT-STDERR: ^line
; FILE: map.txt ^global function evil\\x1b\[2J\\nline in xdp\\x1b\[31m$
; NOT-FILE: map.txt \x1b
; NOT-FILE: map.txt ^line
; NO-LOAD: a symbol is undefined
; CLI: inspect out.o
; STDOUT: evil\\x1b\[2J\\nline +xdp\\x1b\[31m
; NOT-STDOUT: \x1b
; NOT-STDOUT: ^line
; CLI: inspect --json out.o
; STDOUT: "evil\\u001[bB]\[2J\\nline"
; NOT-STDOUT: \x1b
; CLI: requires out.o
; NOT-STDOUT: \x1b
; NOT-STDOUT: ^line
target triple = "bpfel"

declare i32 @"gone\1B[8m"(ptr)

define i32 @"evil\1B[2J\0Aline"(ptr %context) section "xdp\1B[31m" {
  %result = call i32 @"gone\1B[8m"(ptr %context)
  ret i32 %result
}
