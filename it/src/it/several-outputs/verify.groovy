def elf = { String name -> new File(basedir, 'target/classes/bpf/' + name).bytes }
assert elf('probe.bpf.o')[5] == 1 as byte
assert elf('old/probe.bpf.o')[5] == 1 as byte
assert elf('be/probe.bpf.o')[5] == 2 as byte
assert elf('probe.bpf.o') != elf('old/probe.bpf.o')

def log = new File(basedir, 'build.log').text
assert log =~ /linked probe\.bpf\.o: 1 program, /
assert log =~ /linked old\/probe\.bpf\.o: 1 program, /
assert log =~ /linked be\/probe\.bpf\.o: 1 program, /
assert new File(basedir, 'target/bpf/map/probe.map').text.contains('only')
assert new File(basedir, 'target/bpf/emit/probe.bpf.s').text.contains('only')
assert new File(basedir, 'target/bpf/emit/be/probe.bpf.ll').text.contains('target triple')
