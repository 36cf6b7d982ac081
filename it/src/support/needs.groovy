// Leaves a project out whose tools are missing, with the reason in its folder; required tools fail instead.
import java.nio.file.Files
import java.nio.file.Path

def kernels = "${System.getProperty('user.home')}/.cache/bpf-linker-tests"
def files = [
    rust: ['/usr/bin/rustc', '/usr/bin/cargo', '/usr/lib/rustlib/bpfel-unknown-none/lib'],
    'clang-19': ['/usr/bin/clang-19'],
    btf: ['/sys/kernel/btf/vmlinux'],
    qemu: ['/usr/bin/qemu-system-x86_64'],
    busybox: ['/usr/bin/busybox'],
    // Downloaded by the tests of the library.
    'linux-6.1': ["$kernels/linux-image-cloud-amd64/unpacked/boot".toString()],
    'linux-6.12': ["$kernels/linux-image-6.12-cloud-amd64/unpacked/boot".toString()],
]
def properties = new Properties()
new File(basedir, 'invoker.properties').withInputStream { properties.load(it) }
def missing = properties.getProperty('needs', '').split(',')*.strip().findAll { !it.isEmpty() }
        .findAll { it != 'root' }.collectMany { files[it] }.findAll { !Files.exists(Path.of(it)) }
if (properties.getProperty('needs', '').contains('root') && System.getProperty('user.name') != 'root') {
    missing += 'root, to load programs'
}
if (missing.isEmpty()) {
    return true
}
def reason = "needs ${missing.join(', ')}".toString()
if (toolchainRequired == 'true') {
    throw new IllegalStateException(reason)
}
new File(basedir, 'skipped.txt').text = reason
println "skipped ${basedir.name}: $reason"
return false
