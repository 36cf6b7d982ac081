def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked with.bpf.o', 2
build.says 'linked without.bpf.o', 1
build.says 'linked also-without.bpf.o', 1
