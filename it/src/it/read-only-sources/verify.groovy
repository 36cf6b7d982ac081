def build = evaluate(new File(support, 'checks.groovy'))
build.object 'pass', programs: ['let_pass']
build.object 'only', programs: ['only']
build.sourcesUntouched()
new File(basedir, 'src').eachFileRecurse { it.setWritable(true) }
