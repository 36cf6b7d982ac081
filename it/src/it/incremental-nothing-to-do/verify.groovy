def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked only.bpf.o', 1
build.says 'nothing to compile: 1 up to date', 1
build.says 'nothing to link: 1 up to date', 1
