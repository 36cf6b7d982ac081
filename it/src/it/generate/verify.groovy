def build = evaluate(new File(support, 'checks.groovy'))
build.says 'compiled processes', 2
build.says 'linked processes.bpf.o', 2
build.says 'generated classes of 1 object: 2 files new, 0 changed, 0 removed', 1
build.says 'nothing to generate: 1 up to date', 1
build.says 'generated classes of 1 object: 0 files new, 1 changed, 0 removed', 1
build.says 'nothing to link: 1 up to date', 4
// A constant that the compiler copied into the class that uses it.
build.prints 'org.example.Main', 'size 24', 'saw it, and counted'
