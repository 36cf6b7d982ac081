def applications = evaluate(new File(support, 'applications.groovy'))
applications.check applications.TYPES.keySet()
applications.checkEditor applications.TYPES.keySet()
