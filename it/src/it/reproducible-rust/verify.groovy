def build = evaluate(new File(support, 'checks.groovy'))
assert build.bytes('here/target/classes/bpf/pass.bpf.o') == build.bytes('there/deeper/target/classes/bpf/pass.bpf.o')
