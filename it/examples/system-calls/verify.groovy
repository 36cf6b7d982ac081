def launcher = evaluate(new File(support, 'launcher.groovy'))
launcher.example([], { launcher.run('true') }, [/\d+ +\d+  \//])
