evaluate(new File(support, 'needs.groovy'))
