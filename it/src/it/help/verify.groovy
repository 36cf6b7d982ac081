def build = evaluate(new File(support, 'checks.groovy'))
def goals = build.log().readLines().findAll { it.startsWith('bpf:') }
assert goals == ['btf-dump', 'btf-min', 'compile', 'core', 'doctor', 'emit', 'generate', 'help', 'link', 'requires', 'verify', 'vmlinux'].collect { "bpf:$it".toString() }
