def build = evaluate(new File(support, 'checks.groovy'))
build.fails "<cpu> is 'v9' and takes "
