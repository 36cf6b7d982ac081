def applications = evaluate(new File(support, 'applications.groovy'))
def build = applications.build
applications.check applications.TYPES.keySet()
['tracepoint', 'kprobe', 'lsm', 'fentry'].each {
    assert build.text("$it/src/main/bpf/$it/src/main.rs").contains('use vmlinux::*;')
    assert new File(basedir, "$it/target/bpf/vmlinux/src/lib.rs").exists()
}
build.saysNot 'markers are looked up'
assert applications.TYPES.keySet().findAll { build.text("$it/README.md").contains('arm64') } == ['uprobe'] as Set
