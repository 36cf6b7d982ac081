def build = evaluate(new File(support, 'checks.groovy'))
build.fails "object 'only': the kernel refuses program 'only': R0 invalid mem access"
// The place as compilers give it, and the end of the verifier's log; all of it is in a file.
build.says 'src/main/bpf/only.bpf.c [17:12]: the kernel refuses only: only: R0 invalid mem access'
build.says '[ERROR]     ; *count += 1;'
assert build.text('target/bpf/verify/only.log').contains('R0 invalid mem access')
