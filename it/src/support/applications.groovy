// Starts the application of the archetype for each program type, makes traffic, and looks at what it prints.
class Applications {
    static final int SECONDS = 90

    // Kernels can lack these: Linux without kprobes, BPF trampolines or the BPF LSM.
    static final List<String> OPTIONAL = ['kprobe', 'fentry', 'lsm']

    File basedir

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

    static void run(String... command) {
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()
    }

    static byte[] question() {
        def bytes = new ByteArrayOutputStream()
        bytes.write([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] as byte[])
        ['example', 'org'].each { bytes.write(it.length()); bytes.write(it.bytes) }
        bytes.write([0, 0, 1, 0, 1] as byte[])
        bytes.toByteArray()
    }

    static final Map TYPES = [
        tracepoint: [[], { run('/bin/echo', 'hello', 'world') }, /echo hello world/],
        xdp: [['lo'], { udp(9, new byte[20]) }, /127\.0\.0\.1 +udp +\d/],
        tc: [['lo'], { udp(9, new byte[20]) }, /127\.0\.0\.1:\d+ +127\.0\.0\.1:9 +udp/],
        cgroup_skb: [[cgroup()?.path, '9'], { udp(9, new byte[20]) }, /refused udp from .* to 127\.0\.0\.1:9/],
        socket_filter: [[], { udp(53, question()) }, /127\.0\.0\.1 +example\.org/],
        uprobe: [[], { run('getent', 'ahosts', 'host.invalid') }, /getent +host\.invalid/],
        perf_event: [[], {}, /(?m)^\d+ +.*\d+ +[\d.]+%$/],
        kprobe: [[], { try { new Socket('127.0.0.1', 9).close() } catch (IOException e) { } }, / -> +\d+ +\d+ \*/],
        fentry: [[], { File.createTempFile('deleted-by-it', '.txt').delete() }, /deleted-by-it/],
        lsm: [['refused-by-it.txt'], {
            def file = new File(System.getProperty('java.io.tmpdir'), 'refused-by-it.txt')
            try { file.text = 'x' } catch (IOException e) { }
        }, /refused-by-it\.txt/]
    ]

    /** Whether it showed events; otherwise it said in one sentence why it can't. */
    boolean shows(String type, File jar) {
        def (arguments, traffic, expected) = TYPES[type]
        def java = new File(System.getProperty('java.home'), 'bin/java').path
        def output = new File(basedir, "${type}.output")
        def process = new ProcessBuilder([java, '-jar', jar.path] + arguments).redirectErrorStream(true).redirectOutput(output).start()
        try {
            long end = System.nanoTime() + SECONDS * 1_000_000_000L
            while (process.alive && System.nanoTime() < end) {
                traffic()
                if (output.getText('UTF-8') =~ expected) {
                    println "$type: ${(output.getText('UTF-8') =~ expected)[0]}"
                    return true
                }
                Thread.sleep(200)
            }
        } finally {
            process.destroy()
            process.waitFor()
        }
        def said = output.getText('UTF-8').readLines()
        println "$type: $said"
        assert said.size() == 1 && said[0].contains('; ') : "$type: $said"
        false
    }
}

new Applications(basedir: basedir)
