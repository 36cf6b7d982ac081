// Made here, because not every checkout can hold such a name.
def environment = ['LC_ALL=C.UTF-8', 'PATH=' + System.getenv('PATH')]
def move = ['sh', '-c', 'mv plain "$(printf "two w\\303\\266rds")"'].execute(environment, basedir)
move.waitFor() == 0
