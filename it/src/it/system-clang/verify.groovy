def build = evaluate(new File(support, 'checks.groovy'))
build.object 'only', programs: ['only']
build.loads 'only'
