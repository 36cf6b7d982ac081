def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'only.bpf.c does not compile: 1 error'
