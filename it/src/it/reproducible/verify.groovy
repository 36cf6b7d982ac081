def build = evaluate(new File(support, 'checks.groovy'))
assert build.bytes('here/target/classes/bpf/only.bpf.o') == build.bytes('there/deeper/target/classes/bpf/only.bpf.o')
assert !build.latin('here/target/classes/bpf/only.bpf.o').contains(basedir.path)
