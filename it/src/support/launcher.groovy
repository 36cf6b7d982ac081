// Starts Java applications and looks at what they print.
import io.github.bpflinker.elf.BpfObject

class Launcher {
    static final int SECONDS = 90

    File basedir

    /** The exit code of a command. */
    static int run(String... command) {
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()
    }

    /** The command that starts java. */
    static ProcessBuilder java(List<String> arguments) {
        def java = new File(System.getProperty('java.home'), 'bin/java').path
        new ProcessBuilder([java] + arguments).redirectErrorStream(true)
    }

    /** Arguments of java for a class of the project, which uses the library and the jars in target/dependency. */
    List<String> mainClass(String name) {
        def jars = [BpfObject, com.sun.jna.Native].collect { new File(it.protectionDomain.codeSource.location.toURI()) }
        ['-cp', ([new File(basedir, 'target/classes'), new File(basedir, 'target/dependency/*')] + jars).join(File.pathSeparator), name]
    }

    /**
     * Whether an application prints something that matches each of these while there is traffic; otherwise it said in one
     * sentence why it can't.
     *
     * @param before a command that runs it, with the rest of the command line as its arguments
     */
    boolean shows(List<String> arguments, Closure traffic, List expected, String name = 'application', List<String> before = []) {
        def output = new File(basedir, "${name}.output")
        def builder = java(arguments).redirectOutput(output)
        def process = builder.command(before + builder.command()).start()
        try {
            long end = System.nanoTime() + SECONDS * 1_000_000_000L
            boolean ended = false
            while (!ended && System.nanoTime() < end) {
                ended = !process.alive
                traffic()
                def found = expected.collect { output.getText('UTF-8') =~ it }
                if (found.every { it }) {
                    println "$name: ${found.collect { it[0] }}"
                    return true
                }
                Thread.sleep(200)
            }
        } finally {
            process.destroy()
            process.waitFor()
        }
        def said = output.getText('UTF-8').readLines().take(50)
        println "$name: $said"
        assert said.size() == 1 && said[0].contains('; ') : "$name: $said"
        false
    }

    /** The application of an example shows what it should, unless it lacks rights. */
    void example(List<String> arguments, Closure traffic, List expected) {
        assert shows(mainClass('org.example.Main') + arguments, traffic, expected) || System.getProperty('user.name') != 'root'
    }
}

new Launcher(basedir: basedir)
