def build = evaluate(new File(support, 'checks.groovy'))
def all = new File(basedir, 'src/main/btf/6.1.0.btf')
def minimal = new File(basedir, 'target/classes/bpf/btf/6.1.0.btf')
assert minimal.length() > 0 && minimal.length() < all.length() / 1000
build.says 'wrote 1 minimal BTF to ', 1
build.says 'nothing to write: minimal BTF up to date', 1

// Each relocation has the same result with the reduced types as with all of them.
def relocations = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/bpf/core.json'))[0].relocations
assert relocations*.target.any { it.contains('real_parent') } && relocations*.target.any { it.contains('no_kernel_has_this') }
assert relocations.every {
    def (withAll, withMinimal) = it.results
    [withAll.verdict, withAll.value] == [withMinimal.verdict, withMinimal.value]
}
