// Waits beside the build for the process of its link, and kills it.
import java.nio.file.Files
import java.nio.file.Path

def here = basedir.toPath().toRealPath()
def phaseOf = { ProcessHandle process ->
    try {
        def arguments = Files.readString(Path.of("/proc/${process.pid()}/cmdline")).split('\0')
        def file = arguments.find { it.startsWith('-Dbpf.linker.phase.file=') }
        def itsFolder = Path.of("/proc/${process.pid()}/cwd").toRealPath()
        return file == null || itsFolder != here ? '' : new File(file.substring(file.indexOf('=') + 1)).text.strip()
    } catch (IOException ended) {
        return ''
    }
}
Thread.startDaemon('killer of a worker') {
    def end = System.nanoTime() + 300_000_000_000L
    while (System.nanoTime() < end) {
        def busy = ProcessHandle.allProcesses().filter { phaseOf(it) == 'optimize' }.findFirst()
        if (busy.isPresent()) {
            busy.get().destroyForcibly()
            return
        }
        Thread.sleep(20)
    }
}
true
