// Evaluated in a page: where its landmarks, its lines of text and the bars of its charts are, in CSS pixels from the top left of the page.
(() => {
  const boxOf = ({ left, top, width, height }) => ({ x: left + scrollX, y: top + scrollY, width, height });
  const isMeantToBeSeen = element => element.closest('.skip, details:not([open]) > :not(summary)') === null;
  const named = (name, element) => ({ name, box: boxOf(element.getBoundingClientRect()) });

  const landmarks = [
    ...[...document.querySelectorAll('header, footer')].map(element => named(element.localName, element)),
    ...[...document.querySelectorAll('section')].map(element => named(element.querySelector('h2').id, element)),
  ];

  // Word by word: the blanks at the end of a line have a width, and nothing in it.
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const element = node.parentElement;
    if (!isMeantToBeSeen(element)) continue;
    const scrolled = element.closest('.scroll');
    for (const { 0: text, index } of node.data.matchAll(/\S+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      for (const rect of range.getClientRects()) {
        // What stands left of the page is for those who do not see it.
        if (rect.right < 0) continue;
        texts.push({ text, box: boxOf(rect), scrolled: scrolled === null ? null : boxOf(scrolled.getBoundingClientRect()) });
      }
    }
  }

  const charts = [...document.querySelectorAll('.chart')].map(chart => ({
    name: chart.closest('section').querySelector('h2').id,
    ticks: [...chart.querySelectorAll('.axis span')].map(tick => named(tick.textContent, tick)),
    step: Number.parseFloat(chart.style.getPropertyValue('--step')),
    rows: [...chart.querySelectorAll('.track')].map(track => ({
      track: boxOf(track.getBoundingClientRect()),
      bars: [...track.children].map(bar => named(bar.className, bar)),
    })),
  }));

  return {
    innerWidth,
    scrollWidth: document.documentElement.scrollWidth,
    badge: boxOf(document.querySelector('header .badge').getBoundingClientRect()),
    landmarks,
    texts,
    charts,
  };
})();
