def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'does not exist; correct the path'
