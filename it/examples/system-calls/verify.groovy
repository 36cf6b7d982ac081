def application = evaluate(new File(support, 'example.groovy'))
application.shows([], { application.run('true') }, [/\d+ +\d+  \//])
