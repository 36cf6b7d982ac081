def build = evaluate(new File(support, 'checks.groovy'))
build.says 'linked old.bpf.o', 1
build.says 'linked new.bpf.o', 1
build.object 'new', programs: ['program']
build.noObject 'old'
