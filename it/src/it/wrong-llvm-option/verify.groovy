def build = evaluate(new File(support, 'checks.groovy'))
build.fails 'no-such-option'
