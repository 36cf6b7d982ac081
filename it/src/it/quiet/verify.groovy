def build = evaluate(new File(support, 'checks.groovy'))
build.saysNot 'linked'
build.object 'only', programs: ['only']
