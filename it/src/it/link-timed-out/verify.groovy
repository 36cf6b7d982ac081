def build = evaluate(new File(support, 'checks.groovy'))
build.fails "object 'slow': the link took longer than 10 s in phase 'optimize'; raise <timeout>"
build.noObject 'slow'
build.object 'fine', programs: ['fine']
assert new File(basedir, 'target/bpf/repro/slow').list().any { it.endsWith('.bc') }
