new File(basedir, 'src').eachFileRecurse { it.setWritable(false) }
true
