def build = evaluate(new File(support, 'checks.groovy'))
build.fails '<cargo>: /no/such/cargo does not exist; correct the path'
