import java.nio.file.Files
import java.nio.file.Path

def languages = ['c', 'rust', 'mixed']
// What each type needs besides its program and its Main: other classes, headers or modules, types of the kernel,
// capabilities, arguments.
// Without CAP_PERFMON, the verifier permits no arithmetic with packet pointers that depends on lengths in the packet.
def network = 'CAP_BPF CAP_NET_ADMIN CAP_PERFMON'
def tracing = 'CAP_BPF CAP_PERFMON'
def programTypes = [
    tracepoint: [kernelTypes: true, rights: tracing, mounts: '-v /sys/kernel/tracing:/sys/kernel/tracing:ro',
            does: 'each process that starts a program, with its arguments'],
    xdp: [classes: ['Screen', 'Network'], packets: true, rights: network, arguments: 'eth0',
            does: 'the packets and bytes that an interface receives, by sender and protocol'],
    kprobe: [classes: ['Screen'], kernelTypes: true, rights: tracing, does: 'how long connect() takes, as a histogram'],
    tc: [classes: ['Screen', 'Network'], packets: true, rights: network, arguments: 'eth0',
            does: 'the packets and bytes that an interface receives and sends, by connection'],
    cgroup_skb: [classes: ['Network'], packets: true, rights: network, arguments: '/sys/fs/cgroup 8080',
            does: 'connections of a group of processes that are refused, by a list of ports'],
    lsm: [kernelTypes: true, rights: tracing, arguments: 'secret.txt',
            does: 'files that are refused to whoever opens them, by a list of names'],
    // What rustc makes of its loops over a name is arithmetic of that kind, too.
    socket_filter: [classes: ['Network', 'PacketSocket'], rights: 'CAP_BPF CAP_NET_RAW', rightsOfRust: 'CAP_PERFMON',
            does: 'the names that are asked for by DNS'],
    // Kernels since 2025, stable ones too, ask for CAP_SYS_ADMIN again, because uprobes change the code of processes.
    uprobe: [rights: tracing + ' CAP_SYS_ADMIN', does: 'the host names that programs look up with the C library'],
    fentry: [kernelTypes: true, rights: tracing, does: 'each file that is deleted'],
    perf_event: [classes: ['Screen'], rights: tracing, does: 'which processes the processors run, by sampling them'],
]

Path project = new File(request.outputDirectory, request.artifactId).toPath()
Path scaffold = project.resolve('bpf-maven-archetype.scaffold')
String language = request.properties['language']
String programType = request.properties['programType']

// Maven put the new module into the POM of the folder around it, if there is one.
def forgetModule = {
    File around = new File(request.outputDirectory, 'pom.xml')
    if (around.isFile()) {
        String text = around.getText('UTF-8')
        String module = java.util.regex.Pattern.quote(request.artifactId)
        around.setText(
                text.replaceAll("\\s*<module>$module</module>", '').replaceAll('\\s*<modules>\\s*</modules>', ''),
                'UTF-8')
    }
}

def check = { String property, String value, List<String> allowed ->
    if (!allowed.contains(value)) {
        scaffold.toFile().deleteDir()
        Files.deleteIfExists(project.resolve('pom.xml'))
        if (project.toFile().list()?.length == 0) {
            Files.delete(project)
        }
        forgetModule()
        throw new IllegalArgumentException("$property is '$value' and takes ${allowed.join(', ')}; correct -D$property")
    }
}
check('language', language, languages)
check('programType', programType, programTypes.keySet() as List)
Map<String, ?> chosen = programTypes[programType]

String javaPackage = request.getPackage().split('\\.').findAll { !it.isEmpty() }.collect { part ->
    String word = part.replaceAll('[^A-Za-z0-9_]', '_')
    word = Character.isDigit(word.charAt(0)) ? '_' + word : word
    javax.lang.model.SourceVersion.isKeyword(word) ? word + '_' : word
}.join('.')

boolean c = language != 'rust'
boolean mixed = language == 'mixed'

List<String> rights = chosen.rights.split(' ') as List
if (language == 'rust' && chosen.rightsOfRust) {
    rights += chosen.rightsOfRust
}
if (mixed) {
    // Its second object sees packets.
    rights = (rights + 'CAP_NET_ADMIN').unique()
}

