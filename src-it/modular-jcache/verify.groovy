def expected = [
    'application: module example.modular',
    'provider: module org.kennelcache.jcache',
    'list: [Rex, Bello]',
    'value of a closed package: Rex, 3',
]
def actual = new File(basedir, 'target/output.txt').readLines()
assert actual == expected
