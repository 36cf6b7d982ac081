def build = evaluate(new File(support, 'checks.groovy'))
build.object 'only', programs: ['only']
build.object 'v2/only', programs: ['only']
build.object 'big/only', programs: ['only']
assert build.bytes('target/classes/bpf/only.bpf.o')[5] == 1
assert build.bytes('target/classes/bpf/big/only.bpf.o')[5] == 2
