def log = new File(basedir, 'build.log').text
assert log.contains('linked fine.bpf.o')
assert log =~ /object 'bad': LLVM ended its process in phase 'codegen', saying last: LLVM ERROR: .*; [^ ]*repro.bad holds the inputs/
assert !new File(basedir, 'target/classes/bpf/bad.bpf.o').exists()
def repro = new File(basedir, 'target/bpf/repro/bad')
assert new File(repro, 'command.txt').text.contains('io.github.bpflinker.cli.Main')
assert repro.listFiles().any { it.name.endsWith('.bc') }
