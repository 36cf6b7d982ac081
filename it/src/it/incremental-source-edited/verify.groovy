def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked edited.bpf.o', 2
build.says 'linked other.bpf.o', 1
