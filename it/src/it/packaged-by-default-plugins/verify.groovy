def build = evaluate(new File(support, 'checks.groovy'))
build.says 'compiled only: 1 C file (', 1
build.says 'linked only.bpf.o', 1
build.says 'nothing to compile: 1 up to date', 2
build.says 'nothing to link: 1 up to date', 2
build.jarHolds 'packaged-by-default-plugins-1.jar', 'bpf/only.bpf.o'
