def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked processes.bpf.o: 1 program, '
build.object 'processes', programs: ['executed']
assert !build.log().contains('the types of the running kernel')
build.sourcesUntouched()
