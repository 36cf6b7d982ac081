evaluate(new File(support, 'needs.groovy'))
def build = evaluate(new File(support, 'checks.groovy'))
def applications = evaluate(new File(support, 'applications.groovy'))
boolean root = System.getProperty('user.name') == 'root'
assert !(build.log() =~ /WARNING.*(override|bpf-maven-archetype)/) : 'warnings of the generator'
['tracepoint', 'xdp', 'kprobe', 'tc', 'lsm', 'cgroup_skb', 'socket_filter', 'uprobe', 'fentry', 'perf_event'].each { type ->
    [type].each { name ->
        build.objectIn type, name
        // These need what this test's kernel may lack.
        if (!applications.OPTIONAL.contains(name)) {
            build.loadsIn type, name
        }
    }
    build.jarHolds "$type/target/${type}.jar", [type].collect { "bpf/${it}.bpf.o" } as String[]
    build.scaffolded type
    ['.gitignore', 'Dockerfile', "${type}.service"].each { assert new File(basedir, "$type/$it").exists() }
    assert !new File(basedir, "$type/bpf-maven-archetype.scaffold").exists()
    boolean shown = applications.shows(type, new File(basedir, "$type/target/${type}.jar"))
    assert shown || !root || applications.OPTIONAL.contains(type)
}
['tracepoint', 'kprobe', 'lsm', 'fentry'].each {
    assert build.text("$it/src/main/bpf/$it/src/main.rs").contains('use vmlinux::*;')
    assert new File(basedir, "$it/target/bpf/vmlinux/src/lib.rs").exists()
}
build.saysNot 'markers are looked up'
true
