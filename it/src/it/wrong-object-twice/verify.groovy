def build = evaluate(new File(support, 'checks.groovy'))
build.fails "two objects are named 'only'"
