def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('build.log').contains('linked only.bpf.o: 1 program')
