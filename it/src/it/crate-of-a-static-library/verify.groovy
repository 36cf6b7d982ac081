def build = evaluate(new File(support, 'checks.groovy'))
build.object 'filter', programs: ['drop_some', 'pass_all']
build.loads 'filter'
