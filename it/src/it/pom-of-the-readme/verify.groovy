def build = evaluate(new File(support, 'checks.groovy'))
build.saysNot '[WARNING]'
build.object 'counter', programs: ['count'], maps: ['counts']
build.object 'pass', programs: ['let_pass']
build.object 'both', programs: ['entry']
build.jarHolds 'packets-1.0-SNAPSHOT.jar', 'bpf/counter.bpf.o', 'bpf/pass.bpf.o', 'bpf/both.bpf.o'
build.loads 'counter'
build.loads 'pass'
build.loads 'both'
