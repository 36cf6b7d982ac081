def build = evaluate(new File(support, 'checks.groovy'))
build.object 'only', programs: ['only']
build.loads 'only'
build.says 'nothing to compile: 1 up to date'
