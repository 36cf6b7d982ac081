// Checks what the archetype writes for each program type: builds it, starts the application, and makes traffic.
class Applications {
    // Kernels can lack these: Linux without kprobes, BPF trampolines or the BPF LSM.
    static final List<String> OPTIONAL = ['kprobe', 'fentry', 'lsm']

    File basedir
    def build
    def launcher

    static File cgroup() {
        def mount = new File('/proc/mounts').readLines()*.split(' ').find { it[2] == 'cgroup2' }
        mount == null ? null : new File(mount[1])
    }

    static void udp(int port, byte[] bytes) {
        new DatagramSocket().withCloseable {
            try {
                it.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName('127.0.0.1'), port))
            } catch (IOException e) {
                // A refused packet is an error of its sender.
            }
        }
    }

    static byte[] question() {
        def bytes = new ByteArrayOutputStream()
        bytes.write([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] as byte[])
        ['example', 'org'].each { bytes.write(it.length()); bytes.write(it.bytes) }
        bytes.write([0, 0, 1, 0, 1] as byte[])
        bytes.toByteArray()
    }

    final Map TYPES = [
        tracepoint: [[], { launcher.run('/bin/echo', 'hello', 'world') }, /echo hello world/],
        xdp: [['lo'], { udp(9, new byte[20]) }, /127\.0\.0\.1 +udp +\d/],
        tc: [['lo'], { udp(9, new byte[20]) }, /127\.0\.0\.1:\d+ +127\.0\.0\.1:9 +udp/],
        cgroup_skb: [[cgroup()?.path, '9'], { udp(9, new byte[20]) }, /refused udp from .* to 127\.0\.0\.1:9/],
        socket_filter: [[], { udp(53, question()) }, /127\.0\.0\.1 +example\.org/],
        uprobe: [[], { launcher.run('getent', 'ahosts', 'host.invalid') }, /getent +host\.invalid/],
        perf_event: [[], {}, /(?m)^\d+ +.*\d+ +[\d.]+%$/],
        kprobe: [[], { try { new Socket('127.0.0.1', 9).close() } catch (IOException e) { } }, / -> +\d+ +\d+ \*/],
        fentry: [[], { File.createTempFile('deleted-by-it', '.txt').delete() }, /deleted-by-it/],
        lsm: [['refused-by-it.txt'], {
            def file = new File(System.getProperty('java.io.tmpdir'), 'refused-by-it.txt')
            try { file.text = 'x' } catch (IOException e) { }
        }, /refused-by-it\.txt/]
    ]

    /** Projects of these types, each in a folder of its name, with an object of that name and further ones. */
    void check(Collection<String> types, List<String> furtherObjects = []) {
        assert !(build.log() =~ /WARNING.*(override|bpf-maven-archetype)/) : 'warnings of the generator'
        types.each { checkProject(it, [it] + furtherObjects) }
    }

    private void checkProject(String type, List<String> objects) {
        objects.each { name ->
            build.objectIn type, name
            // These need what this test's kernel may lack.
            if (!OPTIONAL.contains(name)) {
                build.loadsIn type, name
            }
        }
        build.jarHolds "$type/target/${type}.jar", objects.collect { "bpf/${it}.bpf.o" } as String[]
        build.scaffolded type
        ['.gitignore', 'Dockerfile', "${type}.service"].each { assert new File(basedir, "$type/$it").exists() }
        assert !new File(basedir, "$type/bpf-maven-archetype.scaffold").exists()
        def (arguments, traffic, expected) = TYPES[type]
        def jar = new File(basedir, "$type/target/${type}.jar").path
        boolean shown = launcher.shows(['-jar', jar] + arguments, traffic, [expected], type, asUnit(type))
        assert shown || System.getProperty('user.name') != 'root' || OPTIONAL.contains(type)
    }

    /** What runs a command as systemd runs that of the unit, if possible: with its rights only, and tracefs mounted. */
    private List<String> asUnit(String type) {
        if (System.getProperty('user.name') != 'root') {
            return []
        }
        def rights = (build.text("$type/${type}.service") =~ /CapabilityBoundingSet=(.+)/)[0][1]
        def names = rights.split(' ').collect { '+' + it.substring('CAP_'.length()).toLowerCase() }.join(',')
        def command = ['unshare', '--mount', 'sh', '-c', 'mount -t tracefs tracefs /sys/kernel/tracing; exec "$@"', 'sh',
                'setpriv', '--bounding-set', "-all,$names".toString(), '--no-new-privs']
        launcher.run(command + 'true' as String[]) == 0 ? command : []
    }

    /** Projects with C are set up for clangd. */
    void checkEditor(Collection<String> types) {
        types.each { type ->
            assert build.text("$type/.clangd").contains('target/bpf') && new File(basedir, "$type/target/bpf/compile_commands.json").exists()
        }
    }
}

new Applications(
        basedir: basedir,
        build: evaluate(new File(support, 'checks.groovy')),
        launcher: evaluate(new File(support, 'launcher.groovy')))
