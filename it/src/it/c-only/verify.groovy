def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked counter.bpf.o: 1 program, 1 map, '
build.object 'counter', programs: ['count'], maps: ['counts']
build.jarHolds 'c-only-1.jar', 'bpf/counter.bpf.o'
build.loads 'counter'
