def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked pass.bpf.o', 2
build.says 'nothing to compile: 1 up to date', 1
