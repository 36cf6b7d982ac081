def build = evaluate(new File(support, 'checks.groovy'))
assert build.text('target/bpf/btf/only.bpf.btf.txt').contains("FUNC 'only'")
assert build.text('target/bpf/btf/only.bpf.btf.h').contains('__u64')
assert new groovy.json.JsonSlurper().parseText(build.text('target/bpf/btf/only.bpf.btf.json')) != null
