def build = evaluate(new File(support, 'checks.groovy'))
build.says 'generated classes of 2 objects: 4 files new, 0 changed, 0 removed'
build.says 'generated classes of 1 object: 0 files new, 0 changed, 2 removed'
def left = []
new File(basedir, 'target').eachFileRecurse { if (it.name =~ /^(Other|State|other)\b.*\.(java|class|o)$/) left << it }
assert left.isEmpty()
build.object 'processes', programs: ['on_exec']
build.prints 'org.example.Main', 'size 20', 'saw it, and counted'
