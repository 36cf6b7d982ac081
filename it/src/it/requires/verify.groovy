def build = evaluate(new File(support, 'checks.groovy'))
build.says 'only.bpf.o: Linux 5.12 or newer, because of atomic'
