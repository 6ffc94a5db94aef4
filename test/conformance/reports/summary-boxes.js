// Evaluated in the page of a job summary: where its blocks are, and the lines of its numbers, in CSS pixels from the top left of the page.
(() => {
  const boxOf = ({ left, top, width, height }) => ({ x: left + scrollX, y: top + scrollY, width, height });
  const linesOf = element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getClientRects().length;
  };
  const blocks = [...document.querySelectorAll('h3, p, table, pre, li, summary')].filter(element => element.checkVisibility());
  return {
    innerWidth,
    scrollWidth: document.documentElement.scrollWidth,
    landmarks: blocks.map(element => ({
      name: `${element.localName} ${element.textContent.trim().slice(0, 40)}`,
      box: boxOf(element.getBoundingClientRect()),
    })),
    numbers: [...document.querySelectorAll('th[align=right], td[align=right]')]
      .filter(element => element.checkVisibility())
      .map(element => ({ text: element.textContent, lines: linesOf(element) })),
  };
})();
