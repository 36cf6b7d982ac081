def application = evaluate(new File(support, 'example.groovy'))
application.shows([], { application.run('cat', '/etc/hostname', '/no/such/file') }, [
    /cat +\d+ \/etc\/hostname/,
    /cat +-2 \/no\/such\/file/
])
