// Made here, because not every checkout can hold such a name.
def move = ['sh', '-c', 'mv plain "$(printf \'two w\\303\\266rds\')"'].execute(['LC_ALL=C.UTF-8', 'PATH=' + System.getenv('PATH')], basedir)
move.waitFor() == 0
