def readme = new File(support, '../../../README.md').getText('UTF-8')
def poms = (readme =~ /(?s)```xml\n(<project .*?)```/).collect { it[1] }
assert poms.size() == 1
new File(basedir, 'pom.xml').setText(poms[0], 'UTF-8')
true
