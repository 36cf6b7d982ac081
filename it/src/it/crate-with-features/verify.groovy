def build = evaluate(new File(support, 'checks.groovy'))
build.object 'filter', programs: ['ingress', 'of_the_profile']
assert build.log() =~ /cargo build .*--profile small .*--locked/
