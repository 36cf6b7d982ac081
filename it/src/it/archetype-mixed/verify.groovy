def applications = evaluate(new File(support, 'applications.groovy'))
applications.check(['tracepoint', 'xdp', 'kprobe'], ['sizes'])
applications.checkEditor(['tracepoint', 'xdp', 'kprobe'])
