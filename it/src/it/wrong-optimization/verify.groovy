def build = evaluate(new File(support, 'checks.groovy'))
build.fails "<optimization> is '9' and takes "
