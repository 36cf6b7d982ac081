def build = evaluate(new File(support, 'checks.groovy'))
build.fails "object 'only': "
