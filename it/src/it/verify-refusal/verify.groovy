def build = evaluate(new File(support, 'checks.groovy'))
build.fails "object 'only': the kernel refuses program 'only'"
build.says 'only.bpf.c:'
