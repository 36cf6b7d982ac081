def build = evaluate(new File(support, 'checks.groovy'))
def report = new groovy.json.JsonSlurper().parseText(build.text('doctor.json'))
assert report.ok
assert report.checks*.area.unique() == ['java', 'llvm', 'c', 'rust', 'kernel']
def embedded = report.checks.find { it.area == 'llvm' && it.name == 'embedded' }
assert embedded.status == 'ok' && embedded.version == '20.1.7'
build.says 'embedded'
