def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds[0].count('linked probe.bpf.o') == 3
assert builds[0].contains('wrote probe.bpf.s') && builds[0].contains('wrote probe.bpf.ll')
assert !builds[1].contains('linked') && !builds[1].contains('wrote')
assert builds[1].count('nothing to link: 1 up to date') == 3

// Editors are told what each execution compiles.
def database = new File(basedir, 'target/bpf/compile_commands.json')
assert new groovy.json.JsonSlurper().parse(database)*.file == ["$basedir/src/main/bpf/probe.bpf.c".toString(), "$basedir/src/test/bpf/probe.bpf.c".toString()]

// The third build had no sources but those of the tests.
def target = { String name -> new File(basedir, 'target/' + name) }
assert !target('classes/bpf/probe.bpf.o').exists()
assert !target('classes/bpf-old/probe.bpf.o').exists()
assert !target('bpf/emit/probe.bpf.s').exists()
assert !target('bpf/emit/probe.bpf.ll').exists()
assert target('test-classes/bpf/probe.bpf.o').getText('ISO-8859-1').contains('in_test')
