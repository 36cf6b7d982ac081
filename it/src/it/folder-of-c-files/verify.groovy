import java.util.jar.JarFile

def log = new File(basedir, 'build.log').text
assert log =~ /linked counter\.bpf\.o: 1 program, 1 map, \d+ instructions, BTF \d+\.\d KiB \(\d+ ms\)/
assert log =~ /linked filter\.bpf\.o: 1 program, 0 maps, \d+ instructions, BTF \d+\.\d KiB \(\d+ ms\)/
assert log.count('linked ') == 2
assert log.contains('nothing to compile: 2 up to date')
assert log.contains('nothing to link: 2 up to date')

new JarFile(new File(basedir, 'target/c-only-1.jar')).withCloseable { jar ->
    assert jar.getEntry('bpf/counter.bpf.o') != null
    assert jar.getEntry('bpf/filter.bpf.o') != null
}
