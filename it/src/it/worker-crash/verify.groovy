def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'LLVM ended its process'
assert new File(basedir, 'target/bpf/repro').list().length > 0
build.noObject 'only'
