// The batch of a peer, in its page: a stream with a form a line is chosen, each line parsed and its total reckoned.

/** Offers `bench.batch(forms)`: totals of the first so many lines of what is chosen, and the seconds by stage. */
export function offer(total) {
  window.bench = {
    async batch(most) {
      const start = performance.now();
      const text = await document.querySelector('input').files[0].text();
      const forms = text.trimEnd().split('\n', most).map((line) => JSON.parse(line).answers.tasks.tasks);
      const parsed = performance.now();
      const totals = forms.map(total);
      const done = performance.now();
      return { totals, reading: (parsed - start) / 1000, scoring: (done - parsed) / 1000 };
    },
  };
}
