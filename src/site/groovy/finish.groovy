/*
 * Finishes the rendered pages: each heading gets the anchor that the repository host gives it, so that a link to it works in both places; a link that shows a
 * file's name shows the page's title; the search gets its index; and a link to a page or an anchor that is not there fails the build.
 */
import groovy.json.JsonOutput
import org.jsoup.Jsoup
import org.jsoup.nodes.Document

def site = new File(project.build.directory, 'site')
Map<String, Document> pages = site.listFiles().findAll { it.name.endsWith('.html') }.sort().collectEntries {
    def page = Jsoup.parse(it, 'UTF-8')
    page.outputSettings().prettyPrint(false)
    [it.name, page]
}

pages.values().each { page ->
    Map<String, Integer> taken = [:].withDefault { 0 }
    page.select('main h1, main h2, main h3, main h4').each { heading ->
        def anchor = heading.text().toLowerCase(Locale.ROOT).replaceAll(/[^\p{L}\p{N}\-_ ]/, '').replace(' ', '-')
        def before = taken[anchor]++
        heading.attr('id', before ? "$anchor-$before" : anchor)
    }
}

// The skin's header around the menu is no second banner, and a cell without a word heads no column.
pages.values().each { page ->
    page.select('#leftColumn').attr('role', 'none')
    page.select('main th').findAll { !it.hasText() }.each { it.tagName('td') }
}

def title = { Document page -> page.select('main h1').first().text() }
pages.values().each { page ->
    page.select('main a[href]').findAll { it.text() ==~ /(docs\/)?\w+\.md/ }.each { link ->
        def target = pages[link.attr('href').replaceAll(/#.*/, '')]
        if (target) {
            link.text(title(target))
        }
    }
    // What a goal prints has no language, so its words are not coloured as if they were code.
    page.select('main pre:has(> code.language-text)').each {
        it.attr('class', '')
        it.child(0).attr('class', 'nohighlight nocode')
    }
    // On a narrow screen the cells of a row stand below each other, each with the head of its column.
    page.select('main table').each { table ->
        def heads = table.select('thead th, thead td')*.text()
        table.select('tbody tr').each { row ->
            row.select('td').eachWithIndex { cell, column -> cell.attr('data-head', heads[column] ?: '') }
        }
    }
}

def dead = pages.collectMany { name, page ->
    page.select('[href], [src]').collect { it.hasAttr('href') ? it.attr('href') : it.attr('src') }
        .findAll { !(it ==~ /[a-z]+:.*/) }
        .findAll { link ->
            def (file, anchor) = [link.replaceAll(/#.*/, '') ?: name, link.contains('#') ? link.replaceAll(/.*#/, '') : '']
            !new File(site, file).file || anchor && !pages[file.replaceAll(/^\.\//, '')]?.getElementById(anchor)
        }.collect { "$name: $it" }
}
if (dead) {
    throw new IllegalStateException("These links of the site lead nowhere:\n  ${dead.unique().join('\n  ')}")
}

def sections = pages.collectMany { name, page ->
    page.select('main h1, main h2, main h3').collect { heading ->
        def text = new StringBuilder()
        for (def next = heading.nextElementSibling(); next && !(next.tagName() ==~ /h[123]|section/); next = next.nextElementSibling()) {
            text << next.text() << ' '
        }
        [page: title(page), heading: heading.text(), link: "$name#${heading.id()}".toString(), text: text.toString()]
    }
}
new File(site, 'search.json').setText(JsonOutput.toJson(sections), 'UTF-8')
pages.each { name, page -> new File(site, name).setText(page.outerHtml(), 'UTF-8') }
log.info("${pages.size()} pages, ${sections.size()} sections; no link leads nowhere.")
