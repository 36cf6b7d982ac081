def build = evaluate(new File(support, 'checks.groovy'))
// Allowed, it is a warning, also in the build that has nothing to link.
build.says 'src/main/bpf/only.bpf.c [9:12]: ', 3
build.says "'nowhere' is defined nowhere; function 'only' uses it", 4 // Maven's own line repeats the last
build.says '1 symbol is defined nowhere, so loaders refuse the object: nowhere', 2
build.says 'nothing to link: 1 up to date', 1
build.fails "object 'only': "
