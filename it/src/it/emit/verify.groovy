def build = evaluate(new File(support, 'checks.groovy'))
build.object 'only', programs: ['only']
assert build.text('target/bpf/emit/only.bpf.s').contains('only:')
assert build.text('target/bpf/emit/only.bpf.ll').contains('define')
assert build.bytes('target/bpf/emit/only.bpf.bc')[0..1] == [0x42, 0x43]
