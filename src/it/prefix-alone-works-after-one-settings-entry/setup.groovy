// What "mvn install" of the plugin, or a repository, says of the group: which artifact a prefix stands for.
def metadata = new File(localRepositoryPath, 'com/messagemedia/maven-metadata-local.xml')
metadata.parentFile.mkdirs()
metadata.text = '''<?xml version="1.0" encoding="UTF-8"?>
<metadata>
  <plugins>
    <plugin>
      <name>messagemedia-maven-plugin</name>
      <prefix>messagemedia</prefix>
      <artifactId>messagemedia-maven-plugin</artifactId>
    </plugin>
  </plugins>
</metadata>
'''
return true
