def build = evaluate(new File(support, 'checks.groovy'))
build.object 'only', programs: ['only']
assert build.text('target/bpf/emit/only.s').contains('only:')
assert build.text('target/bpf/emit/only.ll').contains('define')
assert build.bytes('target/bpf/emit/only.bc')[0..1] == [0x42, 0x43]
