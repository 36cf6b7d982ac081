def build = evaluate(new File(support, 'checks.groovy'))
assert !(build.log() =~ /WARNING.*(override|bpf-maven-archetype)/) : 'warnings of the generator'
['xdp', 'tc', 'kprobe', 'tracepoint', 'lsm', 'cgroup_skb', 'socket_filter'].each { type ->
    [type].each { name ->
        build.objectIn type, name
        // This test's kernels need not have LSM programs.
        if (name.startsWith('lsm')) {
            return
        }
        build.loadsIn type, name
    }
    build.jarHolds "$type/target/$type-1.jar", [type].collect { "bpf/${it}.bpf.o" } as String[]
    build.scaffolded type
    assert new File(basedir, "$type/.gitignore").exists()
    assert build.text("$type/.clangd").contains('target/bpf') && new File(basedir, "$type/target/bpf/compile_commands.json").exists()
    assert !new File(basedir, "$type/bpf-maven-archetype.scaffold").exists()
}
true
