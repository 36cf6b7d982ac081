def build = evaluate(new File(support, 'checks.groovy'))
build.says 'verified only: only: '
assert new groovy.json.JsonSlurper().parseText(build.text('target/bpf/verify.json')).objects[0].verdict == 'accepted'
