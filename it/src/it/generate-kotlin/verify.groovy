def build = evaluate(new File(support, 'checks.groovy'))
build.prints 'org.example.MainKt', 'size 32, seven 4294967295 AGAIN',
        'record true [5, 4294967295] first', 'view true [5, 4294967295] first', 'map true, counted in steps of 5'
