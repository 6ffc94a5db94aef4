// Evaluated in a page: where its landmarks, its lines of text and the bars of its charts are, in CSS pixels from the top left of the page.
(() => {
  const boxOf = ({ left, top, width, height }) => ({ x: left + scrollX, y: top + scrollY, width, height });
  const isMeantToBeSeen = element => element.closest('.skip, details:not([open]) > :not(summary)') === null;
  const named = (name, element) => ({ name, box: boxOf(element.getBoundingClientRect()) });

  const landmarks = [
    ...[...document.querySelectorAll('header, footer')].map(element => named(element.localName, element)),
    ...[...document.querySelectorAll('section')].map(element => named(element.querySelector('h2').id, element)),
  ];

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const element = node.parentElement;
    if (node.data.trim() === '' || !isMeantToBeSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scrolled = element.closest('.scroll');
    for (const rect of range.getClientRects()) {
      // The end of a line, and what stands left of the page for those who do not see it.
      if (rect.width < 1 || rect.right < 0) continue;
      texts.push({
        text: node.data.trim(),
        box: boxOf(rect),
        scrolled: scrolled === null ? null : boxOf(scrolled.getBoundingClientRect()),
      });
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
