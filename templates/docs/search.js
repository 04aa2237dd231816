(() => {
  'use strict';
  const box = document.getElementById('page-find');
  const found = document.getElementById('page-found');
  const nothing = document.getElementById('page-nothing');
  const contents = document.querySelector('.contents');

  // Full-width and half-width, upper and lower case, with and without spaces: all the same.
  const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const entries = [...document.querySelectorAll('[data-entry]')].map((element) => {
    const nodes = [...element.querySelectorAll('[data-find]')];
    return {
      element,
      nodes,
      kind: element.dataset.entry,
      text: nodes.map((node) => plain(node.textContent)).join('\n'),
      link: element.id && contents.querySelector(`a[href="#${CSS.escape(element.id)}"]`),
    };
  });
  const chapters = [...document.querySelectorAll('.chapter')];

  const search = () => {
    const words = box.value.split(/\s+/).filter(Boolean);
    const terms = words.map(plain).filter(Boolean);
    const count = { field: 0, rule: 0, text: 0 };
    for (const entry of entries) {
      const hit = terms.every((term) => entry.text.includes(term));
      entry.element.hidden = !hit;
      if (entry.link) entry.link.parentElement.hidden = !hit;
      if (hit) count[entry.kind] += 1;
    }
    for (const chapter of chapters) {
      if (chapter.dataset.entry) continue;
      chapter.hidden = terms.length > 0 && !chapter.querySelector('[data-entry]:not([hidden])');
      const link = contents.querySelector(`a[href="#${CSS.escape(chapter.id)}"]`);
      if (link) link.parentElement.hidden = chapter.hidden;
    }
    document.body.classList.toggle('searching', terms.length > 0);
    found.textContent = terms.length ? `${count.field} 项，${count.rule} 条规则` : '';
    nothing.hidden = terms.length === 0 || count.field + count.rule + count.text > 0;
    mark(words);
  };

  const mark = (words) => {
    if (!window.Highlight || !CSS.highlights) return;
    const ranges = [];
    for (const { element, nodes } of entries) {
      if (element.hidden || words.length === 0) continue;
      for (const node of nodes.flatMap((node) => [...node.childNodes])) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        const text = node.data.toLowerCase();
        for (const word of words.map((word) => word.toLowerCase())) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            ranges.push(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length }));
          }
        }
      }
    }
    CSS.highlights.set('found', new Highlight(...ranges));
  };

  const clear = () => {
    box.value = '';
    search();
  };

  box.addEventListener('input', search);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      clear();
      box.blur();
    } else if (event.key === 'Enter' && !event.isComposing) {
      const first = entries.find((entry) => !entry.element.hidden && entry.element.id);
      if (first) location.hash = first.element.id;
    }
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // A link leads to its target also while that is not among what was found.
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest('[hidden]')) return;
    clear();
    target.scrollIntoView();
  };
  window.addEventListener('hashchange', arrive);

  // The contents are a side bar where there is room, and folded where there is not.
  const wide = window.matchMedia('(min-width: 64rem)');
  const fold = () => { contents.open = wide.matches; };
  wide.addEventListener('change', fold);
  fold();
  contents.addEventListener('click', (event) => {
    if (!wide.matches && event.target.closest('a')) contents.open = false;
  });

  const links = new Map(chapters.map((chapter) => [chapter, contents.querySelector(`a[href="#${CSS.escape(chapter.id)}"]`)]));
  const reading = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      links.get(target)?.parentElement.classList.toggle('reading', isIntersecting);
    }
  }, { rootMargin: '-20% 0px -75% 0px' });
  for (const chapter of chapters) reading.observe(chapter);

  window.addEventListener('beforeprint', () => {
    if (box.value) clear();
  });

  document.documentElement.classList.add('searchable');
  document.querySelector('.find').hidden = false;
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  search();
  arrive();
})();
