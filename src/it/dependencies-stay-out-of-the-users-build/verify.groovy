def log = new File(basedir, 'build.log').text
['The descriptor is valid.', 'package okhttp3 does not exist', 'package org.yaml.snakeyaml does not exist',
 'package kotlin does not exist'].each {
    if (!log.contains(it)) throw new AssertionError(it)
}
return true
