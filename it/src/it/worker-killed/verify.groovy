def build = evaluate(new File(support, 'checks.groovy'))
build.fails "object 'slow': the process of its link was killed (signal 9) in phase 'optimize', as the kernel does when memory runs out"
build.says 'linked slow.bpf.o', 1
build.object 'slow', programs: ['slow']
