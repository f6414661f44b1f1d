// The cases of a process by what they are about: an administrator looks for "Diabetes, 3. marts", not for an id.
const MOST = 200;
const time = new Intl.DateTimeFormat('da-DK', {
  timeZone: 'Europe/Copenhagen', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit'
});

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

async function load(api, processDefinitionId) {
  const ask = async path => {
    const answer = await fetch(api.engineApi + path, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(path);
    return answer.json();
  };
  const cases = await ask(`/history/process-instance?processDefinitionId=${encodeURIComponent(processDefinitionId)}`
      + `&unfinished=true&sortBy=startTime&sortOrder=desc&maxResults=${MOST}`);
  if (!cases.length) return [];
  const [labels, incidents] = await Promise.all([
    fetch(api.engineApi + '/variable-instance?maxResults=2000', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken },
      body: JSON.stringify({ variableName: 'caseLabel', processInstanceIdIn: cases.map(one => one.id) })
    }).then(answer => answer.ok ? answer.json() : []),
    ask(`/incident?processDefinitionId=${encodeURIComponent(processDefinitionId)}&maxResults=2000`)
  ]);
  const about = new Map(labels.map(variable => [variable.processInstanceId, variable.value]));
  const broken = new Set(incidents.map(incident => incident.processInstanceId));
  return cases.map(one => ({
    id: one.id,
    about: about.get(one.id) || one.businessKey || one.id,
    number: one.businessKey || '',
    cluster: one.tenantId || '',
    begun: time.format(new Date(one.startTime)).replace(', ', ' '),
    state: broken.has(one.id) ? 'Driftsfejl' : one.state === 'SUSPENDED' ? 'Sat på pause' : 'I gang'
  }));
}

function row(one) {
  const line = element('tr');
  const first = element('td');
  first.append(element('a', one.about, { href: `#/process-instance/${one.id}/runtime` }));
  line.append(first, ...[one.number, one.cluster, one.begun, one.state].map(text => element('td', text)));
  return line;
}

function draw(node, cases) {
  const search = element('input', '', { type: 'search', class: 'form-control', placeholder: 'Søg på emne, dato, sagsnummer eller klynge',
    'aria-label': 'Søg på emne, dato, sagsnummer eller klynge' });
  const table = element('table', '', { class: 'cam-table kf-case-list' });
  const head = element('tr');
  head.append(...['Sag', 'Sagsnummer', 'Klynge', 'Begyndt', 'Tilstand'].map(text => element('th', text)));
  const body = element('tbody');
  const note = element('p', '', { class: 'kf-case-note' });
  const show = () => {
    const wanted = search.value.trim().toLowerCase();
    const shown = cases.filter(one => Object.values(one).join(' ').toLowerCase().includes(wanted));
    body.replaceChildren(...shown.map(row));
    note.textContent = !cases.length ? 'Ingen igangværende sager i denne version.'
      : !shown.length ? 'Ingen sager svarer til det, du søger.'
      : cases.length === MOST ? `De ${MOST} nyeste sager.` : '';
  };
  search.addEventListener('input', show);
  const top = element('thead');
  top.append(head);
  table.append(top, body);
  node.replaceChildren(search, table, note);
  show();
}

export default {
  id: 'klyngeflow.cases',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 100,
  properties: { label: 'Sager efter emne' },
  render: (node, { api, processDefinitionId }) => {
    node.textContent = 'Henter sagerne …';
    load(api, processDefinitionId).then(cases => draw(node, cases), () => {
      node.textContent = 'Sagerne kunne ikke hentes. Genindlæs siden.';
    });
  }
};
