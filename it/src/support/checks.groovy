// What the scripts that check a build say about its log, files and objects.
import io.github.bpflinker.elf.BpfObject
import io.github.bpflinker.load.verify.LoadResult
import io.github.bpflinker.load.verify.TrialLoader
import java.nio.ByteBuffer
import java.util.zip.ZipFile

class Build {
    File basedir
    boolean toolchainRequired
    def launcher

    Build(File basedir, boolean toolchainRequired, launcher) {
        this.basedir = basedir
        this.launcher = launcher
        this.toolchainRequired = toolchainRequired
        assert log().readLines().every { !it.startsWith('WARNING: ') || !(it =~ /bpflinker|jna/) } : 'warnings of Java'
        saysNot 'Problem stopping'
    }

    byte[] bytes(String path) { new File(basedir, path).bytes }

    String text(String path) { new File(basedir, path).getText('UTF-8') }

    String latin(String path) { new File(basedir, path).getText('ISO-8859-1') }

    String log() { text('build.log').replaceAll('\u001B\\[[0-9;]*m', '') }

    void says(String text) {
        assert log().contains(text) : "'$text' in the log"
    }

    /** Counts lines. */
    void says(String text, int times) {
        int found = log().readLines().count { it.contains(text) }
        assert found == times : "'$text' in $found lines of the log"
    }

    void saysNot(String text) {
        assert !log().contains(text) : "no '$text' in the log"
    }

    /** One sentence for the user, no stack trace. */
    void fails(String sentence) {
        def errors = log().readLines().findAll { it.startsWith('[ERROR]') }
        assert errors.any { it.contains(sentence) } : "'$sentence' among the errors"
        saysNot '\tat '
        saysNot 'failed unexpectedly'
    }

    void object(Map<String, ?> expected = [:], String name) { objectIn(expected, '.', name) }

    void objectIn(Map<String, ?> expected = [:], String module, String name) {
        def object = read(module, name)
        assert !object.programs().isEmpty()
        assert (object.btfSize() > 0) == expected.getOrDefault('btf', true)
        if (expected.programs != null) {
            assert object.programs()*.name() == expected.programs
        }
        if (expected.subprograms != null) {
            assert object.subprograms()*.name() == expected.subprograms
        }
        if (expected.maps != null) {
            assert object.maps()*.name() == expected.maps
        }
    }

    void noObject(String name) {
        assert !file('.', name).exists()
    }

    void loads(String name) { loadsIn('.', name) }

    /** The running kernel accepts the object, if it can be asked. */
    void loadsIn(String module, String name) {
        def result = TrialLoader.ofSystem().load(read(module, name))
        if (result instanceof LoadResult.Skipped && !toolchainRequired) {
            println "not loaded: $result"
            return
        }
        assert result instanceof LoadResult.Accepted : result
    }

    void jarHolds(String jar, String... entries) {
        def file = jar.contains('/') ? new File(basedir, jar) : new File(basedir, "target/$jar")
        new ZipFile(file).withCloseable { zip -> entries.each { assert zip.getEntry(it) != null } }
    }

    /** A class of the project prints these lines; where the kernel refuses to load, only the first. */
    void prints(String mainClass, String... lines) {
        def process = launcher.java(launcher.mainClass(mainClass)).start()
        def output = process.inputStream.getText('UTF-8')
        assert process.waitFor() == 0 : output
        assert output.contains(lines[0]) : output
        if (output.contains('not loaded: ') && !toolchainRequired) {
            println output
            return
        }
        lines.each { assert output.contains(it) : output }
    }

    /** A build writes nothing beside the sources. */
    void sourcesUntouched() {
        def strangers = []
        new File(basedir, 'src').eachFileRecurse { if (it.name == 'target' || it.name == 'Cargo.lock.new') strangers << it }
        assert strangers.isEmpty()
    }

    /** The archetype left none of its markers and placeholders in what it wrote. */
    void scaffolded(String module) {
        def left = []
        new File(basedir, module).eachFileRecurse {
            if (it.file && !it.path.contains('/target/')
                    && it.text =~ /\[(c|rust|mixed)(,(c|rust|mixed))*\] |@[a-zA-Z]+@/) {
                left << it
            }
        }
        assert left.isEmpty()
    }

    private BpfObject read(String module, String name) {
        BpfObject.read(name, ByteBuffer.wrap(file(module, name).bytes))
    }

    private File file(String module, String name) {
        new File(basedir, "$module/target/classes/bpf/${name}.bpf.o")
    }
}

new Build(basedir, toolchainRequired == 'true', evaluate(new File(support, 'launcher.groovy')))
