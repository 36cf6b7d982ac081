def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'cargo could not build'
