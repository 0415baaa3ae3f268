import groovy.xml.XmlSlurper

// On both versions of Weld, on the heap and on Redis: the TCK's twelve tests and those of the application.
def folders = new File(basedir, 'target/reports').listFiles().sort { it.name }
assert folders*.name*.replaceAll(/weld-(\d+)\..*-(\w+)/, '$1 $2') == ['5 heap', '5 redis', '6 heap', '6 redis']
folders.each { folder ->
    def suites = folder.listFiles({ dir, name -> name.endsWith('.xml') } as FilenameFilter).collect { new XmlSlurper().parse(it) }
    def tck = suites.findAll { it.@name.text().startsWith('org.jsr107.tck.annotation.') }
    assert tck.sum { it.@tests.toInteger() } == 12
    assert suites.size() > tck.size()
    assert suites.every { it.@skipped.toInteger() + it.@failures.toInteger() + it.@errors.toInteger() == 0 }
}
return true
