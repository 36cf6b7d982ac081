def launcher = evaluate(new File(support, 'launcher.groovy'))
launcher.example([], { launcher.run('cat', '/etc/hostname', '/no/such/file') }, [
    /cat +\d+ \/etc\/hostname/,
    /cat +-2 \/no\/such\/file/
])
