def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked only.bpf.o', 2
