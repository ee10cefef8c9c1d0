// Returns how many places the Tab key has to reach; `suluhKeys` then tells which it missed or did not show.
(() => {
  const can = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const closed = (element) => {
    const box = element.closest('details:not([open])');
    return box !== null && element.parentElement !== box;
  };
  const passed = new Set();
  const laterRadio = (element) => {
    const group = element.type === 'radio' && `${element.form && element.form.action} ${element.name}`;
    const later = group && passed.has(group);
    if (group) passed.add(group);
    return later;
  };
  const counts = (element) => !element.disabled && element.tabIndex >= 0 && element.type !== 'hidden'
    && shown(element) && !closed(element) && !laterRadio(element);
  const wanted = new Set([...document.querySelectorAll(can)].filter(counts));
  const reached = new Set();
  const unseen = new Set();
  const name = (element) => `${element.tagName.toLowerCase()} ${(element.innerText || element.name || element.id || element.className).trim().slice(0, 40)}`;
  document.activeElement.blur();
  window.getSelection().removeAllRanges();
  const ringed = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  };
  document.addEventListener('focusin', (event) => {
    reached.add(event.target);
    // a field without an edge of its own is ringed by the box around it
    if (!ringed(event.target) && !ringed(event.target.parentElement)) unseen.add(event.target);
  });
  window.suluhKeys = {
    done: () => [...wanted].every((element) => reached.has(element)),
    missed: () => [
      ...[...wanted].filter((element) => !reached.has(element)).map((element) => `not reached: ${name(element)}`),
      ...[...unseen].map((element) => `focus not shown: ${name(element)}`),
    ].slice(0, 5),
  };
  return wanted.size;
})()
