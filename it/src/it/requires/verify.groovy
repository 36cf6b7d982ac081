def build = evaluate(new File(support, 'checks.groovy'))
build.says 'only.bpf.o: Linux '
