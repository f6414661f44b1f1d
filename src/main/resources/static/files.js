/* The browser writes on its own button for files, in its own language. With this script there is one of ours, in Danish; without it the
   browser's works as ever. */
for (const input of document.querySelectorAll('input[type=file]')) {
  const chosen = document.createElement('span');
  chosen.className = 'chosen';
  chosen.setAttribute('role', 'status');
  const button = document.createElement('span');
  button.className = 'button secondary choose';
  button.setAttribute('aria-hidden', 'true');
  button.textContent = 'Vælg fil';
  const show = () => { chosen.textContent = input.files.length ? input.files[0].name : 'Ingen fil er valgt'; };
  const place = document.createElement('div');
  place.className = 'own-file';
  input.before(place);
  place.append(button, chosen, input); // the browser's lies over ours, unseen: a click, a key or a dropped file still goes to it
  input.addEventListener('change', show);
  show();
}

/* Whoever has this script can also print from the page itself. */
for (const place of document.querySelectorAll('[data-print]')) {
  place.hidden = false;
  place.querySelector('button').addEventListener('click', () => print());
}
