def build = evaluate(new File(support, 'checks.groovy'))
build.says 'verified only:'
build.says 'the kernel refuses only: asked_for, which does not count'
assert !new File('/sys/fs/bpf/verify_project_counts').exists()
assert new groovy.json.JsonSlurper().parseText(build.text('target/bpf/verify.json')).objects[0].verdict == 'accepted'
