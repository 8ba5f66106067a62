// The search over all pages, and the menu of a narrow window. The index is made with the site; nothing is asked of another host.
document.addEventListener('DOMContentLoaded', () => {
  const head = document.querySelector('.container-fluid-top > header');

  const menu = Object.assign(document.createElement('button'), {id: 'menu', type: 'button', textContent: 'Menu'});
  const open = (yes) => {
    document.body.classList.toggle('open', yes);
    menu.setAttribute('aria-expanded', yes);
  };
  menu.addEventListener('click', () => open(!document.body.classList.contains('open')));
  menu.setAttribute('aria-controls', 'leftColumn');
  document.body.classList.add('scripted');
  open(false);

  const search = Object.assign(document.createElement('form'), {id: 'search'});
  search.setAttribute('role', 'search');
  const field = Object.assign(document.createElement('input'), {type: 'search', placeholder: 'Search', autocomplete: 'off'});
  field.setAttribute('aria-label', 'Search all pages; for example the first words of an error message');
  const found = Object.assign(document.createElement('ul'), {id: 'found'});
  found.setAttribute('aria-live', 'polite');
  search.append(field, found);
  head.append(search, menu);

  let sections = null;
  const load = () => sections ??= fetch('search.json').then((answer) => answer.json());
  field.addEventListener('focus', load);

  // All words must be in a section; those in its heading count most.
  const matches = (all, words) => all
    .map((section) => {
      const heading = (section.page + ' ' + section.heading).toLowerCase();
      const text = section.text.toLowerCase();
      const phrase = (heading + ' ' + text).includes(words.join(' ')) ? 5 : 0;
      const score = words.map((word) => heading.includes(word) ? 3 : text.includes(word) ? 1 : NaN).reduce((a, b) => a + b, 0);
      return {section, score: score + phrase};
    })
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 12);

  const excerpt = (text, words) => {
    const small = document.createElement('small');
    const at = Math.max(text.toLowerCase().indexOf(words.join(' ')), text.toLowerCase().indexOf(words[0]), 0);
    const from = Math.max(0, at - 60);
    const to = from + 180;
    const mark = Object.assign(document.createElement('mark'), {textContent: text.slice(at, at + words[0].length)});
    small.append((from ? '... ' : '') + text.slice(from, at), mark, text.slice(at + words[0].length, to));
    return small;
  };

  const show = async () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const best = words.length ? matches(await load(), words) : [];
    found.replaceChildren(...best.map(({section}) => {
      const item = document.createElement('li');
      const name = section.heading === section.page ? section.page : section.page + ': ' + section.heading;
      item.append(Object.assign(document.createElement('a'), {href: section.link, textContent: name}), excerpt(section.text, words));
      return item;
    }));
    if (words.length && !best.length) {
      found.append(Object.assign(document.createElement('li'), {textContent: 'No page has all these words.'}));
    }
  };
  field.addEventListener('input', show);
  found.addEventListener('click', () => found.replaceChildren());
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      field.value = '';
      found.replaceChildren();
    }
  });
  search.addEventListener('submit', (event) => {
    event.preventDefault();
    found.querySelector('a')?.click();
  });

  // What scrolls sideways can be reached with the keyboard.
  const reach = () => document.querySelectorAll('main pre, main .table').forEach((box) => {
    if (box.scrollWidth > box.clientWidth) {
      box.setAttribute('tabindex', '0');
    } else {
      box.removeAttribute('tabindex');
    }
  });
  addEventListener('load', reach);
  addEventListener('resize', reach);
});