def words = { String text ->
    text.replace('@package@', javaPackage)
            .replace('@artifactId@', request.artifactId)
            .replace('@programType@', programType)
            .replace('@does@', chosen.does)
            .replace('@arguments@', chosen.arguments ? ' ' + chosen.arguments : '')
            .replace('@rights@', rights.join(' '))
            .replace('@dockerRights@', (rights.collect { '--cap-add ' + it.replace('CAP_', '') } + (chosen.mounts ?: [])).join(' '))
}
def write = { String from, String to, Map<String, String> more = [:] ->
    Path target = project.resolve(to)
    if (Files.exists(target)) {
        println "[WARNING] kept your own ${target}"
        return
    }
    String text = words(scaffold.resolve(from).toFile().getText('UTF-8'))
    more.each { key, value -> text = text.replace(key, value) }
    Files.createDirectories(target.parent)
    target.toFile().setText(text, 'UTF-8')
}
// Programs in Rust that look into the kernel use its types, which the build writes as the crate vmlinux.
boolean vmlinux = language == 'rust' && chosen.kernelTypes
def crate = { String kind, String name, boolean ofKernel ->
    String folder = 'src/main/bpf/' + name
    write('rust/Cargo.toml', folder + '/Cargo.toml', ['@name@': name, '@dependencies@': ofKernel ? '''
# The types, helper functions and maps of the kernel; bpf:vmlinux writes it.
[dependencies]
vmlinux = { path = "../../../../target/bpf/vmlinux" }
''' : ''])
    write('rust/cargo-lock', folder + '/Cargo.lock', ['@name@': name, '@dependencies@\n': ofKernel ? '''dependencies = [
 "vmlinux",
]

[[package]]
name = "vmlinux"
version = "0.1.0"
''' : ''])
    if (!ofKernel) {
        write('rust/src/bpf.rs', folder + '/src/bpf.rs')
    }
    write(kind, folder + '/src/main.rs')
}

if (c) {
    write("c/${programType}.bpf.c", "src/main/bpf/${programType}.bpf.c")
    if (chosen.packets) {
        write('c/include/packet.h', 'src/main/bpf/include/packet.h')
    }
} else {
    crate("rust/programs/${programType}.rs", programType, vmlinux)
    if (chosen.packets) {
        write('rust/src/packet.rs', "src/main/bpf/${programType}/src/packet.rs")
    }
}

String java = javaPackage.replace('.', '/')
if (mixed) {
    crate('mixed/sizes.rs', 'sizes', false)
    write('mixed/sizes.c', 'src/main/bpf/sizes/sizes.c')
    write('mixed/PacketSizes.java', "src/main/java/${java}/PacketSizes.java")
    // Main counts packets while its own program runs.
    File main = scaffold.resolve("java/${programType}.java").toFile()
    String source = main.getText('UTF-8')
    int start = source.lastIndexOf('try (')
    int end = source.indexOf(') {\n', start)
    String indent = ' ' * (start - source.lastIndexOf('\n', start) - 1 + 8)
    main.setText("${source.take(end)};\n${indent}PacketSizes sizes = PacketSizes.count()${source.drop(end)}", 'UTF-8')
}

write("java/${programType}.java", "src/main/java/${java}/Main.java")
chosen.classes.each { write("java/${it}.java", "src/main/java/${java}/${it}.java") }
write('java/ObjectsTest.java', "src/test/java/${java}/ObjectsTest.java")
write('service', "${request.artifactId}.service")
write('Dockerfile', 'Dockerfile')
write('gitignore', '.gitignore')
if (language != 'rust') {
    write('clangd', '.clangd')
}
write('build-cache.xml', '.mvn/maven-build-cache-config.xml')
// A line that begins with [language] is for these languages only; [vmlinux] stands for that crate, [registers] for a program
// that knows the registers of x86-64.
String readme = words(scaffold.resolve('README.md').toFile().getText('UTF-8')).readLines().findResults { line ->
    def mark = line =~ /^\[([a-z,]+)\] ?(.*)$/
    def variants = [language] + (vmlinux ? ['vmlinux'] : []) + (language == 'rust' && programType == 'uprobe' ? ['registers'] : [])
    mark ? (mark.group(1).split(',').any { variants.contains(it) } ? mark.group(2) : null) : line
}.join('\n') + '\n'
scaffold.resolve('README.md').toFile().setText(readme, 'UTF-8')
write('README.md', 'README.md')
scaffold.toFile().deleteDir()
File pom = project.resolve('pom.xml').toFile()
String text = words(pom.getText('UTF-8'))
if (vmlinux) {
    text = text.replace('  </properties>', '''
    <!-- A kernel whose types the program uses: an ELF file or its BTF. The object runs on others, too. -->
    <bpf.kernelTypes>/sys/kernel/btf/vmlinux</bpf.kernelTypes>
    <bpf.vmlinux.btf>${bpf.kernelTypes}</bpf.vmlinux.btf>
  </properties>'''.substring(1))
    String goals = '              <goal>generate</goal>'
    text = text.replace(goals, "              <goal>vmlinux</goal>\n$goals")
}
pom.setText(text, 'UTF-8')
