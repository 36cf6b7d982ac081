// Starts the application of an example, makes traffic, and looks at what it prints.
import io.github.bpflinker.elf.BpfObject

class Example {
    static final int SECONDS = 90

    File basedir

    void run(String... command) {
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()
    }

    /** It prints something that matches each of these; without root, one sentence instead. */
    boolean shows(List<String> arguments, Closure traffic, List expected) {
        def jars = [BpfObject, com.sun.jna.Native].collect { new File(it.protectionDomain.codeSource.location.toURI()) }
        def path = ([new File(basedir, 'target/classes')] + jars).join(File.pathSeparator)
        def java = new File(System.getProperty('java.home'), 'bin/java').path
        def output = new File(basedir, 'output.txt')
        def process = new ProcessBuilder([java, '-cp', path, 'org.example.Main'] + arguments)
                .redirectErrorStream(true).redirectOutput(output).start()
        try {
            long end = System.nanoTime() + SECONDS * 1_000_000_000L
            while (process.alive && System.nanoTime() < end) {
                traffic()
                if (expected.every { output.getText('UTF-8') =~ it }) {
                    return true
                }
                Thread.sleep(200)
            }
        } finally {
            process.destroy()
            process.waitFor()
        }
        def said = output.getText('UTF-8').readLines()
        assert System.getProperty('user.name') != 'root' && said.size() == 1 && said[0].contains('; ') : said.take(50)
        true
    }
}

new Example(basedir: basedir)
