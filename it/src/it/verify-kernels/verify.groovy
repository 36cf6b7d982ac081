import groovy.json.JsonSlurper
import java.util.regex.Pattern

def build = evaluate(new File(support, 'checks.groovy'))
def kernels = new JsonSlurper().parseText(build.text('target/bpf/kernels.json'))
assert kernels*.kernel.collect { (it =~ /^\d+\.\d+/)[0] } == ['6.1', '6.12']
def verdicts = kernels.collect { kernel -> kernel.objects.counter.programs.collectEntries { [it.name, it.verdict] } }
// Asked for by none, so that the older kernel fails no build.
assert verdicts == [[count: 'accepted', count_by_process: 'refused'], [count: 'accepted', count_by_process: 'accepted']]
def releases = kernels.collect { Pattern.quote(it.kernel) }
assert build.log() =~ /PROGRAM +${releases[0]} +${releases[1]}/
assert build.log() =~ /counter count +accepted +accepted/
assert build.log() =~ /counter count_by_process +refused +accepted/
releases.each { assert build.log() =~ /Linux $it: (\d+ s|as before)/ }
true
