def build = evaluate(new File(support, 'checks.groovy'))
build.object 'first', programs: ['first_pass']
build.object 'second', programs: ['second_pass']
build.object 'folder', programs: ['entry']
build.says 'linked', 3
build.saysNot 'include.bpf.o'
