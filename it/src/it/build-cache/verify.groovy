def build = evaluate(new File(support, 'checks.groovy'))
build.says 'Found cached build, restoring', 1
build.says 'linked only.bpf.o', 2
build.object 'only', programs: ['only']
build.jarHolds 'build-cache-1.jar', 'bpf/only.bpf.o'
