def log = new File(basedir, 'build.log').text
assert log =~ /linked probe\.bpf\.o: 2 programs, 0 maps, \d+ instructions, BTF/
assert log =~ /linked first\.bpf\.o: 1 program/
assert log =~ /linked second\.bpf\.o: 1 program/
assert log.contains('Compiling probe-rs v0.1.0')
assert log.contains('nothing to compile: 2 up to date')
assert log.contains('nothing to link: 3 up to date')
assert log.count('Compiling ') == 2
