def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked pass.bpf.o: 1 program, '
build.object 'pass', programs: ['let_pass']
build.loads 'pass'
build.sourcesUntouched()
