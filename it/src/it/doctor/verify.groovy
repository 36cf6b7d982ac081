def build = evaluate(new File(support, 'checks.groovy'))
def report = new groovy.json.JsonSlurper().parseText(build.text('doctor.json'))
assert report instanceof Map
build.says 'embedded'
