def applications = evaluate(new File(support, 'applications.groovy'))
applications.check(['tracepoint', 'xdp', 'kprobe'], ['sizes'])
applications.checkEditor(['tracepoint', 'xdp', 'kprobe'])
if (System.getProperty('user.name') == 'root') {
    // What C and Rust counted, when it was stopped.
    def output = new File(basedir, 'xdp.output').getText('UTF-8')
    assert output =~ /(?m)^BYTES IN A PACKET +RECEIVED$/
    assert output =~ /(?m)^ +0 to +63 +\d+$/ : 'small packets'
}
