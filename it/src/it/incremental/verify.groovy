def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
def linked = builds.collect { build -> (build =~ /linked (\w+)\.bpf\.o/).collect { it[1] }.sort() }

assert linked == [
    ['one', 'three', 'two'],
    ['two'],
    ['two'],
    ['three'],
    ['one', 'three', 'two'],
    []
]
assert builds[3].contains('nothing to compile: 3 up to date')
