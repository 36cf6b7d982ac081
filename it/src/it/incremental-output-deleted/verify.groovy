def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked deleted.bpf.o', 2
build.says 'linked kept.bpf.o', 1
build.object 'deleted', programs: ['deleted']
